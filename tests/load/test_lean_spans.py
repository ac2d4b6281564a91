"""Plain spans are put into a block at once; what is not that plain is left as it was."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from markdown.util import AtomicString

from lontar.load.lean_spans import place_spans


def block(text: str) -> Element:
    element = Element("p")
    element.text = text
    return element


def test_spans_are_placed() -> None:
    one = block("a **b** *c* [d](/e/).")
    assert place_spans(one)
    assert tostring(one, "unicode") == '<p>a <strong>b</strong> <em>c</em> <a href="/e/">d</a>.</p>'


def test_they_come_before_the_blocks_within() -> None:
    one = block("*a*")
    SubElement(one, "ul").text = "b"
    assert place_spans(one)
    assert tostring(one, "unicode") == "<p><em>a</em><ul>b</ul></p>"


@pytest.mark.parametrize(
    "text",
    [
        "_a_",
        "`a`",
        "a\\*",
        "<b>",
        "&amp;",
        "a  \nb",
        "![a](b)",
        "[^1]",
        "*a",
        "**a*",
        "[a]",
        "[*a*](/b/)",
        "a]",
    ],
)
def test_the_rest_is_left_to_the_library(text: str) -> None:
    one = block(f"**x** {text}")
    assert not place_spans(one)
    assert one.text == f"**x** {text}"
    assert len(one) == 0


def test_what_is_ready_is_not_looked_at() -> None:
    one = block(AtomicString("*a*"))
    assert place_spans(one)
    assert (one.text, len(one)) == ("*a*", 0)
