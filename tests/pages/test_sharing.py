"""Links that hand a page on."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from lontar.pages.sharing import order_link, share_links
from tests.building import site_of

FRAME = site_of({}).frame
TITLE = 'Kain & kayu: 100% "nila"? #1\n<x>'


def test_titles_and_addresses_survive_their_quoting() -> None:
    links = {
        one["name"]: urlsplit(one["url"]) for one in share_links(site_of({}).frame, TITLE, "/produk/kain/")
    }
    address = "https://uji.example/produk/kain/"
    assert parse_qs(links["whatsapp"].query) == {"text": [f"{TITLE} {address}"]}
    assert parse_qs(links["facebook"].query) == {"u": [address]}
    assert parse_qs(links["x"].query) == {"text": [TITLE], "url": [address]}
    assert parse_qs(links["email"].query) == {"subject": [TITLE], "body": [address]}
    assert links["email"].scheme == "mailto"


def test_an_order_names_product_and_address() -> None:
    link = urlsplit(order_link(site_of({}).frame, "628123", TITLE, "/produk/kain/"))
    assert (link.netloc, link.path) == ("wa.me", "/628123")
    (message,) = parse_qs(link.query)["text"]
    assert TITLE in message
    assert message.endswith("https://uji.example/produk/kain/")


@given(st.text(max_size=30) | st.text("abc /?&=:%~-._", max_size=30))
def test_all_but_the_unreserved_is_spelt_out(title: str) -> None:
    links = share_links(FRAME, title, "/x/")
    assert links[0]["url"].startswith(f"https://wa.me/?text={quote(title, safe='')}%20https%3A%2F%2F")
