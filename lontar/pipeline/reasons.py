"""Why a page must be made anew, as a sentence's code: one pure function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lontar.output import Stamp
from lontar.pages.frame import Frame
from lontar.pages.planned import Page
from lontar.pipeline.memory import FileRow


def why(row: FileRow | None, key: str, template: str, frame: str, stamp: Stamp | None) -> str | None:
    """None when the file stands as it should; else one of new, missing, altered, template, frame, content."""
    if row is None:
        return "new"
    if stamp is None:
        return "missing"
    if stamp != row[4]:
        return "altered"
    if template != row[1]:
        return "template"
    if key != row[0]:
        return "frame" if frame != row[2] else "content"
    return None


def frame_of(page: Page) -> str:
    first = page.args[0] if page.args else None
    return first.digest if isinstance(first, Frame) else ""


def changed_sources(page: Page, read: Mapping[str, str]) -> str:
    """Which of the sources read anew (by the URL of their record) a page shows."""
    found: dict[str, None] = {}

    def walk(value: Any, depth: int) -> None:
        url = getattr(value, "url", None) or getattr(getattr(value, "card", None), "url", None)
        if isinstance(url, str) and url in read:
            found[read[url]] = None
        elif type(value) in (tuple, list) and depth < 5:
            for item in value:
                walk(item, depth + 1)

    walk(page.args, 0)
    if not found and page.source in read.values():
        found[page.source] = None
    return ", ".join(list(found)[:3])
