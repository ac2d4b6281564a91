"""Markdown to clean HTML: the dialect, the summary, printers' quotes, and what is never let through."""

from __future__ import annotations

import gc
import html
import re
import signal
import sys
import threading
import time
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.load.alarm import TooSlow
from lontar.load.embeds import MARK
from lontar.load.finish import curl_quotes, plain_text, shorten
from lontar.load.markdown import Converted, convert


def html_of(text: str, lang: str = "id") -> str:
    (piece,) = convert(text, lang).pieces
    return piece


@pytest.mark.parametrize(
    ("text", "html_text"),
    [
        ("Kain _halus_ ini", "Kain <em>halus</em> ini"),
        ("Kain __halus__ ini", "Kain <strong>halus</strong> ini"),
        ("Kain *halus* ini", "Kain <em>halus</em> ini"),
        ("Kain ***halus*** ini", "Kain <strong><em>halus</em></strong> ini"),
        ("nama_berkas_ini", "nama_berkas_ini"),
        ("satu  \ndua", "satu<br>\ndua"),
        ("`a_b` & c", "<code>a_b</code> &amp; c"),
        ("\\*bintang\\*", "*bintang*"),
        ("&copy; 2025", "© 2025"),
        ("<https://a.example/>", '<a href="https://a.example/">https://a.example/</a>'),
    ],
)
def test_inline_marks(text: str, html_text: str) -> None:
    assert html_of(text) == f"<p>{html_text}</p>"


def test_a_table_is_aligned_by_classes() -> None:
    found = html_of("| A | B | C | D |\n|---|:--|--:|:-:|\n| 1 | 2 | 3 | 4 |\n")
    assert '<th scope="col">A</th>' in found
    assert '<th class="align-right" scope="col">C</th>' in found
    assert '<td class="align-right">3</td>' in found
    assert '<td class="align-center">4</td>' in found
    assert "<td>1</td>" in found
    assert "style=" not in found
    assert "align=" not in found


def test_a_footnote_leads_there_and_back() -> None:
    found = convert("Kain[^a] ini.\n\n[^a]: Dari Jono.\n")
    text = "".join(found.pieces)
    assert re.search(r'<sup id="fnref[:\w]*a"><a [^>]*href="#fn[:\w]*a"', text)
    assert "Dari Jono." in text
    assert "Kembali ke teks, catatan 1" in text
    assert "Back to the text, note 1" in html_of("Cloth[^a].\n\n[^a]: From Jono.\n", "en")


def test_footnotes_of_one_text_do_not_leak_into_the_next() -> None:
    convert("Kain[^a].\n\n[^a]: Dari Jono.\n")
    assert html_of("Kain[^a].\n") == "<p>Kain[^a].</p>"


def test_attribute_lists_set_class_and_id_only() -> None:
    found = html_of('Isi\n{: .catatan #satu style="color:red" onclick="x()" data-x="1" }\n')
    assert found == '<p class="catatan" id="satu">Isi</p>' or found == '<p id="satu" class="catatan">Isi</p>'


def test_definition_lists() -> None:
    found = html_of("Canting\n:   Alat menulis malam.\n")
    assert re.sub(r"\s", "", found) == "<dl><dt>Canting</dt><dd>Alatmenulismalam.</dd></dl>"


def headings(pieces: tuple[str, ...]) -> list[tuple[str, str]]:
    """Level and text of every heading."""
    return re.findall(r"<h([1-6])[^>]*>(.*?)</h", "".join(pieces))


def test_headings_begin_at_two_and_skip_nothing() -> None:
    found = convert("# Satu\n\n### Dua\n\n###### Tiga\n\n## Empat\n")
    assert headings(found.pieces) == [("2", "Satu"), ("3", "Dua"), ("4", "Tiga"), ("3", "Empat")]
    assert "<h1" not in "".join(found.pieces)


def test_a_text_that_begins_deep_is_lifted() -> None:
    found = convert("#### A\n\n##### B\n\n#### C")
    assert headings(found.pieces) == [("2", "A"), ("3", "B"), ("2", "C")]


def test_headings_have_anchors_of_their_own() -> None:
    found = convert("## Motif & Warna\n\n## Motif *&* Warna\n\n## 日本\n\n## 中国\n\n## X {: #motif-lain }\n")
    assert list(found.anchors) == ["motif-warna", "motif-warna-2", "bagian", "bagian-2", "motif-lain"]
    assert '<h2 id="motif-warna">' in found.pieces[0]


