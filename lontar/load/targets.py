"""Publish targets as written to targets, or what is wrong with them: each kind has fields of its own."""

from __future__ import annotations

from collections.abc import Mapping

from lontar.errors import Problem, nearest, problem
from lontar.load.documents import Document
from lontar.load.written.config import WrittenTarget
from lontar.model.config import Target

_NEEDED = {"dir": ("path",), "rsync": ("host", "path"), "git": ()}
_ALLOWED = {
    "dir": ("kind", "path"),
    "rsync": ("host", "kind", "path", "port"),
    "git": ("branch", "kind", "remote"),
}
_SSH_PORT, _REMOTE, _BRANCH = 22, "origin", "gh-pages"


def read_targets(written: Mapping[str, WrittenTarget], document: Document) -> list[Target | Problem]:
    """In the order in which they are written."""
    found: list[Target | Problem] = []
    for name, one in written.items():
        wrong = list(_wrong(name, one, document))
        found += wrong or [
            Target(
                name,
                one.kind,
                (one.path or "").rstrip("/"),
                one.host or "",
                one.port or _SSH_PORT,
                one.remote or _REMOTE,
                one.branch or _BRANCH,
            )
        ]
    return found


def _wrong(name: str, one: WrittenTarget, document: Document) -> list[Problem]:
    found: list[Problem] = []
    for key in _NEEDED[one.kind]:
        if getattr(one, key) is None:
            place = document.place("publish", name, key)
            found.append(problem(place, "field-missing", field=place.field, key=key))
    allowed = _ALLOWED[one.kind]
    for key in one.__slots__:
        if key not in allowed and getattr(one, key) is not None:
            place = document.place("publish", name, key)
            found.append(
                problem(
                    place,
                    "field-unknown",
                    field=place.field,
                    allowed=", ".join(allowed),
                    nearest=nearest(key, allowed, 0.6),
                )
            )
    if one.kind == "rsync" and one.path is not None and not one.path.startswith("/"):
        place = document.place("publish", name, "path")
        found.append(problem(place, "publish-path-relative", field=place.field, found=one.path))
    return found
