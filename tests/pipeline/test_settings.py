"""The configuration is parsed when its bytes changed, and only then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lontar.cache.store import Store
from lontar.errors import ConfigErrors
from lontar.load.config import parse_config
from lontar.pipeline.settings import current_config
from tests.building import CONFIG, ROOT, write

ASK = """
import sys
from pathlib import Path
from lontar.cache.store import Store
from lontar.pipeline.settings import current_config
root = Path(sys.argv[1])
config = current_config(root, Store(root / "simpanan", "1"))
print(config.site.title, "pydantic" in sys.modules)
"""


def ask(root: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", ASK, str(root)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def test_it_is_parsed_when_it_changed(tmp_path: Path) -> None:
    write(tmp_path, {"site_config.yaml": CONFIG})
    assert ask(tmp_path) == "Situs Uji True"
    assert ask(tmp_path) == "Situs Uji False"
    write(tmp_path, {"site_config.yaml": CONFIG.replace("Situs Uji", "Situs Lain")})
    assert ask(tmp_path) == "Situs Lain True"
    assert current_config(tmp_path, Store(tmp_path / "simpanan", "1")) == parse_config(
        (tmp_path / "site_config.yaml").read_bytes()
    )


def test_without_one_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigErrors) as told:
        current_config(tmp_path, Store(tmp_path / "simpanan", "1"))
    assert told.value.problems[0].code == "config-missing"
