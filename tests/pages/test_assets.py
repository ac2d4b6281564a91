"""The theme's files as published: names that tell their content, references that still lead there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

import pytest

from lontar.digest import digest_bytes
from lontar.pages.assets import AssetMissing, fingerprinted, plan, publish
from lontar.pages.planned import Rank


def sheet(css: str, base: str = "", more: Mapping[str, bytes] = MappingProxyType({})) -> str:
    assets = {"css/a.css": css.encode(), "fonts/x.woff2": b"font", "img/g.svg": b"<svg/>"}
    names, files = publish({**assets, **more}, base)
    return files[names["css/site.css"]].decode()


def test_a_name_carries_the_content() -> None:
    assert fingerprinted("fonts/x.woff2", b"font") == f"/aset/fonts/x.{digest_bytes(b'font')[:8]}.woff2"
    assert fingerprinted("fonts/x.woff2", b"other") != fingerprinted("fonts/x.woff2", b"font")


def test_sheets_are_joined_in_the_order_of_their_names() -> None:
    names, files = publish(
        {"css/20.css": b"b{}", "css/10.css": b"a{}", "css/note.txt": b"x", "js/z.js": b"z"}, ""
    )
    assert set(names) == {"css/site.css", "js/z.js"}
    assert files[names["css/site.css"]].decode().split() == ["a{}", "b{}"]
    assert re.fullmatch(r"/aset/css/site\.[0-9a-f]{8}\.css", names["css/site.css"])


def test_files_of_the_root_keep_their_names() -> None:
    names, files = publish({"root/favicon.ico": b"x"}, "/dasar")
    assert names == {"root/favicon.ico": "/favicon.ico"}
    assert files == {"/favicon.ico": b"x"}


@pytest.mark.parametrize(
    "written", ["url(../fonts/x.woff2)", "url('../fonts/x.woff2')", 'url( "../fonts/x.woff2" )']
)
def test_references_are_rewritten(written: str) -> None:
    assert sheet(f"@font-face{{src:{written}}}") == (
        f'@font-face{{src:url("{fingerprinted("fonts/x.woff2", b"font")}")}}'
    )


def test_references_lie_below_the_sites_folder_and_keep_their_fragment() -> None:
    found = sheet("a{background:url(../img/g.svg#daun)}", "/dasar")
    assert found == f'a{{background:url("/dasar{fingerprinted("img/g.svg", b"<svg/>")}#daun")}}'


def test_a_small_drawing_stands_in_the_sheet_itself() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg">\n<path fill="#fff" d="m1 2"/>\n</svg>\n'
    css = sheet("a{mask:url(../img/daun.svg) center}", more={"img/daun.svg": drawing})
    (uri,) = re.findall(r'url\("data:image/svg\+xml,([^"]+)"\)', css)
    assert unquote(uri) == '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#fff" d="m1 2"/></svg>'
    assert not set('#<>"\n%') & set(re.sub("%[0-9A-F]{2}", "", uri))


def test_a_large_drawing_stays_a_file() -> None:
    drawing = b"<svg>" + b" " * 1024 + b"</svg>"
    css = sheet("a{mask:url(../img/daun.svg)}", more={"img/daun.svg": drawing})
    assert css == f'a{{mask:url("{fingerprinted("img/daun.svg", drawing)}")}}'


@pytest.mark.parametrize(
    "written", ["url(data:image/png;base64,AA)", "url(https://a.example/x)", "url(#x)", "url(/x.svg)"]
)
def test_other_references_stay(written: str) -> None:
    assert sheet(f"a{{b:{written}}}") == f"a{{b:{written}}}"


def test_a_reference_to_nothing_is_told() -> None:
    with pytest.raises(AssetMissing) as caught:
        sheet("a{b:url(../img/tiada.svg)}")
    assert caught.value.args == ("css/a.css", "../img/tiada.svg")


def test_comments_go_but_licences_stay() -> None:
    assert sheet("/* x\n y */\na{}/*! L */") == "a{}/*! L */"
    names, files = publish({"print/k.css": b"/* x */\na{}/*! L */", "js/k.js": b"/* x */"}, "")
    assert files[names["print/k.css"]] == b"a{}/*! L */"
    assert files[names["js/k.js"]] == b"/* x */"


def test_a_change_of_a_font_renames_the_sheet() -> None:
    css = {"css/a.css": b"a{b:url(../fonts/x.woff2)}"}
    one, _ = publish({**css, "fonts/x.woff2": b"1"}, "")
    two, _ = publish({**css, "fonts/x.woff2": b"2"}, "")
    assert one["css/site.css"] != two["css/site.css"]


def test_every_file_is_a_page_published_first() -> None:
    _, files = publish({"js/a.js": b"\xff\x00"}, "")
    (page,) = plan(files)
    assert (page.rank, page.template, page.view({}, *page.args)) == (Rank.ASSET, "", b"\xff\x00")
