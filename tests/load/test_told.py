"""What reading one file came to, as it travels between processes."""

from __future__ import annotations

import pickle

from lontar.errors import Place, problem
from lontar.load.told import Told
from tests.building import article, article_of


def test_it_arrives_as_it_was_sent() -> None:
    record = article_of(article())
    sent = Told(
        "a.md",
        "c",
        ("x.jpg",),
        record,
        "o",
        {record.body.html: ("<p>a</p>",)},
        (problem(Place("a"), "slug"),),
    )
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived == sent
    assert arrived.record.digest == record.digest
