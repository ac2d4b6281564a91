"""What all tests share: the built sample site, a browser to look at it with, and the rule for tests
that must run alone."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.tools.browser import find_chromium, launch_arguments
from tests.tools.preview import serve
from tests.tools.sample import build_once
from tests.tools.site import BuiltSite

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "local")

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
LOCKS = "LONTAR_TEST_LOCKS"  # set for the processes of one test run: the folder of their locks


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "alone: measures time, so that no other test may run beside it")
    if not IS_WORKER:
        os.environ[LOCKS] = tempfile.mkdtemp(prefix="lontar-tests-")


def pytest_unconfigure() -> None:
    if not IS_WORKER and LOCKS in os.environ:
        shutil.rmtree(os.environ.pop(LOCKS), ignore_errors=True)


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all its processes see."""
    own = factory.getbasetemp()
    return own.parent if IS_WORKER else own


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Hold a shared lock while a test runs; one marked `alone` holds it exclusively. Everybody passes
    the same gate first, so that a test that waits to be alone is not overtaken for ever."""
    if not IS_WORKER:
        return (yield)
    kind = fcntl.LOCK_EX if item.get_closest_marker("alone") else fcntl.LOCK_SH
    folder = Path(os.environ[LOCKS])
    with (folder / "gate").open("w") as gate, (folder / "room").open("w") as room:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(room, kind)
        fcntl.flock(gate, fcntl.LOCK_UN)
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
