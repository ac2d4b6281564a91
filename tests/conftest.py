"""What all tests share: the built sample site, a browser to look at it with, and the rule for tests
that must run alone."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.tools.browser import find_chromium, launch_arguments
from tests.tools.preview import serve
from tests.tools.sample import build_once
from tests.tools.site import BuiltSite
from tests.tools.turns import turn

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "local")

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "alone: measures time, so that no other test may run beside it")


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all its processes see."""
    own = factory.getbasetemp()
    return own.parent if IS_WORKER else own


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Each test in its turn; one marked `alone` has no other beside it, not even of another test run."""
    with turn(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the whole sample site. Read only: all tests look at the same files."""
    return build_once(shared_folder(tmp_path_factory) / "sample-site")


@pytest.fixture(scope="session")
def built(sample_site: Path) -> BuiltSite:
    """The sample site with its pages parsed."""
    return BuiltSite(sample_site)


@pytest.fixture(scope="session")
def preview_url(sample_site: Path) -> Iterator[str]:
    """Where the sample site is served, without a slash at the end."""
    with serve(sample_site) as origin:
        yield origin


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser of the tests. Without one, a test that needs it fails: it is never skipped."""
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium found: run `make test`, or name one in CHROMIUM_PATH")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: Path) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": str(chromium_path), "args": launch_arguments()}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No site of its own: tests say the whole address. (It also replaces a fixture of the plugin
    pytest-base-url that newer versions of pytest warn about.)"""
