"""What a checker found, in one shape for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`path` is relative to the checked folder; `rule` is the checker's own name for it, if it has one."""

    path: str
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}" + (f" [{self.rule}]" if self.rule else "")


def relative(path: str, root: Path) -> str:
    """`path` as a checker told it (a file: URL, an absolute path) relative to `root`."""
    whole = Path(path.removeprefix("file://").removeprefix("file:")).resolve()
    return whole.relative_to(root.resolve()).as_posix()


def told(findings: Iterable[object], limit: int = 40) -> str:
    """Findings as lines for the message of a failed test."""
    lines = [str(finding) for finding in findings]
    more = [f"… and {len(lines) - limit} more"] if len(lines) > limit else []
    return "\n".join([f"{len(lines)} findings", *lines[:limit], *more])
