"""A text as templates show it: its HTML pieces with the embeds between them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from lontar.model.article import Article
from lontar.model.body import Body, Embed
from lontar.model.maker import MakerCard
from lontar.model.page import StaticPage
from lontar.model.photo import Photo
from lontar.model.product import Product, ProductCard
from lontar.model.record import Text
from lontar.pages.cards import photo_view, product_card
from lontar.pages.frame import Frame
from lontar.pages.planned import Html
from lontar.pages.surveys import Asked, survey_args, survey_view
from lontar.site.site import Edition, Site

Shown = tuple[tuple[ProductCard, MakerCard | None], ...]


def embedded_products(edition: Edition, body: Body) -> Shown:
    """The cards of the products that a text embeds, each with its maker's."""
    found = []
    for embed in body.embeds:
        if embed.kind == "product" and (product := edition.product_of.get(embed.target)) is not None:
            maker = edition.maker_of.get(product.card.maker)
            found.append((product.card, maker.card if maker else None))
    return tuple(found)


def embedded_surveys(site: Site, edition: Edition, body: Body) -> tuple[Asked, ...]:
    """The surveys that a text embeds, as survey_view takes them."""
    return tuple(
        survey_args(site, edition.survey_of[embed.target])
        for embed in body.embeds
        if embed.kind == "survey" and embed.target in edition.survey_of
    )


def body_lang(frame: Frame, body: Body) -> str:
    """The language of a text where it is not the page's own, else ""."""
    return frame.other_lang(body.lang)


def body_view(
    frame: Frame, html: Html, body: Body, products: Shown, surveys: tuple[Asked, ...], back: str
) -> list[Mapping[str, Any]]:
    """The *body* of docs/templates.md. `back` is the page to return to after a vote."""
    pieces = html[body.html]
    by_url = {card.url: (card, maker) for card, maker in products}
    by_id = {survey[0].slug: survey for survey in surveys}
    parts: list[Mapping[str, Any]] = []
    for number, piece in enumerate(pieces):
        if piece:
            parts.append({"kind": "html", "html": Markup(piece)})
        if number < len(body.embeds):
            part = _embed(frame, body.embeds[number], by_url, by_id, back, body_lang(frame, body))
            if part is not None:
                parts.append(part)
    return parts


Photos = Iterable[dict[str, Any] | None]


def address_photos(
    body: list[Mapping[str, Any]], anchors: Container[str], before: Photos = (), after: Photos = ()
) -> None:
    """Give the photos of a page that can be seen large their addresses, "foto-1" and so on in the order in
    which they stand: `before` the text, in it, and `after` it. js/lightbox.js counts them alike. An address
    that the text uses for itself (`anchors`) stays the text's."""
    inside = [photo for part in body for photo in _figures(part)]
    for number, photo in enumerate(filter(None, (*before, *inside, *after)), 1):
        name = f"foto-{number}"
        photo["anchor"] = "" if name in anchors else name


def after_text(article: Article) -> list[Photo]:
    """The photos that stand after an article's text: those that no gallery in it shows."""
    shown = {photo.file.content for e in article.body.embeds if e.kind == "gallery" for photo in e.photos}
    return [photo for photo in article.photos if photo.file.content not in shown]


def photo_anchors(record: Text) -> list[str]:
    """The addresses that `address_photos` has for the photos of a record's page."""
    return [f"foto-{number}" for number, _ in enumerate(_seen_large(record), 1)]


def _seen_large(record: Text) -> Iterator[Photo]:
    if isinstance(record, Product):
        yield from record.photos
    elif not isinstance(record, StaticPage) and record.card.cover is not None:
        yield record.card.cover
    for embed in record.body.embeds:
        if embed.kind in ("figure", "gallery"):
            yield from embed.photos
    if isinstance(record, Article):
        yield from after_text(record)


def _figures(part: Mapping[str, Any]) -> list[Any]:
    if part["kind"] == "gallery":
        return list(part["photos"])
    return [part["photo"]] if part["kind"] == "figure" else []


def _embed(
    frame: Frame,
    embed: Embed,
    by_url: Mapping[str, tuple[ProductCard, MakerCard | None]],
    by_id: Mapping[str, Asked],
    back: str,
    lang: str,
) -> Mapping[str, Any] | None:
    if embed.kind in ("photo", "figure"):
        if not embed.photos:
            return None
        return {"kind": embed.kind, "photo": photo_view(frame, embed.photos[0])}
    if embed.kind == "gallery":
        return {"kind": "gallery", "photos": [photo_view(frame, photo) for photo in embed.photos]}
    if embed.kind == "product":
        found = next((pair for url, pair in by_url.items() if url.endswith(f"/{embed.target}/")), None)
        return {"kind": "product", "card": product_card(frame, *found)} if found else None
    if embed.kind == "survey":
        survey = by_id.get(embed.target)
        return {"kind": "survey", "survey": survey_view(frame, *survey, back=back)} if survey else None
    return {
        "kind": "video",
        "url": embed.target,
        "title": embed.title or embed.target,
        "lang": lang if embed.title else "",
        **_player(embed.target),
    }


def _player(address: str) -> dict[str, str]:
    from lontar.model.video import player_of

    player = player_of(address)
    return {"host": player.host, "player": player.address} if player else {"host": "", "player": ""}
