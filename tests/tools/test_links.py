from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import good, links
from tests.tools.site import BuiltSite

pytestmark = pytest.mark.tools


def test_a_path_with_its_slash_is_found_in_index_html(tmp_path: Path) -> None:
    site = BuiltSite(good.write(tmp_path))
    assert links.check(site.root, site.origin) == []
    assert links.roundabout(site) == []


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/hilang/">a</a>',
        '<a href="/berita/#hilang">a</a>',
        '<a href="#hilang">a</a>',
        '<a href="https://contoh.example/hilang/">a</a>',
        '<img src="/hilang.jpg" alt="">',
        '<img src="/berita/index.html" srcset="/hilang.webp 480w" alt="">',
    ],
)
def test_what_is_not_there_is_found(tmp_path: Path, link: str) -> None:
    found = links.check(good.write(tmp_path, f"<p>{link}</p>"), good.ORIGIN)
    assert [finding.path for finding in found] == ["index.html"]
    assert "hilang" in found[0].text


def test_other_hosts_and_the_endpoint_are_left_alone(tmp_path: Path) -> None:
    there = '<p><a href="https://lain.example/x">a</a> <a href="/s/puas">b</a> <a href="/berita/">c</a></p>'
    site = BuiltSite(good.write(tmp_path, there))
    assert links.check(site.root, site.origin) == []
    assert links.roundabout(site) == []


@pytest.mark.parametrize(
    ("href", "rule"),
    [("/berita", "slash"), ("/berita/index.html", "index"), ("berita/x/", "missing")],
)
def test_a_roundabout_link_is_found(tmp_path: Path, href: str, rule: str) -> None:
    site = BuiltSite(good.write(tmp_path, f'<p><a href="{href}">a</a></p>'))
    assert [finding.rule for finding in links.roundabout(site)] == [rule]
