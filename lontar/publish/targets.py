"""A publish target by its name, and what each kind does with it."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from lontar.errors import ConfigErrors, Place, problem
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
        match self.target.kind:
            case "dir":
                base = self._base()
                return (
                    folder.preview(base, output, files)
                    if only_look
                    else folder.publish(base, output, files, now)
                )
            case "rsync":
                there = self._machine()
                return (
                    rsync.preview(there, output, files)
                    if only_look
                    else rsync.publish(there, output, files, now)
                )
            case "git":
                repo = self._repository()
                return (
                    branch.preview(repo, output, files)
                    if only_look
                    else branch.publish(repo, output, files, now)
                )

    def roll_back(self) -> str:
        """Show the release before the current one again; its name."""
        match self.target.kind:
            case "dir":
                return folder.roll_back(self._base(), self.target.name)
            case "rsync":
                return rsync.roll_back(self._machine())
            case "git":
                return branch.roll_back(self._repository())

    def _base(self) -> Path:
        return self.root / self.target.path

    def _machine(self) -> rsync.Machine:
        shell = shlex.split(self.environment.get("RSYNC_RSH", "")) or ["ssh"]
        return rsync.Machine(self.target, self.place, shell)

    def _repository(self) -> branch.Repository:
        return branch.Repository(self.root, self.target, self.place, self.environment)


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
        near = get_close_matches(name, names, 1, 0.5)
        raise ConfigErrors(
            [
                problem(
                    Place(NAME, line),
                    "publish-unknown",
                    found=name,
                    allowed=allowed,
                    nearest=near[0] if near else "",
                )
            ]
        )
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
