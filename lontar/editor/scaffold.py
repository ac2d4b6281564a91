"""The text of a new file: every needed field filled in, the others ready to be taken out of their comment.

A comment tells what a field is for ("# …", with a space); a field that may be left out stands as an
example behind "#" alone, so that deleting this one sign makes it count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from lontar.editor.examples import EXAMPLES
from lontar.editor.fields import Field, describe, fields_of, title_of
from lontar.load.kinds import TEXT_FIELD, WRITTEN
from lontar.load.written.values import WrittenPhoto
from lontar.messages import field_texts

_WIDTH = 96


def scaffold(
    kind: str,
    values: Mapping[str, str],
    choices: Mapping[str, Sequence[str]],
    photos: Sequence[str],
    text: str,
    lang: str,
) -> str:
    """`values` are YAML by field; `choices` what else a field might say; `photos` are names beside the
    file; `text` stands where the text goes; comments are in `lang`."""
    cls = WRITTEN[kind]
    pictured = _photo_fields(cls, photos, lang)
    given = {**values, **pictured, "draft": "true"}
    fields = {one.name: one for one in fields_of(cls)}
    front = "\n".join(
        _block(fields[name], given.get(name), choices.get(name, ()), lang)
        for name in dict.fromkeys((*_order(cls), *given))
    )
    if kind in TEXT_FIELD:
        field = fields[TEXT_FIELD[kind]]
        return f"{front}\n{_comment(describe(field, lang))}{field.name}: |\n  {text}\n"
    inside = "" if pictured else "".join(f"\n![]({name})\n" for name in photos)
    return f"---\n{front}---\n\n{text}\n{inside}"


def yaml_text(value: str) -> str:
    """A text as YAML: in double quotes, where JSON's escapes are YAML's, too."""
    return json.dumps(value, ensure_ascii=False)


def _order(cls: type[Any]) -> list[str]:
    owner = f"{title_of(cls)}."
    return [name.removeprefix(owner) for name in EXAMPLES if name.startswith(owner)]


def _photo_fields(cls: type[Any], photos: Sequence[str], lang: str) -> dict[str, str]:
    """Photos in the fields that a kind has for them, their alternative texts left to be written."""
    known = {one.name for one in fields_of(cls)}
    hint = next(describe(one, lang) for one in fields_of(WrittenPhoto) if one.name == "alt")
    rest = list(photos)
    found: dict[str, str] = {}
    for name in ("cover", "photo"):
        if rest and name in known:
            found[name] = f'\n  file: {rest.pop(0)}\n  alt: ""  # {hint}'
    if rest and "photos" in known:
        found["photos"] = "".join(f'\n  - file: {name}\n    alt: ""  # {hint}' for name in rest)
    return found


def _block(field: Field, value: str | None, choices: Sequence[str], lang: str) -> str:
    comment = _comment(describe(field, lang))
    if choices:
        comment += _comment(field_texts(lang)["@choices"].format(choices=", ".join(choices)))
    if value is None:
        return f"{comment}#{field.name}: {field.example}\n"
    return f"{comment}{field.name}:{'' if value.startswith(chr(10)) else ' '}{value}\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(text, _WIDTH, break_on_hyphens=False))
