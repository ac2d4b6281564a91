"""Draft of an article to the record."""

from __future__ import annotations

from lontar.digest import digest
from lontar.errors import problem
from lontar.load.assemble import Parts
from lontar.load.drafts import moment, optional_moment
from lontar.load.written.article import WrittenArticle
from lontar.model.article import Article, ArticleCard


def make_article(parts: Parts) -> Article:
    draft, settings, body = parts.draft, parts.settings, parts.body
    written: WrittenArticle = draft.written
    notes = parts.notes
    if not written.summary:
        notes = (*notes, problem(draft.document.place("summary"), "summary-missing"))
    cover = parts.lead or (parts.photos[0] if parts.photos else None)
    summary = " ".join(written.summary.split()) or body.summary
    when = moment(written.date, settings)
    shown = (
        *(parts.url, written.title, summary, when, written.date[1], written.category, written.location),
        *(draft.lang_of("title"), parts.summary_lang(written.summary)),
    )
    card = ArticleCard(*shown, cover=cover, digest=digest(*shown, cover))
    return Article(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        card=card,
        updated=optional_moment(written.updated, settings),
        author=written.author,
        tags=tuple(dict.fromkeys(tag.strip() for tag in written.tags)),
        tags_lang=draft.lang_of("tags"),
        photos=parts.photos,
        survey=written.survey or "",
        aliases=tuple(written.aliases),
        draft=written.draft,
        publish_at=optional_moment(written.publish_at, settings),
        expires_at=optional_moment(written.expires_at, settings),
        translation_of=written.translation_of or "",
        body=body,
        lines=parts.lines,
        notes=notes,
        digest=parts.digest,
    )
