"""Every example is one of a field, and right."""

from __future__ import annotations

from lontar.editor.examples import EXAMPLES
from lontar.editor.fields import classes, fields_of
from lontar.load.schema import adapter
from lontar.load.yaml_guard import read_mapping


def test_every_example_is_of_a_field() -> None:
    known = {f"{title}.{one.name}" for title, cls in classes().items() for one in fields_of(cls)}
    assert set(EXAMPLES) - known == set()


def test_the_examples_of_a_class_are_valid_together() -> None:
    checked = set()
    for title, cls in classes().items():
        lines = [f"{one.name}: {one.example}\n" for one in fields_of(cls) if one.example]
        if not lines or any(one.required and not one.example for one in fields_of(cls)):
            continue
        read = read_mapping(title, "".join(lines))
        assert isinstance(read, tuple)
        adapter(cls).validate_python(read[0])
        checked.add(title)
    assert {"Article", "Product", "Maker", "Page", "Photo", "Contact", "Curation"} <= checked
