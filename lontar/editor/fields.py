"""The fields of what editors write, read from the one schema (lontar/load/written)."""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from lontar.editor.examples import EXAMPLES
from lontar.load.kinds import WRITTEN
from lontar.load.written.config import WrittenConfig
from lontar.messages import field_texts


@dataclass(frozen=True, slots=True)
class Field:
    """`owner` is the class without "Written"; `choices` are the words it may be; `default` is what is meant
    when such a field is left out; `example` is YAML; `classes` are the schemas of what stands within it."""

    owner: str
    name: str
    required: bool
    choices: tuple[str, ...]
    default: str
    example: str
    classes: tuple[type[Any], ...]


def title_of(cls: type[Any]) -> str:
    return cls.__name__.removeprefix("Written")


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """All fields of one class of lontar/load/written, in the order of the class."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_field(cls, one, hints[one.name]) for one in dataclasses.fields(cls))


def _field(cls: type[Any], one: Any, hint: Any) -> Field:
    parts = tuple(_parts(hint))
    choices = tuple(str(word) for part in parts if get_origin(part) is Literal for word in get_args(part))
    default = str(one.default) if choices and isinstance(one.default, str) else ""
    return Field(
        owner=title_of(cls),
        name=one.name,
        required=one.default is MISSING and one.default_factory is MISSING,
        choices=choices,
        default=default,
        example=EXAMPLES.get(f"{title_of(cls)}.{one.name}", ""),
        classes=tuple(part for part in parts if dataclasses.is_dataclass(part) and isinstance(part, type)),
    )


def _parts(hint: Any) -> Any:
    """A type and all that it is made of: list[WrittenPhoto] | None gives WrittenPhoto among others."""
    yield hint
    if get_origin(hint) is not Literal:
        for part in get_args(hint):
            yield from _parts(part)


def classes() -> dict[str, type[Any]]:
    """Every class of the schema by its title, what stands within others included."""
    found: dict[str, type[Any]] = {}
    waiting: list[type[Any]] = [*WRITTEN.values(), WrittenConfig]
    while waiting:
        cls = waiting.pop(0)
        if title_of(cls) not in found:
            found[title_of(cls)] = cls
            waiting += [inner for one in fields_of(cls) for inner in one.classes]
    return found


def describe(one: Field, lang: str) -> str:
    """What a field is for, with its choices, in one language."""
    texts = field_texts(lang)
    told = [texts.get(f"{one.owner}.{one.name}") or texts.get(f"*.{one.name}", "")]
    if one.choices:
        told.append(texts["@choices"].format(choices=", ".join(one.choices)))
    if one.default:
        told.append(texts["@default"].format(default=one.default))
    return " ".join(told)
