from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.survey.errors import RefusedError
from lontar.survey.gate import Gate, check_length, host_name, read_headers, safe_path

SITE = "https://dekranasda.example"
NEWCOMER = Gate(frozenset(), frozenset())
LISTED = Gate(frozenset({"survei.example"}), frozenset({SITE}))


@pytest.mark.parametrize(
    ("host", "gate", "accepted"),
    [
        (b"127.0.0.1:8800", NEWCOMER, True),
        (b"localhost", NEWCOMER, True),
        (b"[::1]:8800", NEWCOMER, True),
        (b"LOCALHOST:1", NEWCOMER, True),
        (b"survei.example", LISTED, True),
        (b"survei.example:443", LISTED, True),
        (b"survei.example", NEWCOMER, False),
        (b"127.0.0.1.evil.example", LISTED, False),
        (b"evil.example", LISTED, False),
        (b"survei.example@evil.example", LISTED, False),
        (b"survei.example:evil", LISTED, False),
        (b"", LISTED, False),
    ],
)
def test_only_known_hosts_are_answered(host: bytes, gate: Gate, accepted: bool) -> None:
    headers = {b"host": host}
    if accepted:
        gate.check_host(headers)
    else:
        with pytest.raises(RefusedError) as refused:
            gate.check_host(headers)
        assert (refused.value.status, refused.value.code) == (400, "host")


def test_a_missing_host_is_refused() -> None:
    with pytest.raises(RefusedError):
        NEWCOMER.check_host({})


@pytest.mark.parametrize(
    ("site", "origin", "gate", "sender"),
    [
        (b"same-origin", None, LISTED, ""),
        (b"same-origin", "null", LISTED, ""),
        (b"cross-site", SITE, LISTED, SITE),
        (b"same-site", SITE, LISTED, SITE),
        (None, SITE, LISTED, SITE),
        (None, "https://survei.example", LISTED, ""),
        (None, None, LISTED, None),
        (b"none", None, LISTED, None),
        (b"cross-site", "http://localhost:8000", NEWCOMER, "http://localhost:8000"),
        (b"cross-site", "http://127.0.0.1:8000", NEWCOMER, "http://127.0.0.1:8000"),
    ],
)
def test_who_may_post(site: bytes | None, origin: str | None, gate: Gate, sender: str | None) -> None:
    headers = {b"host": b"survei.example"}
    headers |= {b"sec-fetch-site": site} if site else {}
    headers |= {b"origin": origin.encode()} if origin else {}
    assert gate.sender(headers) == sender


@pytest.mark.parametrize(
    ("site", "origin", "gate"),
    [
        (b"cross-site", None, LISTED),
        (b"same-site", None, LISTED),
        (b"cross-site", "null", LISTED),
        (None, "null", LISTED),
        (None, "https://evil.example", LISTED),
        (b"cross-site", "https://evil.example", LISTED),
        (b"cross-site", "https://survei.example", LISTED),
        (None, "https://dekranasda.example.evil.example", LISTED),
        (None, "http://dekranasda.example", LISTED),
        (None, "https://dekranasda.example:8443", LISTED),
        (b"cross-site", "http://localhost:8000", LISTED),
        (b"cross-site", "https://localhost.evil.example", NEWCOMER),
        (b"cross-site", "http://localhost@evil.example", NEWCOMER),
    ],
)
def test_34_who_may_not_post(site: bytes | None, origin: str | None, gate: Gate) -> None:
    headers = {b"host": b"survei.example"}
    headers |= {b"sec-fetch-site": site} if site else {}
    headers |= {b"origin": origin.encode()} if origin else {}
    with pytest.raises(RefusedError) as refused:
        gate.sender(headers)
    assert (refused.value.status, refused.value.code) == (403, "origin")


FORM = {b"content-type": b"application/x-www-form-urlencoded; charset=UTF-8"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({b"content-length": b"4097"}, 413),
        ({b"content-length": b"999999999999"}, 413),
        ({b"content-length": b"9999999999999"}, 400),
        ({b"content-length": b"-1"}, 400),
        ({b"content-length": b"+5"}, 400),
        ({b"content-length": b"5, 5"}, 400),
        ({b"content-length": b"\xb2"}, 400),
        ({}, 411),
        ({b"transfer-encoding": b"chunked"}, 400),
        ({b"content-length": b"5", b"transfer-encoding": b"chunked"}, 400),
        ({b"content-length": b"5", b"content-type": b"multipart/form-data; boundary=x"}, 415),
        ({b"content-length": b"5", b"content-type": b"application/json"}, 415),
        ({b"content-length": b"5", b"content-type": b""}, 415),
    ],
)
def test_30_31_sizes_and_framings_that_are_refused_before_the_body(
    headers: dict[bytes, bytes], status: int
) -> None:
    with pytest.raises(RefusedError) as refused:
        check_length(FORM | headers)
    assert refused.value.status == status


def test_a_normal_length_is_taken() -> None:
    assert check_length(FORM | {b"content-length": b"4096"}) == 4096


@pytest.mark.parametrize("name", [b"host", b"content-length", b"origin", b"sec-fetch-site", b"content-type"])
def test_31_a_deciding_header_given_twice_is_refused(name: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        read_headers([(name, b"5"), (name, b"5")])
    assert refused.value.status == 400


def test_other_repeated_headers_are_joined() -> None:
    raw = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"x-forwarded-for", b"1"), (b"x-forwarded-for", b"2")]
    assert read_headers(raw) == {b"cookie": b"a=1; b=2", b"x-forwarded-for": b"1, 2"}


@pytest.mark.parametrize(
    ("text", "sender", "back"),
    [
        ("/berita/x/", "", "/berita/x/"),
        ("/berita/x/?a=1#b", "", "/berita/x/?a=1#b"),
        ("/berita/x/", SITE, SITE + "/berita/x/"),
        (SITE + "/berita/x/", "", SITE + "/berita/x/"),
        ("//evil.example/", "", ""),
        ("/\\evil.example/", "", ""),
        ("\\\\evil.example/", "", ""),
        ("https://evil.example/", "", ""),
        ("javascript:alert(1)", "", ""),
        ("javascript://dekranasda.example/%0aalert(1)", "", ""),
        (SITE + "@evil.example/", "", ""),
        (SITE + ".evil.example/", "", ""),
        ("berita/", "", ""),
        ("/a\r\nSet-Cookie: x", "", ""),
        ("/a b", "", ""),
        ("/" + "a" * 1024, "", ""),
        ("", "", ""),
    ],
)
def test_back_leads_only_to_known_sites(text: str, sender: str, back: str) -> None:
    assert LISTED.safe_back(text, sender) == back


@given(st.text(max_size=40))
def test_a_safe_path_is_one_path_of_one_site(text: str) -> None:
    path = safe_path(text)
    assert path in ("", text)
    assert not path.startswith("//") and "\\" not in path and "\n" not in path


@pytest.mark.parametrize(
    ("host", "name"),
    [("a:80", "a"), ("a", "a"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("::1", "::1"), ("a:b", "a:b")],
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert host_name(host) == name
