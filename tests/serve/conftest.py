"""A small site under preview, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.conftest import Place, make_place
from tests.serve.running import Running, preview


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


@pytest.fixture
def running(place: Place) -> Iterator[Running]:
    with preview(place.root, "--jobs", "1", templates=place.request.templates) as one:
        yield one
