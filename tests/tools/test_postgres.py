"""Servers of several test sessions at once."""

from __future__ import annotations

import grp
import os
import pwd
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from urllib.parse import parse_qs, urlsplit

import psycopg

from tests.tools.postgres import postgres


def test_servers_started_at_once_do_not_disturb_each_other_or_the_machine() -> None:
    """No account is made for them: two that made one at once were the failure that was seen."""
    accounts = pwd.getpwall(), grp.getgrall()
    together = Barrier(3, timeout=120)

    def use(number: int) -> tuple[str, str]:
        together.wait()
        with postgres() as url, psycopg.connect(url, autocommit=True) as connection:
            folder = Path(parse_qs(urlsplit(url).query)["host"][0])
            together.wait()
            connection.execute(f"CREATE DATABASE only_{number}")
            made = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'only_%'")
            owner = Path(f"/proc/{(folder / 'data/postmaster.pid').read_text().split()[0]}").owner()
            assert made.fetchall() == [(f"only_{number}",)]
            assert connection.execute("SHOW fsync").fetchone() == ("on",)
            connection.close()
        assert not folder.exists()
        return str(folder), owner

    with ThreadPoolExecutor(3) as sessions:
        found = list(sessions.map(use, range(3)))
    assert len({folder for folder, _ in found}) == 3
    assert {owner for _, owner in found} == {"nobody" if os.geteuid() == 0 else Path.home().owner()}
    assert (pwd.getpwall(), grp.getgrall()) == accounts
