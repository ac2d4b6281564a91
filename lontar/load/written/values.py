"""The kinds of value an editor writes, with their limits."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

STRICT = {"extra": "forbid", "coerce_numbers_to_str": True, "str_strip_whitespace": True}

Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*$")]
Title = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\n]*$")]
Text = Annotated[str, StringConstraints(max_length=2000)]
Markdown = Annotated[str, StringConstraints(max_length=60_000)]
FileName = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Rupiah = Annotated[int, Field(strict=True, gt=0, le=100_000_000_000)]
Centimetres = Annotated[float, Field(gt=0, le=10_000)]
Grams = Annotated[int, Field(gt=0, le=10_000_000)]


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
_URL_PATH = r"/[A-Za-z0-9/._~-]*"
_WEB_ADDRESS = r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s<>\"'\\]*)?"
_EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def _moment(value: Any) -> tuple[dt.datetime, bool]:
    """ISO 8601 date, or date and time with "T" or a space, fraction and zone if any."""
    if isinstance(value, tuple):
        return value  # already read
    text = str(value).strip()
    try:
        has_time = len(text) > 10
        if has_time and not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}", text):
            raise ValueError(text)
        if not has_time and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        moment = dt.datetime.fromisoformat(text)
        if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise ValueError(text)
        return moment, has_time
    except (ValueError, OverflowError):
        raise PydanticCustomError("moment", "not a date") from None


def _day(value: Any) -> dt.date:
    moment, _ = _moment(value)
    return moment.date()


Moment = Annotated[
    tuple[dt.datetime, bool],
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY}([T ]{_TIME})?$"}),
]
"""A point in time, and whether the editor gave an hour. Without a zone it is the site's."""
Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY}([T ]{_TIME})?$"}),
]


def _told_as(pattern: str) -> Any:
    """The pattern that the JSON Schema gives for a value which a function checks."""
    return Field(json_schema_extra={"pattern": f"^{pattern}$"})


def _url_path(value: str) -> str:
    if not re.fullmatch(_URL_PATH, value) or "//" in value or "/." in value:
        raise PydanticCustomError("url_path", "not a URL path")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(_WEB_ADDRESS, value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(_EMAIL, value):
        raise PydanticCustomError("email", "not an e-mail address")
    return value


def _whatsapp(value: str) -> str:
    digits = re.sub(r"[\s().-]", "", value).removeprefix("+")
    if digits.startswith("08"):
        digits = "62" + digits[1:]
    if not re.fullmatch(r"[1-9][0-9]{7,14}", digits):
        raise PydanticCustomError("whatsapp", "not a phone number")
    return digits


def _handle(value: str) -> str:
    name = re.sub(r"^(https?://(www\.)?instagram\.com/|@)", "", value).rstrip("/")
    if not re.fullmatch(r"[A-Za-z0-9._]{1,30}", name):
        raise PydanticCustomError("instagram", "not an Instagram name")
    return name


UrlPath = Annotated[str, StringConstraints(max_length=300), AfterValidator(_url_path), _told_as(_URL_PATH)]
WebAddress = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(_web_address), _told_as(_WEB_ADDRESS)
]
Email = Annotated[str, StringConstraints(max_length=200), AfterValidator(_email), _told_as(_EMAIL)]
WhatsApp = Annotated[str, StringConstraints(max_length=30), AfterValidator(_whatsapp)]
Instagram = Annotated[str, StringConstraints(max_length=80), AfterValidator(_handle)]


@dataclass(frozen=True, slots=True)
class WrittenPhoto:
    """`file` is relative to the document, or from content/ when it starts with "/"."""

    __pydantic_config__ = STRICT

    file: FileName
    alt: Text = ""
    caption: Text = ""
    credit: Text = ""


@dataclass(frozen=True, slots=True)
class WrittenCoordinates:
    __pydantic_config__ = STRICT

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
