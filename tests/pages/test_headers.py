"""The file _headers: what it says, and when it is there."""

from __future__ import annotations

from lontar.pages.headers import IMMUTABLE, headers, policy
from tests.building import at, site_of

ON = "hosting: {headers: true}\n"
FOLDER = 'site: {title: T, url: "https://uji.example/dasar"}\n'


def text(more: str = ON, base: str = "") -> str:
    made = site_of({}, more=more, **({"base": base} if base else {}))  # type: ignore[arg-type]
    return str(made.view(at(made.plan().pages, "/_headers")))


def test_it_is_made_when_it_is_asked_for() -> None:
    assert "/_headers" not in {page.url for page in site_of({}).plan().pages}
    assert text().startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"
    )


def test_no_header_stands_in_two_rules_that_match_one_file() -> None:
    names = [line.partition(":")[0] for line in text().splitlines() if line.startswith("  ")]
    assert sorted({name for name in names if names.count(name) > 1}) == ["  Cache-Control"]
    assert "/aset/*\n" in text()
    assert "/media/*\n" in text()
    assert text().count(IMMUTABLE) == 2


def test_nothing_inline_is_allowed() -> None:
    assert "unsafe" not in policy("/s/").replace("'wasm-unsafe-eval'", "")  # WebAssembly, no eval
    assert "*" not in policy("/s/")


def test_votes_may_go_to_another_host() -> None:
    assert "connect-src 'self'; form-action 'self';" in policy("/s/")
    there = "'self' https://survei.example:8443"
    assert f"connect-src {there}; form-action {there};" in policy("https://survei.example:8443/s/")
    assert there in text(f"{ON}survey: {{endpoint: 'https://survei.example:8443/s/'}}\n")


def test_only_known_players_may_be_framed() -> None:
    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com;" in policy("/s/")


def test_a_site_in_a_folder_speaks_for_its_folder() -> None:
    lines = text(base=FOLDER).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "/dasar/*",
        "/dasar/aset/*",
        "/dasar/media/*",
    ]


def test_every_header_is_there() -> None:
    assert [name for name, _ in headers("/s/")] == [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
    ]
