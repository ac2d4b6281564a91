"""Builds in a process of their own: told what came of them, replaced when it is killed, gone at the end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from lontar.pipeline.report import Request
from lontar.serve.builder import Builder, build_once
from tests.pipeline.conftest import CONFIG, Place


@pytest.fixture
def builder(place: Place) -> Iterator[Builder]:
    one = Builder(place.request)
    yield one
    one.close()


def children() -> list[psutil.Process]:
    """The build processes of this one; other tests of the same run may have left servers beside them."""
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_it_builds_again_and_again_in_one_process(builder: Builder, place: Place) -> None:
    report = builder.build().report
    assert report is not None
    assert report.rendered == report.pages
    process = children()
    again = builder.build().report
    assert again is not None
    assert again.rendered == 0
    assert children() == process
    builder.close()
    assert children() == []
    builder.close()


def test_mistakes_come_back_as_values(builder: Builder, place: Place) -> None:
    place.article(2, category="salah")
    built = builder.build()
    assert built.report is None
    assert [one.place.line for one in built.problems] == [4]
    place.article(2)
    assert builder.build().report is not None


def test_a_process_that_was_killed_is_replaced(builder: Builder, place: Place) -> None:
    builder.build()
    (before,) = children()
    before.kill()
    assert builder.build().report is not None
    (after,) = children()
    assert before != after


def test_it_ends_with_its_workers_in_the_middle_of_a_build(builder: Builder, place: Place) -> None:
    builder.build()
    (process,) = children()
    process.send_signal(signal.SIGSTOP)  # deaf to everything polite
    builder.close()
    assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_ctrl_c_is_not_for_it(builder: Builder, place: Place) -> None:
    builder.build()
    (process,) = children()
    assert os.getpgid(process.pid) != os.getpgid(0)


def test_where_the_site_lies_and_its_votes_go(place: Place) -> None:
    config = (
        CONFIG.replace("https://uji.example", "https://uji.example/galeri") + "survey: {endpoint: /suara/}\n"
    )
    place.write("site_config.yaml", config)
    built = build_once(place.request)
    assert (built.base, built.endpoint) == ("/galeri", "/suara/")


def test_what_the_system_refuses_is_told(place: Place) -> None:
    slept: list[float] = []
    blocked = place.root / "berkas"
    blocked.write_text("")
    built = build_once(place.request._replace(output=blocked), slept.append)
    assert built.report is None
    assert str(blocked) in built.failure
    assert slept == [0.0]


def test_a_mistake_of_our_own_is_recorded(place: Place) -> None:
    cache = place.root.parent / "p/cache"
    wrong: Any = "x"
    request = Request(place.root, place.output, cache, place.request.templates, jobs=wrong)
    request.cache.parent.mkdir()
    built = build_once(request)
    assert built.failure.startswith("TypeError: ")
    assert "Traceback" in Path(place.root.parent / "p/error.log").read_text()
