"""Draft of a product to the record."""

from __future__ import annotations

from lontar.digest import digest
from lontar.load.assemble import Parts
from lontar.load.written.product import WrittenProduct
from lontar.model.product import Dimensions, Product, ProductCard, ProductLangs


def make_product(parts: Parts) -> Product:
    draft = parts.draft
    written: WrittenProduct = draft.written
    shown = (
        parts.url,
        written.name,
        parts.body.summary,
        written.category,
        written.price,
        written.price_note,
        written.availability,
        written.maker,
        written.featured,
        draft.lang_of("name"),
        parts.body.lang,
        draft.lang_of("price_note"),
    )
    cover = parts.photos[0] if parts.photos else None
    card = ProductCard(*shown, cover=cover, digest=digest(*shown, cover))
    size = written.dimensions
    return Product(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        card=card,
        materials=tuple(dict.fromkeys(written.materials)),
        techniques=tuple(dict.fromkeys(written.techniques)),
        dimensions=Dimensions(size.length or 0, size.width or 0, size.height or 0, size.diameter or 0)
        if size
        else Dimensions(),
        weight=written.weight or 0,
        sku=written.sku,
        photos=parts.photos,
        attributes=tuple(written.attributes.items()),
        tags=tuple(dict.fromkeys(tag.strip() for tag in written.tags)),
        aliases=tuple(written.aliases),
        draft=written.draft,
        langs=ProductLangs(*map(draft.lang_of, ProductLangs._fields)),
        body=parts.body,
        lines=parts.lines,
        notes=parts.notes,
        digest=parts.digest,
    )
