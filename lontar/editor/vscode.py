"""What makes VS Code know the fields: settings, recommended extensions, and snippets.

YAML files get completion, hints and red lines from the extension "YAML" (redhat.vscode-yaml), which is
told which schema belongs to which folder. That extension does not look into the front matter of Markdown
(issue 207 of redhat-developer/vscode-yaml), so articles and pages get snippets, which VS Code itself
offers on Ctrl+Space. Translations have a schema of their own; "!" takes them out of the other one
(yaml-language-server, pull request 1345).
"""

from __future__ import annotations

import json
from typing import Any

from lontar.editor.fields import Field, describe, fields_of
from lontar.editor.json_schema import TRANSLATION
from lontar.load.config import NAME as CONFIG_NAME
from lontar.load.embeds import NAMES
from lontar.load.kinds import WRITTEN
from lontar.messages import LANGUAGES
from lontar.model.urls import FOLDERS, SUFFIXES

SCHEMAS = "docs/schema"
SETTINGS, EXTENSIONS, SNIPPETS = (
    ".vscode/settings.json",
    ".vscode/extensions.json",
    ".vscode/lontar.code-snippets",
)
_EMBEDS = {"product": "batik-sekar-jati", "survey": "kepuasan-situs", "video": "https://youtu.be/… | Judul"}


class NotPlain(ValueError):
    """A settings file that cannot be read as JSON: it holds comments or is damaged."""


def settings(existing: str) -> str:
    """The workspace's settings with our schemas in them; all else stays as it is."""
    found = _read(existing)
    wanted = {f"./{SCHEMAS}/site_config.json": [CONFIG_NAME]}
    for kind, folder in FOLDERS.items():
        if ".md" not in SUFFIXES[kind]:
            ends = SUFFIXES[kind]
            translations = [f"content/{folder}/**/*.{lang}{end}" for lang in LANGUAGES for end in ends]
            wanted[f"./{SCHEMAS}/{kind}{TRANSLATION}.json"] = translations
            wanted[f"./{SCHEMAS}/{kind}.json"] = [
                *(f"content/{folder}/**/*{end}" for end in ends),
                *(f"!{glob}" for glob in translations),
            ]
    own = {path: globs for path, globs in found.get("yaml.schemas", {}).items() if path not in wanted}
    return _write({**found, "yaml.schemas": {**own, **wanted}})


def extensions(existing: str) -> str:
    """The recommended extensions with ours among them."""
    found = _read(existing)
    names = found.get("recommendations", [])
    wanted = ["redhat.vscode-yaml"]
    return _write({**found, "recommendations": [*names, *(name for name in wanted if name not in names)]})


def snippets() -> str:
    """For Markdown: each field of an article or a page by its name, and each embed by its own."""
    fields: dict[str, Field] = {}
    for kind in ("article", "page", "event"):
        for one in fields_of(WRITTEN[kind]):
            if one.example:
                fields.setdefault(f"{one.name}:", one)
    made = {name: _snippet(name, _line(one), _described(one)) for name, one in fields.items()}
    for name, kind in NAMES.items():
        target = f": ${{1:{_EMBEDS[kind]}}}" if kind in _EMBEDS else ""
        made[f"[[{name}"] = _snippet(f"[[{name}", f"[[{name}{target}]]", f"[[{name}]]")
    return _write(made)


def _described(one: Field) -> str:
    return " / ".join(describe(one, lang) for lang in LANGUAGES)


def _line(one: Field) -> str:
    if one.choices:
        return f"{one.name}: ${{1|{','.join(one.choices)}|}}"
    example = one.example.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    return f"{one.name}: ${{1:{example}}}"


def _snippet(prefix: str, body: str, description: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "body": [body], "description": description}


def _read(existing: str) -> dict[str, Any]:
    try:
        found = json.loads(existing or "{}")
    except ValueError:
        raise NotPlain from None
    if not isinstance(found, dict):
        raise NotPlain
    return found


def _write(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
