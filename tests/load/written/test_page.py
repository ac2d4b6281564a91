"""Front matter of a page that stands by itself."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.page import WrittenPage

READ = TypeAdapter(WrittenPage)


def test_a_title_is_enough() -> None:
    found = READ.validate_python({"title": "Tentang"})
    assert (found.menu, found.order, found.draft) == (None, 0, False)


@pytest.mark.parametrize(
    "more", [{"menu": "samping"}, {"order": 1001}, {"order": "satu"}, {"title": ""}, {"date": "x"}]
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"title": "Tentang", **more})
