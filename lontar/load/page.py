"""Draft of a page that stands by itself to the record."""

from __future__ import annotations

from lontar.load.assemble import Parts
from lontar.load.written.page import WrittenPage
from lontar.model.page import StaticPage


def make_page(parts: Parts) -> StaticPage:
    draft = parts.draft
    written: WrittenPage = draft.written
    return StaticPage(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        url=parts.url,
        title=written.title,
        title_lang=draft.lang_of("title"),
        summary=" ".join(written.summary.split()) or parts.body.summary,
        menu=written.menu,
        order=written.order,
        aliases=tuple(written.aliases),
        draft=written.draft,
        body=parts.body,
        lines=parts.lines,
        notes=parts.notes,
        digest=parts.digest,
    )
