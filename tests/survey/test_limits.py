from __future__ import annotations

from ipaddress import ip_network

import pytest

from lontar.survey.limits import MOST_PREFIXES, SALT_SECONDS, WINDOW_SECONDS, Quota, client_address, prefix_of

TRUSTED = (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"), ip_network("::1"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("127.0.0.1", "10.0.0.9, 10.0.0.7", "10.0.0.9"),
        ("127.0.0.1", "198.51.100.1, nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", ",,", "127.0.0.1"),
        ("::ffff:127.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("::1", "[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_35_forwarded_addresses_are_read_from_the_right_and_only_from_a_trusted_peer(
    peer: str, forwarded: str, client: str
) -> None:
    assert client_address(peer, forwarded, TRUSTED) == client


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.250", True),
        ("203.0.113.9", "203.0.114.9", False),
        ("::ffff:203.0.113.9", "203.0.113.1", True),
        ("2001:db8:1:200::1", "2001:db8:1:2ff::9", True),
        ("2001:db8:1:200::1", "2001:db8:1:300::1", False),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "x", True),
    ],
)
def test_a_prefix_is_a_24_or_a_56(one: str, other: str, same: bool) -> None:
    assert (prefix_of(one) == prefix_of(other)) is same


def test_the_quota_is_per_prefix_and_window() -> None:
    time = [0.0]
    quota = Quota(2, lambda: time[0])
    assert [quota.admits("203.0.113.9") for _ in range(3)] == [True, True, False]
    assert quota.admits("203.0.114.9")
    time[0] = WINDOW_SECONDS
    assert quota.admits("203.0.113.9")


def test_a_quota_of_zero_asks_everyone() -> None:
    assert not Quota(0, lambda: 0.0).admits("203.0.113.9")


def test_memory_is_bounded_and_a_flood_of_prefixes_is_asked_to_confirm() -> None:
    quota = Quota(1, lambda: 0.0)
    admitted = sum(quota.admits(f"2001:db8:{n >> 8:x}:{n & 255:x}00::1") for n in range(MOST_PREFIXES + 50))
    assert admitted == MOST_PREFIXES


def test_38_no_address_is_kept_and_the_salt_is_renewed_daily() -> None:
    time = [0.0]
    quota = Quota(5, lambda: time[0])
    quota.admits("203.0.113.9")
    first = set(quota._counts)
    assert not any(b"203" in key or b"\xcb\x00\x71" in key for key in first)
    time[0] = SALT_SECONDS
    quota.admits("203.0.113.9")
    assert first.isdisjoint(quota._counts)
