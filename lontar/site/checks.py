"""What is wrong between records, and what single files noted, weighed by the configuration."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from lontar.errors import Place, Problem, nearest, problem
from lontar.model.article import Article
from lontar.model.config import Level
from lontar.model.event import Event
from lontar.model.product import Product
from lontar.model.survey import Survey
from lontar.site.site import Edition, Site

R = TypeVar("R", bound=Article | Product | Event)

RULES: Mapping[str, str] = {
    "photo-missing": "images",
    "photo-format": "images",
    "alt-missing": "alt",
    "summary-missing": "summary",
    "link-missing": "links",
    "anchor-missing": "links",
    "html-removed": "html",
    "alt-useless": "alt",
    "summary-long": "summary",
    "title-long": "title",
    "photo-small": "photos",
    "photo-heavy": "photos",
    "photo-unused": "unused",
    "tag-twin": "tags",
    "date-far": "dates",
    "budget": "budgets",
    "link-vague": "access",
    "product-unlisted": "catalogue",
}
"""The rule of site_config.yaml that decides how severe a problem is; those of no rule are errors."""


def find_problems(site: Site, failed: Collection[str] = ()) -> Iterator[Problem]:
    """`failed` are sources that could not be read: what refers to them is not wrong on their account."""
    names = {path.rsplit("/", 1)[-1].split(".")[0] for path in failed}
    names |= {path.split("/")[-2] for path in failed if path.split("/")[-1].startswith("index.")}
    for edition in site.editions:
        for record in (*edition.texts, *edition.surveys):
            yield from (note for note in record.notes if dict(note.values).get("file") not in failed)
        yield from _categories(site, edition)
        yield from _references(edition, names)
        yield from _twins(edition)
        yield from _answers(edition, site.main)


def weigh(problems: Iterable[Problem], checks: Mapping[str, Level]) -> tuple[Problem, ...]:
    """Each problem with the severity that the configuration gives its rule; what is off is left out."""
    weighed: list[Problem] = []
    for one in problems:
        level = checks.get(RULES.get(one.code, ""), "error")
        if level != "off":
            weighed.append(one.as_warning() if level == "warning" else one)
    return tuple(sorted(set(weighed)))


def _place(record: Article | Product | Event, field: str) -> Place:
    return Place(record.source, dict(record.lines).get(field, 1), field=field)


def _saying(records: Iterable[R], field: str) -> Iterator[R]:
    """Those that say it themselves: what a translation takes from its original is told there."""
    return (record for record in records if any(name == field for name, _ in record.lines))


def _categories(site: Site, edition: Edition) -> Iterator[Problem]:
    events: dict[str, list[Event]] = {}
    for event in edition.events:
        events.setdefault(event.card.category, []).append(event)
    groups: tuple[tuple[str, Mapping[str, Sequence[Article | Product | Event]]], ...] = (
        ("berita", edition.articles_by_category),
        ("produk", edition.products_by_category),
        ("agenda", events),
    )
    for group, index in groups:
        known = site.config.categories[group]
        for slug, records in index.items():
            if slug not in known:
                near = nearest(slug, known)
                for record in _saying(records, "category"):
                    yield problem(
                        _place(record, "category"),
                        "category-unknown",
                        found=slug,
                        allowed=", ".join(known),
                        nearest=near,
                    )


def _references(edition: Edition, failed: Collection[str]) -> Iterator[Problem]:
    for slug, products in edition.products_by_maker.items():
        if slug not in edition.maker_of and slug not in failed:
            for product in _saying(products, "maker"):
                yield _dangling(_place(product, "maker"), "maker-unknown", slug, edition.maker_of)
    for article in edition.articles:
        if article.survey and article.survey not in edition.survey_of and article.survey not in failed:
            yield _dangling(_place(article, "survey"), "survey-unknown", article.survey, edition.survey_of)
    if any(event.related for event in edition.events):
        articles = {article.slug: article for article in edition.articles}
        for event in _saying(edition.events, "related"):
            for slug in event.related:
                if slug not in articles and slug not in failed:
                    yield _dangling(_place(event, "related"), "article-unknown", slug, articles)
    for record in edition.texts:
        for embed in record.body.embeds:
            if embed.target in failed:
                continue
            place = Place(record.source, embed.line)
            if embed.kind == "product" and embed.target not in edition.product_of:
                yield _dangling(place, "product-unknown", embed.target, edition.product_of)
            elif embed.kind == "survey" and embed.target not in edition.survey_of:
                yield _dangling(place, "survey-unknown", embed.target, edition.survey_of)


def _dangling(place: Place, code: str, found: str, known: Mapping[str, Any]) -> Problem:
    return problem(place, code, found=found, nearest=nearest(found, known))


def _answers(edition: Edition, main: Edition) -> Iterator[Problem]:
    """The endpoint counts the main edition's surveys: a translation asks for the same answers."""
    originals = {survey.slug: survey for survey in main.surveys}
    for survey in edition.surveys:
        original = originals.get(survey.slug)
        if original is None or _counted(survey) != _counted(original):
            line = dict(survey.lines).get("choices", 1)
            yield problem(Place(survey.source, line, field="choices"), "answers-differ")


def _counted(survey: Survey) -> tuple[object, ...]:
    choices = {(choice.value, choice.score) for choice in survey.choices}
    return survey.kind, choices, {(question.id, question.unsur) for question in survey.questions}


def _twins(edition: Edition) -> Iterator[Problem]:
    """A survey asked in the text twice would vote twice on one page."""
    for article in edition.articles:
        asked = [embed for embed in article.body.embeds if embed.kind == "survey"]
        seen: set[str] = set()
        for embed in asked:
            if embed.target in seen:
                yield problem(Place(article.source, embed.line), "survey-twice", found=embed.target)
            seen.add(embed.target)
