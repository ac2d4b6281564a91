"""The records of a benchmark corpus. Record number i depends on the seed, i and the sizes alone, so that
records can be made one by one and every layout is given the same ones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks import prose, words

FIRST_DAY = dt.datetime(2020, 3, 2, 7, tzinfo=dt.timezone(dt.timedelta(hours=7)))
YEARS = 5
PAGES = (("tentang", "Tentang Kami"), ("kontak", "Kontak"), ("cara-pesan", "Cara Memesan"))


@dataclass(frozen=True, slots=True)
class Photo:
    """`number` is the place in the corpus's row of photos, from 0."""

    number: int
    alt: str


@dataclass(frozen=True, slots=True)
class Article:
    slug: str
    title: str
    date: dt.datetime
    author: str
    location: str
    category: str
    tags: tuple[str, ...]
    summary: str
    cover: Photo | None
    body: str


@dataclass(frozen=True, slots=True)
class Product:
    """`maker` is the slug of a maker; price in rupiah, dimensions in centimetres, weight in grams."""

    slug: str
    name: str
    category: str
    price: int
    availability: str
    materials: tuple[str, ...]
    techniques: tuple[str, ...]
    dimensions: tuple[int, int, int]
    weight: int
    maker: str
    photo: Photo | None
    colour: str
    description: str


@dataclass(frozen=True, slots=True)
class Maker:
    slug: str
    name: str
    kind: str
    village: str
    district: str
    since: int
    story: str


@dataclass(frozen=True, slots=True)
class StaticPage:
    slug: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sizes and seed of a corpus; its records are made on demand."""

    article_count: int
    product_count: int
    seed: int
    photo_count: int = 0

    @property
    def maker_count(self) -> int:
        return max(4, self.product_count // 25)

    def articles(self) -> Iterator[Article]:
        """From the oldest to the newest."""
        return (self.article(number) for number in range(self.article_count))

    def products(self) -> Iterator[Product]:
        return (self._product(number) for number in range(self.product_count))

    def makers(self) -> Iterator[Maker]:
        return (self._maker(number) for number in range(self.maker_count))

    def pages(self) -> Iterator[StaticPage]:
        for number, (slug, title) in enumerate(PAGES):
            random = self._random("page", number)
            body = "\n\n".join(prose.sentences(random, 4) for _ in range(4)) + "\n"
            yield StaticPage(slug, title, body)

    def article(self, number: int) -> Article:
        random = self._random("article", number)
        title, slug = self._headline(number)
        place = random.choice(words.VILLAGES)
        return Article(
            slug=slug,
            title=title,
            date=FIRST_DAY + dt.timedelta(minutes=number * YEARS * 365 * 24 * 60 // self.article_count),
            author=prose.person(random),
            location=place,
            category=random.choice(tuple(words.ARTICLE_CATEGORIES)),
            tags=tuple(sorted(random.sample(words.TAGS, random.randint(2, 4)))),
            summary=prose.sentence(random)[:180],
            cover=self._photo(number, f"Suasana kegiatan di {place}"),
            body=prose.article_body(random, place, lambda: self._link(random)),
        )

    def _headline(self, number: int) -> tuple[str, str]:
        random = self._random("headline", number)
        title = (
            f"{random.choice(words.TITLE_STARTS)} {random.choice(words.VILLAGES)} "
            f"{random.choice(words.TITLE_ACTIONS)} {random.choice(words.CRAFTS)}"
        )
        return title, f"{slugify(title)}-{number:05d}"

    def _link(self, random: Random) -> str:
        title, slug = self._headline(random.randrange(self.article_count))
        return f"[{title}](/berita/{slug}/)"

    def _product(self, number: int) -> Product:
        random = self._random("product", number)
        category = random.choice(tuple(words.PRODUCT_CATEGORIES))
        name = (
            f"{random.choice(words.PRODUCT_NOUNS[category])} {random.choice(words.PRODUCT_STYLES)} "
            f"{random.choice(words.VILLAGES)}"
        )
        return Product(
            slug=f"{slugify(name)}-{number:04d}",
            name=name,
            category=category,
            price=random.randint(12, 2400) * 1000,
            availability=random.choice(("tersedia", "tersedia", "pesanan", "habis")),
            materials=tuple(random.sample(words.MATERIALS, random.randint(1, 3))),
            techniques=tuple(random.sample(words.TECHNIQUES, random.randint(1, 2))),
            dimensions=(random.randint(4, 240), random.randint(3, 110), random.randint(1, 70)),
            weight=random.randint(2, 900) * 10,
            maker=self._maker_name(number % self.maker_count)[1],
            photo=self._photo(number, f"{name}, tampak depan"),
            colour=random.choice(words.COLOURS),
            description=f"{prose.sentences(random, 3)}\n\n{prose.sentences(random, 2)}\n",
        )

    def _maker(self, number: int) -> Maker:
        random = self._random("maker", number)
        name, slug = self._maker_name(number)
        return Maker(
            slug=slug,
            name=name,
            kind=random.choice(("perajin", "umkm", "sentra")),
            village=random.choice(words.VILLAGES),
            district=random.choice(words.DISTRICTS),
            since=random.randint(1975, 2019),
            story=f"{prose.sentences(random, 4)}\n\n{prose.sentences(random, 3)}\n",
        )

    def _maker_name(self, number: int) -> tuple[str, str]:
        name = prose.person(self._random("maker name", number))
        return name, f"{slugify(name)}-{number:03d}"

    def _photo(self, number: int, alt: str) -> Photo | None:
        return Photo(number % self.photo_count, alt) if self.photo_count else None

    def _random(self, kind: str, number: int) -> Random:
        return Random(f"{self.seed}/{kind}/{number}")


def slugify(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
