"""Site: all that is published, in every language, with the indexes that pages are planned from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from lontar.model.article import Article
from lontar.model.config import Config
from lontar.model.event import Event
from lontar.model.maker import Maker
from lontar.model.page import StaticPage
from lontar.model.product import Product
from lontar.model.record import Record, Text, url_of
from lontar.model.survey import Survey, Tally
from lontar.model.urls import slugify


class Edition(NamedTuple):
    """The site in one language. `prefix` begins its URLs; articles are newest first, products and makers
    by name, pages by order, events by their start. Indexes map a slug (or year and month) to records in
    the same order. `tag_langs` names tags that a translation takes from its original, with their language."""

    lang: str
    prefix: str
    articles: tuple[Article, ...]
    products: tuple[Product, ...]
    makers: tuple[Maker, ...]
    pages: tuple[StaticPage, ...]
    surveys: tuple[Survey, ...]
    events: tuple[Event, ...]
    articles_by_category: Mapping[str, tuple[Article, ...]]
    articles_by_tag: Mapping[str, tuple[Article, ...]]
    articles_by_month: Mapping[tuple[int, int], tuple[Article, ...]]
    products_by_category: Mapping[str, tuple[Product, ...]]
    products_by_material: Mapping[str, tuple[Product, ...]]
    products_by_maker: Mapping[str, tuple[Product, ...]]
    products_by_tag: Mapping[str, tuple[Product, ...]]
    events_by_tag: Mapping[str, tuple[Event, ...]]
    tag_names: Mapping[str, str]
    tag_langs: Mapping[str, str]
    maker_of: Mapping[str, Maker]
    product_of: Mapping[str, Product]
    survey_of: Mapping[str, Survey]

    @property
    def texts(self) -> Iterator[Text]:
        """All records that have a text."""
        return chain(self.articles, self.products, self.makers, self.pages, self.events)


class Site(NamedTuple):
    """`now` carries the site's zone; `tallies` are the last counted answers by survey id."""

    config: Config
    editions: tuple[Edition, ...]
    tallies: Mapping[str, Tally]
    now: dt.datetime

    @property
    def main(self) -> Edition:
        return self.editions[0]


def make_site(
    config: Config,
    records: Iterable[Record],
    tallies: Mapping[str, Tally],
    now: dt.datetime,
    drafts: bool = False,
) -> Site:
    """The site at the moment `now`, without what is a draft (unless asked for), not yet out, or expired."""
    by_lang: dict[str, list[Record]] = {config.site.language: []}
    for record in records:
        if is_shown(record, now, drafts):
            by_lang.setdefault(record.lang, []).append(record)
    main = config.site.language
    first = _edition(main, "", by_lang.pop(main), None)
    others = (_edition(lang, f"/{lang}", by_lang[lang], first) for lang in sorted(by_lang))
    return Site(config, (first, *others), tallies, now)


def is_shown(record: Record, now: dt.datetime, drafts: bool) -> bool:
    if getattr(record, "draft", False) and not drafts:
        return False
    if isinstance(record, Article):
        if record.publish_at is not None and record.publish_at > now and not drafts:
            return False
        if record.expires_at is not None and record.expires_at <= now:
            return False
    return True


class Unpublished(NamedTuple):
    """The page of a record that only an editor may see yet; `publish_at` is None for a draft."""

    url: str
    publish_at: dt.datetime | None


def find_unpublished(site: Site) -> Iterator[Unpublished]:
    """What make_site would leave out if it were not asked for drafts."""
    for edition in site.editions:
        for record in edition.texts:
            if not is_shown(record, site.now, False):
                draft = getattr(record, "draft", False)
                yield Unpublished(url_of(record), None if draft else getattr(record, "publish_at", None))


def next_change(records: Iterable[Record], now: dt.datetime, drafts: bool = False) -> dt.datetime | None:
    """The next moment after `now` at which make_site gives another site without any file changing."""
    moments = (moment for record in records for moment in _moments(record, drafts))
    return min((moment for moment in moments if moment > now), default=None)


