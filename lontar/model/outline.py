"""What a site shows of a record besides the words of its text.

A change that leaves the outline alone (a sentence mended) can change no page but those that show the
record's whole text: no list, no neighbour, no link check and no sitemap is concerned.
"""

from __future__ import annotations

from lontar.digest import digest
from lontar.model.record import Record
from lontar.model.survey import Survey

_OF_THE_TEXT = {"body", "lines", "notes", "digest"}


def outline(record: Record) -> str:
    """Digest of all of a record but its text; "" where there is nothing but outline (a survey).

    Lines count for nothing: they matter only where something is wrong.
    """
    if isinstance(record, Survey):
        return ""
    body = record.body
    fields = [value for name, value in zip(record._fields, record, strict=True) if name not in _OF_THE_TEXT]
    embeds = [embed.digest_parts for embed in body.embeds]
    links = [(link.url, link.fragment) for link in body.links]
    return digest(type(record).__name__, fields, embeds, links, body.anchors)
