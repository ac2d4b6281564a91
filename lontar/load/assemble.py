"""Drafts and the facts of their photos become records: complete, frozen, with their digests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from lontar.digest import digest
from lontar.errors import Place, Problem, nearest, problem
from lontar.load.drafts import Draft, Settings
from lontar.load.sources import OTHER_PHOTO_SUFFIXES
from lontar.load.text_body import Draft as BodyDraft
from lontar.load.text_body import EmbedDraft, PhotoUse
from lontar.model.body import Body, Embed
from lontar.model.photo import Photo, PhotoFile, make_photo


class Parts(NamedTuple):
    """What every kind of record is made of. `notes` are matters whose severity the config decides."""

    draft: Draft
    settings: Settings
    url: str
    photos: tuple[Photo, ...]
    lead: Photo | None
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str

    def summary_lang(self, written: str) -> str:
        """The language of a summary: of the one `written`, else of the text it is taken from."""
        return self.draft.lang_of("summary") if written else self.body.lang


def make_parts(draft: Draft, settings: Settings, url: str, files: Mapping[str, PhotoFile]) -> Parts:
    """`files` holds every readable photo; a use of another one is a note and leaves the photo out."""
    notes: list[Problem] = list(draft.body.notes)
    known = {use.place: _photo(use, _lang_of(use, draft), files, notes) for use in draft.uses}
    lead = next((known[use.place] for use in draft.uses if use.field in ("cover", "photo")), None)
    photos = tuple(
        photo for use in draft.uses if use.field == "photos" and (photo := known[use.place]) is not None
    )
    embeds = tuple(_embed(embed, known) for embed in draft.body.embeds)
    body = make_body(draft.body, embeds)
    used = [photo.digest if photo else "" for photo in known.values()]
    lines = _shared(
        tuple((str(path[0]), line) for path, line in draft.document.lines.items() if len(path) == 1)
    )
    whole = digest(draft.document.path, draft.content, used, settings)
    return Parts(draft, settings, url, photos, lead, body, lines, tuple(notes), whole)


@lru_cache(maxsize=1024)
def _shared(lines: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """The same keys on the same lines as in another file: one value for all: it is a fifth of a record."""
    return lines


def make_body(draft: BodyDraft, embeds: tuple[Embed, ...]) -> Body:
    html = digest(draft.pieces)
    return Body(
        html=html,
        embeds=embeds,
        anchors=draft.anchors,
        links=draft.links,
        summary=draft.summary,
        words=draft.words,
        lang=draft.lang,
        digest=digest(html, [embed.digest_parts for embed in embeds], draft.anchors, draft.lang),
    )


def _lang_of(use: PhotoUse, draft: Draft) -> str:
    return draft.body.lang if use.field == "text" else draft.lang_of(use.field)


def _photo(use: PhotoUse, lang: str, files: Mapping[str, PhotoFile], notes: list[Problem]) -> Photo | None:
    file = files.get(use.path)
    if file is None:
        notes.append(_missing(use, files))
        return None
    if not use.alt.strip():
        notes.append(problem(use.place, "alt-missing", file=PurePosixPath(use.path).name))
    return make_photo(file, use.alt.strip(), use.caption.strip(), use.credit.strip(), lang)


def _missing(use: PhotoUse, files: Mapping[str, PhotoFile]) -> Problem:
    suffix = PurePosixPath(use.path).suffix.lower()
    if suffix in OTHER_PHOTO_SUFFIXES:
        return problem(use.place, "photo-format", file=use.path, found=suffix)
    paths = [path.removeprefix("content") for path in files]
    near = nearest(use.path.removeprefix("content"), paths, 0.6)
    if not near:
        by_name = {PurePosixPath(path).name: path for path in paths}
        near = by_name.get(nearest(PurePosixPath(use.path).name, by_name, 0.6), "")
    return problem(use.place, "photo-missing", file=use.path, nearest=near)


def _embed(draft: EmbedDraft, known: Mapping[Place, Photo | None]) -> Embed:
    photos = tuple(photo for use in draft.uses if (photo := known.get(use.place)) is not None)
    return Embed(draft.kind, draft.target, draft.title, photos, draft.line)  # type: ignore[arg-type]
