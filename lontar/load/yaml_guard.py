"""YAML as plain data with a line number for every key, read event by event under guard.

The events come from libyaml; nothing is composed or constructed by PyYAML, so no tag can make an
object, an alias cannot multiply, nesting is bounded before any recursion, and a duplicate key is
found with both its lines. Scalars follow the core schema of YAML 1.2 (yaml.org/spec/1.2.2, 10.3):
`true/false`, decimal numbers and null; `yes`, `0123`, `12:30` and dates stay text as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lontar.errors import Place, Problem, problem
from lontar.load.yaml_mistakes import syntax_problem

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | int, ...]

DEEPEST = 32
LARGEST = 64 << 10
"""Bytes of front matter or of a record's YAML, its longest texts included."""
_LONGEST_NUMBER = 15

_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML 1.1 and to nobody else: with them, lines would be counted wrongly."""
_NULL = re.compile(r"(?:~|null|Null|NULL|)\Z")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z")

_UNUSUAL = frozenset(("", *"~nNtTfF+-.0123456789"))
"""With one of these begins whatever may be something else than text."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    value: dict[str, Plain] | list[Plain]
    path: Path
    key: str | None = None
    key_lines: dict[str, int] = field(default_factory=dict)


class Number(float):
    """A number with a decimal point, which remembers how it was written."""

    written: str

    def __new__(cls, written: str) -> Number:
        number = super().__new__(cls, written)
        number.written = written
        return number


class _Refused(Exception):
    def __init__(self, found: Problem) -> None:
        self.problem = found


def read_mapping(
    path: str, text: str, first_line: int = 1
) -> tuple[dict[str, Plain], dict[Path, int]] | Problem:
    """The one mapping that `text` holds, and the line of each of its keys and entries by their path.

    `first_line` is the line of the file on which the text begins. Empty text is an empty mapping.
    """
    if (strange := _LINE_BREAKS.search(text)) is not None:
        line = first_line + text.count("\n", 0, strange.start())
        return problem(Place(path, line), "character-hidden", found=f"U+{ord(strange.group()):04X}")
    if len(text.encode()) > LARGEST:
        return problem(Place(path, first_line), "yaml-too-large", limit=LARGEST // 1024)
    try:
        value, lines = _build(path, text, first_line)
    except _Refused as refusal:
        return refusal.problem
    except yaml.MarkedYAMLError as error:
        return syntax_problem(path, text, error, first_line)
    except yaml.YAMLError as error:
        return problem(Place(path, first_line), "yaml-syntax", found=str(error).splitlines()[0])
    if value is None:
        return {}, {}
    if not isinstance(value, dict):
        return problem(Place(path, first_line), "yaml-not-mapping")
    return value, lines


def _build(path: str, text: str, first_line: int) -> tuple[Plain, dict[Path, int]]:
    stack: list[_Open] = []
    lines: dict[Path, int] = {}
    root: Plain = None
    documents = 0
    loader = _LOADER(text)
    next_event = loader.get_event
    while (event := next_event()) is not None:
        kind = type(event)
        line = first_line + event.start_mark.line if event.start_mark else first_line
        if kind is ScalarEvent:
            top = stack[-1] if stack else None
            if top is not None and top.key is None and type(top.value) is dict:
                _open_key(path, top, event, line, lines)
            else:
                root = _place(stack, _scalar(path, event, line, stack), line, lines, root)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check_node(path, event, line, stack)
            value: dict[str, Plain] | list[Plain] = {} if kind is MappingStartEvent else []
            where = _path_of_next(stack)
            root = _place(stack, value, line, lines, root)
            stack.append(_Open(value, where))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
        elif kind is AliasEvent:
            raise _Refused(problem(Place(path, line), "yaml-alias", found=f"*{event.anchor}"))
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _Refused(problem(Place(path, line), "yaml-two-documents"))
    return root, lines


def _path_of_next(stack: list[_Open]) -> Path:
    if not stack:
        return ()
    top = stack[-1]
    return (*top.path, top.key if isinstance(top.value, dict) else len(top.value))  # type: ignore[arg-type]


def _place(stack: list[_Open], value: Plain, line: int, lines: dict[Path, int], root: Plain) -> Plain:
    """Put a value where it belongs; the root is returned."""
    if not stack:
        return value
    top = stack[-1]
    if isinstance(top.value, dict):
        assert top.key is not None
        top.value[top.key] = value
        top.key = None
    else:
        lines[(*top.path, len(top.value))] = line
        top.value.append(value)
    return root


def _open_key(path: str, top: _Open, event: ScalarEvent, line: int, lines: dict[Path, int]) -> None:
    _check_tag(path, event, line)
    key = event.value
    if key == "<<":
        raise _Refused(problem(Place(path, line), "yaml-alias", found="<<"))
    if key in top.key_lines:
        raise _Refused(
            problem(
                Place(path, line, field=key),
                "yaml-duplicate",
                field=key,
                first=top.key_lines[key],
                second=line,
            )
        )
    top.key = key
    top.key_lines[key] = line
    lines[(*top.path, key)] = line


def _check_node(
    path: str, event: MappingStartEvent | SequenceStartEvent, line: int, stack: list[_Open]
) -> None:
    if len(stack) >= DEEPEST:
        raise _Refused(problem(Place(path, line), "yaml-too-deep", limit=DEEPEST))
    _check_tag(path, event, line)
    if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
        raise _Refused(problem(Place(path, line), "yaml-complex-key"))


def _check_tag(path: str, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, line: int) -> None:
    if event.anchor:
        raise _Refused(problem(Place(path, line), "yaml-alias", found=f"&{event.anchor}"))
    tag = event.tag
    if tag is not None and tag not in ("!", "tag:yaml.org,2002:str"):
        raise _Refused(problem(Place(path, line), "yaml-tag", found=tag.replace("tag:yaml.org,2002:", "!!")))


def _scalar(path: str, event: ScalarEvent, line: int, stack: list[_Open]) -> Plain:
    _check_tag(path, event, line)
    text: str = event.value
    if not event.implicit[0] or event.tag is not None or text[:1] not in _UNUSUAL:
        return text
    if _NULL.match(text):
        return None
    if _BOOL.match(text):
        return text.lower() == "true"
    if _INT.match(text):
        if len(text.lstrip("+-")) > _LONGEST_NUMBER:
            where = _path_of_next(stack)
            name = str(where[-1]) if where else ""
            raise _Refused(problem(Place(path, line, field=name), "number-too-long", limit=_LONGEST_NUMBER))
        return int(text)
    if _FLOAT.match(text):
        return Number(text)
    return text
