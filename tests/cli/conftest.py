"""A tiny site and what the command says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lontar.cli.main import run
from tests.building import CONFIG, MAKER, NEWS, PRODUCT, ROOT, article, maker, picture, product, write

GOOD: dict[str, str | bytes] = {
    "site_config.yaml": f"{CONFIG}checks: {{catalogue: off}}\n",  # its product has no photo
    NEWS: article("Isi.", cover="{file: /media/a.jpg, alt: Pasar pagi}"),
    PRODUCT: product(),
    MAKER: maker(),
    "content/media/a.jpg": picture(800, 640),
}
ALONE = ("new", "next-change", "schema", "search")
"""Commands that do all by themselves: they know no --jobs."""


class Shell:
    """A tiny site and what the command says of it."""

    def __init__(
        self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.root = write(root / "situs", GOOD)
        self.capsys = capsys
        self.said = ""
        self.told = ""
        monkeypatch.delenv("LONTAR_LANG", raising=False)
        monkeypatch.setenv("TMPDIR", str(root))

    def run(self, *words: str) -> int:
        """Run the command on the site; what it wrote is in `said` (output) and `told` (errors)."""
        jobs = [] if words and words[0] in ALONE else ["--jobs", "1"]
        code = run(["--root", str(self.root), *jobs, *words], ROOT)
        self.said, self.told = self.capsys.readouterr()
        return code

    def report(self, *words: str) -> Any:
        self.run(*words, "--json")
        return json.loads(self.said)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path, capsys, monkeypatch)
