"""Fingerprints of files, and of their front matter alone."""

from __future__ import annotations

from frontmatter.default_handlers import YAMLHandler
from hypothesis import given
from hypothesis import strategies as st

from lontar.digest import digest_bytes
from lontar.errors import Problem
from lontar.load.contents import FENCE, content_digest, front_of
from lontar.load.documents import parse_document, text_after_front
from lontar.load.text import decode
from tests.building import NEWS, article

PIECES = st.sampled_from(
    [
        "---",
        "----",
        "--- ",
        "---x",
        "\n",
        "\r\n",
        "\r",
        "a: b",
        " ",
        "\x0b",
        "\u00a0",
        "Teks.",
        "\ufeff",
        "- x",
    ]
)


def test_front_matter_has_a_fingerprint_of_its_own() -> None:
    one, other = (content_digest(article(text).encode(), None) for text in ("Satu.", "Dua."))
    titled = content_digest(article("Satu.", title="Lain").encode(), None)
    assert one != other
    assert front_of(one) == front_of(other) != ""
    assert front_of(titled) != front_of(one)


def test_a_file_without_has_none() -> None:
    assert content_digest(b"name: Kain\n", None) == digest_bytes(b"name: Kain\n")
    assert front_of(content_digest(b"---\nterbuka", None)) == ""


def test_a_translation_counts_its_original() -> None:
    data = article("Satu.").encode()
    found = {content_digest(data, original) for original in (None, (NEWS, b"a"), (NEWS, b"b"))}
    assert len(found) == 3
    assert front_of(content_digest(data, (NEWS, b"a"))) == ""


def test_the_fence_is_the_library_s() -> None:
    assert FENCE.pattern == YAMLHandler.FM_BOUNDARY.pattern
    assert FENCE.flags == YAMLHandler.FM_BOUNDARY.flags


@given(st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=8).map("".join))
def test_equal_fingerprints_are_equal_front_matter(front: str, rest: str) -> None:
    """Whatever stands after the second fence: the same is read before it."""
    one, other = f"---\n{front}\n---\n{rest}", f"---\n{front}\n---\nAwal."
    if front_of(content_digest(one.encode(), None)) != front_of(content_digest(other.encode(), None)):
        return
    found = [parse_document(NEWS, "article", text.encode()) for text in (one, other)]
    if isinstance(found[0], Problem) or isinstance(found[1], Problem):
        return
    assert found[0].data == found[1].data
    for document, text in zip(found, (one, other), strict=True):
        decoded = decode(NEWS, text.encode())
        assert not isinstance(document, Problem)
        assert isinstance(decoded, str)
        assert text_after_front(decoded) == (document.body, document.body_line)
