"""Names of one thing in two languages are told only where the records leave no other reading."""

from __future__ import annotations

import pytest

from lontar.site.terms import paired, same_terms
from tests.building import NEWS, PRODUCT, article, product, site_of


def _terms(**names: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(text.split()) for key, text in names.items()}


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        (_terms(a="jati"), _terms(a="teak"), {"teak": "jati"}),
        (
            _terms(a="jati lak", b="jati"),
            _terms(a="lacquer teak", b="teak"),
            {"teak": "jati", "lacquer": "lak"},
        ),
        # which is which cannot be told from one record
        (_terms(a="jati lak"), _terms(a="teak lacquer"), {}),
        # a name that both have is itself, and leaves one way for the rest
        (_terms(a="batik jati"), _terms(a="batik teak"), {"teak": "jati"}),
        # the translation drops or splits a name
        (_terms(a="jati lak", b="lak"), _terms(a="lacquer", b="lacquer"), {}),
        (_terms(a="jati"), _terms(a="teak wood"), {}),
        # two words for one in another record
        (_terms(a="jati", b="jati"), _terms(a="teak", b="teakwood"), {}),
        # what is not translated says nothing
        (_terms(a="jati", b="jati"), _terms(a="teak"), {"teak": "jati"}),
        (_terms(b="jati"), _terms(a="teak"), {}),
        ({}, {}, {}),
    ],
)
def test_one_to_one_or_not_at_all(
    own: dict[str, frozenset[str]], other: dict[str, frozenset[str]], same: dict[str, str]
) -> None:
    assert paired(own, other) == same


def test_tags_of_all_kinds_and_materials_of_products() -> None:
    files = {
        NEWS: article(tags="[kayu, pameran]"),
        "content/berita/visit.md": article(lang="en", translation_of="kabar", tags="[wood, exhibition]"),
        PRODUCT: product(tags="[kayu]", materials="[Kayu jati]"),
        "content/produk/kain.en.yaml": product(tags="[wood]", materials="[Teak wood]"),
    }
    site = site_of(files).site
    tags, materials = same_terms(site.main, site.editions[1])
    assert tags == {"wood": "kayu", "exhibition": "pameran"}
    assert materials == {"teak-wood": "kayu-jati"}
