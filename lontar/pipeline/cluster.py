"""The heavy steps on other machines: Dask's own executor in the place of local processes.

Workers read and write the same folders under the same paths, so these must be shared; and they must run
this very engine, so that their output is the same to the byte. Both are asked of them first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from lontar.errors import ConfigErrors, Place, problem
from lontar.parallel import Far
from lontar.pipeline import engine

SCHEME = "dask://"
_SECONDS = 10
"""How long to wait for the scheduler."""


@contextmanager
def cluster(address: str, folders: tuple[Path, ...]) -> Iterator[Callable[[], Executor]]:
    """The executor of the scheduler at "dask://host:port". ConfigErrors when it cannot do our work."""
    if not address.startswith(SCHEME):
        raise _wrong("executor-unknown", address)
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise _wrong("executor-missing", address) from None
    try:
        client = Client(f"tcp://{address.removeprefix(SCHEME)}", timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError):
        raise _wrong("executor-unreachable", address) from None
    try:
        ask_workers(client.run(look, tuple(map(str, folders))), address)
        yield Far(client.get_executor)
    finally:
        client.close()


def look(folders: tuple[str, ...]) -> tuple[str, tuple[bool, ...]]:
    """On a worker: its engine, and whether it sees these folders."""
    return engine.fingerprint(), tuple(Path(folder).is_dir() for folder in folders)


def ask_workers(told: dict[str, tuple[str, tuple[bool, ...]]], address: str) -> None:
    """`told` is what each worker saw; ConfigErrors when one cannot do our work, or when there is none."""
    if not told:
        raise _wrong("executor-empty", address)
    own = engine.fingerprint()
    for worker, (version, seen) in told.items():
        if version != own:
            raise _wrong("executor-differs", worker)
        if not all(seen):
            raise _wrong("executor-blind", worker)


def _wrong(code: str, found: str) -> ConfigErrors:
    return ConfigErrors([problem(Place("--executor"), code, found=found)])
