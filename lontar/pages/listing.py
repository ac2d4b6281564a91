"""Lists of articles: all news, archives by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lontar.digest import Digested
from lontar.model import urls
from lontar.model.article import Article, ArticleCard
from lontar.model.event import EventCard
from lontar.model.photo import Photo
from lontar.pages.cards import article_card, event_card, first_cover, group, label_of, product_card
from lontar.pages.formats import month_name
from lontar.pages.frame import Frame
from lontar.pages.meta import Crumb, context
from lontar.pages.pagination import cut_pages, pager_view
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.site.site import Edition, Site

TEMPLATE = "listing.html"
Ways = Digested[tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]]
"""Groups of ways on: a title, then label, URL path and count of each."""
_NO_WAYS: Ways = Digested(())


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    size = site.config.page_size["berita"]
    words, prefix = frame.words, edition.prefix
    news = (words["news"], urls.news(prefix))
    categories = tuple(
        (label_of(frame, "berita", name), urls.news_category(name, prefix), len(articles))
        for name, articles in edition.articles_by_category.items()
    )
    by_year: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(edition.articles_by_month, reverse=True) if site.config.lists.archive else ():
        by_year.setdefault(key[0], []).append(key)
    counts = {key: len(articles) for key, articles in edition.articles_by_month.items()}
    years = tuple(
        (str(year), urls.news_year(year, prefix), sum(counts[month] for month in months))
        for year, months in by_year.items()
    )
    groups = ((words["categories"], categories), (words["years"], years))
    ways: Ways = Digested(groups if site.config.lists.archive else groups[:1])
    yield from listing(
        frame, "news", words["news"], news[1], edition.articles, size, [news], ways, words["news_intro"]
    )
    for year, months in by_year.items():
        articles = [article for month in months for article in edition.articles_by_month[month]]
        crumb = (str(year), urls.news_year(year, prefix))
        title = words["archive_of"].format(period=year)
        entries = tuple((month_name(*m, frame.lang), urls.news_month(*m, prefix), counts[m]) for m in months)
        by_month: Ways = Digested(((words["months"], entries),))
        yield from listing(frame, "archive", title, crumb[1], articles, size, [news, crumb], by_month)
        for month in months:
            name = month_name(*month, frame.lang)
            url = urls.news_month(*month, prefix)
            title = words["archive_of"].format(period=name)
            found = edition.articles_by_month[month]
            yield from listing(frame, "archive", title, url, found, size, [news, crumb, (name, url)])


def listing(
    frame: Frame,
    kind: str,
    title: str,
    url: str,
    articles: Sequence[Article],
    size: int,
    crumbs: Sequence[Crumb],
    ways: Ways = _NO_WAYS,
    intro: str = "",
    products: Sequence[Any] = (),
    events: Sequence[EventCard] = (),
    feeds: tuple[tuple[str, str], ...] = (),
) -> Iterator[Page]:
    """The numbered pages of one list. `products` are pairs of cards (product, maker); these and `events` are
    shown on the first."""
    for number, total, entries in cut_pages(articles, size):
        cards = tuple(article.card for article in entries)
        drafts = tuple(article.card.url for article in entries if article.draft)
        shown, dated = (tuple(products), tuple(events)) if number == 1 else ((), ())
        args = (
            frame,
            kind,
            title,
            url,
            number,
            total,
            cards,
            drafts,
            tuple(crumbs),
            ways,
            intro,
            shown,
            dated,
            feeds,
        )
        text = card_text(frame.cards, kind, title, [label for label, _ in crumbs], _lead(cards, shown))
        yield Page(urls.numbered(url, number), TEMPLATE, view, args, card=text)


def _lead(cards: tuple[ArticleCard, ...], products: tuple[Any, ...]) -> Photo | None:
    """The first picture of the page."""
    return first_cover((*cards, *(card for card, _ in products)))


def view(
    _html: Html,
    frame: Frame,
    kind: str,
    title: str,
    url: str,
    number: int,
    total: int,
    cards: tuple[ArticleCard, ...],
    drafts: tuple[str, ...],
    crumbs: tuple[Crumb, ...],
    ways: Ways,
    intro: str,
    products: tuple[Any, ...],
    events: tuple[EventCard, ...],
    feeds: tuple[tuple[str, str], ...],
) -> dict[str, Any]:
    pager = pager_view(frame, url, number, total)
    page_title = title if number == 1 else f"{title} · {frame.words['page_number'].format(n=number)}"
    return context(
        frame,
        kind,
        title,
        urls.numbered(url, number),
        head_title=f"{page_title} · {frame.title}",
        description=(intro if number == 1 else "") or f"{page_title}, {frame.title}.",
        crumbs=crumbs,
        photo=_lead(cards, products),
        feeds=[
            {"title": f"{title} · {frame.title}", "url": frame.href(link), "type": type_}
            for link, type_ in feeds
        ],
        prev_url=urls.numbered(url, number - 1) if number > 1 else "",
        next_url=urls.numbered(url, number + 1) if number < total else "",
        cards=[article_card(frame, card, card.url in drafts) for card in cards],
        product_cards=[product_card(frame, *pair) for pair in products],
        event_cards=[event_card(frame, card) for card in events],
        pager=pager,
        groups=[
            {"title": name, "entries": [group(frame, *entry) for entry in entries]}
            for name, entries in ways.value
        ],
        intro=intro if number == 1 else "",
    )
