"""The script in a page, wherever there is a place for it."""

from __future__ import annotations

import pytest

from lontar.serve.inject import UNBUILT, bare_page, with_script

TAG = b'<script src="/.lontar/live.js" defer data-run="a&quot;b" data-version="7"></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<head>x</head><body></body>", b"<head>x%s</head><body></body>"),
        (b"<body>x</body></html>", b"<body>x%s</body></html>"),
        (b"<p>x</html>", b"<p>x%s</html>"),
        (b"x", b"x%s"),
        (b"", b"%s"),
    ],
)
def test_where_it_stands(page: bytes, expected: bytes) -> None:
    assert with_script(page, 'a"b', 7) == expected % TAG


def test_a_page_in_place_of_the_site_is_escaped() -> None:
    page = bare_page("id", "<b>", "a & b").decode()
    assert "<b>" not in page.replace("<body>", "")
    assert "a &amp; b" in page
    assert b'data-version="-1"' in with_script(page.encode(), "x", UNBUILT)
