"""Pages that show a whole text, packed for the next build and unpacked by it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from importlib import import_module

from lontar.cache.kept import KeptPages, Packed
from lontar.cache.store import dumps, loads
from lontar.pages.frame import Frame
from lontar.pages.planned import Page, Rank

_VIEWS = "lontar.pages."
_SEAL = 16
"""Bytes of BLAKE2b before the data, by which damage is noticed."""


def pack(page: Page) -> Packed | None:
    """None for a page that shows no text. The frame, which all pages share, is named by its digest."""
    sources = tuple(dict.fromkeys(text.source for text in page.texts))
    if not sources:
        return None
    frame, rest = _split(page)
    view = page.view
    whole = (
        page.url,
        page.template,
        view.__module__,
        view.__qualname__,
        frame.digest if frame else "",
        rest,
        page.source,
        int(page.rank),
        page.line,
        page.versions,
        page.nearest,
    )
    return Packed(sources, _sealed(dumps(whole)))


def unpack(data: bytes, frames: KeptPages) -> Page:
    """LookupError or ValueError when it is not what `pack` made."""
    url, template, module, name, frame_digest, args, source, rank, line, *others = loads(_unsealed(data))
    if not module.startswith(_VIEWS):
        raise ValueError(f"{module} makes no pages")
    if frame_digest:
        frame = loads(_unsealed(frames.frame(frame_digest) or b""))
        if not isinstance(frame, Frame) or frame.digest != frame_digest:
            raise LookupError(frame_digest)
        args = (frame, *args)
    return Page(url, template, getattr(import_module(module), name), args, source, Rank(rank), line, *others)


def pack_frames(pages: Iterable[Page]) -> dict[str, bytes]:
    """The frames of all pages, by digest."""
    frames = {frame.digest: frame for page in pages if (frame := _split(page)[0]) is not None}
    packed = {digest: dumps(frame) for digest, frame in frames.items()}
    return {digest: _sealed(data) for digest, data in packed.items()}


def _sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest() + data


def _unsealed(data: bytes) -> bytes:
    if blake2b(data[_SEAL:], digest_size=_SEAL).digest() != data[:_SEAL]:
        raise ValueError("damaged")
    return data[_SEAL:]


def _split(page: Page) -> tuple[Frame | None, tuple[object, ...]]:
    if page.args and isinstance(page.args[0], Frame):
        return page.args[0], page.args[1:]
    return None, page.args
