from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.survey.keys import Keys, make_keys
from lontar.survey.voter import (
    CookiePolicy,
    Tokens,
    decode,
    encode,
    mac,
    open_token,
    seal_token,
    voter_id,
)

KEYS = make_keys()
TOKEN = bytes(range(16))


@given(st.binary(min_size=1, max_size=100), st.binary(max_size=300))
def test_mac_is_hmac_sha256(key: bytes, message: bytes) -> None:
    assert mac(key, message) == hmac.digest(key, message, hashlib.sha256)


def test_a_sealed_token_opens_again() -> None:
    visitor = open_token(KEYS, seal_token(KEYS, TOKEN))
    assert visitor is not None
    assert (visitor.token, visitor.is_known, visitor.renew) == (TOKEN, True, False)


def test_after_rotation_old_tokens_open_and_are_renewed() -> None:
    old = seal_token(KEYS, TOKEN)
    rotated = Keys(signing=(make_keys().signing[0], *KEYS.signing), voter=KEYS.voter)
    visitor = open_token(rotated, old)
    assert visitor is not None and visitor.renew
    assert voter_id(rotated, "a", TOKEN) == voter_id(KEYS, "a", TOKEN)
    assert open_token(make_keys(), old) is None


def test_36_forged_and_truncated_tokens_do_not_open() -> None:
    sealed = seal_token(KEYS, TOKEN)
    for place in range(len(sealed)):
        other = "A" if sealed[place] != "A" else "B"
        assert open_token(KEYS, sealed[:place] + other + sealed[place + 1 :]) is None
        assert open_token(KEYS, sealed[:place]) is None
    for text in ("", "=", "💥", sealed + "A", sealed + "=", " " + sealed, "A" * 4000):
        assert open_token(KEYS, text) is None


@given(st.text(max_size=80))
def test_decoding_any_text_is_safe_and_canonical(text: str) -> None:
    data = decode(text)
    assert data is None or encode(data) == text


def test_voters_cannot_be_joined_across_surveys() -> None:
    ids = {voter_id(KEYS, survey, TOKEN) for survey in ("a", "b", "c")}
    assert len(ids) == 3
    assert all(len(voter) == 16 and TOKEN not in voter for voter in ids)
    assert voter_id(make_keys(), "a", TOKEN) not in ids


def test_tokens_do_not_repeat() -> None:
    tokens = Tokens()
    drawn = [tokens.new() for _ in range(1000)]
    assert len(set(drawn)) == 1000
    assert {len(token) for token in drawn} == {16}


@pytest.mark.parametrize(
    ("https", "cross_site", "header"),
    [
        (False, False, "lontar_voter=x; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax"),
        (False, True, "lontar_voter=x; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax"),
        (True, False, "__Host-lontar_voter=x; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax"),
        (
            True,
            True,
            "__Host-lontar_voter=x; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=None; Partitioned",
        ),
    ],
)
def test_the_cookie_fits_the_set_up(https: bool, cross_site: bool, header: str) -> None:
    assert CookiePolicy(https=https, cross_site=cross_site).header("x") == header


def test_only_our_cookie_counts_and_only_once() -> None:
    policy = CookiePolicy(https=False, cross_site=False)
    assert policy.find("a=1; lontar_voter=x; b=2") == "x"
    assert policy.find("lontar_voter=x; lontar_voter=y") is None
    assert policy.find("xlontar_voter=x") is None
    assert policy.find("") is None
