"""Pages packed for the next build come out as they went in."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from lontar.cache.kept import KeptPages
from lontar.pages.plan import plan
from lontar.pages.planned import Page
from lontar.pipeline.kept import pack, pack_frames, unpack
from tests.building import ABOUT, MAKER, NEWS, PRODUCT, article, maker, page, photos, product, site_of, words


def kept_with(folder: Path, frames: dict[str, bytes]) -> KeptPages:
    kept = KeptPages(folder, "1")
    kept.finish("g", {}, frames)
    return kept


def test_every_page_with_a_text_comes_back_the_same(tmp_path: Path) -> None:
    offered = product(price="1000", photos="[{file: /media/a.jpg, alt: A}]")
    files = {NEWS: article("[[produk: kain]]"), PRODUCT: offered, MAKER: maker(), ABOUT: page()}
    made = site_of(files, known=photos("a.jpg"))
    pages = plan(made.site, words(), {}).pages
    kept = kept_with(tmp_path / "k", pack_frames(pages))
    packed = [(one, held) for one in pages if (held := pack(one)) is not None]
    kinds = {one.template or one.url for one, _ in packed}
    assert {"article.html", "product.html", "maker.html", "page.html", "feed.xml", "/feed.json"} <= kinds
    assert {"/katalog/google.xml", "/katalog/meta.csv"} <= kinds
    for planned, one in packed:
        again = unpack(one.data, kept)
        assert again == planned
        assert again.key == planned.key
        assert set(one.sources) == {text.source for text in planned.texts}
    kept.close()


def test_a_page_without_a_text_is_not_packed() -> None:
    assert pack(Page("/x/", "", str, ("a",))) is None


@pytest.mark.parametrize(
    ("module", "frame"), [("os", ""), ("lontar.pages.article", "tidak ada"), ("lontar.pipeline.build", "")]
)
def test_foreign_bytes_name_nothing_else(module: str, frame: str, tmp_path: Path) -> None:
    kept = kept_with(tmp_path, {})
    data = pickle.dumps(("/x/", "", module, "view", frame, (), "", 1, 0))
    with pytest.raises((LookupError, ValueError, EOFError)):
        unpack(data, kept)
    kept.close()
