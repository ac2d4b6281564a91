"""Names of new files: free, and where the site looks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.editor.naming import KINDS, path_for, slug_problem, taken_slugs
from lontar.load.sources import Sources, scan
from tests.building import ABOUT, NEWS, PRODUCT, article, page, product, values_of, write


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    files = {
        NEWS: article(),
        "content/berita/2025/pasar/index.md": article(),
        PRODUCT: product(),
        ABOUT: page(),
        "content/halaman/tentang.en.md": page(),
    }
    return scan(write(tmp_path, files))


def test_kinds_have_a_name_in_both_languages() -> None:
    assert (KINDS["berita"], KINDS["article"], KINDS["halaman"], KINDS["page"]) == (
        *("article", "article"),
        *("page", "page"),
    )
    assert "survei" not in KINDS


def test_slugs_in_use(sources: Sources) -> None:
    assert taken_slugs("article", sources) == {"kabar": NEWS, "pasar": "content/berita/2025/pasar/index.md"}
    assert taken_slugs("maker", sources) == {}
    assert {"tentang", "berita", "galeri", "tag", "en"} <= set(taken_slugs("page", sources))


def test_a_slug_may_be_taken_by_another_kind(sources: Sources) -> None:
    assert slug_problem("product", "Kabar", "kabar", sources) is None


def test_a_taken_slug_is_told_with_a_free_one(sources: Sources) -> None:
    found = slug_problem("article", "Pasar", "pasar", sources)
    assert found is not None
    assert (found.code, found.place.path) == ("name-taken", "content/berita/2025/pasar/index.md")
    assert values_of(found) == {"url": "/berita/pasar/", "suggestion": "pasar-2"}


def test_pages_do_not_take_the_sites_own_addresses(sources: Sources) -> None:
    found = slug_problem("page", "Galeri", "galeri", sources)
    assert found is not None
    assert (found.code, values_of(found)["suggestion"]) == ("name-own", "galeri-2")


@pytest.mark.parametrize("slug", ["", "Pasar", "a b", "../x", "x" * 101])
def test_what_is_no_slug(slug: str, sources: Sources) -> None:
    found = slug_problem("article", "Judul", slug, sources)
    assert found is not None
    assert found.code == "title-nameless"


@pytest.mark.parametrize(
    ("kind", "group", "beside", "path"),
    [
        ("article", "2026", False, "content/berita/2026/x.md"),
        ("article", "2026", True, "content/berita/2026/x/index.md"),
        ("product", "batik", False, "content/produk/batik/x.yaml"),
        ("product", "batik", True, "content/produk/batik/x/index.yaml"),
        ("maker", "", False, "content/perajin/x.yaml"),
        ("page", "", True, "content/halaman/x/index.md"),
    ],
)
def test_where_a_file_goes(kind: str, group: str, beside: bool, path: str) -> None:
    assert path_for(kind, "x", group, beside).as_posix() == path
