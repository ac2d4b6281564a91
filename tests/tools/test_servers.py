"""The servers of the tests are there, and one that is not is told by its package."""

from __future__ import annotations

import pytest

from tests.tools import servers


@pytest.mark.parametrize("program", servers.PACKAGES)
def test_every_server_is_found(program: str) -> None:
    assert servers.find(program).endswith(program)


def test_a_missing_one_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(servers.PACKAGES, "tiada-server", "tiada-paket")
    assert servers.missing() == ["tiada-server"]
    with pytest.raises(FileNotFoundError, match="tiada-paket"):
        servers.find("tiada-server")
