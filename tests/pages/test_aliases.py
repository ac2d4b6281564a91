"""Old addresses lead on."""

from __future__ import annotations

from tests.building import ABOUT, NEWS, article, at, page, site_of

FILES = {NEWS: article(aliases="[/lama, /2019/kabar.html]"), ABOUT: page(aliases="[/about/]")}


def test_each_old_address_is_a_page_that_leads_on() -> None:
    made = site_of(FILES)
    found = made.context("/lama/")
    assert (found["target"], found["target_path"]) == ("https://uji.example/berita/kabar/", "/berita/kabar/")
    assert found["page"]["canonical"] == "https://uji.example/berita/kabar/"
    assert found["page"]["noindex"]
    assert made.context("/2019/kabar.html")["target_path"] == "/berita/kabar/"
    assert at(made.plan().pages, "/about/").source == ABOUT


def test_hosts_are_told_in_one_file() -> None:
    made = site_of(FILES)
    assert made.view(at(made.plan().pages, "/_redirects")) == (
        "/2019/kabar.html /berita/kabar/ 301\n/about/ /tentang/ 301\n/lama/ /berita/kabar/ 301\n"
    )


def test_redirects_lie_below_the_sites_folder() -> None:
    base = 'site: {title: T, url: "https://uji.example/dasar"}\ncategories: {berita: {kunjungan: K}}\n'
    made = site_of(FILES, base=base)
    assert "/dasar/about/ /dasar/tentang/ 301" in made.view(at(made.plan().pages, "/_redirects"))
    assert made.context("/lama/")["target"] == "https://uji.example/dasar/berita/kabar/"


def test_without_old_addresses_the_file_is_empty() -> None:
    made = site_of({})
    assert made.view(at(made.plan().pages, "/_redirects")) == ""
