"""The settings as command-line options: each also by environment, all of them in --help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from lontar.survey.settings import DEFAULT_DATABASE, DEFAULT_SURVEYS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def setting(flag: str, text: str, **more: Any) -> Decorator:
    """An option that may also stand in the environment as LONTAR_SURVEY_<its name>."""
    name = flag.split("/")[0].removeprefix("--").replace("-", "_").upper()
    more.setdefault("envvar", f"LONTAR_SURVEY_{name}")
    if more.get("default") is not None:
        more.setdefault("show_default", True)
    return click.option(flag, *more.pop("names", ()), help=text, show_envvar=True, **more)


database = setting(
    "--database",
    "sqlite:///FILE or postgresql://…; DATABASE_URL works too.",
    default=DEFAULT_DATABASE,
    envvar=["LONTAR_SURVEY_DATABASE", "DATABASE_URL"],
    metavar="URL",
)
surveys = setting(
    "--surveys",
    "The surveys.json of the built site.",
    default=DEFAULT_SURVEYS,
    type=click.Path(path_type=Path, dir_okay=False),
)
survey = click.option("--survey", metavar="ID", help="Only this survey.  [default: all]")

_SERVING: tuple[Decorator, ...] = (
    setting("--host", "Address to listen on.", default="127.0.0.1"),
    setting("--port", "Port to listen on.", default=8800, type=click.IntRange(1, 65535)),
    surveys,
    database,
    setting(
        "--allow-host",
        "A host name that visitors use; loopback names always work. May be repeated.",
        names=("hosts",),
        multiple=True,
        metavar="NAME",
    ),
    setting(
        "--allow-origin",
        "A site on another host that may post, as https://example.org. May be repeated. While there is"
        " none, sites on this machine may.",
        names=("origins",),
        multiple=True,
        metavar="URL",
    ),
    setting(
        "--trusted-proxy",
        "A proxy, or its network, whose X-Forwarded-For is believed. May be repeated.",
        names=("proxies",),
        multiple=True,
        metavar="NETWORK",
    ),
    setting(
        "--quota",
        "New visitors per address prefix (/24 or /56) and hour before the confirm form is shown.",
        default=30,
        type=click.IntRange(0),
    ),
    setting("--https/--no-https", "Visitors come over https: Secure, __Host- cookie.", default=False),
    setting(
        "--secrets",
        "The file of secret keys, made on the first start.  [default: survey-secret.key beside the database]",
        type=click.Path(dir_okay=False),
    ),
    setting("--path", "Base path of the addresses.", default="/s"),
    setting(
        "--language",
        "Language where an address names none.  [default: the site's]",
        type=click.Choice(["id", "en"]),
    ),
    setting(
        "--log",
        "What is logged to standard error, one JSON object a line.",
        default="all",
        type=click.Choice(["all", "problems", "off"]),
    ),
)


def serving(command: Callable[..., Any]) -> Callable[..., Any]:
    """All options of `serve`, in the order of --help."""
    for option in reversed(_SERVING):
        command = option(command)
    return command
