"""What the badges say of drafts and of what is scheduled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lontar.site.site import Unpublished


def labels(found: Iterable[Unpublished], base: str, texts: Mapping[str, str], lang: str) -> dict[str, str]:
    """By the path of a page: that it is a draft, or when it will be published."""
    return {f"{base}{one.url}": _label(one, texts, lang) for one in found}


def _label(one: Unpublished, texts: Mapping[str, str], lang: str) -> str:
    if one.publish_at is None:
        return texts["draft"]
    from lontar.pages.formats import clock, long_date

    return texts["scheduled"].format(date=long_date(one.publish_at, lang), time=clock(one.publish_at, lang))
