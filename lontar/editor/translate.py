"""A translation to begin with: a sibling of its original that shows, as comments, what can be said anew.

The lines are the original's own, each behind a "#": deleting the signs and translating what follows is all
there is to do, and what stays a comment is taken from the original (lontar/load/translations.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from lontar.editor.fields import fields_of
from lontar.errors import ConfigErrors, Place, nearest, problem
from lontar.load.config import read_config
from lontar.load.documents import Document, parse_document
from lontar.load.drafts import Draft, Settings, read_draft
from lontar.load.kinds import TEXT_FIELD, WRITTEN
from lontar.load.references import record_of
from lontar.load.sources import scan
from lontar.load.translations import LANGUAGES, originals_of, translations_of
from lontar.messages import cli_texts

FIELDS = {
    "article": ("title", "summary", "author", "location", "tags", "cover", "photos"),
    "product": (
        *("name", "price_note", "materials", "techniques", "photos"),
        *("attributes", "tags", "description"),
    ),
    "maker": ("name", "photo", "story"),
    "page": ("title", "summary"),
    "event": ("title", "place", "summary", "tags", "cover", "related"),
    "survey": ("question", "intro", "questions", "choices"),
}
"""What a reader reads. The first of each kind is what it is called; it is never a comment."""


def make_translation(root: Path, original: str, lang: str) -> str:
    """Write a translation of the record whose file is `original` into the site's other language; its path.
    Comments are in `lang`. ConfigErrors when there is nothing to translate, or it is translated already."""
    config = read_config(root)
    known = scan(root).records
    record = record_of(original)
    if original not in known or record is None or originals_of(original):
        raise ConfigErrors([problem(Place(original), "translate-what", nearest=nearest(original, known))])
    kind = record[0]
    into = next(one for one in LANGUAGES if one != config.site.language)
    path = PurePosixPath(original)
    name = path.with_name(f"{path.stem}.{into}{path.suffix}").as_posix()
    if (there := next(translations_of(original, known), None)) is not None:
        raise ConfigErrors([problem(Place(there), "translated-already")])
    data = (root / original).read_bytes()
    document = parse_document(original, kind, data)
    if not isinstance(document, Document):
        raise ConfigErrors([document])
    text = _text(document, data.decode("utf-8-sig"), lang)
    settings = Settings(config.site.language, config.site.timezone)
    draft = read_draft(name, kind, text.encode(), settings, (original, data))
    if not isinstance(draft, Draft):
        raise ConfigErrors(draft)
    with (root / name).open("x", encoding="utf-8") as file:
        file.write(text)
    return name


def _text(document: Document, written: str, lang: str) -> str:
    words = cli_texts(lang)
    called, *others = FIELDS[document.kind]
    blocks = dict(_blocks(document, written))
    about = words["translation_about"].format(path=document.path)
    parts = [f"# {about}\n", blocks[called]]
    if any(one.name == "draft" for one in fields_of(WRITTEN[document.kind])):
        parts.append("draft: true\n")
    for field in others:
        if field in blocks:
            parts.append("".join(f"#{line}\n" for line in blocks[field].splitlines()))
    if document.kind in TEXT_FIELD or not document.path.endswith(".md"):
        return "".join(parts)
    return f"---\n{''.join(parts)}# {words['translation_text']}\n---\n"


def _blocks(document: Document, written: str) -> Iterator[tuple[str, str]]:
    """Each field with its lines in the file, up to the next one's."""
    lines = written.splitlines()
    begins = sorted((line, str(path[0])) for path, line in document.lines.items() if len(path) == 1)
    closing = (number for number, line in enumerate(lines, 1) if number > 1 and line.rstrip() == "---")
    end = next(closing, len(lines) + 1) if document.path.endswith(".md") else len(lines) + 1
    for number, (begin, field) in enumerate(begins):
        until = begins[number + 1][0] if number + 1 < len(begins) else end
        yield field, "\n".join(lines[begin - 1 : until - 1]).rstrip() + "\n"
