from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.tools import good, preview


def test_it_answers_like_a_host(tmp_path: Path) -> None:
    good.write(tmp_path, **{"404.html": good.page("/404.html", "Tidak ada")})
    with preview.serve(tmp_path) as origin:
        with urlopen(f"{origin}/berita/") as answer:
            assert b"Berita" in answer.read()
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        with urlopen(f"{origin}/berita") as answer:
            assert answer.url == f"{origin}/berita/"
        with pytest.raises(HTTPError) as missing:
            urlopen(f"{origin}/hilang/")
        assert missing.value.code == 404
        with missing.value:
            assert b"Tidak ada" in missing.value.read()


def test_a_folder_without_a_page_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    with preview.serve(tmp_path) as origin:
        with pytest.raises(HTTPError) as missing:
            urlopen(f"{origin}/foto/")
        with missing.value:
            assert missing.value.code == 404


def test_it_sends_what_the_site_says(tmp_path: Path) -> None:
    good.write(tmp_path, _headers="/*\n  X-Satu: 1\n  X-Dua: a: b\n/berita/*\n  X-Tiga: 3\n")
    with preview.serve(tmp_path) as origin:
        with urlopen(f"{origin}/") as answer:
            assert (answer.headers["X-Satu"], answer.headers["X-Dua"]) == ("1", "a: b")
            assert answer.headers["X-Tiga"] is None
            assert answer.headers["Content-Security-Policy"] is None
        with urlopen(f"{origin}/berita/") as answer:
            assert (answer.headers["X-Satu"], answer.headers["X-Tiga"]) == ("1", "3")
