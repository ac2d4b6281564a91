"""Translations: a sibling file that says in another language what it says differently.

"x.en.md" beside "x.md" translates it. What a translation leaves out is taken from the original, field by
field, and the text too when it has none; so an English product is a name and a description, and its price
stands in one place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lontar.load.documents import Document
from lontar.load.kinds import TEXT_FIELD

if TYPE_CHECKING:
    from lontar.load.yaml_guard import Plain

LANGUAGES = ("id", "en")
_SUFFIXES = {"md": ("md",), "yaml": ("yaml", "yml"), "yml": ("yml", "yaml")}
_OWN = frozenset({"aliases", "lang", "translation_of"})
"""What holds for one file only: an address can lead to one page."""
_OF_THE_TEXT = frozenset({"summary"})
"""What goes with the text, and so is not taken from the original when the translation has its own."""


def originals_of(path: str) -> tuple[str, ...]:
    """The names that the file translated by `path` may have; none when `path` is no translation."""
    folder, _, name = path.rpartition("/")
    stem, _, rest = name.partition(".")
    lang, _, suffix = rest.partition(".")
    return (
        tuple(f"{folder}/{stem}.{other}" for other in _SUFFIXES.get(suffix, ())) if lang in LANGUAGES else ()
    )


def translations_of(path: str, known: Container[str]) -> Iterator[str]:
    """Those of the `known` files that translate `path`."""
    stem, _, suffix = path.rpartition(".")
    names = (f"{stem}.{lang}.{other}" for lang in LANGUAGES for other in _SUFFIXES.get(suffix, ()))
    return (name for name in names if name in known)


def touched(paths: Iterable[str], moved: Container[str]) -> set[str]:
    """The translations among `paths` whose originals are among the `moved` files."""
    return {path for path in paths if any(original in moved for original in originals_of(path))}


def complete(document: Document, original: Document) -> Document:
    """The translation with what it leaves out taken from its original."""
    field = TEXT_FIELD.get(document.kind)
    own_text = document.body if field is None else document.data.get(field)
    left = _OWN | (_OF_THE_TEXT if isinstance(own_text, str) and own_text.strip() else frozenset())
    said: Mapping[str, Plain] = {key: v for key, v in document.data.items() if v is not None and v != ""}
    inherited = {key: v for key, v in original.data.items() if key not in left and key not in said}
    return document._replace(data={**said, **inherited}, original=original, inherited=frozenset(inherited))
