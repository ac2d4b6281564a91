"""What a link looks like when it is sent by WhatsApp: most readers arrive by one."""

from __future__ import annotations

from tests.output import kinds
from tests.tools.feeds import is_absolute
from tests.tools.finding import told
from tests.tools.pictures import read
from tests.tools.site import BuiltSite

HEAD_LIMIT = 300_000
IMAGE_LIMIT = 250_000
IMAGE_SIZE = (1200, 630)
WITH_PICTURE = ("home", "article", "product", "maker", "gallery", "news", "page")


def test_every_page_has_title_description_and_address(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        if page.is_noindex or page.url.endswith("/404.html"):
            continue
        wrong.extend(
            f"{page.url}: no {name}"
            for name in ("og:title", "og:description", "og:type", "og:url", "og:site_name", "twitter:card")
            if not page.meta(name)
        )
        if page.meta("og:url") != page.canonical:
            wrong.append(f"{page.url}: og:url is {page.meta('og:url')!r}")
    assert not wrong, told(wrong)


def test_the_picture_is_one_that_previews_show(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        url = page.meta("og:image")
        if not url:
            if kinds.kind_of(page) in WITH_PICTURE:
                wrong.append(f"{page.url}: no og:image")
            continue
        file = built.resolve(url)
        if not is_absolute(url) or file is None or not file.is_file():
            wrong.append(f"{page.url}: og:image {url} is not published")
            continue
        picture = read(file.read_bytes())
        if picture.kind != "image/jpeg" or (picture.width, picture.height) != IMAGE_SIZE:
            wrong.append(f"{page.url}: og:image is {picture}")
        if file.stat().st_size > IMAGE_LIMIT:
            wrong.append(f"{page.url}: og:image has {file.stat().st_size} bytes")
        told_size = (page.meta("og:image:width"), page.meta("og:image:height"))
        if told_size != (f"{picture.width}", f"{picture.height}"):
            wrong.append(f"{page.url}: og:image is told to be {told_size}")
    assert not wrong, told(wrong)


def test_the_head_comes_early_and_keeps_its_quotes(built: BuiltSite) -> None:
    for page in built.real_pages():
        end = page.raw.find(b"</head>")
        assert 0 < end < HEAD_LIMIT, page.url
        assert b'property="og:title"' in page.raw[:end], page.url
