"""The endpoint's secrets: made on the first start, kept in one file that only its owner may read.

Signing keys can be rotated (the first signs, all are accepted). The voter key must stay as long as the
votes do: with another one a returning visitor would look like a new one.
"""

from __future__ import annotations

import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from lontar.survey.errors import OperatorError

_HEADER = """\
# Secrets of the survey endpoint. Keep this file with the backups, and away from everyone else.
# To rotate: put a new "sign" line above the old one, drop the old one after a while. Never change "voter".
"""


@dataclass(frozen=True, slots=True)
class Keys:
    signing: tuple[bytes, ...]
    voter: bytes


def make_keys() -> Keys:
    return Keys(signing=(secrets.token_bytes(32),), voter=secrets.token_bytes(32))


def load_keys(path: Path) -> Keys:
    """The keys in `path`, which is made (mode 0600) when there is none."""
    if not path.exists():
        _create(path, make_keys())
    if path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise OperatorError(f"{path}: everyone on this machine may read the secrets: chmod 600 {path}")
    return parse_keys(path.read_text(encoding="utf-8"), str(path))


def parse_keys(text: str, place: str) -> Keys:
    found: dict[str, list[bytes]] = {"sign": [], "voter": []}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            name, value = line.split()
            secret = bytes.fromhex(value)
            found[name].append(secret)
        except (ValueError, KeyError):
            raise OperatorError(f'{place}:{number}: expected "sign HEX" or "voter HEX"') from None
        if len(secret) < 32:
            raise OperatorError(f"{place}:{number}: the key is shorter than 32 bytes (64 hex digits)")
    if not found["sign"] or len(found["voter"]) != 1:
        raise OperatorError(f'{place}: needs at least one "sign" line and exactly one "voter" line')
    return Keys(signing=tuple(found["sign"]), voter=found["voter"][0])


def _create(path: Path, keys: Keys) -> None:
    """Two processes may start at once on a new machine: the file appears complete, and the first wins."""
    lines = [*(f"sign {key.hex()}" for key in keys.signing), f"voter {keys.voter.hex()}"]
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise OperatorError(f"{path}: the secrets cannot be written here ({error.strerror})") from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(_HEADER + "\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
