"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.model.article import Article, ArticleCard
from lontar.pages.bodies import (
    Shown,
    address_photos,
    after_text,
    body_lang,
    body_view,
    embedded_products,
    embedded_surveys,
)
from lontar.pages.cards import article_card, label_of, photo_view, tag_links
from lontar.pages.formats import date_view
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.pages.sharing import share_links
from lontar.pages.structured_data import news_article
from lontar.pages.surveys import Asked, survey_args, survey_view
from lontar.site.related import find_related
from lontar.site.site import Edition, Site

TEMPLATE = "article.html"
_RELATED = 4
_WORDS_A_MINUTE = 200


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    articles = edition.articles
    cards = [article.card for article in articles]
    groups = [(*(urls.slugify(tag) for tag in a.tags), f"/{a.card.category}") for a in articles]
    related = find_related(cards, groups, _RELATED)
    for number, article in enumerate(articles):
        newer = cards[number - 1] if number else None
        older = cards[number + 1] if number + 1 < len(cards) else None
        surveys = embedded_surveys(site, edition, article.body)
        own = edition.survey_of.get(article.survey)
        asked = survey_args(site, own) if own is not None and all(s[0] is not own for s in surveys) else None
        args = (
            frame,
            article,
            newer,
            older,
            related[number],
            embedded_products(edition, article.body),
            surveys,
            asked,
        )
        card, news = article.card, frame.words["news"]
        trail = (news, label_of(frame, "berita", card.category), card.title)
        text = card_text(frame.cards, "article", card.title, trail, card.cover)
        yield Page(card.url, TEMPLATE, view, args, article.source, card=text)


def view(
    html: Html,
    frame: Frame,
    article: Article,
    newer: ArticleCard | None,
    older: ArticleCard | None,
    related: tuple[ArticleCard, ...],
    products: Shown,
    surveys: tuple[Asked, ...],
    asked: Asked | None,
) -> dict[str, Any]:
    card, lang = article.card, frame.lang
    cover = photo_view(frame, card.cover, is_cover=True)
    category = label_of(frame, "berita", card.category)
    category_url = urls.news_category(card.category, frame.prefix)
    made = context(
        frame,
        "article",
        card.title,
        card.url,
        title_lang=card.title_lang,
        description=card.summary,
        crumbs=[
            (frame.words["news"], urls.news(frame.prefix)),
            (category, category_url),
            (card.title, card.url),
        ],
        photo=card.cover,
        og_type="article",
        json_ld=lambda: [news_article(frame, article)],
        card={**article_card(frame, card, article.draft), "cover": cover},
        author=article.author or frame.organization["name"],
        updated=date_view(article.updated, lang) if article.updated else None,
        body=body_view(frame, html, article.body, products, surveys, card.url),
        body_lang=body_lang(frame, article.body),
        photos=[photo_view(frame, photo) for photo in after_text(article)],
        tags=tag_links(frame, article.tags, article.tags_lang),
        survey=survey_view(frame, *asked, back=card.url) if asked else None,
        newer=article_card(frame, newer) if newer else None,
        older=article_card(frame, older) if older else None,
        related=[article_card(frame, other) for other in related],
        share=share_links(frame, card.title, card.url),
        share_url=frame.absolute(card.url),
        reading_minutes=max(1, round(article.body.words / _WORDS_A_MINUTE)),
    )
    address_photos(made["body"], article.body.anchors, [cover], made["photos"])
    return made
