"""The two ways the endpoint says no: to a visitor (a page) and to the operator (a line and exit 1)."""

from __future__ import annotations


class RefusedError(Exception):
    """A request that stores nothing: its HTTP status and the code of its text in `words`."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


class OperatorError(Exception):
    """A fault of the set-up. The text gives the place, what was found and what to do."""
