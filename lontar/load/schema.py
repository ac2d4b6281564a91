"""Plain data to what an editor may write: every mistake a Problem, not only the first.

The only module that asks pydantic to validate; its error types (docs.pydantic.dev, "Validation
Errors") become codes of our own catalogue, with the line of the key and the nearest known name.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from lontar.errors import Problem, nearest, problem
from lontar.load.documents import Document
from lontar.load.yaml_guard import Number, Plain

T = TypeVar("T")

_EXPECTED = {
    "string": "text",
    "int": "whole-number",
    "float": "number",
    "decimal": "number",
    "bool": "yes-no",
    "list": "list",
    "tuple": "list",
    "dict": "mapping",
    "mapping": "mapping",
    "dataclass": "mapping",
    "model": "mapping",
}
_CUSTOM = {"moment", "url_path", "web_address", "email", "whatsapp", "instagram", "timezone", "link"}
_CUSTOM |= {"publish_path", "ssh_host", "git_remote", "git_branch"}


_adapters: dict[str, TypeAdapter[Any]] = {}


def adapter(cls: type[T]) -> TypeAdapter[T]:
    """pydantic's validator of a schema class, made once in a process."""
    if cls.__name__ not in _adapters:
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them takes its time
        _adapters[cls.__name__] = TypeAdapter(cls)
    return _adapters[cls.__name__]


def validate(cls: type[T], document: Document) -> T | list[Problem]:
    """The document's data as `cls`, or all that is wrong with it."""
    data = without_empty(document.data)
    try:
        return adapter(cls).validate_python(data)
    except ValidationError as error:
        found: dict[Problem, None] = {}
        for detail in error.errors(include_url=False):
            found[_problem(cls, document, detail)] = None
        return list(found)


def without_empty(data: Mapping[str, Plain]) -> dict[str, Plain]:
    """A key whose value is null or empty text says nothing: a CMS writes such keys for empty fields."""
    return {key: _inner(value) for key, value in data.items() if value is not None and value != ""}


def _inner(value: Plain) -> Plain:
    if isinstance(value, dict):
        return without_empty(value)
    if isinstance(value, list):
        return [_inner(item) for item in value]
    return value


def _problem(cls: type[Any], document: Document, detail: Any) -> Problem:
    kind: str = detail["type"]
    loc = tuple(detail["loc"])
    if loc[-1:] == ("[key]",) and loc not in document.lines:
        loc = loc[:-1]
    path = tuple(
        part for part in loc if isinstance(part, str | int) and not _is_type_tag(document, loc, part)
    )
    place = document.place(*path)
    name = place.field or "?"
    context: Mapping[str, Any] = detail.get("ctx") or {}
    found = _short(detail.get("input"))
    if kind in ("missing", "missing_argument"):
        return problem(place, "field-missing", field=name, key=name.rpartition(".")[2])
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = _known_names(cls, path[:-1])
        near = nearest(str(path[-1]), known, 0.6)
        return problem(place, "field-unknown", field=name, allowed=", ".join(known), nearest=near)
    if kind == "literal_error":
        allowed = [part.strip("'") for part in str(context["expected"]).replace(" or ", ", ").split(", ")]
        return problem(
            place,
            "choice",
            field=name,
            found=found,
            allowed=", ".join(allowed),
            nearest=nearest(str(detail["input"]).lower(), allowed),
        )
    if kind in _CUSTOM:
        return problem(place, kind.replace("_", "-"), field=name, found=found)
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        word = {"greater_than": ">", "greater_than_equal": "≥", "less_than": "<", "less_than_equal": "≤"}[
            kind
        ]
        return problem(
            place, "range", field=name, found=found, limit=f"{word} {next(iter(context.values()))}"
        )
    if kind in ("string_too_long", "too_long"):
        return problem(place, "too-long", field=name, limit=context["max_length"])
    if kind in ("string_too_short", "too_short"):
        return problem(place, "too-short", field=name, limit=context["min_length"])
    if kind == "string_pattern_mismatch":
        code = "one-line" if "\\n" in str(context["pattern"]) else "slug-value"
        return problem(place, code, field=name, found=found)
    expected = _EXPECTED.get(kind.split("_")[0], "text")
    return problem(place, "type", field=name, found=found, expected=f"@{expected}")


def _is_type_tag(document: Document, loc: tuple[Any, ...], part: Any) -> bool:
    """pydantic names the branch of a union in the place; such a part is no key of the document."""
    if not isinstance(part, str):
        return False
    upto = loc[: loc.index(part) + 1]
    internal = "[" in part or part.startswith(("function-", "Written"))
    return internal and upto not in document.lines


def _known_names(cls: type[Any], path: tuple[Any, ...]) -> list[str]:
    """The keys allowed at `path`, from the same schema that validates."""
    schema = adapter(cls).json_schema()
    node = schema
    for part in path:
        node = _resolve(schema, node)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    return sorted(_resolve(schema, node).get("properties", {}))


def _resolve(schema: Mapping[str, Any], node: Any) -> Any:
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in node:
            node = next((one for one in node["anyOf"] if one.get("type") != "null"), {})
        else:
            return node


def _short(value: object) -> str:
    """What was found, on one line and as it was written."""
    if isinstance(value, Number):
        text = value.written
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(_short(item) for item in value[:4])}{', …' if len(value) > 4 else ''}]"
    elif isinstance(value, dict):
        text = f"{{{', '.join(f'{key}: …' for key in list(value)[:4])}}}"
    else:
        text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
