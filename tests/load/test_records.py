"""Records of all files, reading only what changed, and always the same as reading all."""

from __future__ import annotations

import os
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from lontar.cache.bodies import Bodies, BodyMissing
from lontar.cache.store import Store
from lontar.load.drafts import Settings
from lontar.load.records import Library, load_records
from lontar.load.sources import scan
from lontar.model.article import Article
from lontar.model.body import Body
from tests.building import MAKER, NEWS, PRODUCT, article, maker, picture, product, write

OLD = 1_600_000_000_000_000_000


class House:
    """A site with a cache, loaded again and again."""

    def __init__(self, root: Path, files: dict[str, str | bytes]) -> None:
        self.root = root / "situs"
        self.cache = root / "cache"
        self.steps: list[tuple[str, int, int]] = []
        self.pools = 0
        self.put(files)

    def put(self, files: dict[str, str | bytes], when: int = OLD) -> None:
        """Write files as if it had been long ago, so that their stamps are trusted."""
        write(self.root, files)
        for name in files:
            os.utime(self.root / name, ns=(when, when))

    def load(self, language: str = "id", cache: Path | None = None, workers: bool = False) -> Library:
        folder = cache or self.cache
        bodies = Bodies(folder, "1")
        pools: list[Executor] = []

        def pool() -> Executor:
            pools.append(ThreadPoolExecutor(2))
            return pools[-1]

        try:
            return load_records(
                self.root,
                scan(self.root),
                Store(folder, "1"),
                bodies,
                Settings(language, "Asia/Jakarta"),
                pool if workers else None,
                lambda *step: self.steps.append(step),
            )
        finally:
            bodies.close()
            self.pools = len(pools)
            for one in pools:
                one.shutdown()

    def body(self, record: object) -> tuple[str, ...]:
        assert isinstance(record, Article)
        body: Body = record.body
        bodies = Bodies(self.cache, "1")
        try:
            return bodies.get(body.html)
        finally:
            bodies.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(
        tmp_path,
        {
            NEWS: article("Satu.", cover="{file: /media/a.jpg, alt: A}"),
            "content/berita/dua.md": article("Dua."),
            PRODUCT: product(),
            MAKER: maker(),
            "content/media/a.jpg": picture(64, 48),
        },
    )


def test_the_first_time_all_is_read(house: House) -> None:
    found = house.load()
    assert set(found.records) == {NEWS, "content/berita/dua.md", PRODUCT, MAKER}
    assert found.read == set(found.records)
    assert found.problems == ()
    assert house.body(found.records[NEWS]) == ("<p>Satu.</p>",)
    assert ("texts", 4, 4) in house.steps
    assert ("photos", 1, 1) in house.steps


def test_the_second_time_nothing_is(house: House) -> None:
    first = house.load()
    house.steps.clear()
    again = house.load()
    assert (again.read, again.records, house.steps) == (frozenset(), first.records, [])


def test_only_what_changed_is_read(house: House) -> None:
    house.load()
    house.put({"content/berita/dua.md": article("Tiga.")}, OLD + 1)
    found = house.load()
    assert found.read == {"content/berita/dua.md"}
    assert house.body(found.records["content/berita/dua.md"]) == ("<p>Tiga.</p>",)


def test_a_touch_is_no_change(house: House) -> None:
    before = house.load()
    os.utime(house.root / NEWS, ns=(OLD + 5, OLD + 5))
    found = house.load()
    assert (found.read, found.records) == (frozenset(), before.records)


def test_a_fresh_file_is_looked_into_again(house: House) -> None:
    """Two edits within one tick of the clock, of equal length, leave the same stamp."""
    house.put({"content/berita/dua.md": article("Aaa.")})
    write(house.root, {"content/berita/dua.md": article("Bbb.")})
    facts = (house.root / "content/berita/dua.md").stat()
    house.load()
    write(house.root, {"content/berita/dua.md": article("Ccc.")})
    os.utime(house.root / "content/berita/dua.md", ns=(facts.st_mtime_ns, facts.st_mtime_ns))
    found = house.load()
    assert house.body(found.records["content/berita/dua.md"]) == ("<p>Ccc.</p>",)


