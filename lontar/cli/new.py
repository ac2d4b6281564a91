"""`new`: a file to begin with and copies of its photos, or a translation of a file."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import click

from lontar.cli import FINE, MISTAKES
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import answer, say, tell_problems
from lontar.errors import ConfigErrors, ContentErrors

_KINDS = (
    *("berita", "produk", "perajin", "halaman", "agenda"),
    *("article", "product", "maker", "page", "event"),
)
_FILE = click.Path(path_type=Path, dir_okay=False)


def command(name: str, call: Call) -> click.Command:
    options = [
        click.argument("kind", type=click.Choice(_KINDS), required=False),
        click.argument("title", required=False),
        click.argument("more", nargs=-1, type=_FILE),
        click.option("--photos", multiple=True, type=_FILE, help=call.texts["photos_option"]),
        call.option("--slug"),
        call.option("--category"),
        call.option("--translate"),
        call.option("--root", type=FOLDER),
    ]

    def body(translate: str | None, kind: str | None, title: str | None, **given: Any) -> int:
        if translate is not None:
            return _translate(call, translate, kind, **given)
        if kind is None or title is None:
            raise click.UsageError(call.texts["new_what"])
        return _new(call, kind, title, **given)

    return call.command(name, body, options)


def _translate(call: Call, original: str, kind: str | None, root: Path | None, **_: Any) -> int:
    from lontar.editor.translate import make_translation

    if kind is not None:
        raise click.UsageError(call.texts["new_or_translation"])
    folder = (root or call.home).absolute()
    path = Path(os.path.normpath(folder / original))
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else original
    answer(make_translation(folder, name, call.lang))
    say(call.texts["translation_next"])
    return FINE


def _new(
    call: Call,
    kind: str,
    title: str,
    photos: tuple[Path, ...],
    more: tuple[Path, ...],
    slug: str | None,
    category: str | None,
    root: Path | None,
    **_: Any,
) -> int:
    from lontar.editor.naming import KINDS
    from lontar.editor.new import Wish, make_new

    if more and not photos:
        raise click.UsageError(call.texts["new_unquoted"])
    folder = (root or call.home).absolute()
    pictures = [path.absolute() for path in (*photos, *more)]
    now = dt.datetime.now(dt.UTC)
    wish = Wish(KINDS[kind], title.strip(), now, pictures, slug or "", category or "", call.lang)
    try:
        files = make_new(folder, wish)
    except ConfigErrors:
        raise
    except ContentErrors as error:
        tell_problems(call.texts["errors_check"].format(n=len(error.problems)), error.problems, call.lang)
        return MISTAKES
    for path in files:
        answer(path)
    say(call.texts["new_next"])
    return FINE
