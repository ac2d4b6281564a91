"""What Pelican does not have: neighbours, related articles, listings of products and makers."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pelican import signals
from pelican.generators import Generator

RELATED = 4


def connect_articles(generator: Any) -> None:
    """Neighbours in time, and the newest articles that share a tag."""
    articles = generator.articles
    by_tag = defaultdict(list)
    for article in articles:
        for tag in article.tags:
            if len(by_tag[tag]) < RELATED:
                by_tag[tag].append(article)
    for index, article in enumerate(articles):
        article.newer = articles[index - 1] if index else None
        article.older = articles[index + 1] if index + 1 < len(articles) else None
        related = {one.slug: one for tag in article.tags for one in by_tag[tag][:3]}
        related.pop(article.slug, None)
        article.related = list(related.values())[:RELATED]


class GalleryGenerator(Generator):  # type: ignore[misc]
    """Listings of the pages that are products or makers; Pelican writes the pages themselves."""

    def generate_context(self) -> None:
        pages = sorted(self.context["pages"], key=lambda page: page.title)
        self.products = [page for page in pages if page.template == "product"]
        self.makers = [page for page in pages if page.template == "maker"]
        by_key = {maker.key: maker for maker in self.makers}
        for maker in self.makers:
            maker.works = []
        for product in self.products:
            product.made_by = by_key[product.maker]
            product.made_by.works.append(product)
        self.context["products"] = self.products

    def generate_output(self, writer: Any) -> None:
        crafts = defaultdict(list)
        for product in self.products:
            crafts[product.craft].append(product)
        self._write_gallery(writer, "galeri", "Galeri", self.products)
        for craft, products in crafts.items():
            self._write_gallery(writer, f"galeri/{craft}", craft, products)
        writer.write_file(
            "perajin/index.html",
            self.get_template("makers"),
            self.context,
            makers=self.makers,
            url="perajin/",
        )

    def _write_gallery(self, writer: Any, path: str, title: str, products: list[Any]) -> None:
        writer.write_file(
            f"{path}/index.html",
            self.get_template("gallery"),
            self.context,
            paginated={"products": products},
            template_name="gallery",
            title=title,
            url=f"{path}/",
        )


def get_generator(_: Any) -> type[Generator]:
    return GalleryGenerator


def register() -> None:
    signals.article_generator_finalized.connect(connect_articles)
    signals.get_generators.connect(get_generator)
