"""What a relative path points at: never anything outside content/."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.load.references import OutsideContent, content_path, record_of, url_of_file

SOURCE = "content/berita/2025/kabar.md"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("foto.jpg", "content/berita/2025/foto.jpg"),
        ("./foto.jpg", "content/berita/2025/foto.jpg"),
        ("../media/x.jpg", "content/berita/media/x.jpg"),
        ("../../media/x.jpg", "content/media/x.jpg"),
        ("/media/x.jpg", "content/media/x.jpg"),
        ("/media/foto%20baru.jpg", "content/media/foto baru.jpg"),
        ("//media/x.jpg", "content/media/x.jpg"),
    ],
)
def test_a_reference_is_resolved(written: str, path: str) -> None:
    assert content_path(SOURCE, written) == path


@pytest.mark.parametrize(
    "written",
    [
        "../../../site_config.yaml",
        "/../site_config.yaml",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..",
        "/",
        "..\\..\\x.jpg",
        "C:\\foto.jpg",
        "C:/foto.jpg",
        "a\0.jpg",
        "../../../content-lain/x.jpg",
    ],
)
def test_a_way_out_is_refused(written: str) -> None:
    with pytest.raises(OutsideContent):
        content_path(SOURCE, written)


PARTS = st.lists(
    st.sampled_from(
        ["..", ".", "/", "//", "%2e", "%2f", "\\", "a", "media", "content", "\0", "%00", "C:", "~", " "]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(st.sampled_from([SOURCE, "content/halaman/a.md", "content/berita/a/b/c/d/index.md"]), PARTS)
@settings(max_examples=500)
def test_no_reference_leaves_content(source: str, written: str) -> None:
    try:
        path = content_path(source, written)
    except OutsideContent:
        return
    assert path.startswith("content/")
    assert posixpath.normpath(posixpath.join("site", path)).startswith("site/content/")
    assert ".." not in path.split("/")
    assert "\0" not in path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("content/berita/2025/kabar.md", ("article", "kabar", "")),
        ("content/berita/kabar/index.en.md", ("article", "kabar", "en")),
        ("content/produk/batik/kain.yaml", ("product", "kain", "")),
        ("content/produk/kain.yml", ("product", "kain", "")),
        ("content/produk/kain.md", None),
        ("content/berita/kabar.yaml", None),
        ("content/berita/Kabar.md", None),
        ("content/media/x.md", None),
        ("content/berita", None),
    ],
)
def test_a_source_is_known_by_its_name(path: str, found: tuple[str, str, str] | None) -> None:
    assert record_of(path) == found


def test_a_file_has_its_url_in_its_language() -> None:
    prefixes = {"": "/en", "id": "", "en": "/en"}
    assert url_of_file("content/berita/kabar.id.md", prefixes) == "/berita/kabar/"
    assert url_of_file("content/berita/kabar.md", prefixes) == "/en/berita/kabar/"
    assert url_of_file("content/halaman/tentang.en.md", prefixes) == "/en/tentang/"
    assert url_of_file("content/media/foto.jpg", prefixes) is None
