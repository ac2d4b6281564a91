from __future__ import annotations

from pathlib import Path

import pytest

from lontar.survey.errors import OperatorError
from lontar.survey.keys import load_keys, parse_keys

HEX = "ab" * 32


def test_made_on_first_start_for_the_owner_only_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    first = load_keys(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_keys(path) == first
    assert [p.name for p in tmp_path.iterdir()] == ["secret.key"]


def test_the_first_signing_key_signs_and_older_ones_stay() -> None:
    keys = parse_keys(f"# c\nsign {HEX}\nsign {'cd' * 32}\nvoter {'ef' * 32}\n", "k")
    assert [key[0] for key in keys.signing] == [0xAB, 0xCD]
    assert keys.voter[0] == 0xEF


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sign zz", 'k:1: expected "sign HEX" or "voter HEX"'),
        (f"\nsalt {HEX}", 'k:2: expected "sign HEX" or "voter HEX"'),
        ("sign abcd", "k:1: the key is shorter than 32 bytes (64 hex digits)"),
        (f"sign {HEX}", 'k: needs at least one "sign" line and exactly one "voter" line'),
        (f"sign {HEX}\nvoter {HEX}\nvoter {HEX}", 'k: needs at least one "sign" line'),
    ],
)
def test_a_broken_file_is_told_by_line(text: str, said: str) -> None:
    with pytest.raises(OperatorError) as error:
        parse_keys(text, "k")
    assert str(error.value).startswith(said)


def test_secrets_that_everyone_can_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    load_keys(path)
    path.chmod(0o644)
    with pytest.raises(OperatorError, match="chmod 600"):
        load_keys(path)


def test_a_folder_one_may_not_write_is_told(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be written here"):
        load_keys(tmp_path / "none" / "secret.key")
