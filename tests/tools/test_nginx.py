"""nginx serves a folder as the recommended configuration says, and a mistake in it is found."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

from tests.tools import good, nginx


def test_it_serves(tmp_path: Path) -> None:
    site = good.write(tmp_path / "situs")
    with nginx.serve(tmp_path / "nginx", site) as origin, urlopen(f"{origin}/berita/") as answer:
        assert b"Berita" in answer.read()


def test_a_mistake_is_found(tmp_path: Path) -> None:
    configuration = nginx.write_configuration(tmp_path / "nginx", tmp_path, 8080)
    assert nginx.is_valid(configuration).returncode == 0
    configuration.write_text(configuration.read_text().replace("try_files", "try_file"))
    run = nginx.is_valid(configuration)
    assert run.returncode != 0
    assert "try_file" in run.stderr
