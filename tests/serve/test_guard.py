"""Who is answered: this machine's own names, our own pages, and links that open a page."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from lontar.serve.guard import refusal

OWN = "localhost:8000"
LINK = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}


def asked(method: str = "GET", port: int = 8000, **headers: str | list[str]) -> HTTPStatus | None:
    told = {
        name.replace("_", "-"): [value] if isinstance(value, str) else value
        for name, value in headers.items()
    }
    return refusal(method, lambda name: told.get(name, []), port)


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_own_names_are_answered(host: str) -> None:
    assert asked(host=host) is None
    assert asked(host=host, origin=f"http://{host}", sec_fetch_site="same-origin") is None
    assert asked("POST", host=host, origin=f"http://{host}") is None


def test_without_a_port_only_on_port_80() -> None:
    assert asked(port=80, host="localhost") is None
    assert asked(host="localhost") == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    "host",
    [
        [],
        "",
        "evil.example",
        "evil.example:8000",
        "localhost:8001",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "user@localhost:8000",
        "localhost:8000.",
        "0.0.0.0:8000",
        [OWN, OWN],
        [OWN, "evil.example"],
    ],
)
def test_other_names_are_not(host: str | list[str]) -> None:
    assert asked(host=host) == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "http://evil.example",
        "https://localhost:8000",
        "http://localhost:8001",
        "http://localhost",
        "http://localhost:8000.evil.example",
        "file://",
    ],
)
def test_other_origins_are_refused(origin: str) -> None:
    assert asked(host=OWN, origin=origin) == HTTPStatus.FORBIDDEN
    assert asked("POST", host=OWN, origin=origin) == HTTPStatus.FORBIDDEN


def test_a_link_from_elsewhere_may_open_a_page_and_no_more() -> None:
    def link(method: str = "GET", **changed: str) -> HTTPStatus | None:
        return asked(method, 8000, **{**LINK, "host": OWN, **changed})

    assert link() is None
    assert link("POST") == HTTPStatus.FORBIDDEN
    assert link(origin="http://evil.example") == HTTPStatus.FORBIDDEN
    for site in ("cross-site", "same-site"):
        assert link(sec_fetch_site=site) is None
        assert link(sec_fetch_site=site, sec_fetch_dest="iframe") == HTTPStatus.FORBIDDEN
        assert link(sec_fetch_site=site, sec_fetch_dest="script") == HTTPStatus.FORBIDDEN
        assert link(sec_fetch_site=site, sec_fetch_mode="no-cors") == HTTPStatus.FORBIDDEN
        assert link(sec_fetch_site=site, sec_fetch_mode="cors") == HTTPStatus.FORBIDDEN
