"""What badges say."""

from __future__ import annotations

import datetime as dt

from lontar.messages import serve_texts
from lontar.serve.unpublished import labels
from lontar.site.site import Unpublished
from tests.building import WIB


def test_drafts_and_dates_by_the_path_of_their_page() -> None:
    found = [Unpublished("/berita/a/", None), Unpublished("/b/", dt.datetime(2026, 12, 1, 8, 30, tzinfo=WIB))]
    assert labels(found, "", serve_texts("id"), "id") == {
        "/berita/a/": "Draf: belum terbit",
        "/b/": "Terjadwal: terbit Selasa, 1\u00a0Desember\u00a02026, 08.30\u00a0WIB",
    }
    english = labels(found, "/galeri", serve_texts("en"), "en")
    assert english["/galeri/berita/a/"] == "Draft: not published"
    assert english["/galeri/b/"].startswith("Scheduled: published on ")
