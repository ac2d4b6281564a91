"""Writes text files: YAML, front matter, header lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Fields = Mapping[str, Any]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def front_matter(fields: Fields, body: str) -> str:
    return f"---\n{yaml(fields)}---\n\n{body}"


def headers(fields: Fields, body: str) -> str:
    lines = (f"{key}: {value}" for key, value in fields.items() if value != "")
    return "\n".join(lines) + f"\n\n{body}"


def yaml(fields: Fields) -> str:
    """Small YAML writer: every JSON value is YAML too, long texts are written as blocks."""
    said = ((key, value) for key, value in fields.items() if value not in (None, ""))
    return "".join(f"{key}:{_yaml_value(value)}\n" for key, value in said)


def _yaml_value(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return f" {value.isoformat()}"
    if isinstance(value, str) and "\n" in value:
        return " |\n" + "\n".join(f"  {line}".rstrip() for line in value.rstrip("\n").split("\n"))
    return " " + json.dumps(value, ensure_ascii=False)
