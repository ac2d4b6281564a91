"""The home page: the lead story, the latest, what is ahead, chosen products, makers, a survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.model.event import EventCard
from lontar.pages.cards import article_card, event_card, group, label_of, maker_card, product_card
from lontar.pages.event import upcoming
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.structured_data import website
from lontar.pages.surveys import Asked, survey_args, survey_view
from lontar.site.site import Edition, Site

TEMPLATE = "home.html"
_LATEST, _FEATURED, _MAKERS, _EVENTS = 6, 8, 6, 3


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    articles = [(article.card, article.draft) for article in edition.articles[: _LATEST + 1]]
    chosen = [product for product in edition.products if product.card.featured] or edition.products
    products = [(product.card, _maker(edition, product.card.maker)) for product in chosen[:_FEATURED]]
    makers = [
        (maker.card, len(edition.products_by_maker.get(maker.slug, ()))) for maker in edition.makers[:_MAKERS]
    ]
    categories = [(name, len(group)) for name, group in edition.products_by_category.items()]
    short = [survey for survey in edition.surveys if not survey.questions]
    survey = next((s for s in short if s.slug == "kepuasan-situs"), None) or next(iter(short), None)
    asked = survey_args(site, survey) if survey else None
    events = upcoming(site, edition)[:_EVENTS] if edition.events else None
    args = (frame, articles, products, makers, categories, asked, events)
    yield Page(urls.home(edition.prefix), TEMPLATE, view, args)


def _maker(edition: Edition, slug: str) -> Any:
    maker = edition.maker_of.get(slug)
    return maker.card if maker else None


def view(
    _html: Html,
    frame: Frame,
    articles: list[Any],
    products: list[Any],
    makers: list[Any],
    categories: list[tuple[str, int]],
    asked: Asked | None,
    events: tuple[EventCard, ...] | None,
) -> dict[str, Any]:
    lead = article_card(frame, *articles[0]) if articles else None
    return context(
        frame,
        "home",
        frame.title,
        urls.home(frame.prefix),
        head_title=" · ".join(filter(None, (frame.title, frame.site["tagline"]))),
        description=frame.description,
        json_ld=lambda: [website(frame), frame.organization],
        lead=lead,
        latest=[article_card(frame, *article) for article in articles[1:]],
        featured=[product_card(frame, *product) for product in products],
        makers=[maker_card(frame, *maker) for maker in makers],
        categories=[
            group(frame, label_of(frame, "produk", name), urls.gallery_category(name, frame.prefix), count)
            for name, count in categories
        ],
        survey=survey_view(frame, *asked, back=urls.home(frame.prefix)) if asked else None,
        agenda={
            "upcoming": [event_card(frame, card) for card in events],
            "url": frame.href(urls.agenda(frame.prefix)),
        }
        if events is not None
        else None,
        news_url=frame.href(urls.news(frame.prefix)),
        catalogue_url=frame.site["catalogue"],
        gallery_url=frame.href(urls.gallery(frame.prefix)),
        makers_url=frame.href(urls.makers(frame.prefix)),
    )
