from __future__ import annotations

from lontar.survey import confirm
from lontar.survey.keys import Keys, make_keys

KEYS = make_keys()
NOW = 1_795_000_000.0


def test_a_ticket_is_good_from_two_seconds_to_an_hour() -> None:
    text = confirm.issue(KEYS, "a", NOW)
    young = confirm.accept(KEYS, "a", text, NOW + 1)
    assert young is not None and young.is_too_young
    ripe = confirm.accept(KEYS, "a", text, NOW + 2)
    assert ripe is not None and not ripe.is_too_young
    assert confirm.accept(KEYS, "a", text, NOW + 3600) is not None
    assert confirm.accept(KEYS, "a", text, NOW + 3601) is None


def test_40_a_ticket_from_the_future_is_not_taken_when_the_clock_is_set_back() -> None:
    assert confirm.accept(KEYS, "a", confirm.issue(KEYS, "a", NOW), NOW - 1) is None


def test_36_a_ticket_of_another_survey_or_key_is_not_taken() -> None:
    text = confirm.issue(KEYS, "a", NOW)
    assert confirm.accept(KEYS, "b", text, NOW + 5) is None
    assert confirm.accept(make_keys(), "a", text, NOW + 5) is None
    assert confirm.accept(KEYS, "a", text[:-1], NOW + 5) is None
    assert confirm.accept(KEYS, "a", text.swapcase(), NOW + 5) is None
    assert confirm.accept(KEYS, "a", "", NOW + 5) is None


def test_a_ticket_keeps_its_voter_over_a_key_rotation() -> None:
    text = confirm.issue(KEYS, "a", NOW, b"t" * 16)
    rotated = Keys(signing=(make_keys().signing[0], *KEYS.signing), voter=KEYS.voter)
    ticket = confirm.accept(rotated, "a", text, NOW + 5)
    assert ticket is not None and ticket.token == b"t" * 16