def test_a_picture_alone_is_a_figure() -> None:
    found = convert('Satu\n\n![Kain nila](/media/a.jpg "Kain dari Jono")\n\nDua\n')
    assert [(f.kind, f.target, f.alt, f.title) for f in found.found] == [
        ("figure", "/media/a.jpg", "Kain nila", "Kain dari Jono")
    ]
    assert found.pieces == ("<p>Satu</p>", "<p>Dua</p>")


def test_a_picture_among_words_stays_among_them() -> None:
    found = convert("Lihat ![satu](a.jpg) dan ![dua](b.jpg) ini.")
    assert [(f.kind, f.target) for f in found.found] == [("photo", "a.jpg"), ("photo", "b.jpg")]
    assert found.pieces == ("<p>Lihat ", " dan ", " ini.</p>")
    assert found.words == 3


def test_a_picture_in_a_list_or_a_link_is_found() -> None:
    found = convert(
        "* ![satu](a.jpg) teks\n* [![dua](b.jpg)](/x/)\n\n| ![c](c.jpg) | y |\n|---|---|\n| z | z |\n"
    )
    assert sorted(f.target for f in found.found) == ["a.jpg", "b.jpg", "c.jpg"]
    assert len(found.pieces) == 4


def test_embeds_cut_the_text() -> None:
    found = convert("Satu\n\n[[galeri]]\n\nDua\n[[produk: kain]]\nTiga\n")
    assert [(f.kind, f.target, f.line) for f in found.found] == [("gallery", "", 3), ("product", "kain", 6)]
    assert found.pieces == ("<p>Satu</p>", "<p>Dua</p>", "<p>Tiga</p>")


def test_embeds_keep_their_order_among_pictures() -> None:
    found = convert(
        "![a](a.jpg)\n\n[[galeri]]\n\n![b](b.jpg)\n\n[[video: https://youtu.be/abcdefghijk | Film]]\n"
    )
    assert [f.kind for f in found.found] == ["figure", "gallery", "figure", "video"]
    assert found.pieces == ("", "", "", "", "")


def test_an_embed_in_code_is_code() -> None:
    found = convert("Tulis:\n\n    [[produk: kain]]\n")
    assert found.found == ()
    assert "<code>[[produk: kain]]" in found.pieces[0]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("<script>alert(1)</script>", "alert"),
        ("<SCRIPT SRC=//x.example/x.js></SCRIPT>", "script"),
        ("<style>body{display:none}</style>", "display"),
        ("<iframe src='https://x.example'></iframe>", "iframe"),
        ("<img src=x onerror=alert(1)>", "onerror"),
        ("<p onclick='alert(1)'>x</p>", "onclick"),
        ("<p style='color:red'>x</p>", "style"),
        ("[x](javascript:alert(1))", "javascript"),
        ("[x](JaVaScRiPt:alert(1))", "cript:"),
        ("[x](&#106;avascript:alert(1))", "avascript"),
        ('<a href="java&#10;script:alert(1)">x</a>', "alert"),
        ('<a href="&#1;javascript:alert(1)">x</a>', "alert"),
        ('<a href=" &#32;javascript:alert(1)">x</a>', "alert"),
        ("[x](java&Tab;script:alert(1))", "alert"),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:"),
        ("[x](vbscript:x)", "vbscript"),
        ("<svg><script>alert(1)</script></svg>", "alert"),
        ("<math><mtext></p><style><img src=x onerror=alert(1)></style>", "onerror"),
        ("<form action=/x><input name=y><button>z</button></form>", "action"),
        ("<object data=x></object><embed src=x>", "data="),
        ("<!-- rahasia -->", "rahasia"),
        ("<base href=//x.example>", "base"),
        ("<meta http-equiv=refresh content='0;url=//x'>", "meta"),
        ("<a href=/x/ target=_blank>x</a>", "target"),
        ("<div id=x><noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<img"),
    ],
)
def test_what_could_act_is_taken_out(text: str, never: str) -> None:
    assert never.lower() not in "".join(convert(f"Awal\n\n{text}\n\nAkhir").pieces).lower()


def test_plain_html_stays() -> None:
    text = "<details><summary>Buka</summary><p>H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>x</mark></p></details>"
    assert html_of(text) == text


@pytest.mark.parametrize(
    "address", ["https://a.example/x?y=1&z=2", "mailto:a@b.example", "tel:+62812", "geo:-7,111"]
)
def test_honest_addresses_stay(address: str) -> None:
    assert f'href="{html.escape(address)}"' in html_of(f"[x]({address})")


