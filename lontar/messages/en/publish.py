"""English: publishing."""

TEXTS: dict[str, tuple[str, str]] = {
    "search-missing": ("the search engine Pagefind is not installed", "run: pip install 'lontar[search]'"),
    "search-failed": ("Pagefind failed: {reason}", "run python build.py --clean and try again"),
    "publish-path": (
        "field “{field}” cannot be the folder “{found}”",
        "use letters, digits, / . _ and -, no space and no .., such as /srv/site",
    ),
    "publish-path-relative": (
        "field “{field}” is no whole path: “{found}”",
        "on another machine it begins with a slash, such as /srv/site",
    ),
    "ssh-host": (
        "field “{field}” is no host: “{found}”",
        "write name.example or user@name.example; a port has a field of its own, port:",
    ),
    "git-remote": (
        "field “{field}” is no git remote: “{found}”",
        "write a remote's name such as origin, or an address that begins with https://, ssh:// or git@",
    ),
    "git-branch": (
        "field “{field}” is no name of a branch: “{found}”",
        "write one such as gh-pages",
    ),
    "publish-none": (
        "nothing says where the site is published",
        "add publish: with a target, as docs/hosting/README.md shows",
    ),
    "publish-which": (
        "there are several publish targets",
        "name one of them: {allowed}.",
    ),
    "publish-unknown": (
        "publish target “{found}” is not known",
        "known ones: {allowed}.",
    ),
    "publish-over-sources": (
        "publish target “{target}” would overwrite {found}",
        "choose another folder in path:",
    ),
    "publish-not-ours": (
        "“{found}” was there before and was not made by publish",
        "move it away, or choose another place for the target",
    ),
    "publish-altered": (
        "output/{found} is not as the build made it",
        "run python build.py --clean, then publish again",
    ),
    "publish-program": (
        "the program {found} is not installed",
        "install it (on Debian: apt install {found}) and try again",
    ),
    "publish-refused": (
        "{program} refused: {reason}",
        "the published site is as it was; mend this and publish again",
    ),
    "publish-no-earlier": (
        "target “{target}” has no earlier release",
        "a rollback needs two releases",
    ),
    "publish-no-repository": (
        "the site's folder is in no git repository",
        "run git init, or use a target of another kind",
    ),
    "publish-branch-here": (
        "branch “{found}” is the one you work on",
        "choose another branch, such as gh-pages: what it holds is replaced",
    ),
}
