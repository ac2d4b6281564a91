"""Which addresses are videos, and where their players are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.model.video import player_of

YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghi-_"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=abcdefghi-_", YOUTUBE),
        ("https://youtube.com/watch?list=x&v=abcdefghi-_&t=3", YOUTUBE),
        ("http://m.youtube.com/watch?v=abcdefghi-_", YOUTUBE),
        ("https://youtu.be/abcdefghi-_?t=3", YOUTUBE),
        ("https://www.youtube.com/shorts/abcdefghi-_", YOUTUBE),
        ("https://www.youtube.com/embed/abcdefghi-_", YOUTUBE),
        ("https://www.youtube.com/live/abcdefghi-_", YOUTUBE),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        ("https://player.vimeo.com/video/123456789?h=x", "https://player.vimeo.com/video/123456789?dnt=1"),
    ],
)
def test_known_hosts(address: str, player: str) -> None:
    found = player_of(address)
    assert found is not None
    assert found.address == player
    assert found.host in ("YouTube", "Vimeo")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/watch?v=abcdefghi-_x",
        "https://www.youtube.com/watch?v=kurang",
        "https://www.youtube.com/@dekranasda",
        "https://evil.example/https://youtu.be/abcdefghi-_",
        "https://youtube.com.evil.example/watch?v=abcdefghi-_",
        "https://notyoutube.com/watch?v=abcdefghi-_",
        "https://user@youtu.be/abcdefghi-_",
        "javascript:https://youtu.be/abcdefghi-_",
        "https://vimeo.com/12",
        "https://vimeo.com/1234567890123",
        "https://vimeo.com/channels/x",
        "ftp://vimeo.com/123456",
        "https://www.youtube.com/watch?x=1#v=abcdefghi-_",
    ],
)
def test_other_addresses(address: str) -> None:
    assert player_of(address) is None


PARTS = st.lists(
    st.sampled_from(
        [
            *("https://", "http://", "www.", "m.", "youtube.com/", "youtu.be/", "vimeo.com/", "watch?"),
            *("v=", "&", "#"),
            *("abcdefghi-_", "123456", "/", "?", '"', "<", " ", "video/", "embed/", "\n"),
        ]
    ),
    max_size=10,
).map("".join)


@given(PARTS)
@settings(max_examples=300)
def test_a_player_is_always_one_of_the_two(address: str) -> None:
    found = player_of(address)
    assert found is None or re.fullmatch(
        r"https://www\.youtube-nocookie\.com/embed/[A-Za-z0-9_-]{11}|https://player\.vimeo\.com/video/\d{5,12}\?dnt=1",
        found.address,
    )
