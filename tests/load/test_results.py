"""The file of counted answers: read whole, or refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import ContentErrors
from lontar.load.results import LARGEST, NAME, read_results
from tests.building import write

GOOD: dict[str, Any] = {
    "version": 1,
    "counted_at": "2025-12-01T10:00:00+07:00",
    "surveys": {"puas": {"n": 3, "counts": {"puas": 2, "tidak": 1}}},
}


def test_without_a_file_there_are_no_answers(tmp_path: Path) -> None:
    assert read_results(tmp_path) == {}


def test_counts_and_their_time_are_read(tmp_path: Path) -> None:
    write(tmp_path, {NAME: json.dumps(GOOD)})
    tally = read_results(tmp_path)["puas"]
    assert tally.counts == (("puas", 2), ("tidak", 1))
    assert tally.counted_at == "2025-12-01T10:00:00+07:00"
    assert tally.questions == ()


def test_counts_of_several_questions_are_read_by_question(tmp_path: Path) -> None:
    questions = {"waktu": {"baik": 2, "buruk": 0}, "biaya": {"baik": 1, "buruk": 1}}
    surveys = {**GOOD["surveys"], "skm": {"n": 2, "questions": questions}}
    write(tmp_path, {NAME: json.dumps({**GOOD, "surveys": surveys})})
    found = read_results(tmp_path)
    assert found["skm"].counts == ()
    assert found["skm"].questions == (
        ("waktu", (("baik", 2), ("buruk", 0))),
        ("biaya", (("baik", 1), ("buruk", 1))),
    )
    assert found["puas"].counts == (("puas", 2), ("tidak", 1))


@pytest.mark.parametrize(
    "data",
    [
        {**GOOD, "version": 2},
        {**GOOD, "counted_at": "kemarin"},
        {**GOOD, "surveys": []},
        {**GOOD, "surveys": {"puas": {"counts": {"puas": -1}}}},
        {**GOOD, "surveys": {"puas": {"counts": {"puas": "3"}}}},
        {**GOOD, "surveys": {"puas": {"counts": {"puas": True}}}},
        {**GOOD, "surveys": {"puas": {"counts": {"puas": 1.5}}}},
        {**GOOD, "surveys": {"puas": {}}},
        {**GOOD, "surveys": {"puas": {"questions": []}}},
        {**GOOD, "surveys": {"puas": {"questions": {"waktu": [["baik", 1]]}}}},
        {**GOOD, "surveys": {"puas": {"questions": {"waktu": {"baik": -1}}}}},
        {key: value for key, value in GOOD.items() if key != "counted_at"},
        [],
        None,
        "x",
    ],
)
def test_another_format_is_refused(tmp_path: Path, data: object) -> None:
    write(tmp_path, {NAME: json.dumps(data)})
    with pytest.raises(ContentErrors) as caught:
        read_results(tmp_path)
    assert [(one.code, one.place.path) for one in caught.value.problems] == [("results-format", NAME)]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b" " * (LARGEST + 1)])
def test_junk_is_refused(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {NAME: data})
    with pytest.raises(ContentErrors):
        read_results(tmp_path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.fixed_dictionaries(
        {"version": st.just(1), "counted_at": st.just("2025-12-01") | JSON, "surveys": JSON}
    )
)
@settings(max_examples=100)
def test_any_json_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    root = write(tmp_path_factory.mktemp("hasil"), {NAME: json.dumps(data)})
    try:
        found = read_results(root)
    except ContentErrors:
        return
    for tally in found.values():
        assert all(
            count >= 0 for counts in (tally.counts, *dict(tally.questions).values()) for _, count in counts
        )
