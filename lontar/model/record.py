"""The kinds of record as one type, and what all of them have in their own way."""

from __future__ import annotations

from typing import get_args

from lontar.model.article import Article
from lontar.model.event import Event
from lontar.model.maker import Maker
from lontar.model.page import StaticPage
from lontar.model.product import Product
from lontar.model.survey import Survey

Text = Article | Product | Maker | StaticPage | Event
"""A record with a text."""
TEXTS = frozenset(get_args(Text))
"""The classes of such records: nothing derives from them, so a type is looked up, which is faster than asking
five times."""
Record = Text | Survey


def url_of(record: Record) -> str:
    """URL path of the record's page."""
    return record.url if isinstance(record, StaticPage | Survey) else record.card.url


def title_of(record: Text) -> str:
    return record.title if isinstance(record, StaticPage) else record.card.title
