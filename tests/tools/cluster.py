"""A Dask cluster of this machine: prints its address, lives until its standard input is closed."""

from __future__ import annotations

import sys

from distributed import LocalCluster


def main(workers: int) -> None:
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        print(cluster.scheduler_address.replace("tcp://", "dask://"), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
