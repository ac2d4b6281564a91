"""What a page says of itself: title, canonical address, breadcrumbs, previews (docs/templates.md, `page`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from lontar.model.photo import Photo
from lontar.pages import languages
from lontar.pages.frame import Frame
from lontar.pages.later import Later
from lontar.pages.photos import SHARE, share_image
from lontar.pages.share_cards import card_text, composed
from lontar.pages.structured_data import breadcrumb_list, script

Crumb = tuple[str, str]
"""Label and URL path."""


def context(
    frame: Frame,
    kind: str,
    title: str,
    url: str,
    *,
    title_lang: str = "",
    description: str = "",
    head_title: str = "",
    crumbs: Sequence[Crumb] = (),
    photo: Photo | None = None,
    og_type: str = "website",
    json_ld: Callable[[], Sequence[dict[str, Any]]] = tuple,
    noindex: bool = False,
    feeds: Sequence[dict[str, str]] = (),
    prev_url: str = "",
    next_url: str = "",
    **values: Any,
) -> dict[str, Any]:
    """The whole context of a page: `site`, `t`, `assets`, `page`, and `values` of its kind. `crumbs` lead
    from below the home page to the page itself; `json_ld` makes what the page says to search engines."""
    trail = [(frame.words["home"], f"{frame.prefix}/"), *crumbs] if crumbs else []
    page = {
        "kind": kind,
        "title": title,
        "title_lang": frame.other_lang(title_lang),
        "head_title": head_title or f"{title} · {frame.title}",
        "description": description,
        "url": frame.href(url),
        "canonical": "" if noindex and kind == "notfound" else frame.absolute(url),
        "lang": frame.lang,
        "languages": languages.describe(frame, ()),
        "noindex": noindex,
        "breadcrumbs": [{"label": label, "url": frame.href(link)} for label, link in trail],
        "og": {
            "title": title,
            "description": description,
            "type": og_type,
            "image": _share(frame, photo, card_text(frame.cards, kind, title, [c for c, _ in crumbs], photo)),
        },
        "json_ld": Later(lambda: _scripts(frame, json_ld(), trail)),
        "feeds": list(feeds),
        "prev_url": frame.href(prev_url),
        "next_url": frame.href(next_url),
    }
    return {"site": _site(frame, url), "t": frame.words, "assets": frame.assets, "page": page, **values}


def _scripts(frame: Frame, data: Sequence[dict[str, Any]], trail: Sequence[Crumb]) -> list[Markup]:
    if trail:
        data = [*data, breadcrumb_list([(label, frame.absolute(link)) for label, link in trail])]
    return [script(one) for one in data]


def _site(frame: Frame, url: str) -> dict[str, Any]:
    here = frame.href(url)
    best = max((link for _, link, _ in frame.menu if here.startswith(link)), key=len, default="")
    menu = [
        {"label": label, "url": link, "lang": frame.other_lang(lang), "current": link == best}
        for label, link, lang in frame.menu
    ]
    return {**frame.site, "menu": menu}


def _share(frame: Frame, photo: Photo | None, card: str) -> dict[str, Any] | None:
    """The page's photo, else the card composed for it, else the image of the site."""
    if photo is not None:
        form = share_image(photo.file, frame.images)
        return {"url": frame.absolute(form.url), "width": form.width, "height": form.height, "alt": photo.alt}
    if card:
        form, alt = composed(card, frame.cards.design), card.partition("\n")[0]
        return {"url": frame.absolute(form.url), "width": form.width, "height": form.height, "alt": alt}
    if frame.share_image:
        width, height = SHARE
        return {
            "url": frame.absolute(frame.share_image),
            "width": width,
            "height": height,
            "alt": frame.title,
        }
    return None
