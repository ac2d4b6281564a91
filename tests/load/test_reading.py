"""Files to rows, here or by workers, with the same result."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lontar.cache.rows import Parts
from lontar.load.drafts import Settings
from lontar.load.reading import Job, Read, read_chunk, read_jobs
from lontar.load.sources import scan
from tests.building import article, write

SETTINGS = Settings("id", "Asia/Jakarta")


def gathered(root: Path, jobs: list[Job], pool: ThreadPoolExecutor | None) -> tuple[int, Read]:
    start = None if pool is None else lambda: pool
    whole, count = Read({}, [], {}, []), 0
    for number, read in read_jobs(str(root), jobs, {}, SETTINGS, start, Parts()):
        count += number
        whole = Read(
            whole.rows | read.rows,
            whole.texts + read.texts,
            whole.kept | read.kept,
            whole.problems + read.problems,
        )
    return count, whole


def test_workers_read_what_one_process_reads(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"content/berita/b{n}.md": article(f"Isi {n}.") for n in range(90)}
    files["content/berita/b7.md"] = "tanpa kepala"
    write(tmp_path, files)
    records = scan(tmp_path).records
    (told,) = read_chunk(str(tmp_path), SETTINGS, {}, [Job("content/berita/b0.md", (0, 0, 0), "")])
    jobs = [
        Job(path, stamp, told.content if path.endswith("/b0.md") else "") for path, stamp in records.items()
    ]
    count, alone = gathered(tmp_path, jobs, None)
    with ThreadPoolExecutor(2) as pool:
        assert gathered(tmp_path, jobs, pool) == (count, alone)
    assert count == 90
    assert (len(alone.rows), len(alone.texts)) == (88, 88)
    assert list(alone.kept) == ["content/berita/b0.md"]
    assert [one.place.path for one in alone.problems] == ["content/berita/b7.md"]
