"""A text whose front matter is as it was: a new record from the one before, without YAML and schemas.

Most edits mend a sentence. What their front matter came to is known then, and importing what reads and
checks it would take longer than all the rest of the build (docs/decisions/0038).
"""

from __future__ import annotations

from pathlib import Path

from lontar.digest import digest
from lontar.errors import Problem
from lontar.load.assemble import make_body
from lontar.load.contents import content_digest, front_of
from lontar.load.documents import Document, text_after_front
from lontar.load.drafts import Settings
from lontar.load.text import decode
from lontar.load.text_body import draft_body
from lontar.load.told import Told
from lontar.load.translations import originals_of
from lontar.model.outline import outline
from lontar.model.record import Text
from lontar.model.urls import KINDS


def mend(root: Path, settings: Settings, path: str, old: Text, known: str) -> Told | None:
    """What reading the file at `path` comes to, `old` and `known` being its record and the digest of its
    content before. None on any doubt: then it is to be read as if it were new."""
    if not path.endswith(".md") or originals_of(path):
        return None
    try:
        data = (root / path).read_bytes()
    except OSError:
        return None
    content = content_digest(data, None)
    if content == known:
        return Told(path, content, (), None, "", {}, ())
    front = front_of(content)
    text = decode(path, data)
    if not front or front != front_of(known) or isinstance(text, Problem):
        return None
    parts = text_after_front(text)
    if parts is None or old.notes or old.body.embeds:
        return None
    words, line = parts
    document = Document(path, KINDS[path.split("/")[1]], old.slug, old.lang, {}, {}, words, line)
    problems: list[Problem] = []
    draft = draft_body(document, words, line, (), old.body.lang, settings.language, settings.base, problems)
    if problems or draft.notes or draft.embeds:
        return None
    if draft.summary != old.body.summary and _summary(old) == old.body.summary:
        return None
    body = make_body(draft, ())
    record: Text = old._replace(body=body, digest=digest(old.digest, content))
    return Told(path, content, _photos(old), record, outline(record), {body.html: draft.pieces}, ())


def _summary(record: Text) -> str:
    """What is shown as such: written, or the beginning of the text."""
    return str(getattr(getattr(record, "card", record), "summary", record.body.summary))


def _photos(record: Text) -> tuple[str, ...]:
    cover = getattr(getattr(record, "card", None), "cover", None)
    used = (*((cover,) if cover is not None else ()), *getattr(record, "photos", ()))
    return tuple(dict.fromkeys(photo.file.source for photo in used))