def _moments(record: Record, drafts: bool) -> Iterator[dt.datetime]:
    if isinstance(record, Survey):
        yield from (moment for moment in (record.opens, record.closes) if moment is not None)
    elif isinstance(record, Event) and (drafts or not record.draft):
        yield record.card.until  # upcoming before, past after
    elif isinstance(record, Article) and (drafts or not record.draft):
        begin, end = None if drafts else record.publish_at, record.expires_at
        yield from (moment for moment in (begin, end) if moment is not None)
        for moment in (record.card.date, record.card.date + NEWS_AGE):  # in the news sitemap, and out of it
            if (begin is None or begin < moment) and (end is None or moment < end):
                yield moment


NEWS_AGE = dt.timedelta(days=2)
"""How long an article stays in the news sitemap (Google's limit)."""


def _edition(lang: str, prefix: str, records: list[Record], main: Edition | None) -> Edition:
    """Makers, products and surveys that are not translated are those of the `main` edition."""
    articles = sorted((r for r in records if isinstance(r, Article)), key=lambda r: r.slug)
    articles.sort(key=lambda r: r.card.date, reverse=True)
    products = sorted(
        (r for r in records if isinstance(r, Product)), key=lambda r: (r.card.title.casefold(), r.slug)
    )
    makers = sorted(
        (r for r in records if isinstance(r, Maker)), key=lambda r: (r.card.title.casefold(), r.slug)
    )
    pages = sorted(
        (r for r in records if isinstance(r, StaticPage)), key=lambda r: (r.order, r.title, r.slug)
    )
    surveys = sorted((r for r in records if isinstance(r, Survey)), key=lambda r: r.slug)
    events = sorted((r for r in records if isinstance(r, Event)), key=lambda r: (r.card.start, r.slug))
    tag_slugs = _tag_slugs([*articles, *products, *events])
    return Edition(
        lang=lang,
        prefix=prefix,
        articles=tuple(articles),
        products=tuple(products),
        makers=tuple(makers),
        pages=tuple(pages),
        surveys=tuple(surveys),
        events=tuple(events),
        articles_by_category=_index((r.card.category, r) for r in articles),
        articles_by_tag=_index((tag_slugs[tag], r) for r in articles for tag in r.tags),
        articles_by_month=_index(((r.card.date.year, r.card.date.month), r) for r in articles),
        products_by_category=_index((r.card.category, r) for r in products),
        products_by_material=_index((slugify(material), r) for r in products for material in r.materials),
        products_by_maker=_index((r.card.maker, r) for r in products),
        products_by_tag=_index((tag_slugs[tag], r) for r in products for tag in r.tags),
        events_by_tag=_index((tag_slugs[tag], r) for r in events for tag in r.tags),
        tag_names={slug: name for name, slug in reversed(tag_slugs.items())},
        tag_langs=_tag_langs(lang, [*articles, *products, *events]) if main else {},
        maker_of={**(main.maker_of if main else {}), **{r.slug: r for r in makers}},
        product_of={**(main.product_of if main else {}), **{r.slug: r for r in products}},
        survey_of={**(main.survey_of if main else {}), **{r.slug: r for r in surveys}},
    )


def _tag_slugs(records: Iterable[Article | Product | Event]) -> dict[str, str]:
    """Each tag as written, in alphabetical order, with its slug; equal slugs are one tag."""
    names = {tag for record in records for tag in record.tags}
    return {name: slugify(name) for name in sorted(names)}


def _tag_langs(lang: str, records: Iterable[Article | Product | Event]) -> dict[str, str]:
    """By slug, the language of each tag that no record of the language itself has written."""
    taken: dict[str, str] = {}
    written: set[str] = set()
    for record in records:
        slugs = map(slugify, record.tags)
        own = record.langs.tags if isinstance(record, Product) else record.tags_lang
        if own == lang:
            written.update(slugs)
        else:
            taken.update(dict.fromkeys(slugs, own))
    return {slug: other for slug, other in taken.items() if slug not in written}


def _index(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, tuple[Any, ...]]:
    found: dict[Any, dict[int, Any]] = {}
    for key, record in pairs:
        found.setdefault(key, {})[id(record)] = record
    return {
        key: tuple(records.values()) for key, records in sorted(found.items(), key=lambda entry: entry[0])
    }
