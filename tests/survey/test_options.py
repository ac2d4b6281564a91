from __future__ import annotations

import click
import pytest

from lontar.survey import options

NAMES = (
    "HOST",
    "PORT",
    "SURVEYS",
    "DATABASE",
    "ALLOW_HOST",
    "ALLOW_ORIGIN",
    "TRUSTED_PROXY",
    "QUOTA",
    "HTTPS",
    "SECRETS",
    "PATH",
    "LANGUAGE",
    "LOG",
)


@click.command()
@options.serving
def _serve(**_: object) -> None:
    """Only its options matter."""


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_flag_an_environment_variable_and_help(name: str) -> None:
    found = [
        option
        for option in _serve.params
        if isinstance(option, click.Option) and f"LONTAR_SURVEY_{name}" in (option.envvar or ())
    ]
    assert len(found) == 1
    assert found[0].help
    assert found[0].show_envvar
    assert found[0].opts[0] == "--" + name.lower().replace("_", "-")


def test_there_are_no_others() -> None:
    assert len(_serve.params) == len(NAMES)
