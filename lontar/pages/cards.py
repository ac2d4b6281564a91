"""Cards as templates show them (docs/templates.md, "Shared shapes")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from lontar.model import urls
from lontar.model.article import ArticleCard
from lontar.model.event import EventCard
from lontar.model.maker import MakerCard
from lontar.model.photo import Photo
from lontar.model.product import ProductCard
from lontar.pages.formats import date_view, period, rupiah, short_month
from lontar.pages.frame import Frame
from lontar.pages.photos import picture

_AVAILABILITY = {"tersedia": "available", "pesanan": "made_to_order", "habis": "sold_out"}
_CURATION = {"lolos": "curated", "proses": "curation_pending", "belum": "curation_none"}
_KIND = {"perajin": "kind_maker", "umkm": "kind_business", "sentra": "kind_cluster"}

_MOST_KNOWN = 8_192
"""At most 3 kB each, where there are covers in many sizes."""
_known: dict[tuple[str, str, bool], Mapping[str, Any]] = {}


def photo_view(frame: Frame, photo: Photo | None, *, is_cover: bool = False) -> Any:
    if photo is None:
        return None
    view = picture(photo, frame.images, frame.base, is_cover=is_cover)
    return {**view, "lang": frame.other_lang(photo.lang), "anchor": ""}


def _langs(frame: Frame, card: ArticleCard | ProductCard | MakerCard | EventCard) -> dict[str, str]:
    return {
        "title_lang": frame.other_lang(card.title_lang),
        "summary_lang": frame.other_lang(card.summary_lang),
    }


def label_of(frame: Frame, group: str, slug: str) -> str:
    return frame.categories[group].get(slug, slug)


def availability_of(frame: Frame, value: str) -> str:
    return frame.words[_AVAILABILITY[value]]


def article_card(frame: Frame, card: ArticleCard, draft: bool = False) -> Mapping[str, Any]:
    """Lists, neighbours and related items show a card again and again: it is made once. Who changes what it
    holds takes a copy."""
    key = frame.digest, card.digest, draft
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        found = _known[key] = _article_card(frame, card, draft)
    return found


def _article_card(frame: Frame, card: ArticleCard, draft: bool) -> Mapping[str, Any]:
    return {
        "kind": "article",
        "url": frame.href(card.url),
        "title": card.title,
        "summary": card.summary,
        **_langs(frame, card),
        "date": date_view(card.date, frame.lang, card.has_time),
        "category": {
            "label": label_of(frame, "berita", card.category),
            "url": frame.href(urls.news_category(card.category, frame.prefix)),
        },
        "location": card.location,
        "cover": photo_view(frame, card.cover, is_cover=True),
        "draft": draft,
    }


def product_card(frame: Frame, card: ProductCard, maker: MakerCard | None) -> dict[str, Any]:
    return {
        "kind": "product",
        "url": frame.href(card.url),
        "title": card.title,
        "summary": card.summary,
        **_langs(frame, card),
        "price": rupiah(card.price, frame.lang) if card.price is not None else "",
        "price_note": card.price_note,
        "price_note_lang": frame.other_lang(card.price_note_lang),
        "category": {
            "label": label_of(frame, "produk", card.category),
            "url": frame.href(urls.gallery_category(card.category, frame.prefix)),
        },
        "maker": {
            "label": maker.title,
            "url": frame.href(maker.url),
            "lang": frame.other_lang(maker.title_lang),
        }
        if maker
        else None,
        "availability": {
            "value": card.availability,
            "label": availability_of(frame, card.availability),
        },
        "cover": photo_view(frame, card.cover),
    }


def maker_card(frame: Frame, card: MakerCard, product_count: int) -> dict[str, Any]:
    return {
        "kind": "maker",
        "url": frame.href(card.url),
        "title": card.title,
        "summary": card.summary,
        **_langs(frame, card),
        "kind_label": frame.words[_KIND[card.kind]],
        "place": ", ".join(filter(None, (card.village, card.district))),
        "curation": {"value": card.curation, "label": frame.words[_CURATION[card.curation]]},
        "cover": photo_view(frame, card.cover),
        "product_count": product_count,
    }


def event_card(frame: Frame, card: EventCard) -> dict[str, Any]:
    return {
        "kind": "event",
        "url": frame.href(card.url),
        "title": card.title,
        "summary": card.summary,
        **_langs(frame, card),
        "date": date_view(card.start, frame.lang, card.has_time),
        "day": str(card.start.day),
        "month": short_month(card.start, frame.lang),
        "when": period(card.start, card.end, card.has_time, frame.lang),
        "category": label_of(frame, "agenda", card.category),
        "place": card.place,
        "place_lang": frame.other_lang(card.place_lang),
        "cover": photo_view(frame, card.cover),
    }


class Covered(Protocol):
    """A card that may have a picture."""

    @property
    def cover(self) -> Photo | None: ...


def first_cover(cards: Iterable[Covered]) -> Photo | None:
    """The first picture of a page that shows these cards."""
    return next((card.cover for card in cards if card.cover), None)


def tag_links(frame: Frame, tags: Iterable[str], lang: str) -> list[dict[str, str]]:
    """The *tags* of docs/templates.md; `lang` is the language in which they are written."""
    said = frame.other_lang(lang)
    return [{"label": tag, "url": frame.href(urls.tag(tag, frame.prefix)), "lang": said} for tag in tags]


def group(frame: Frame, label: str, url: str, count: int, lang: str = "") -> dict[str, Any]:
    """The *group* of docs/templates.md; `lang` is the language of the label, "" for the page's own."""
    return {"label": label, "url": frame.href(url), "count": count, "lang": frame.other_lang(lang)}
