"""Range headers: what RFC 9110 says of ten bytes."""

from __future__ import annotations

import pytest

from lontar.serve.ranges import range_of


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", "0123456789"),
        ("bytes=0-0", "0"),
        ("bytes=2-4", "234"),
        ("BYTES=2-4", "234"),
        ("bytes= 2-4 ", "234"),
        ("bytes=7-99", "789"),
        ("bytes=9-", "9"),
        ("bytes=-3", "789"),
        ("bytes=-99", "0123456789"),
        ("bytes=10-", ""),
        ("bytes=99-100", ""),
        ("bytes=-0", ""),
    ],
)
def test_one_range(header: str, part: str) -> None:
    found = range_of(header, 10)
    assert found is not None
    assert "0123456789"[found.start : found.stop] == part
    assert bool(found) == bool(part)


@pytest.mark.parametrize(
    "header",
    [
        *("", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=0-1,4-5", "bytes=a-b", "bytes=+1-2"),
        *("bytes=--1", "items=0-1", "bytes=0-1;x", "bytes=٠-١", f"bytes={'9' * 5000}-"),
    ],
)
def test_whatever_else_is_no_range(header: str) -> None:
    assert range_of(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=0-0", "bytes=-1"])
def test_an_empty_file_has_no_part(header: str) -> None:
    assert range_of(header, 0) == range(0)
