"""Addresses of videos that may be embedded, and of their players.

Formats: YouTube's watch, short, shorts and embed addresses (developers.google.com/youtube, IFrame
API; youtube-nocookie.com is its privacy-enhanced host), Vimeo's player (developer.vimeo.com/player).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|embed/|live/)|youtu\.be/)([\w-]{11})(?![\w-])",
    re.ASCII,
)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?([0-9]{5,12})(?![0-9])")


_YOUTUBE_PLAYER, _VIMEO_PLAYER = "https://www.youtube-nocookie.com", "https://player.vimeo.com"
PLAYERS = (_YOUTUBE_PLAYER, _VIMEO_PLAYER)
"""The hosts that a page may show in a frame."""


class Player(NamedTuple):
    host: str
    address: str


def player_of(address: str) -> Player | None:
    """The player for a video's address, or None when its host is not one of the known."""
    if match := _YOUTUBE.match(address):
        return Player("YouTube", f"{_YOUTUBE_PLAYER}/embed/{match.group(1)}")
    if match := _VIMEO.match(address):
        return Player("Vimeo", f"{_VIMEO_PLAYER}/video/{match.group(1)}?dnt=1")
    return None
