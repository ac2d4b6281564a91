"""The configuration: complete with its defaults, or refused with all its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.errors import ConfigErrors
from lontar.load.config import NAME, base_path, parse_config, read_config
from tests.building import ROOT, config, write

LEAST = "site: {title: T, url: 'https://a.example/'}\n"


def refused(text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(ConfigErrors) as caught:
        parse_config(text.encode())
    return [(one.code, one.place.line, one.place.field) for one in caught.value.problems]


def test_title_and_url_are_enough() -> None:
    found = config(base=LEAST)
    assert (found.site.title, found.site.url) == ("T", "https://a.example")
    assert (found.site.language, found.site.timezone) == ("id", "Asia/Jakarta")
    assert found.organization.name == "T"
    assert found.page_size == {"berita": 12, "galeri": 24, "tag": 20, "agenda": 20}
    assert (found.images.widths, found.images.formats) == ((480, 960, 1600), ("avif", "webp", "jpeg"))
    assert not found.images.publish_originals
    assert found.checks == {
        "links": "error",
        "images": "error",
        "alt": "warning",
        "summary": "warning",
        "html": "warning",
        "title": "warning",
        "photos": "warning",
        "tags": "warning",
        "unused": "warning",
        "dates": "warning",
        "budgets": "warning",
        "access": "warning",
        "catalogue": "warning",
    }
    assert (found.menu, found.categories, found.survey_endpoint) == (
        (),
        {"berita": {}, "produk": {}, "agenda": {}},
        "/s/",
    )
    assert (found.headers, found.targets) == (False, ())


def test_the_sample_configuration_is_right() -> None:
    found = read_config(ROOT)
    assert found.categories["produk"]["batik"] == "Batik"
    assert dict(found.organization.address)["country"] == "ID"
    assert found.organization.whatsapp.isdigit()


def test_jpeg_is_always_made_and_last() -> None:
    assert config("images: {formats: [jpeg, avif, webp, avif]}\n").images.formats == ("avif", "webp", "jpeg")
    assert config("images: {formats: [webp]}\n").images.formats == ("webp", "jpeg")


def test_widths_ascend() -> None:
    assert config("images: {widths: [960, 480, 960]}\n").images.widths == (480, 960)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("field-missing", 1, "site")]),
        ("site: {title: T}\n", [("field-missing", 1, "site.url")]),
        ("site: {title: T, url: a.example}\n", [("web-address", 1, "site.url")]),
        (f"{LEAST}menus: []\n", [("field-unknown", 2, "menus")]),
        (f"{LEAST}page_size: {{berita: 0}}\n", [("range", 2, "page_size.berita")]),
        (f"{LEAST}page_size: {{berita: banyak}}\n", [("type", 2, "page_size.berita")]),
        (f"{LEAST}checks: {{links: maybe}}\n", [("choice", 2, "checks.links")]),
        (f"{LEAST}images: {{widths: []}}\n", [("too-short", 2, "images.widths")]),
        (f"{LEAST}images: {{formats: [gif]}}\n", [("choice", 2, "images.formats.1")]),
        (f"{LEAST}menu:\n- label: A\n  url: x\n", [("link", 4, "menu.1.url")]),
        (f"{LEAST}organization: {{whatsapp: abc}}\n", [("whatsapp", 2, "organization.whatsapp")]),
        (f"{LEAST}organization: {{email: abc}}\n", [("email", 2, "organization.email")]),
        (
            "site: {title: T, url: 'https://a.example', timezone: Mars/X}\n",
            [("timezone", 1, "site.timezone")],
        ),
        (
            "site: {title: T, url: 'https://a.example', timezone: ../../etc}\n",
            [("timezone", 1, "site.timezone")],
        ),
        ("site: {title: T, url: 'https://a.example', language: jv}\n", [("choice", 1, "site.language")]),
        ("- a\n", [("yaml-not-mapping", 1, "")]),
    ],
)
def test_a_mistake_has_its_place(text: str, found: list[tuple[str, int, str]]) -> None:
    assert refused(text) == found


def test_all_mistakes_are_told_at_once() -> None:
    assert len(refused("site: {title: '', url: x}\nfoo: 1\npage_size: {tag: 9999}\n")) >= 4


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigErrors) as caught:
        read_config(tmp_path)
    assert [(one.code, one.place.path) for one in caught.value.problems] == [("config-missing", NAME)]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(ConfigErrors) as caught:
        read_config(tmp_path)
    assert [one.code for one in caught.value.problems] == ["file-unreadable"]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    write(tmp_path, {NAME: b"site: \xff\n"})
    with pytest.raises(ConfigErrors) as caught:
        read_config(tmp_path)
    assert [one.code for one in caught.value.problems] == ["encoding"]


EACH = [
    "site: {title: U, url: 'https://a.example'}\n",
    "site: {title: T, url: 'https://b.example'}\n",
    "site: {title: T, url: 'https://a.example', tagline: x}\n",
    "site: {title: T, url: 'https://a.example', description: x}\n",
    "site: {title: T, url: 'https://a.example', language: en}\n",
    "site: {title: T, url: 'https://a.example', timezone: Asia/Makassar}\n",
    f"{LEAST}organization: {{name: O}}\n",
    f"{LEAST}organization: {{logo: x.svg}}\n",
    f"{LEAST}organization: {{email: a@b.example}}\n",
    f"{LEAST}organization: {{whatsapp: '6281234567'}}\n",
    f"{LEAST}organization: {{address: {{street: x}}}}\n",
    f"{LEAST}organization: {{address: {{village: x}}}}\n",
    f"{LEAST}organization: {{social: {{instagram: 'https://a.example'}}}}\n",
    f"{LEAST}menu: [{{label: A, url: /a/}}]\n",
    f"{LEAST}menu: [{{label: A, url: /b/}}]\n",
    f"{LEAST}categories: {{berita: {{a: A}}}}\n",
    f"{LEAST}categories: {{berita: {{a: B}}}}\n",
    f"{LEAST}categories: {{produk: {{a: A}}}}\n",
    f"{LEAST}page_size: {{berita: 5}}\n",
    f"{LEAST}page_size: {{galeri: 5}}\n",
    f"{LEAST}page_size: {{tag: 5}}\n",
    f"{LEAST}lists: {{archive: false}}\n",
    f"{LEAST}lists: {{filters: [harga]}}\n",
    f"{LEAST}images: {{widths: [480]}}\n",
    f"{LEAST}images: {{formats: [avif]}}\n",
    f"{LEAST}images: {{publish_originals: true}}\n",
    f"{LEAST}survey: {{endpoint: /suara/}}\n",
    f"{LEAST}checks: {{links: off}}\n".replace("off", "'off'"),
    f"{LEAST}checks: {{alt: error}}\n",
    f"{LEAST}checks: {{html: error}}\n",
    f"{LEAST}hosting: {{headers: true}}\n",
]


def test_every_setting_changes_the_digest() -> None:
    digests = [config(base=text).digest for text in [LEAST, *EACH]]
    assert len(set(digests)) == len(digests)


def test_how_it_is_written_does_not_change_the_digest() -> None:
    same = "# note\nsite:\n  url: https://a.example\n  title: T\npage_size: {berita: 12}\nmenu: []\n"
    assert config(base=same).digest == config(base=LEAST).digest


def test_a_site_may_lie_in_a_folder() -> None:
    assert base_path("https://a.example") == ""
    assert base_path("https://a.example/galeri/") == "/galeri"
