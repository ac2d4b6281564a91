"""Links of a built site: lychee for links, pictures and fragments; own eyes for the form of a URL."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.tools.finding import Finding, relative
from tests.tools.site import BuiltSite

# Places the site sends to but does not hold: the survey's endpoint answers there.
ENDPOINTS = ("/s/",)


def check(root: Path, origin: str = "https://site.invalid") -> list[Finding]:
    """What lychee finds broken below `root`: offline, with fragments; URLs that begin with `origin`
    are looked up in `root` too."""
    here = root.resolve()
    remaps = (f"^{re.escape(origin)}/(.*)$ file://{here}/$1", f"^{re.escape(origin)}$ file://{here}/")
    run = subprocess.run(
        [
            str(Path(sys.executable).parent / "lychee"),
            *("--config", "/dev/null", "--format", "json", "--no-progress"),
            *("--offline", "--include-fragments", "--index-files", "index.html", "--root-dir", str(here)),
            *(part for remap in remaps for part in ("--remap", remap)),
            *(part for path in ENDPOINTS for part in ("--exclude", f"^file://.*{path}[^/]*$")),
            f"{here}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
    )
    if run.returncode not in (0, 2):
        raise RuntimeError(f"lychee did not run: {run.stderr}")
    report = json.loads(run.stdout)
    if not report["total"]:
        raise RuntimeError("lychee saw no link at all")
    return sorted(
        Finding(relative(file, root), 0, "lychee", f"{broken['url']}: {broken['status']['text']}")
        for file, failures in report["error_map"].items()
        for broken in failures
    )


def roundabout(site: BuiltSite) -> list[Finding]:
    """Internal links that a server would have to redirect or that name a file in place of its page:
    a folder without its slash, `index.html`, an upper-case path, the site's own host."""
    found: list[Finding] = []
    for page in site.real_pages():
        for href in page.values("//a/@href"):
            file = site.resolve(href, page.url)
            path = urlsplit(href).path
            if file is None or any(path.startswith(endpoint) for endpoint in ENDPOINTS):
                continue
            name = page.file.relative_to(site.root).as_posix()
            if file.is_dir():
                found.append(Finding(name, 0, "slash", f"{href} lacks its slash"))
            elif not file.is_file():
                found.append(Finding(name, 0, "missing", f"{href} leads nowhere"))
            elif path.endswith("index.html"):
                found.append(Finding(name, 0, "index", f"{href} names index.html"))
            elif path != path.lower():
                found.append(Finding(name, 0, "case", f"{href} is not lower-case"))
    return found
