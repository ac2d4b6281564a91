"""The YAML of a product, field by field."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.product import WrittenProduct

READ = TypeAdapter(WrittenProduct)
LEAST = {"name": "Kain", "category": "batik", "maker": "jono"}


def test_three_fields_are_enough() -> None:
    found = READ.validate_python(LEAST)
    assert (found.price, found.availability, found.featured, found.dimensions) == (
        None,
        "tersedia",
        False,
        None,
    )
    assert (found.materials, found.attributes) == ([], {})


@pytest.mark.parametrize("missing", list(LEAST))
def test_none_of_the_three_may_be_missing(missing: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({key: value for key, value in LEAST.items() if key != missing})


@pytest.mark.parametrize(
    "more",
    [
        {"price": "150.000"},
        {"price": 0},
        {"availability": "ada"},
        {"dimensions": {"length": 0}},
        {"dimensions": {"panjang": 10}},
        {"weight": -1},
        {"weight": 0.5},
        {"attributes": {"": "x"}},
        {"attributes": ["x"]},
        {"photos": [{}]},
        {"harga": 1},
    ],
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({**LEAST, **more})


def test_attributes_are_text() -> None:
    assert READ.validate_python({**LEAST, "attributes": {"Warna": "nila", "Lembar": 2}}).attributes == {
        "Warna": "nila",
        "Lembar": "2",
    }


def test_sizes_may_be_partly_known() -> None:
    size = READ.validate_python({**LEAST, "dimensions": {"length": 200, "width": 110.5}}).dimensions
    assert size is not None
    assert (size.length, size.width, size.height) == (200, 110.5, None)
