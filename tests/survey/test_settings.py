from __future__ import annotations

from pathlib import Path

import pytest

from lontar.survey.database import parse_url
from lontar.survey.errors import OperatorError
from lontar.survey.settings import Settings, base_path, network_of, origin_of, secrets_path


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://Contoh.ID/", "https://contoh.id"),
        ("https://contoh.id:443", "https://contoh.id"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://contoh.id:80", "http://contoh.id"),
    ],
)
def test_origins_as_browsers_send_them(text: str, origin: str) -> None:
    assert origin_of(text) == origin


@pytest.mark.parametrize(
    "text", ["contoh.id", "https://contoh.id/berita", "ftp://contoh.id", "null", "*", ""]
)
def test_what_is_not_an_origin_is_told(text: str) -> None:
    with pytest.raises(OperatorError, match=r"is not an origin: write https://example\.org"):
        origin_of(text)


def test_networks_and_paths() -> None:
    assert str(network_of("10.1.2.3/8")) == "10.0.0.0/8"
    assert str(network_of("::1")) == "::1/128"
    assert base_path("/suara/") == "/suara"
    with pytest.raises(OperatorError, match="is not an address"):
        network_of("proxy.local")
    for text in ("/", "s", "//s", "/{id}"):
        with pytest.raises(OperatorError, match="is not a path"):
            base_path(text)


def test_secrets_stand_beside_the_database() -> None:
    assert secrets_path(parse_url("sqlite:////var/lib/s.db"), None) == Path("/var/lib/survey-secret.key")
    assert secrets_path(parse_url("postgresql://h/d"), None) == Path("survey-secret.key")
    assert secrets_path(parse_url("postgresql://h/d"), "/etc/k") == Path("/etc/k")


def test_a_newcomer_listens_on_loopback_only() -> None:
    chosen = Settings(Path("s.json"), parse_url("sqlite:///s.db"), Path("k"))
    assert (chosen.host, chosen.port, chosen.https, chosen.origins) == ("127.0.0.1", 8800, False, ())
