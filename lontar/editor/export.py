"""All files that are made from the schema: what they shall hold, and which are out of date."""

from __future__ import annotations

import json
from pathlib import Path

from lontar.editor.json_schema import json_schemas
from lontar.editor.tables import GUIDES, with_tables
from lontar.editor.vscode import (
    EXTENSIONS,
    SCHEMAS,
    SETTINGS,
    SNIPPETS,
    NotPlain,
    extensions,
    settings,
    snippets,
)
from lontar.errors import ConfigErrors, Place, problem


def made_from_schema(root: Path) -> dict[str, str]:
    """The wanted text of every such file by its path relative to `root`. ConfigErrors for a file of VS Code
    that holds more than plain JSON. A guide that is not there is not made."""
    files = {
        f"{SCHEMAS}/{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in json_schemas().items()
    }
    for path, make in ((SETTINGS, settings), (EXTENSIONS, extensions)):
        try:
            files[path] = make(_text(root / path))
        except NotPlain:
            raise ConfigErrors([problem(Place(path), "settings-not-plain")]) from None
    files[SNIPPETS] = snippets()
    for path, lang in GUIDES.items():
        if text := _text(root / path):
            files[path] = with_tables(text, lang)
    return files


def outdated(root: Path) -> dict[str, str]:
    """The files that do not hold what they shall, with what they shall hold."""
    return {path: text for path, text in made_from_schema(root).items() if _text(root / path) != text}


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
