"""A publish target by its name, and what each kind does with it."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lontar.errors import ConfigErrors, Place, nearest, problem
from lontar.load.config import NAME
from lontar.model.config import Config, Target
from lontar.output import OutputDir
from lontar.publish import branch, folder, rsync
from lontar.publish.release import Outcome, read_output


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes the site at `root` to one target; `environment` is that of the programs it runs."""

    root: Path
    target: Target
    place: Place
    environment: Mapping[str, str]

    def publish(self, output: OutputDir, now: dt.datetime, only_look: bool) -> Outcome:
        """NotPublished with the reason when it cannot be; the target is then as it was. With `only_look`
        nothing is changed anywhere, and the outcome tells what would be."""
        files = read_output(output)
        kind, where = self._kind()
        outcome: Outcome = (
            kind.preview(where, output, files) if only_look else kind.publish(where, output, files, now)
        )
        return outcome

    def roll_back(self) -> str:
        """Show the release before the current one again; its name."""
        kind, where = self._kind()
        release: str = kind.roll_back(where, self.target.name)
        return release

    def _kind(self) -> tuple[Any, Any]:
        """The module of the target's kind, and what its functions take first: where the releases are."""
        match self.target.kind:
            case "dir":
                return folder, self.root / self.target.path
            case "rsync":
                shell = shlex.split(self.environment.get("RSYNC_RSH", "")) or ["ssh"]
                return rsync, rsync.Machine(self.target, self.place, shell)
            case "git":
                return branch, branch.Repository(self.root, self.target, self.place, self.environment)


def find_target(config: Config, name: str | None) -> tuple[Target, Place]:
    """The target of that name, or the only one. ConfigErrors when there is none, or several and no name."""
    names = [target.name for target in config.targets]
    line = config.lines.get("publish", 0)
    if not names:
        raise ConfigErrors([problem(Place(NAME), "publish-none")])
    allowed = ", ".join(names)
    if name is None and len(names) > 1:
        raise ConfigErrors([problem(Place(NAME, line), "publish-which", allowed=allowed)])
    if name is not None and name not in names:
        near = nearest(name, names)
        wrong = problem(Place(NAME, line), "publish-unknown", found=name, allowed=allowed, nearest=near)
        raise ConfigErrors([wrong])
    target = config.targets[names.index(name)] if name is not None else config.targets[0]
    return target, Place(NAME, config.lines.get(f"publish.{target.name}", line))


def refuse_over_sources(root: Path, target: Target, place: Place, precious: tuple[Path, ...]) -> None:
    """Releases must not lie in, or around, what the site is made from or into."""
    base = (root / target.path).resolve()
    for one in (root, *precious):
        real = one.resolve()
        if base == real or base in real.parents or (one != root and real in base.parents):
            raise ConfigErrors(
                [problem(place, "publish-over-sources", target=target.name, found=one.name or str(one))]
            )
