"""Servers and phones for the browser tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.e2e import chromium
from tests.e2e.between import Between
from tests.e2e.build import Build
from tests.e2e.patience import unhurried
from tests.e2e.phone import Phone
from tests.e2e.server import ROOT, Server

# How long a screen may take on a busy machine; what is there sooner is not waited for.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def at_the_pace_of_a_person() -> Iterator[None]:
    """Every test taps as people do."""
    with unhurried():
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, driving the Chromium that is here."""
    if chromium.executable() is None:
        pytest.skip("no Chromium here; install it, or run make test")
    with sync_playwright() as running:
        yield running


def running_server(folder: Path) -> Iterator[Server]:
    """A server that is stopped in the end."""
    server = Server(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, which it may stop and start."""
    yield from running_server(tmp_path / "instance")


@pytest.fixture
def between() -> Iterator[Between]:
    """A network to stand in."""
    network = Between()
    yield network
    network.close()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A build that the test may change while it is served."""
    return Build(tmp_path / "build")


@pytest.fixture
def far_server(tmp_path: Path, between: Between, request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server behind that network; it serves the test's own build where there is one."""
    root = request.getfixturevalue("build").folder if "build" in request.fixturenames else ROOT
    server = Server(tmp_path / "instance", root, between.url)
    between.port = server.port
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demo person's 120 days."""
    for server in running_server(tmp_path_factory.mktemp("demo") / "instance"):
        server.command("demo")
        yield server


@pytest.fixture
def make_phone(playwright: Playwright, server: Server, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones that are closed in the end, and hold each to silence and to its own server."""
    yield from phones_of(playwright, server, tmp_path)


@pytest.fixture
def far_phone(playwright: Playwright, far_server: Server, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """The same for phones whose server is behind a network one can stand in."""
    yield from phones_of(playwright, far_server, tmp_path)


def phones_of(playwright: Playwright, server: Server, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """What makes phones of this server."""
    made: list[Phone] = []

    def make(name: str, **options: Any) -> Phone:
        phone = Phone(playwright, tmp_path / name, server.url, **options)
        phone.start()
        made.append(phone)
        return phone

    yield make
    for phone in made:
        phone.close()
    assert [phone.complaints for phone in made] == [[] for _ in made]
    assert [phone.elsewhere for phone in made] == [[] for _ in made]
