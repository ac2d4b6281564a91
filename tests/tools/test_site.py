from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import good
from tests.tools.site import BuiltSite

ALIAS = '<!DOCTYPE html><title>a</title><meta http-equiv="Refresh" content="0; url=/berita/">'


def test_pages_have_the_urls_a_host_gives_them(tmp_path: Path) -> None:
    site = BuiltSite(good.write(tmp_path, **{"404.html": good.page("/404.html")}))
    assert [page.url for page in site.pages()] == ["/404.html", "/berita/", "/"]
    assert site.origin == good.ORIGIN
    with pytest.raises(KeyError):
        site.page("/hilang/")


def test_an_alias_is_no_real_page(tmp_path: Path) -> None:
    site = BuiltSite(good.write(tmp_path, **{"lama.html": ALIAS}))
    assert "/lama.html" in [page.url for page in site.pages()]
    assert "/lama.html" not in [page.url for page in site.real_pages()]


def test_urls_lead_to_files(tmp_path: Path) -> None:
    site = BuiltSite(good.write(tmp_path))
    assert site.resolve("/berita/#judul") == tmp_path / "berita" / "index.html"
    assert site.resolve("../", "/berita/") == tmp_path / "index.html"
    assert site.resolve("foto%20a.jpg", "/berita/") == tmp_path / "berita" / "foto a.jpg"
    assert site.resolve(f"{good.ORIGIN}/") == tmp_path / "index.html"
    assert site.resolve("https://contoh.example.lain/") is None
    assert site.resolve("mailto:a@contoh.example") is None
