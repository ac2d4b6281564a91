"""Draft of a maker to the record."""

from __future__ import annotations

from lontar.digest import digest
from lontar.load.assemble import Parts
from lontar.load.written.maker import WrittenMaker
from lontar.model.maker import Contact, Maker, MakerCard


def make_maker(parts: Parts) -> Maker:
    draft = parts.draft
    written: WrittenMaker = draft.written
    curated = written.curated
    shown = (
        parts.url,
        written.name,
        parts.body.summary,
        written.kind,
        written.village,
        written.district,
        curated.status if curated else "belum",
        draft.lang_of("name"),
        parts.body.lang,
    )
    card = MakerCard(*shown, cover=parts.lead, digest=digest(*shown, parts.lead))
    contact = written.contact
    return Maker(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        card=card,
        coordinates=(written.coordinates.lat, written.coordinates.lon) if written.coordinates else None,
        since=written.since or 0,
        curated_on=curated.date if curated else None,
        curated_by=curated.by if curated else "",
        contact=Contact(
            contact.whatsapp or "", contact.instagram or "", contact.email or "", contact.website or ""
        )
        if contact
        else Contact(),
        aliases=tuple(written.aliases),
        draft=written.draft,
        body=parts.body,
        lines=parts.lines,
        notes=parts.notes,
        digest=parts.digest,
    )
