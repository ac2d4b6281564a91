"""What holds for every kind of target: whole releases, only what changed, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.errors import ConfigErrors, Place
from lontar.publish.release import NotPublished
from lontar.publish.targets import find_target, refuse_over_sources
from tests.building import config
from tests.publish.conftest import NEW_STYLE, PHOTO, SITE, STYLE, There, target

EDITED = {**SITE, "index.html": b"beranda baru"}


def test_readers_get_what_was_built(there: There) -> None:
    outcome = there.publish()
    assert there.shown() == SITE
    assert (set(outcome.sent), outcome.removed) == (set(SITE), ())
    assert outcome.size == sum(map(len, SITE.values()))
    assert outcome.release.startswith("20261124T091500Z-")


def test_assets_come_first(there: There) -> None:
    assert set(there.publish().sent[:2]) == {STYLE, PHOTO}


def test_what_is_published_already_is_not_published_again(there: There) -> None:
    there.publish()
    again = there.publish()
    assert (again.release, again.sent, again.removed) == ("", (), ())


def test_only_what_changed_travels(there: There) -> None:
    there.publish()
    more = {path: data for path, data in EDITED.items() if path != "feed.xml"} | {"baru.txt": b"baru"}
    outcome = there.publish(more)
    assert (set(outcome.sent), outcome.removed) == ({"index.html", "baru.txt"}, ("feed.xml",))
    assert there.shown() == more


def test_old_styles_stay_for_who_still_reads_the_old_page(there: There) -> None:
    """A page got before the switch asks for its style after it."""
    there.publish()
    restyled = {path: data for path, data in SITE.items() if path not in (STYLE, PHOTO)} | {
        NEW_STYLE: b"a {}"
    }
    there.publish(restyled)
    assert there.shown() == {**restyled, STYLE: SITE[STYLE], PHOTO: SITE[PHOTO]}


def test_old_styles_do_not_stay_for_ever(there: There) -> None:
    there.publish()
    for number in range(4):
        newest = {"index.html": str(number).encode(), f"aset/css/site.0000000{number}.css": b"x"}
        there.publish(newest)
    assert STYLE not in there.shown()
    assert "aset/css/site.00000002.css" in there.shown()


def test_a_look_changes_nothing(there: There) -> None:
    first = there.publish(only_look=True)
    assert (set(first.sent), first.release, there.shown()) == (set(SITE), "", {})
    there.publish()
    second = there.publish(EDITED, only_look=True)
    assert (second.sent, there.shown()) == (("index.html",), SITE)


def test_the_way_back_and_further_back(there: There) -> None:
    versions = [{**SITE, "index.html": f"versi {number}".encode()} for number in range(3)]
    for version in versions:
        there.publish(version)
    there.publisher.roll_back()
    assert there.shown() == versions[1]
    there.publisher.roll_back()
    assert there.shown() == versions[0]
    with pytest.raises(NotPublished) as told:
        there.publisher.roll_back()
    assert [one.code for one in told.value.problems] == ["publish-no-earlier"]
    assert there.shown() == versions[0]


def test_after_the_way_back_the_newest_can_be_published_again(there: There) -> None:
    there.publish()
    there.publish(EDITED)
    there.publisher.roll_back()
    there.publish()
    assert there.shown() == EDITED
    there.publisher.roll_back()
    assert there.shown() == SITE


def test_without_a_release_there_is_no_way_back(there: There) -> None:
    with pytest.raises(NotPublished) as told:
        there.publisher.roll_back()
    assert [one.code for one in told.value.problems] == ["publish-no-earlier"]


def test_a_file_that_is_not_as_it_was_built_stops_everything(there: There) -> None:
    there.publish()
    there.desk.build(EDITED)
    (there.desk.output.root / "berita/kabar/index.html").write_bytes(b"lain!")
    with pytest.raises(NotPublished) as told:
        there.publish()
    assert [(one.code, dict(one.values)["found"]) for one in told.value.problems] == [
        ("publish-altered", "berita/kabar/index.html")
    ]
    assert there.shown() == SITE


def test_files_of_others_in_the_output_are_not_published(there: There) -> None:
    (there.desk.output.root / "catatan.txt").write_text("pribadi")
    there.publish()
    assert there.shown() == SITE


# --- the target of a name -----------------------------------------------------------------------------

ONE = "publish: {lokal: {kind: dir, path: /srv/www}}\n"
TWO = "publish:\n  lokal: {kind: dir, path: /srv/www}\n  halaman: {kind: git}\n"


def test_the_only_target_needs_no_name() -> None:
    found, place = find_target(config(ONE), None)
    assert (found.name, place) == ("lokal", Place("site_config.yaml", 7))


def test_a_target_by_its_name() -> None:
    found, place = find_target(config(TWO), "halaman")
    assert (found.kind, found.remote, found.branch, place.line) == ("git", "origin", "gh-pages", 9)


@pytest.mark.parametrize(
    ("more", "name", "code"),
    [("", None, "publish-none"), (TWO, None, "publish-which"), (TWO, "halamn", "publish-unknown")],
)
def test_no_such_target(more: str, name: str | None, code: str) -> None:
    with pytest.raises(ConfigErrors) as told:
        find_target(config(more), name)
    assert [one.code for one in told.value.problems] == [code]


@pytest.mark.parametrize("path", [".", "output", "output/www", "content/x"])
def test_a_folder_over_the_sources_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ConfigErrors):
        refuse_over_sources(
            tmp_path, target("dir", path), Place("x"), (tmp_path / "output", tmp_path / "content")
        )


def test_a_folder_beside_them_is_not(tmp_path: Path) -> None:
    refuse_over_sources(tmp_path, target("dir", "rilis"), Place("x"), (tmp_path / "output",))