def test_links_are_resolved_and_told_as_written() -> None:
    found = convert("[a](../x.md) [b](/y/?q=1&r=2) <a href='/z/'>z</a>", resolve=lambda link: f"/neu{link}")
    assert found.links == ("../x.md", "/y/?q=1&r=2", "/z/")
    assert 'href="/neu../x.md"' in found.pieces[0]
    assert 'href="/neu/y/?q=1&amp;r=2"' in found.pieces[0]
    assert 'href="/neu/z/"' in found.pieces[0]


def test_anchors_are_all_ids() -> None:
    assert convert('<p id="a">x</p>\n\n## B\n\nc\n{: #c }\n').anchors == ("a", "b", "c")


def test_what_looks_like_an_attribute_in_a_sentence_is_none() -> None:
    found = convert('Tulis `<a id="x" href="/y/">` atau id="x" href="/y/" di sini.', resolve=lambda _: "/z/")
    assert (found.anchors, found.links) == ((), ())
    assert "/z/" not in found.pieces[0]


def test_the_summary_is_the_first_paragraph_with_words() -> None:
    assert convert("# Judul\n\n![a](a.jpg)\n\nKain **nila**[^1] , _halus_ .\n\nLain.\n\n[^1]: x").summary == (
        "Kain nila, halus."
    )
    assert convert("[[galeri]]").summary == ""


def test_the_summary_is_of_one_paragraph_and_of_no_code() -> None:
    assert convert("    canting = 3\n\nKain nila.").summary == "Kain nila."
    assert convert("Kain nila. ![a](a.jpg)\n\nLain.").summary == "Kain nila."
    assert convert("Kain nila. ![a](a.jpg)").summary == "Kain nila."
    assert convert("Perajin ![a](a.jpg) menulis motif.").summary == "Perajin menulis motif."
    assert convert("![a](a.jpg) Kain nila.").summary == "Kain nila."


def test_a_long_summary_ends_between_words() -> None:
    found = convert("kata " * 100).summary
    assert found.endswith("kata…")
    assert len(found) <= 160


@given(st.text("ab ,.—", max_size=60), st.integers(2, 40))
def test_shortening_keeps_to_its_limit(text: str, limit: int) -> None:
    found = shorten(text, limit)
    assert len(found) <= limit
    assert found == text or found.endswith("…")
    assert text.startswith(found.removesuffix("…"))


def test_words_are_counted_without_marks() -> None:
    assert convert("Satu **dua** [tiga](/x/) kali\n\n* empat\n* lima\n").words == 6


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('Kata "kain" itu', "Kata “kain” itu"),
        ('"Kain," katanya', "“Kain,” katanya"),
        ("Jum'at", "Jum’at"),
        ("ia bilang 'ya'", "ia bilang ‘ya’"),
        ("\"'Ya,' katanya\"", "“‘Ya,’ katanya”"),
        ("rock 'n' roll", "rock ‘n’ roll"),
        ("Tunggu...", "Tunggu…"),
        ("kayu -- jati", "kayu – jati"),
        ("a--b", "a--b"),
        ("--opsi", "--opsi"),
        ('("kain")', "(“kain”)"),
        ('<em>"kain"</em>', "<em>“kain”</em>"),
        ('<code>"x" ...</code> "y"', '<code>"x" ...</code> “y”'),
        ('<pre><code>a "b"</code> "c"</pre> "d"', '<pre><code>a "b"</code> "c"</pre> “d”'),
        ('<a title="x">"y"</a>', '<a title="x">“y”</a>'),
    ],
)
def test_quotes_are_curled(written: str, printed: str) -> None:
    assert curl_quotes(written) == printed


def test_quotes_are_curled_in_a_whole_text() -> None:
    assert html_of('Ia berkata: "halus..."') == "<p>Ia berkata: “halus…”</p>"


FLAT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<em>",
            "</em>",
            '<a href="/x/\'...">',
            "</a>",
            '"',
            "'",
            "...",
            "--",
            " ",
            "a",
            "é",
            "&quot;",
            "\n",
        ]
    ),
    max_size=25,
).map("".join)


@given(MARKUP)
@settings(max_examples=300)
def test_curling_changes_nothing_but_the_signs(markup: str) -> None:
    found = curl_quotes(markup)
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(found) == tags.findall(markup)
    flat = found.translate(FLAT).replace("…", "...").replace(" – ", " -- ").replace("\n–", "\n--")
    assert re.sub(r"–", "--", flat) == markup


@given(MARKUP, st.text("\"'.-<>ab ", max_size=20))
@settings(max_examples=150)
def test_curling_leaves_code_alone(markup: str, code: str) -> None:
    quoted = f"<code>{html.escape(code, quote=False)}</code>"
    assert quoted in curl_quotes(f"{markup}{quoted}{markup}")


