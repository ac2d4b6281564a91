"""Which schema a kind of document has, and which of its parts is the text."""

from __future__ import annotations

from typing import Any

from lontar.load.documents import Document
from lontar.load.written.article import WrittenArticle
from lontar.load.written.maker import WrittenMaker
from lontar.load.written.page import WrittenPage
from lontar.load.written.product import WrittenProduct
from lontar.load.written.survey import WrittenSurvey

WRITTEN: dict[str, type[Any]] = {
    "article": WrittenArticle,
    "product": WrittenProduct,
    "maker": WrittenMaker,
    "page": WrittenPage,
    "survey": WrittenSurvey,
}
TEXT_FIELD = {"product": "description", "maker": "story"}


def text_of(kind: str, document: Document) -> tuple[str, int]:
    """The Markdown of a document and the line it begins on."""
    field = TEXT_FIELD.get(kind)
    if field is None:
        return document.body, document.body_line
    text = document.data.get(field)
    line = document.lines.get((field,), 1)
    return (text, line + 1 if "\n" in text else line) if isinstance(text, str) else ("", 1)
