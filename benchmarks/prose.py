"""Random Indonesian text: sentences, and the Markdown of an article of about 350 words."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks import words

Link = Callable[[], str]


def person(random: Random) -> str:
    return f"{random.choice(words.FIRST_NAMES)} {random.choice(words.LAST_NAMES)}"


def sentence(random: Random) -> str:
    pick = random.choice
    form = random.randrange(6)
    if form == 0:
        return f"{pick(words.TIMES)}, {pick(words.ACTORS)} {_act(random)} {pick(words.PLACES)}."
    if form == 1:
        return f"{pick(words.ACTORS).capitalize()} {_act(random)} {pick(words.AIMS)}."
    if form == 2:
        return f"{_thing(random).capitalize()} {pick(words.STATES)}, {pick(words.AIMS)}."
    if form == 3:
        return f'"{pick(words.SAYINGS)}," kata {person(random)}, {pick(words.ROLES)} {pick(words.PLACES)}.'
    if form == 4:
        number = random.randint(3, 480)
        return (
            f"Sebanyak {number} {pick(words.UNITS)} {pick(words.STATES)}; "
            f"sisanya dibawa {pick(words.ACTORS)} {pick(words.AIMS)}."
        )
    return f"Menurut {person(random)}, {_thing(random)} dari {pick(words.VILLAGES)} {pick(words.STATES)}."


def sentences(random: Random, count: int) -> str:
    return " ".join(sentence(random) for _ in range(count))


def article_body(random: Random, place: str, link: Link) -> str:
    """Markdown with headings, a list, a quotation, emphasis, two links, in one of five a table.
    `link` returns a Markdown link to another article."""
    headings = random.sample(words.HEADINGS, 3)
    blocks = [
        f"**{place}** – {sentences(random, 3)}",
        f"{sentences(random, 2)} Lihat pula {link()}.",
        f"## {headings[0]}",
        sentences(random, 3),
        f"> {random.choice(words.SAYINGS)}. {sentence(random)}\n>\n> – *{person(random)}*",
        f"{sentences(random, 2)} Semua itu **{random.choice(words.STATES)}**.",
        f"## {headings[1]}",
        _items(random),
        f"{sentences(random, 2)} Cerita sebelumnya: {link()}.",
    ]
    if random.random() < 0.2:
        blocks.append(_table(random))
    blocks += [f"### {headings[2]}", sentences(random, 3), sentences(random, 2)]
    return "\n\n".join(blocks) + "\n"


def _act(random: Random) -> str:
    return f"{random.choice(words.ACTIONS)} {random.choice(words.OBJECTS)}"


def _thing(random: Random) -> str:
    return random.choice(words.OBJECTS)


def _items(random: Random) -> str:
    pick = random.choice
    return "\n".join(
        f"- **{pick(words.CRAFTS)}** dari {pick(words.VILLAGES)}, {pick(words.STATES)}"
        for _ in range(random.randint(3, 5))
    )


def _table(random: Random) -> str:
    rows = [
        f"| {random.choice(words.CRAFTS)} | {random.choice(words.VILLAGES)} | {random.randint(12, 950)}.000 |"
        for _ in range(random.randint(3, 6))
    ]
    return "\n".join(["| Barang | Asal | Harga (Rp) |", "|---|---|--:|", *rows])
