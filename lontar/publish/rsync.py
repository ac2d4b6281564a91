"""The kind `rsync`: the folders of the kind `dir` on another machine, reached by ssh.

rsync brings what changed into a folder of its own, linking the rest to the releases that are there; then
one small script takes over what stays a while, switches and prunes. Publications that run at the same time
use different folders and the switch is one rename: the last one wins, and none is half there. The other
machine needs rsync and GNU's cp, ln and mv.
"""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lontar.errors import Place, problem
from lontar.model.config import Target
from lontar.output import MANIFEST, OutputDir, parse_manifest
from lontar.publish.folder import CURRENT, RELEASES, ROUGH
from lontar.publish.release import (
    NotPublished,
    Outcome,
    carried,
    compare,
    earlier,
    is_name,
    name_of,
    outdated,
    sources_of,
)
from lontar.publish.running import run

_OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=20")
_MARK = "== "
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Machine:
    """The other machine; `shell` is the command that reaches it, "ssh" or what RSYNC_RSH holds."""

    target: Target
    place: Place
    shell: Sequence[str] = ("ssh",)

    @property
    def ssh(self) -> list[str]:
        return [*self.shell, *_OPTIONS, "-p", str(self.target.port)]

    def do(self, script: str) -> str:
        """Run a script there in the target's folder; what it printed."""
        text = f"set -e\ncd -- {shlex.quote(self.target.path)}\n{script}"
        done = run([*self.ssh, self.target.host, "sh -s"], self.place, given=text.encode())
        return done.stdout.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _There:
    """What is on the other machine: manifests by release, and the current one's name."""

    current: str
    manifests: Mapping[str, Mapping[str, str]]

    @property
    def before(self) -> Mapping[str, str]:
        return self.manifests.get(self.current, {})


def preview(machine: Machine, output: OutputDir, files: Mapping[str, str]) -> Outcome:
    return compare(output, files, _look(machine).before, "")


def publish(machine: Machine, output: OutputDir, files: Mapping[str, str], now: dt.datetime) -> Outcome:
    there = _look(machine)
    if there.current and there.before == files:
        return Outcome("")
    name = name_of(files, now, there.manifests)
    rough = f"{RELEASES}/{ROUGH}{name}"
    sources = sources_of(there.manifests, there.current)
    _send(machine, output, files, rough, sources)
    machine.do("\n".join([*_take_over(rough, files, there, sources), *_show(rough, name, there)]))
    return compare(output, files, there.before, name)


def roll_back(machine: Machine, target: str) -> str:
    there = _look(machine)
    name = earlier(there.manifests, there.current)
    if name is None:
        raise NotPublished([problem(machine.place, "publish-no-earlier", target=target)])
    machine.do("\n".join(_switch(name)))
    return name


def _look(machine: Machine) -> _There:
    script = f"""\
cd -- {shlex.quote(machine.target.path)} 2>/dev/null || exit 0
if [ -e {CURRENT} ] && [ ! -h {CURRENT} ]; then echo '{_MARK}!'; exit 0; fi
echo "{_MARK}@$(readlink {CURRENT} || true)"
for one in {RELEASES}/*/{MANIFEST}; do
  [ -f "$one" ] || continue
  echo "{_MARK}$one"
  cat "$one"
done"""
    done = run([*machine.ssh, machine.target.host, "sh -s"], machine.place, given=script.encode())
    current = ""
    manifests: dict[str, dict[str, str]] = {}
    for part in f"\n{done.stdout.decode('utf-8', 'replace')}".split(f"\n{_MARK}")[1:]:
        head, _, text = part.partition("\n")
        if head == "!":
            raise NotPublished([problem(machine.place, "publish-not-ours", found=CURRENT)])
        if head.startswith("@"):
            current = head.rpartition("/")[2]
        elif is_name(name := head.split("/")[1]):
            manifests[name] = parse_manifest(text)
    return _There(current if current in manifests else "", manifests)


def _send(
    machine: Machine, output: OutputDir, files: Mapping[str, str], rough: str, sources: Sequence[str]
) -> None:
    """Only bytes that none of the `sources` has travel: files are compared by checksum, not by date."""
    top = f"{machine.target.path}/{RELEASES}"
    command = [
        *("rsync", "--from0", "--files-from=-", "--checksum", "--perms", "--chmod=D755,F644", "--mkpath"),
        *("--compress", "--timeout=120", f"--rsh={shlex.join(machine.ssh)}"),
        *(f"--link-dest={top}/{one}" for one in sources),
        f"{output.root}/",
        f"{machine.target.host}:{machine.target.path}/{rough}/",
    ]
    run(command, machine.place, given="\0".join([*files, MANIFEST]).encode())


def _take_over(rough: str, files: Mapping[str, str], there: _There, sources: Sequence[str]) -> Sequence[str]:
    lines: list[str] = []
    for source, paths in zip(sources, carried(files, (there.manifests[one] for one in sources)), strict=True):
        for start in range(0, len(paths), _CHUNK):
            names = shlex.join(paths[start : start + _CHUNK])
            into = f"../{rough.rpartition('/')[2]}"
            lines.append(f"(cd {RELEASES}/{source} && cp -l --parents -- {names} {into} 2>/dev/null) || true")
    return lines


def _show(rough: str, name: str, there: _There) -> Sequence[str]:
    lines = [f"mv -T -- {rough} {RELEASES}/{name}", *_switch(name)]
    for old in outdated([*there.manifests, name], there.current, name):
        gone = f"{RELEASES}/{ROUGH}{old}"
        lines += [f"mv -T -- {RELEASES}/{old} {gone}", f"rm -rf -- {gone}"]
    # What a broken publication left, once it is certain that it no longer runs.
    stale = f"find {RELEASES} -maxdepth 1 -name '{ROUGH}*' -mmin +1440 -exec rm -rf -- {{}} +"
    return [*lines, stale]


def _switch(name: str) -> Sequence[str]:
    rough = f"{ROUGH}{CURRENT}-{name}"
    return [f"ln -sfn -- {RELEASES}/{name} {rough}", f"mv -Tf -- {rough} {CURRENT}"]
