"""Tags and materials that are one thing under two names: in the site's language and in another.

Nobody writes down that "kayu jati" is "teak". It is concluded only where the records leave no other reading:
the one name stands in the very records that the other does, no third name does so in either language, and
each of these records has as many names in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from lontar.model.urls import slugify
from lontar.site.site import Edition

Terms = Mapping[str, frozenset[str]]
"""The names of each record, as slugs."""


class Same(NamedTuple):
    """Slugs of another language with those of the same things in the site's own."""

    tags: dict[str, str]
    materials: dict[str, str]


def same_terms(main: Edition, other: Edition) -> Same:
    """The terms of an edition that are those of the main one by another name."""
    return Same(paired(_tags(main), _tags(other)), paired(_materials(main), _materials(other)))


def paired(own: Terms, other: Terms) -> dict[str, str]:
    """Names of `other` with the one of `own` that says the same. Records are known by the same key in both;
    a name that both languages have is itself and takes no part."""
    both = own.keys() & other.keys()
    even = {key for key in both if len(own[key]) == len(other[key])}
    originals = _by_records({key: own[key] for key in both}, _all(other))
    translated = _by_records({key: other[key] for key in both}, _all(own))
    return {
        names[0]: found[0]
        for records, names in translated.items()
        if len(names) == len(found := originals.get(records, [])) == 1 and records <= even
    }


def _all(terms: Terms) -> frozenset[str]:
    return frozenset(chain.from_iterable(terms.values()))


def _by_records(terms: Terms, taken: frozenset[str]) -> dict[frozenset[str], list[str]]:
    """The names that the other language does not have, by the records in which they stand."""
    records: dict[str, set[str]] = {}
    for key, names in terms.items():
        for name in names - taken:
            records.setdefault(name, set()).add(key)
    found: dict[frozenset[str], list[str]] = {}
    for name, keys in records.items():
        found.setdefault(frozenset(keys), []).append(name)
    return found


def _materials(edition: Edition) -> Terms:
    return {product.slug: frozenset(map(slugify, product.materials)) for product in edition.products}


def _tags(edition: Edition) -> Terms:
    return dict(_tagged(edition))


def _tagged(edition: Edition) -> Iterator[tuple[str, frozenset[str]]]:
    for kind, records in (("a", edition.articles), ("p", edition.products), ("e", edition.events)):
        for record in records:
            name = getattr(record, "translation_of", "") or record.slug
            yield f"{kind}/{name}", frozenset(map(slugify, record.tags))
