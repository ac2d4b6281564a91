"""Pages that stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model.page import StaticPage
from lontar.model.photo import Photo
from lontar.pages.bodies import (
    Shown,
    address_photos,
    body_lang,
    body_view,
    embedded_products,
    embedded_surveys,
)
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.pages.surveys import Asked
from lontar.site.site import Edition, Site

TEMPLATE = "page.html"


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    for page in edition.pages:
        products, surveys = embedded_products(edition, page.body), embedded_surveys(site, edition, page.body)
        text = card_text(frame.cards, "page", page.title, (page.title,), _lead(page))
        yield Page(page.url, TEMPLATE, view, (frame, page, products, surveys), page.source, card=text)


def _lead(page: StaticPage) -> Photo | None:
    return next((photo for embed in page.body.embeds for photo in embed.photos), None)


def view(
    html: Html, frame: Frame, page: StaticPage, products: Shown, surveys: tuple[Asked, ...]
) -> dict[str, Any]:
    made = context(
        frame,
        "page",
        page.title,
        page.url,
        title_lang=page.title_lang,
        description=page.summary,
        crumbs=[(page.title, page.url)],
        photo=_lead(page),
        body=body_view(frame, html, page.body, products, surveys, page.url),
        body_lang=body_lang(frame, page.body),
    )
    address_photos(made["body"], page.body.anchors)
    return made
