"""axe: what a machine can see of whether everybody can use a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.tools.finding import Finding


def check(page: Page, name: str) -> list[Finding]:
    """Violations on the page as it stands now, one finding per element; `name` says which page it is."""
    response = Axe().run(page).response
    return sorted(
        Finding(name, 0, violation["id"], f"{violation['help']}: {' '.join(map(str, node['target']))}")
        for violation in response["violations"]
        for node in violation["nodes"]
    )
