"""Publish targets: each kind with its own fields, and no value that another program would misread."""

from __future__ import annotations

import pytest

from lontar.errors import ConfigErrors
from lontar.load.config import parse_config
from lontar.model.config import Target
from tests.building import CONFIG, config

LAST = CONFIG.count("\n") + 1


def of(fields: str) -> str:
    return f"publish: {{uji: {{{fields}}}}}\n"


def refused(fields: str) -> list[tuple[str, int, str]]:
    with pytest.raises(ConfigErrors) as caught:
        parse_config((CONFIG + of(fields)).encode())
    return [(one.code, one.place.line, one.place.field) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "target"),
    [
        ("kind: dir, path: /srv/www/", Target("uji", "dir", "/srv/www", "", 22, "origin", "gh-pages")),
        ("kind: dir, path: rilis", Target("uji", "dir", "rilis", "", 22, "origin", "gh-pages")),
        (
            "kind: rsync, host: web@s.example, path: /srv/www, port: 2222",
            Target("uji", "rsync", "/srv/www", "web@s.example", 2222, "origin", "gh-pages"),
        ),
        ("kind: git", Target("uji", "git", "", "", 22, "origin", "gh-pages")),
        (
            "kind: git, remote: 'git@s.example:dekranasda/situs.git', branch: pages",
            Target("uji", "git", "", "", 22, "git@s.example:dekranasda/situs.git", "pages"),
        ),
        (
            "kind: git, remote: 'https://s.example/x.git'",
            Target("uji", "git", "", "", 22, "https://s.example/x.git", "gh-pages"),
        ),
    ],
)
def test_a_target(fields: str, target: Target) -> None:
    assert config(of(fields)).targets == (target,)


def test_without_the_key_there_is_none() -> None:
    assert config().targets == ()


def test_targets_do_not_change_the_site() -> None:
    assert config().digest == config(of("kind: git")).digest


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("path: /x", [("field-missing", "publish.uji.kind")]),
        ("kind: ftp", [("choice", "publish.uji.kind")]),
        ("kind: dir", [("field-missing", "publish.uji.path")]),
        ("kind: rsync", [("field-missing", "publish.uji.host"), ("field-missing", "publish.uji.path")]),
        ("kind: rsync, host: a.example, path: www", [("publish-path-relative", "publish.uji.path")]),
        ("kind: git, path: /x", [("field-unknown", "publish.uji.path")]),
        ("kind: dir, path: /x, host: a.example", [("field-unknown", "publish.uji.host")]),
        ("kind: rsync, host: a.example, path: /x, port: 0", [("range", "publish.uji.port")]),
    ],
)
def test_fields_that_do_not_fit(fields: str, found: list[tuple[str, str]]) -> None:
    assert refused(fields) == [(code, LAST, field) for code, field in found]


@pytest.mark.parametrize(
    "host",
    [
        "-oProxyCommand=x",
        "a b",
        "a;b",
        "$(x)",
        "`x`",
        "a@-b",
        "-a@b",
        "a@b@c",
        "a:22",
        "a\\nb",
        "a..b",
        "é.example",
    ],
)
def test_a_host_that_ssh_or_a_shell_would_misread(host: str) -> None:
    assert [code for code, *_ in refused(f'kind: rsync, path: /x, host: "{host}"'.replace("\\", "\\\\"))] == [
        "ssh-host"
    ]


@pytest.mark.parametrize(
    "path",
    ["/", "//x", "/a b", "/a'b", "/$x", "/a;b", "/../etc", "/a/../b", "-x", "/-x", "~/x", "/a:b", "/a*"],
)
@pytest.mark.parametrize("kind", ["dir", "rsync, host: a.example"])
def test_a_path_that_a_shell_would_misread(path: str, kind: str) -> None:
    assert [code for code, *_ in refused(f'kind: {kind}, path: "{path}"')] == ["publish-path"]


@pytest.mark.parametrize(
    "remote",
    [
        "--upload-pack=x",
        "ext::sh -c x",
        "file:///x",
        "-x",
        "a b",
        "ssh://-oProxyCommand=x/y",
        "a::b",
        "http://x",
    ],
)
def test_a_remote_that_git_would_misread(remote: str) -> None:
    assert [code for code, *_ in refused(f'kind: git, remote: "{remote}"')] == ["git-remote"]


@pytest.mark.parametrize(
    "branch", ["-x", "a..b", "a b", "a:b", "+a", "a/", "a.lock/..", "refs//x", "@{-1}", "a^"]
)
def test_a_branch_that_git_would_misread(branch: str) -> None:
    assert [code for code, *_ in refused(f'kind: git, branch: "{branch}"')] == ["git-branch"]
