"""The fingerprint of what makes the site: our own code, the libraries, the interpreter.

Another engine may give other bytes for the same content, so it changes every key and the cache's version.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from lontar.digest import digest

_LIBRARIES = (
    "babel",
    "icalendar",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pydantic",
    "pyvips",
    "pyvips_binary",
    "pyyaml",
    "python_frontmatter",
    "segno",
)
_NOT_OURS = ("survey", "serve", "__pycache__")


def fingerprint() -> str:
    """Digest of the engine's sources, the versions of its libraries and of Python."""
    own = Path(__file__).parents[1]
    return digest(sys.version_info[:2], _libraries(), list(_sources(str(own))))


def imaging() -> str:
    """Eight digits that change with the library that makes renditions."""
    return digest([name for name in _libraries() if name.startswith("pyvips")])[:8]


def _sources(folder: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name in _NOT_OURS:
                continue
            if entry.is_dir():
                found += [(f"{entry.name}/{name}", data) for name, data in _sources(entry.path)]
            elif entry.name.endswith(".py"):
                with open(entry.path, "rb") as file:  # noqa: PTH123  (twice as fast, and run at every start)
                    found.append((entry.name, file.read()))
    return found


def _libraries() -> list[str]:
    """Names like "jinja2-3.1.6.dist-info": the versions, without asking each package."""
    spec = PathFinder.find_spec("jinja2")
    if spec is None or spec.origin is None:
        return []
    folder = Path(spec.origin).parents[1]
    names = (name.lower() for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    return sorted(name for name in names if name.partition("-")[0].replace("-", "_") in _LIBRARIES)
