"""Trees are written as the library writes them."""

from __future__ import annotations

from xml.etree.ElementTree import Comment, Element, QName, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_html_string

from lontar.load.lean_html import to_html

TEXT = st.text('a&<>"\n é', max_size=6) | st.sampled_from(["&amp;", "&#12;", "&bad", None])
NAMES = st.sampled_from(["p", "br", "IMG", "script", "em", "hr", "li"])
KEYS = st.sampled_from(["id", "checked", "open", "class"])
ATTRIBUTES = st.dictionaries(KEYS, TEXT | st.sampled_from(["checked", "open"]), max_size=3)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    element = Element(draw(NAMES), draw(ATTRIBUTES))  # type: ignore[arg-type]
    element.text, element.tail = draw(TEXT), draw(TEXT)
    if depth:
        element.extend(draw(st.lists(trees(depth - 1), max_size=2)))
    return element


@given(trees())
def test_any_tree_comes_out_the_same(tree: Element) -> None:
    assert to_html(tree) == to_html_string(tree)


@pytest.mark.parametrize("child", [Comment("a--b"), Element(QName("{uri}x"))])  # type: ignore[type-var]
def test_what_markdown_never_makes_is_left_to_the_library(child: Element) -> None:
    root = Element("div")
    SubElement(root, "p").text = "a"
    root.append(child)
    assert to_html(root) == to_html_string(root)


def test_text_that_is_none_is_refused_as_by_the_library() -> None:
    root = Element("p")
    root.text = 3  # type: ignore[assignment]
    with pytest.raises(TypeError):
        to_html(root)