def test_plain_text_has_neither_tags_nor_entities() -> None:
    assert plain_text("<p>A&amp;B <em>c</em></p>\n<p>d</p>") == "A&B c d"


def test_the_budget_is_kept() -> None:
    with pytest.raises(TooSlow):
        convert("kata *tebal* [x](/y/) " * 3000, seconds=0.001)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert html_of("Sesudahnya.") == "<p>Sesudahnya.</p>"


def test_a_thread_converts_too() -> None:
    found: list[Converted] = []
    thread = threading.Thread(target=lambda: found.append(convert("Halo")))
    thread.start()
    thread.join()
    assert found[0].pieces == ("<p>Halo</p>",)


@pytest.mark.parametrize(
    "text", ["> " * 500 + "x", "<div>" * 500, "*_" * 300 + "x", "[" * 200 + "x" + "](/a)" * 200]
)
def test_deep_nesting_ends(text: str) -> None:
    assert convert(text).pieces


def test_a_run_of_brackets_is_stopped() -> None:
    with pytest.raises(TooSlow):
        convert("[" * 20_000, seconds=0.1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_alarm_during_a_collection_goes_off_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops what is raised while it collects garbage, the end of the budget, too, and says so."""
    lost: list[object] = []
    slept: list[str] = []
    seconds = 0.05
    before = gc.get_threshold()

    def collecting(phase: str, _info: dict[str, int]) -> None:
        if phase == "start" and not slept and signal.getitimer(signal.ITIMER_REAL)[0]:
            slept.append(phase)
            gc.set_threshold(*before)
            end = time.monotonic() + 10 * seconds
            while time.monotonic() < end:
                pass

    monkeypatch.setattr(sys, "unraisablehook", lambda told: lost.append(told.exc_type))
    gc.callbacks.append(collecting)
    gc.set_threshold(1)
    try:
        with pytest.raises(TooSlow):
            convert("[" * 6_000, seconds=seconds)
    finally:
        gc.callbacks.remove(collecting)
        gc.set_threshold(*before)
    assert (slept, lost) == (["start"], [])
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_while_a_weak_reference_dies_goes_off_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops what is raised in its callback, too."""
    lost: list[object] = []
    seconds = 0.05

    def died(_reference: weakref.ref[Held]) -> None:
        end = time.monotonic() + 4 * seconds
        while time.monotonic() < end:
            pass

    text = Text("[" * 6_000)
    text.held = Held()
    reference = weakref.ref(text.held, died)
    monkeypatch.setattr(sys, "unraisablehook", lambda told: lost.append(told.exc_type))
    with pytest.raises(TooSlow):
        convert(text, seconds=seconds)
    assert (reference(), lost) == (None, [])
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_dead_reference_around_the_text_does_not_silence_the_alarm() -> None:
    def reader(_reference: weakref.ref[Held]) -> None:
        convert("[" * 6_000, seconds=0.05)

    dead = weakref.ref(Held())
    with pytest.raises(TooSlow):
        reader(dead)


class Held:
    """Something to refer to."""


class Text(str):
    """Lets go of what it holds as soon as Markdown looks at it."""

    held: Held | None

    def strip(self, *signs: str | None) -> str:
        self.held = None
        return super().strip(*signs)


SCRAPS = st.lists(
    st.sampled_from(
        [
            *("# ", "* ", "1. ", "> ", "    ", "\n", "\n\n", "`", "```", "**", "_", "[", "](", ")", "!["),
            *("[^1]", "[^1]: "),
            *("|", "---", ":--", "{: #a .b }", "{:", "}", ":   ", "<p>", "</p>", "<div>", "<script>"),
            *("<!--", "-->", "&lt;"),
            *("[[galeri]]", "[[produk: x]]", "[[", "]]", "\\", "a", "é", "\x02", "\x03", "[a]: /x", "'"),
            *('"', "<a href="),
            *("<", ">", "&", "\t", '<img src="a.jpg">', "![a](b.jpg)", "\u2028", "<?", "?>", "<![CDATA["),
            *("]]>",),
        ]
    ),
    max_size=20,
).map("".join)


@given(SCRAPS)
@settings(max_examples=300)
def test_scraps_of_markdown_are_converted_or_refused(text: str) -> None:
    try:
        found = convert(text)
    except (RecursionError, AssertionError, IndexError, ValueError, TooSlow):
        return
    whole = "".join(found.pieces)
    assert len(found.pieces) == len(found.found) + 1
    assert MARK not in whole
    assert not re.search(r"<(script|img|style|iframe|h1)\b", whole)
    assert len(found.summary) <= 160
