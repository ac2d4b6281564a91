"""The one state, and how it is awaited."""

from __future__ import annotations

import json
from threading import Thread

from lontar.serve.live import Live, State
from lontar.serve.mistakes import Mistake


def test_a_change_wakes_who_waits() -> None:
    live = Live()
    before = live.state
    thread = Thread(target=live.change, kwargs={"version": 1})
    thread.start()
    after = live.wait(before, 30)
    thread.join()
    assert after is not None
    assert after.version == 1


def test_a_newcomer_does_not_wait_and_nobody_waits_for_ever() -> None:
    live = Live()
    assert live.wait(None, 30) is live.state
    assert live.wait(live.state, 0.01) is live.state


def test_the_same_again_is_no_change() -> None:
    live = Live()
    before = live.state
    live.change(version=0)
    assert live.state is before


def test_the_end_is_told() -> None:
    live = Live()
    live.close()
    assert live.wait(None, 30) is None


def test_a_state_is_told_in_json() -> None:
    mistake = Mistake("a.md:1", 1, "</script>", "", ((1, "é"),))
    told = json.loads(State(version=3, mistakes=(mistake,), unpublished={"/a/": "Draf"}).as_json("lari"))
    assert (told["run"], told["version"], told["building"]) == ("lari", 3, True)
    assert told["mistakes"][0]["excerpt"] == [[1, "é"]]
    assert told["unpublished"] == {"/a/": "Draf"}
    assert State(failure="x").is_broken
    assert not State().is_broken
