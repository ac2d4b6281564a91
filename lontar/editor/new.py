"""A new record: a file that is valid from its first moment, in its place, with its photos beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lontar.editor.copies import copies_of
from lontar.editor.naming import path_for, slug_problem, taken_slugs
from lontar.editor.scaffold import scaffold, yaml_text
from lontar.errors import ConfigErrors, Place, nearest, problem
from lontar.load.config import NAME as CONFIG_NAME
from lontar.load.config import read_config
from lontar.load.drafts import Draft, Settings, read_draft
from lontar.load.sources import Sources, scan
from lontar.messages import cli_texts
from lontar.model.config import Config
from lontar.model.urls import FOLDERS, slugify

_NAMED = {"product": "name", "maker": "name"}
"""Kinds whose title is a field of another name."""
_AHEAD = dt.timedelta(days=14)
"""A new event's start: a day that is not past when the editor has written the rest."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: `kind` as the engine calls it; `slug` and `category` are "" for the usual ones;
    `now` tells the day of news, in any zone."""

    kind: str
    title: str
    now: dt.datetime
    photos: Sequence[Path] = ()
    slug: str = ""
    category: str = ""
    lang: str = "id"


def make_new(root: Path, wish: Wish) -> list[str]:
    """Write the files of a new record; their paths relative to `root`, the record's first. ConfigErrors
    when it cannot be made as wished, ContentErrors for unreadable photos; then nothing was written."""
    config = read_config(root)
    sources = scan(root)
    slug = wish.slug or slugify(wish.title)
    if (wrong := slug_problem(wish.kind, wish.title if not wish.slug else slug, slug, sources)) is not None:
        raise ConfigErrors([wrong])
    if wish.kind == "maker" and len(wish.photos) > 1:
        raise ConfigErrors([problem(Place(wish.title), "photos-too-many", found=len(wish.photos))])
    from zoneinfo import ZoneInfo

    local = wish.now.astimezone(ZoneInfo(config.site.timezone))
    values, choices = _values(wish, config, sources, local)
    year = f"{local.year}"
    group = {"article": year, "event": year, "product": values.get("category", "")}.get(wish.kind, "")
    path = path_for(wish.kind, slug, group, bool(wish.photos)).as_posix()
    copies = copies_of(wish.photos, slug)
    text = scaffold(wish.kind, values, choices, list(copies), cli_texts(wish.lang)["new_text"], wish.lang)
    settings = Settings(config.site.language, config.site.timezone)
    draft = read_draft(path, wish.kind, text.encode(), settings)
    if not isinstance(draft, Draft):
        raise ConfigErrors(draft)
    folder = path.rpartition("/")[0]
    files = {path: text.encode(), **{f"{folder}/{name}": data for name, data in copies.items()}}
    _write(root, files)
    return list(files)


def _values(
    wish: Wish, config: Config, sources: Sources, local: dt.datetime
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The needed fields as YAML, and what else some of them might say."""
    values = {_NAMED.get(wish.kind, "title"): yaml_text(wish.title)}
    choices: dict[str, list[str]] = {}
    if wish.kind == "article":
        values["date"] = f"{local:%Y-%m-%d %H:%M}"
    if wish.kind == "event":
        values["start"] = f"{local + _AHEAD:%Y-%m-%d} 09:00"
        values["place"] = f"\n  name: {yaml_text(config.organization.name)}"
    if wish.kind in ("article", "product", "event"):
        choices["category"] = list(config.categories[FOLDERS[wish.kind]])
        values["category"] = _category(wish, choices["category"])
    if wish.kind == "product":
        choices["maker"] = sorted(taken_slugs("maker", sources))
        if not choices["maker"]:
            raise ConfigErrors([problem(Place(f"content/{FOLDERS['maker']}/"), "maker-needed")])
        values["maker"] = choices["maker"][0]
    return values, choices


def _category(wish: Wish, known: list[str]) -> str:
    group = FOLDERS[wish.kind]
    if not known:
        raise ConfigErrors([problem(Place(CONFIG_NAME), "category-needed", group=group)])
    if wish.category and wish.category not in known:
        found = problem(
            Place(CONFIG_NAME),
            "category-unknown",
            found=wish.category,
            allowed=", ".join(known),
            nearest=nearest(wish.category, known),
        )
        raise ConfigErrors([found])
    return wish.category or known[0]


def _write(root: Path, files: dict[str, bytes]) -> None:
    """Photos first, so that a record never names one that is not there; nothing is written over. When one
    cannot be written, none is left."""
    done: list[Path] = []
    try:
        for name in reversed(files):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                done.append(path)
                file.write(files[name])
    except OSError:
        for path in done:
            path.unlink()
        raise
