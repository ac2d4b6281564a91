"""What was measured, as plain values that can be saved, loaded and asked for."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.measure import Sample

WORKS = ("cold", "no-op", "edit", "edit oldest", "edit newest")
PARTS = ("text", "photos", "disk")


@dataclass(frozen=True, slots=True, order=True)
class Size:
    articles: int
    products: int

    def __str__(self) -> str:
        return f"{self.articles:,} + {self.products:,}"


FULL = Size(10_000, 2_000)
GALLERY = Size(500, 300)
GALLERY_PHOTOS = 300


@dataclass(slots=True)
class Row:
    """One contestant at one size. `part` is one of PARTS; `samples` are by kind of work; `pss` in MiB is 0
    where the process tree was not watched."""

    part: str
    size: Size
    photos: int
    tool: str
    pages: int = 0
    renditions: int = 0
    pss: float = 0.0
    samples: dict[str, list[Sample]] = field(default_factory=dict)

    def seconds(self, work: str) -> float | None:
        samples = self.samples.get(work)
        return median(sample.seconds for sample in samples) if samples else None

    def cpu(self, work: str) -> float | None:
        samples = self.samples.get(work)
        return median(sample.cpu for sample in samples) if samples else None

    def memory(self) -> float | None:
        """Peak of a cold build in MiB."""
        samples = self.samples.get("cold")
        return max(self.pss, *(sample.rss for sample in samples)) if samples else None


@dataclass(slots=True)
class Results:
    """`machine` and `versions` are label → text; `folder_kind` says where the sites lay."""

    date: str
    machine: dict[str, str]
    versions: dict[str, str]
    folder_kind: str
    rows: list[Row] = field(default_factory=list)

    def row(self, part: str, size: Size, tool: str) -> Row | None:
        found = (row for row in self.rows if (row.part, row.size, row.tool) == (part, size, tool))
        return next(found, None)

    def sizes(self, part: str) -> list[Size]:
        return sorted({row.size for row in self.rows if row.part == part})

    def of(self, part: str, size: Size) -> list[Row]:
        return [row for row in self.rows if row.part == part and row.size == size]


def save(results: Results, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dataclasses.asdict(results), indent=1), encoding="utf-8")


def load(path: Path) -> Results | None:
    """Results that were saved, None when there are none."""
    if not path.exists():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = [
        Row(
            **{
                **row,
                "size": Size(**row["size"]),
                "samples": {work: [Sample(**one) for one in all_] for work, all_ in row["samples"].items()},
            }
        )
        for row in data.pop("rows")
    ]
    return Results(**data, rows=rows)
