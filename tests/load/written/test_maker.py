"""The YAML of a maker, field by field."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.maker import WrittenMaker

READ = TypeAdapter(WrittenMaker)


def test_a_name_is_enough() -> None:
    found = READ.validate_python({"name": "Jono"})
    assert (found.kind, found.contact, found.curated, found.coordinates, found.since) == (
        "perajin",
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "toko"},
        {"coordinates": {"lat": 91, "lon": 0}},
        {"coordinates": {"lat": 0, "lon": -181}},
        {"coordinates": {"lat": 0}},
        {"coordinates": {"lat": float("nan"), "lon": 0}},
        {"since": 1499},
        {"curated": {"date": "2025-01-01"}},
        {"curated": {"status": "ya"}},
        {"contact": {"telegram": "x"}},
        {"contact": {"website": "a.example"}},
        {"name": ""},
    ],
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"name": "Jono", **more})


def test_contacts_are_cleaned() -> None:
    contact = READ.validate_python(
        {"name": "Jono", "contact": {"whatsapp": "0812 3456 7890", "instagram": "@jono"}}
    ).contact
    assert contact is not None
    assert (contact.whatsapp, contact.instagram, contact.email) == ("6281234567890", "jono", None)
