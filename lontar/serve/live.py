"""What every open page is to know, and how it hears of a change: one value, replaced as a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Condition
from typing import Any

from lontar.serve.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class State:
    """`building` is on until the first build is over. `version` counts the changes of the output; `failure`
    is what stopped a build other than mistakes; `unpublished` says by URL what a page still is;
    `sheet` is the URL of a style sheet that pages are still being made for."""

    version: int = 0
    building: bool = True
    mistakes: tuple[Mistake, ...] = ()
    more: int = 0
    failure: str = ""
    unpublished: Mapping[str, str] | None = None
    sheet: str = ""

    @property
    def is_broken(self) -> bool:
        return bool(self.mistakes or self.failure)

    def as_json(self, run: str) -> str:
        """`run` names this process: a page of another one is out of date whatever its number."""
        told: dict[str, Any] = {
            "run": run,
            "version": self.version,
            "building": self.building,
            "mistakes": [one._asdict() for one in self.mistakes],
            "more": self.more,
            "failure": self.failure,
            "unpublished": dict(self.unpublished or {}),
            "sheet": self.sheet,
        }
        return json.dumps(told, ensure_ascii=True)


class Live:
    """The present state and those who wait for the next one; used by all threads of the server."""

    def __init__(self) -> None:
        self._state = State()
        self._changed = Condition()
        self._closed = False

    @property
    def state(self) -> State:
        return self._state

    def change(self, **fields: Any) -> None:
        """Replace some fields and tell everyone, if anything differs."""
        with self._changed:
            state = replace(self._state, **fields)
            if state != self._state:
                self._state = state
                self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: State | None, seconds: float) -> State | None:
        """A state other than `seen`, or the same one after so many seconds; None when there is no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not seen, seconds)
            return None if self._closed else self._state
