"""Pages that stand by themselves."""

from __future__ import annotations

from tests.building import ABOUT, page, photos, site_of


def test_title_text_and_summary() -> None:
    found = site_of({ABOUT: page("Siapa kami.\n\nLain.")}).context("/tentang/")
    assert (found["page"]["kind"], found["page"]["title"]) == ("page", "Tentang")
    assert found["page"]["description"] == "Siapa kami."
    assert [part["kind"] for part in found["body"]] == ["html"]


def test_the_first_picture_stands_for_it() -> None:
    found = site_of({ABOUT: page("![Kain](/media/a.jpg)")}, known=photos("a.jpg")).context("/tentang/")
    assert found["body"][0]["photo"]["alt"] == "Kain"
