"""The theme's files beside its templates: assets as bytes, and the words of each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lontar.digest import digest
from lontar.errors import ContentErrors, Place, Problem, problem
from lontar.load.sources import Stamp
from lontar.load.text import decode
from lontar.load.yaml_guard import read_mapping


@dataclass(frozen=True, slots=True)
class Theme:
    """`assets` by their path under templates/assets; `words` by language, then by key; `share` is the digest
    of templates/share, from which share images are composed, "" without it."""

    assets: dict[str, bytes]
    words: dict[str, dict[str, str]]
    digest: str
    share: str = ""


def read_theme(templates: Path, stamps: dict[str, Stamp]) -> Theme:
    """ContentErrors when a file of words is no flat mapping of texts, or the languages' keys differ."""
    assets: dict[str, bytes] = {}
    words: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for name in stamps:
        if name.startswith("assets/"):
            assets[name.removeprefix("assets/")] = (templates / name).read_bytes()
        elif name.startswith("words/") and name.endswith(".yaml"):
            read = _read_words(f"templates/{name}", (templates / name).read_bytes())
            if isinstance(read, Problem):
                problems.append(read)
            else:
                words[name.removeprefix("words/").removesuffix(".yaml")] = read
    everywhere = set().union(*words.values()) if words else set()
    for lang, texts in words.items():
        for key in sorted(everywhere - set(texts)):
            problems.append(problem(Place(f"templates/words/{lang}.yaml"), "word-missing", key=key))
    if problems:
        raise ContentErrors(problems)
    share = {name: (templates / name).read_bytes() for name in stamps if name.startswith("share/")}
    return Theme(assets, words, digest(assets, words), digest(share) if share else "")


def _read_words(path: str, data: bytes) -> dict[str, str] | Problem:
    text = decode(path, data)
    read = text if isinstance(text, Problem) else read_mapping(path, text)
    if isinstance(read, Problem):
        return read
    values, lines = read
    for key, value in values.items():
        if isinstance(value, dict | list):
            return problem(
                Place(path, lines.get((key,), 0), field=key), "type", field=key, found="…", expected="@text"
            )
    return {key: "" if value is None else str(value) for key, value in values.items()}
