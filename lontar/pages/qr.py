"""The QR code of each product's page, for the label beside it at an exhibition (ISO/IEC 18004).

A code depends on nothing but the address, so it is made once; the library is imported then.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from lontar.model import urls
from lontar.pages.frame import Frame
from lontar.pages.planned import Html, Page
from lontar.site.site import Edition, Site

_MASK = 3
"""Any of the eight is valid and read by every scanner; trying all of them takes four times as long."""
_QUIET = 4
"""Modules of white around it, as the standard asks."""


def plan(_site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    """Nothing where the theme has no catalogue."""
    if not frame.site["catalogue"]:
        return
    addresses = dict.fromkeys(product.card.url for product in edition.products)  # twins: their pages tell
    for url in addresses:
        yield Page(urls.product_qr(url), "", view, (frame.absolute(url),))


def view(_html: Html, address: str) -> bytes:
    import segno

    code = segno.make_qr(address, error="m", mask=_MASK, boost_error=False)
    out = io.BytesIO()
    plain = {"xmldecl": False, "svgclass": None, "lineclass": None, "omitsize": True}
    code.save(out, kind="svg", border=_QUIET, light="#fff", **plain)
    return out.getvalue()
