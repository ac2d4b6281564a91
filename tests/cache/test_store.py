"""The cache of values: whole or not there, and never a way to run somebody's code."""

from __future__ import annotations

import datetime as dt
import gc
import os
import pickle
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.cache.store import Store
from lontar.errors import Place, problem
from tests.building import (
    article,
    article_of,
    config,
    maker,
    maker_of,
    photos,
    product,
    product_of,
    survey,
    survey_of,
)

HEAD = b"lontar-cache\n1\n"


def sealed(payload: bytes, head: bytes = HEAD) -> bytes:
    """A file that is whole by all its marks."""
    return head + blake2b(payload, digest_size=16).digest() + payload


def loaded(folder: Path, data: bytes) -> Any:
    (folder / "x.bin").write_bytes(data)
    return Store(folder, "1").load("x")


def test_values_come_back(tmp_path: Path) -> None:
    value = {"a": (1, 2.5, None, True, b"x", frozenset({"y"}), dt.datetime(2025, 1, 1, tzinfo=dt.UTC))}
    store = Store(tmp_path / "baru", "1")
    store.save("x", value)
    assert store.load("x") == value
    assert sorted(path.name for path in store.folder.iterdir()) == ["x.bin"]


def test_records_come_back(tmp_path: Path) -> None:
    text = article(
        "[[galeri]]", cover="{file: /media/a.jpg, alt: A}", photos="[{file: /media/a.jpg}]", summary=None
    )
    records = (
        article_of(text, files=photos("a.jpg")),
        product_of(product(price="1")),
        maker_of(maker(curated="{status: lolos, date: 2025-01-01}")),
        survey_of(survey(opens="2025-01-01")),
        problem(Place("a", 1), "slug"),
        config(),
    )
    Store(tmp_path, "1").save("x", records)
    found = Store(tmp_path, "1").load("x")
    assert found == records
    assert [type(one) for one in found] == [type(one) for one in records]


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    assert Store(tmp_path, "1").load("x") is None
    assert Store(tmp_path / "tiada", "1").load("x") is None


def test_another_version_is_ignored(tmp_path: Path) -> None:
    Store(tmp_path, "1").save("x", 1)
    assert Store(tmp_path, "2").load("x") is None
    assert Store(tmp_path, "").load("x") is None
    assert Store(tmp_path, "1").load("x") == 1


def test_a_cut_or_changed_file_is_ignored(tmp_path: Path) -> None:
    Store(tmp_path, "1").save("x", ["kain", "kayu"])
    data = (tmp_path / "x.bin").read_bytes()
    for length in range(len(data)):
        assert loaded(tmp_path, data[:length]) is None
    for place in range(len(data)):
        assert loaded(tmp_path, data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]) is None
    assert loaded(tmp_path, data + b"\0") is None
    assert loaded(tmp_path, data) == ["kain", "kayu"]


class Evil:
    """What unpickles by calling a function with arguments."""

    def __init__(self, function: Any, *arguments: object) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> Any:
        return self.call


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_no_command_is_run(tmp_path: Path, protocol: int) -> None:
    mark = tmp_path / "mark"
    for evil in (
        Evil(os.system, f"touch {mark}"),
        Evil(exec, f"open({str(mark)!r}, 'w')"),
        Evil(getattr, "kain", "upper"),
        Evil(Path.touch, mark),
    ):
        try:
            payload = pickle.dumps([1, evil], protocol)
        except pickle.PicklingError:
            continue
        assert loaded(tmp_path, sealed(payload)) is None
    assert not mark.exists()


@pytest.mark.parametrize(
    "name",
    [
        b"cos\nsystem\n",
        b"cbuiltins\neval\n",
        b"cbuiltins\ngetattr\n",
        b"clontar.model.urls\nre.compile\n",
        b"clontar.load.config\nread_config\n",
        b"clontar.cache.store\nStore\n",
        b"cposix\nsystem\n",
        b"csubprocess\nPopen\n",
        b"clontar.models\nx\n",
    ],
)
def test_foreign_names_are_refused(tmp_path: Path, name: bytes) -> None:
    assert loaded(tmp_path, sealed(name + b".")) is None


def test_dotted_names_do_not_lead_out(tmp_path: Path) -> None:
    payload = b"\x80\x04\x8c\x11lontar.model.urls\x8c\x0ere.sys.modules\x93."
    assert loaded(tmp_path, sealed(payload)) is None


@given(st.binary(max_size=60))
@settings(max_examples=200)
def test_no_bytes_make_it_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    loaded(folder, data)
    loaded(folder, HEAD + data)
    loaded(folder, sealed(data))
    assert gc.isenabled()


@pytest.mark.parametrize(
    "payload", [b"]" * 10, b"\x80\x05\x8e\xff\xff\xff\xff\xff\xff\xff\x0f.", b"h\xff.", b"(" * 100_000]
)
def test_hostile_streams_are_ignored(tmp_path: Path, payload: bytes) -> None:
    assert loaded(tmp_path, sealed(payload)) is None


def test_a_folder_in_its_place_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "x.bin").mkdir()
    assert Store(tmp_path, "1").load("x") is None


def test_a_value_that_cannot_be_kept_leaves_the_old_one(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.save("x", 1)
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        store.save("x", lambda: None)
    assert store.load("x") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.bin"]


def test_a_failed_write_leaves_the_old_one(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.save("x", 1)
    (tmp_path / f"y.{os.getpid()}.tmp").mkdir()
    with pytest.raises(OSError):
        store.save("y", 2)
    assert (store.load("x"), store.load("y")) == (1, None)


@pytest.mark.parametrize("name", [b"urls\n__builtins__", b"urls\nre", b"urls\nslugify", b"body\nNamedTuple"])
def test_what_the_model_merely_imports_is_refused(tmp_path: Path, name: bytes) -> None:
    assert loaded(tmp_path, sealed(b"clontar.model." + name + b"\n.")) is None
