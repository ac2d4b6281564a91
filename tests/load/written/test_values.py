"""The kinds of value an editor writes: what is taken, and what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lontar.load.written import values

WIB = dt.timezone(dt.timedelta(hours=7))


def read(kind: Any, written: object) -> Any:
    return TypeAdapter(kind).validate_python(written)


def refused(kind: Any, written: object) -> bool:
    try:
        read(kind, written)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("written", "moment", "with_time"),
    [
        ("2025-11-26", dt.datetime(2025, 11, 26), False),
        (" 2025-11-26 ", dt.datetime(2025, 11, 26), False),
        ("2025-11-26 09:00", dt.datetime(2025, 11, 26, 9), True),
        ("2025-11-26T09:00:30", dt.datetime(2025, 11, 26, 9, 0, 30), True),
        ("2026-11-24T02:11:00.000Z", dt.datetime(2026, 11, 24, 2, 11, tzinfo=dt.UTC), True),
        ("2025-11-26 09:00+07:00", dt.datetime(2025, 11, 26, 9, tzinfo=WIB), True),
        ("2024-02-29", dt.datetime(2024, 2, 29), False),
    ],
)
def test_moments(written: str, moment: dt.datetime, with_time: bool) -> None:
    assert read(values.Moment, written) == (moment, with_time)


@pytest.mark.parametrize(
    "written",
    [
        *("26-11-2025", "26/11/2025", "2025-13-01", "2025-02-29", "2025-11", "20251126", "2025-W48-3"),
        *("besok",),
        *("2025-11-26 9:00", "2025-11-26 25:00", "0000-01-01", "2025-11-26T", "", 20251126, True, None),
        *(["2025-11-26"],),
        "٢٠٢٥-١١-٢٦",
    ],
)
def test_no_moments(written: object) -> None:
    assert refused(values.Moment, written)


@given(st.text("0123456789-T: Z+.", max_size=25) | st.text(max_size=15))
@settings(max_examples=200)
def test_any_text_is_a_moment_or_refused(written: str) -> None:
    assert refused(values.Moment, written) or isinstance(read(values.Moment, written)[0], dt.datetime)


def test_a_day_forgets_the_hour() -> None:
    assert read(values.Day, "2025-11-26 09:00") == dt.date(2025, 11, 26)


@pytest.mark.parametrize("written", [1, 150_000, 100_000_000_000])
def test_prices(written: int) -> None:
    assert read(values.Rupiah, written) == written


@pytest.mark.parametrize("written", [0, -1, 100_000_000_001, "150000", "Rp150.000", 150.5, 150.0, True])
def test_no_prices(written: object) -> None:
    assert refused(values.Rupiah, written)


@pytest.mark.parametrize("written", ["batik", "batik-jono", "a1-2b", "a" * 100])
def test_slugs(written: str) -> None:
    assert read(values.Slug, written) == written


@pytest.mark.parametrize(
    "written", ["", "Batik", "batik_jono", "-a", "a-", "a--b", "kué", "a b", "a/b", "a" * 101, "a\n"]
)
def test_no_slugs(written: str) -> None:
    assert refused(values.Slug, written)


@pytest.mark.parametrize("written", ["/lama/", "/2019/11/kabar.html", "/Lama/Kabar_1", "/a~b"])
def test_url_paths(written: str) -> None:
    assert read(values.UrlPath, written) == written


@pytest.mark.parametrize(
    "written",
    [
        *("lama/", "", "//a.example/", "/a//b", "/../x", "/a/../b", "/.git/", "/a/.", "/a b", "/a?b"),
        *("/a#b", "/kué/"),
        *("https://a.example/", "/a\n/b", "/%2e%2e/", "/a\\b", f"/{'a' * 300}"),
    ],
)
def test_no_url_paths(written: str) -> None:
    assert refused(values.UrlPath, written)


@pytest.mark.parametrize("written", ["https://a.example", "http://a.example:8000/x/?y=1#z"])
def test_web_addresses(written: str) -> None:
    assert read(values.WebAddress, written) == written


@pytest.mark.parametrize(
    "written",
    [
        "a.example",
        "ftp://a.example",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "https://a.example/<x>",
        "//a.example",
    ],
)
def test_no_web_addresses(written: str) -> None:
    assert refused(values.WebAddress, written)


@pytest.mark.parametrize("written", ["a@b.example", "batik.jono+kabar@desa.go.id"])
def test_emails(written: str) -> None:
    assert read(values.Email, written) == written


@pytest.mark.parametrize(
    "written", ["a", "a@b", "@b.example", "a b@c.example", "a@b.example\nbcc: x", "a@b..example"]
)
def test_no_emails(written: str) -> None:
    assert refused(values.Email, written)


@pytest.mark.parametrize(
    "written",
    [
        "6281234567890",
        "+62 812-3456-7890",
        "081234567890",
        "0812 3456 7890",
        "(0812) 3456.7890",
        " +6281234567890 ",
    ],
)
def test_phone_numbers_become_digits(written: str) -> None:
    assert read(values.WhatsApp, written) == "6281234567890"


@pytest.mark.parametrize(
    "written", ["", "abc", "12", "0351 123", "+62", "++6281234567890", "6281234567890123"]
)
def test_no_phone_numbers(written: str) -> None:
    assert refused(values.WhatsApp, written)


@pytest.mark.parametrize(
    "written",
    [
        "batik.jono",
        "@batik.jono",
        "https://www.instagram.com/batik.jono/",
        "https://instagram.com/batik.jono",
    ],
)
def test_instagram_names_stand_alone(written: str) -> None:
    assert read(values.Instagram, written) == "batik.jono"


@pytest.mark.parametrize("written", ["", "batik jono", "https://a.example/x", "batik/jono", "a" * 31])
def test_no_instagram_names(written: str) -> None:
    assert refused(values.Instagram, written)


def test_a_line_is_one_line() -> None:
    assert refused(values.Line, "a\nb")
    assert refused(values.Line, "")
    assert read(values.Line, "kain “nila”") == "kain “nila”"


@pytest.mark.parametrize("kind", [values.Centimetres, values.Grams])
def test_sizes_are_above_nothing(kind: Any) -> None:
    assert read(kind, 12) == 12
    assert refused(kind, 0)
    assert refused(kind, -1)
    assert refused(kind, float("inf"))


def test_a_photo_needs_its_file() -> None:
    found = read(values.WrittenPhoto, {"file": " a.jpg ", "alt": "Kain"})
    assert (found.file, found.alt, found.caption) == ("a.jpg", "Kain", "")
    assert refused(values.WrittenPhoto, {"alt": "Kain"})
    assert refused(values.WrittenPhoto, {"file": "a.jpg", "alt_text": "Kain"})