def test_what_is_deleted_is_gone(house: House) -> None:
    house.load()
    (house.root / PRODUCT).unlink()
    assert PRODUCT not in house.load().records
    assert PRODUCT not in house.load().records


def test_a_changed_photo_changes_its_users(house: House) -> None:
    before = house.load()
    house.put({"content/media/a.jpg": picture(96, 48)}, OLD + 1)
    found = house.load()
    assert found.read == {NEWS}
    changed = found.records[NEWS]
    assert isinstance(changed, Article) and changed.card.cover is not None
    assert changed.card.cover.file.width == 96
    assert changed.digest != before.records[NEWS].digest


def test_a_photo_that_comes_later_is_found(house: House) -> None:
    photo = (house.root / "content/media/a.jpg").read_bytes()
    (house.root / "content/media/a.jpg").unlink()
    before = house.load().records[NEWS]
    assert [note.code for note in before.notes] == ["photo-missing"]
    house.put({"content/media/a.jpg": photo})
    found = house.load()
    assert found.records[NEWS].notes == ()
    assert found.read == {NEWS}


def test_a_photo_that_goes_is_missed(house: House) -> None:
    house.load()
    (house.root / "content/media/a.jpg").unlink()
    assert [note.code for note in house.load().records[NEWS].notes] == ["photo-missing"]


def test_a_mistake_is_told_every_time(house: House) -> None:
    house.put({NEWS: article(date="besok"), "content/media/a.jpg": b"junk"}, OLD + 1)
    for _ in range(2):
        found = house.load()
        assert sorted(one.code for one in found.problems) == ["image-format", "moment"]
        assert NEWS not in found.records


def test_a_mended_file_is_back(house: House) -> None:
    whole = (house.root / NEWS).read_text()
    house.load()
    house.put({NEWS: article(date="besok")}, OLD + 1)
    house.load()
    house.put({NEWS: whole}, OLD)
    found = house.load()
    assert (found.problems, found.read) == ((), frozenset({NEWS}))


def test_other_settings_read_all_anew(house: House) -> None:
    house.load()
    found = house.load("en")
    assert len(found.read) == 4
    assert found.records[NEWS].lang == "en"


@pytest.mark.parametrize("data", [b"", b"junk", b"lontar-cache\n1\n" + b"\0" * 40])
def test_a_broken_cache_is_no_cache(house: House, data: bytes) -> None:
    before = house.load()
    (house.cache / "records.bin").write_bytes(data)
    found = house.load()
    assert (len(found.read), found.records) == (4, before.records)


@pytest.mark.parametrize("value", [(), ("x",), ("x", {}, {}, 1), 7, "text", {"a": 1}, ("x", [1], None)])
def test_a_cache_of_another_shape_is_no_cache(house: House, value: object) -> None:
    Store(house.cache, "1").save("records", value)
    assert len(house.load().read) == 4


def test_workers_find_the_same(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"content/berita/kabar-{number}.md": article(f"Isi {number}.") for number in range(60)
    }
    files |= {f"content/media/f{number}.png": picture(8 + number, 8, ".png") for number in range(6)}
    files["content/berita/salah.md"] = article(date="besok")
    house = House(tmp_path, files)
    alone = house.load(cache=tmp_path / "lain")
    shared = house.load(workers=True)
    assert house.pools > 0
    assert shared == alone


def test_order_is_that_of_the_sources(house: House) -> None:
    house.load()
    house.put({"content/berita/aa.md": article()})
    assert list(house.load().records) == list(scan(house.root).records)


def test_a_body_that_is_lost_is_missed(house: House) -> None:
    found = house.load()
    Bodies(house.cache, "1").throw_away()
    with pytest.raises(BodyMissing):
        house.body(found.records[NEWS])
