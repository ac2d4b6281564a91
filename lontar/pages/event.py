"""The agenda and the page of each event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.model.article import ArticleCard
from lontar.model.event import Event, EventCard
from lontar.pages import calendars
from lontar.pages.bodies import (
    Shown,
    address_photos,
    body_lang,
    body_view,
    embedded_products,
    embedded_surveys,
)
from lontar.pages.cards import article_card, event_card, first_cover, photo_view, tag_links
from lontar.pages.frame import Frame
from lontar.pages.maps import map_links
from lontar.pages.meta import context
from lontar.pages.pagination import cut_pages, pager_view
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.pages.sharing import share_links
from lontar.pages.structured_data import event as event_data
from lontar.pages.surveys import Asked
from lontar.site.site import Edition, Site

TEMPLATE, LISTING = "event.html", "agenda.html"


def upcoming(site: Site, edition: Edition) -> tuple[EventCard, ...]:
    """What is not past, the next one first."""
    return tuple(event.card for event in edition.events if event.card.until > site.now)


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    ahead = upcoming(site, edition)
    past = [event.card for event in reversed(edition.events) if event.card.until <= site.now]
    url, title = urls.agenda(edition.prefix), frame.words["agenda"]
    for number, total, entries in cut_pages(past, site.config.page_size["agenda"]):
        shown = (frame, number, total, ahead if number == 1 else (), tuple(entries))
        text = card_text(frame.cards, "agenda", title, (title,), first_cover((*shown[3], *entries)))
        yield Page(urls.numbered(url, number), LISTING, view_agenda, shown, card=text)
    articles = {article.slug: article.card for article in edition.articles} if edition.events else {}
    for event in edition.events:
        body = event.body
        args = (
            frame,
            event,
            event.card.until <= site.now,
            tuple(articles[slug] for slug in event.related if slug in articles),
            embedded_products(edition, body),
            embedded_surveys(site, edition, body),
        )
        card = event.card
        text = card_text(frame.cards, "event", card.title, (title, card.title), card.cover)
        yield Page(card.url, TEMPLATE, view, args, event.source, card=text)


def view_agenda(
    _html: Html,
    frame: Frame,
    number: int,
    total: int,
    ahead: tuple[EventCard, ...],
    past: tuple[EventCard, ...],
) -> dict[str, Any]:
    words, url = frame.words, urls.agenda(frame.prefix)
    title = words["agenda"]
    page_title = title if number == 1 else f"{title} · {words['page_number'].format(n=number)}"
    calendar = frame.site["calendar"]
    return context(
        frame,
        "agenda",
        title,
        urls.numbered(url, number),
        head_title=f"{page_title} · {frame.title}",
        description=words["agenda_intro"] if number == 1 else f"{page_title}, {frame.title}.",
        crumbs=[(title, url)],
        photo=first_cover((*ahead, *past)),
        feeds=[{"title": f"{title} · {frame.title}", "url": calendar, "type": calendars.TYPE}]
        if calendar
        else [],
        prev_url=urls.numbered(url, number - 1) if number > 1 else "",
        next_url=urls.numbered(url, number + 1) if number < total else "",
        intro=words["agenda_intro"] if number == 1 else "",
        upcoming=[event_card(frame, card) for card in ahead],
        past=[event_card(frame, card) for card in past],
        pager=pager_view(frame, url, number, total),
        calendar_url=calendar,
    )


def view(
    html: Html,
    frame: Frame,
    event: Event,
    is_past: bool,
    related: tuple[ArticleCard, ...],
    products: Shown,
    surveys: tuple[Asked, ...],
) -> dict[str, Any]:
    card, venue = event.card, event.venue
    made = context(
        frame,
        "event",
        card.title,
        card.url,
        title_lang=card.title_lang,
        description=card.summary or card.title,
        crumbs=[(frame.words["agenda"], urls.agenda(frame.prefix)), (card.title, card.url)],
        photo=card.cover,
        og_type="article",
        json_ld=lambda: [event_data(frame, event)],
        card=event_card(frame, card),
        cover=photo_view(frame, card.cover, is_cover=True),
        is_past=is_past,
        venue={"name": venue.name, "address": venue.address, "lang": frame.other_lang(card.place_lang)},
        maps=map_links(frame, venue.coordinates),
        registration="" if is_past else event.registration,
        calendar_url=frame.href(urls.event_calendar(event.slug, frame.prefix)),
        body=body_view(frame, html, event.body, products, surveys, card.url),
        body_lang=body_lang(frame, event.body),
        tags=tag_links(frame, event.tags, event.tags_lang),
        related=[article_card(frame, other) for other in related],
        share=share_links(frame, card.title, card.url),
        share_url=frame.absolute(card.url),
    )
    address_photos(made["body"], event.body.anchors, [made["cover"]])
    return made
