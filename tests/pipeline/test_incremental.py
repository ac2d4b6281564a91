"""After any series of edits, additions, renames and deletions, the output is what a clean build makes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import ContentErrors
from tests.pipeline.conftest import CONFIG, Place, age, make_place, paint

NUMBERS = st.integers(1, 12)
WORDS = st.sampled_from(["batik", "jati", "Jati", "kerja sama", "pameran"])
TEXTS = st.sampled_from(
    [
        "Biasa.",
        "## Bagian\n\nTeks **tebal**.[^1]\n\n[^1]: Catatan.",
        "[[produk: sarung]]",
        "![Kain](/media/kain.png)",
        "![Kain](/media/lain.png 'Keterangan')",
        "[Tautan](kabar-4.md) dan [lain](/galeri/)",
        "[[survei: puas]]",
        "[[galeri]]",
    ]
)
ARTICLES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Satu", "Dua <b>", "Tiga & Empat"]),
        "tags": st.lists(WORDS, max_size=3, unique=True).map(lambda words: f"[{', '.join(words)}]"),
        "category": st.sampled_from(["kunjungan", "pelatihan", "salah"]),
        "date": st.sampled_from(["2025-12-31", "2026-02-01 09:30", "2026-11-23 10:00"]),
        "draft": st.just("true"),
        "expires_at": st.sampled_from(["2026-11-01", "2027-01-01"]),
        "survey": st.just("puas"),
        "summary": st.just("''"),
        "cover": st.just("{file: /media/kain.png, alt: Kain}"),
        "photos": st.just("[{file: ../media/kain.png, alt: Kain}, {file: /media/lain.png}]"),
        "aliases": st.just("[/lama/]"),
        "body": TEXTS,
    },
)
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Pasar", "Pameran & Bazar"]),
        "start": st.sampled_from(["2026-11-20", "2026-11-24 08:00", "2027-01-02"]),
        "end": st.sampled_from(["2026-11-25", "2027-02-01 10:00"]),
        "place": st.just("{name: Balai, coordinates: {lat: -7.1, lon: 111.8}}"),
        "category": st.sampled_from(["pameran", "salah"]),
        "tags": st.just("[batik, pameran]"),
        "related": st.sampled_from(["[kabar-2]", "[../berita/kabar-3.md]"]),
        "registration": st.just("https://daftar.example/"),
        "updated": st.just("2026-11-22"),
        "draft": st.just("true"),
        "cover": st.just("{file: /media/kain.png, alt: Kain}"),
        "body": TEXTS,
    },
)
STEPS = st.one_of(
    st.tuples(st.just("event"), st.sampled_from(["pasar", "baru"]), EVENTS),
    st.tuples(st.just("unevent"), st.sampled_from(["pasar", "lama"])),
    st.tuples(st.just("event words"), st.text("abc **", max_size=9)),
    st.tuples(st.just("article"), NUMBERS, ARTICLES),
    st.tuples(st.just("words"), NUMBERS, st.text("abc **", max_size=9)),
    st.tuples(st.just("delete"), NUMBERS),
    st.tuples(st.just("rename"), NUMBERS, NUMBERS),
    st.tuples(st.just("product"), st.sampled_from(["sarung", "kursi", "baru"]), st.integers(1, 99)),
    st.tuples(st.just("unproduct"), st.sampled_from(["selendang", "kursi"])),
    st.tuples(st.just("photo"), st.sampled_from(["kain", "lain"]), st.integers(0, 255)),
    st.tuples(st.just("unphoto"), st.sampled_from(["kain", "lain"])),
    st.tuples(st.just("page"), TEXTS),
    st.tuples(st.just("config"), st.sampled_from(["Situs Uji", "Situs Lain"]), st.sampled_from(["3", "5"])),
    st.tuples(st.just("lists"), st.booleans(), st.sampled_from(["", "bahan", "harga, perajin"])),
    st.tuples(
        st.just("template"), st.sampled_from(["article.html", "partials/footer.html", "words/id.yaml"])
    ),
    st.tuples(st.just("style"), st.integers(1, 9)),
    st.tuples(st.just("touch"), NUMBERS),
    st.tuples(st.just("translate"), NUMBERS, st.sampled_from(["", "In English.", "## Part\n\nMore."])),
    st.tuples(st.just("untranslate"), NUMBERS),
    st.tuples(st.just("english product"), st.sampled_from(["sarung", "kursi", "baru"]), st.integers(1, 9)),
)


def apply(place: Place, step: tuple[object, ...]) -> None:
    """One change, as an editor might make it."""
    match step:
        case ("article", int(number), dict(given_)):
            place.article(number, **given_)
        case ("words", int(number), str(more)):
            source = place.root / f"content/berita/kabar-{number}.md"
            if source.exists():
                source.write_text(source.read_text() + f"\nLagi: {more}.\n")
        case ("delete", int(number)):
            (place.root / f"content/berita/kabar-{number}.md").unlink(missing_ok=True)
        case ("rename", int(number), int(other)):
            source = place.root / f"content/berita/kabar-{number}.md"
            if source.exists():
                source.rename(place.root / f"content/berita/kabar-{other}.md")
        case ("event", str(name), dict(given_)):
            place.event(name, **given_)
        case ("unevent", str(name)):
            (place.root / f"content/agenda/{name}.md").unlink(missing_ok=True)
        case ("event words", str(more)):
            source = place.root / "content/agenda/pasar.md"
            if source.exists():
                source.write_text(source.read_text() + f"\nLagi: {more}.\n")
        case ("product", str(name), int(price)):
            photos = "[{file: /media/kain.png, alt: Kain}]"
            place.product(name, price=str(price), photos=photos, materials="[katun, Kayu Jati]")
        case ("unproduct", str(name)):
            (place.root / f"content/produk/{name}.yaml").unlink(missing_ok=True)
        case ("photo", str(name), int(shade)):
            paint(place.root / f"content/media/{name}.png", [shade, 40, 90])
        case ("unphoto", str(name)):
            (place.root / f"content/media/{name}.png").unlink(missing_ok=True)
        case ("page", str(body)):
            place.write("content/halaman/tentang.md", f"---\ntitle: Tentang\nmenu: utama\n---\n\n{body}\n")
        case ("config", str(title), str(size)):
            text = CONFIG.replace("Situs Uji", title).replace("berita: 3", f"berita: {size}")
            place.write("site_config.yaml", text)
        case ("lists", bool(archive), str(filters)):
            lists = f"lists: {{archive: {str(archive).lower()}, filters: [{filters}]}}\n"
            place.write("site_config.yaml", CONFIG + lists)
        case ("template", str(name)):
            file = place.request.templates / name
            mark = "\n# ubah\n" if name.endswith(".yaml") else "{# ubah #}\n"
            file.write_text(file.read_text() + mark)
        case ("style", int(width)):
            (place.request.templates / "assets/css/99-uji.css").write_text(f"p {{ margin: {width}px }}\n")
        case ("translate", int(number), str(body)):
            place.write(f"content/berita/kabar-{number}.en.md", f"---\ntitle: News {number}\n---\n\n{body}\n")
        case ("untranslate", int(number)):
            (place.root / f"content/berita/kabar-{number}.en.md").unlink(missing_ok=True)
        case ("english product", str(name), int(number)):
            place.write(f"content/produk/{name}.en.yaml", f"name: Thing {number}\n")
        case ("touch", int(number)):
            source = place.root / f"content/berita/kabar-{number}.md"
            if source.exists():
                source.touch()


def check_rounds(rounds: list[list[tuple[object, ...]]], articles: int) -> None:
    """Build after each round of changes; at last the output is that of a build from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        place = make_place(Path(folder), articles)
        age(place)
        place.build()
        good = place.tree()
        for steps in rounds:
            for step in steps:
                apply(place, step)
            try:
                place.build()
            except ContentErrors:
                assert place.tree() == good
                continue
            good = place.tree()
            assert place.build().rendered == 0
        try:
            clean = place.clean_tree()
        except ContentErrors:
            return
        assert good == clean


ROUNDS = st.lists(st.lists(STEPS, min_size=1, max_size=4), min_size=1, max_size=4)


@settings(max_examples=int(os.environ.get("LONTAR_SOAK", 0)) * 150 or 12)
@given(ROUNDS)
def test_incremental_equals_clean(rounds: list[list[tuple[object, ...]]]) -> None:
    check_rounds(rounds, 7)


@settings(max_examples=int(os.environ.get("LONTAR_SOAK", 0)) * 10 or 2)
@given(st.lists(st.lists(STEPS, min_size=1, max_size=6), min_size=4, max_size=8))
def test_incremental_equals_clean_with_hundreds_of_records(rounds: list[list[tuple[object, ...]]]) -> None:
    check_rounds(rounds, 300)
