from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.tools import axe, good

pytestmark = [pytest.mark.tools, pytest.mark.browser]


def test_a_sound_page_passes(page: Page) -> None:
    page.set_content(good.page())
    assert axe.check(page, "/") == []


def test_faint_text_and_a_picture_without_words_are_found(page: Page) -> None:
    page.set_content(
        good.page(body='<p style="color: #ccc">pudar</p><img src="data:," width="9" height="9">')
    )
    assert {finding.rule for finding in axe.check(page, "/")} == {"color-contrast", "image-alt"}
