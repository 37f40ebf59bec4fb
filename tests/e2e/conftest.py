"""Servers and phones for the browser tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.e2e import chromium
from tests.e2e.between import Between
from tests.e2e.build import Build
from tests.e2e.patience import unhurried
from tests.e2e.phone import Phone, forget
from tests.e2e.server import ROOT, Server, migrated

# How long a screen may take on a busy machine; what is there sooner is not waited for.
expect.set_options(timeout=20_000)


# The files with the longest tests.
LONG = ("test_screens", "test_update", "test_hands", "test_storage", "test_accounts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs a browser; what takes longest begins first, and no worker ends alone."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))


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


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The one server that serves test after test, each with tables of its own."""
    server = Server(tmp_path_factory.mktemp("shared") / "instance")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_server: Server) -> Iterator[Server]:
    """A server nobody has used; the test may stop and start it."""
    yield from filled(shared_server, migrated() / "limber.db")


@pytest.fixture
def demo_server(shared_server: Server, demo_tables: Path) -> Iterator[Server]:
    """A server with the demo person's 120 days."""
    yield from filled(shared_server, demo_tables)


@pytest.fixture(scope="session")
def demo_tables(shared_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo's people, to copy."""
    copy = tmp_path_factory.mktemp("demo") / "demo.db"
    shared_server.refill(migrated() / "limber.db")
    shared_server.command("demo")
    shared_server.save(copy)
    return copy


def filled(server: Server, tables: Path) -> Iterator[Server]:
    """This server with these tables; it runs again in the end."""
    server.refill(tables)
    yield server
    if not server.runs:
        server.start()


@pytest.fixture(scope="session")
def visited(playwright: Playwright, shared_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a browser that has the app's files and worker, as after a visit, and no diary.

    Phones of the shared server begin with a copy of it; those of other servers come for the first time.
    """
    folder = tmp_path_factory.mktemp("visited") / "phone"
    phone = Phone(playwright, folder, shared_server.url)
    phone.start()
    phone.open()
    # Every test of this process needs it, and both processes begin with it.
    phone.ready_offline(180)
    # By the worker now, so that what the browser makes of the files is kept with them.
    phone.open()
    forget(phone, "indexeddb,local_storage,cookies,file_systems")
    phone.close()
    assert phone.complaints + phone.elsewhere == []
    return folder


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


@pytest.fixture
def make_phone(
    playwright: Playwright, server: Server, visited: Path, tmp_path: Path
) -> Iterator[Callable[..., Phone]]:
    """Make phones that are closed in the end, and hold each to silence and to its own server."""
    yield from phones_of(playwright, server, tmp_path, visited)


@pytest.fixture
def demo_phone(
    playwright: Playwright, demo_server: Server, visited: Path, tmp_path: Path
) -> Iterator[Callable[..., Phone]]:
    """The same for phones of the demo's people."""
    yield from phones_of(playwright, demo_server, tmp_path, visited)


@pytest.fixture
def far_phone(playwright: Playwright, far_server: Server, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """The same behind a network one can stand in: phones that see their server for the first time."""
    yield from phones_of(playwright, far_server, tmp_path)


def phones_of(
    playwright: Playwright, server: Server, folder: Path, visited: Path | None = None
) -> Iterator[Callable[..., Phone]]:
    """What makes phones of this server, from a browser's folder where one is given; without idle time.

    light: without the browser's own surface. One with it comes to its server for the first time.
    """
    made: list[Phone] = []

    def make(name: str, idle: bool = False, light: bool = True, **options: Any) -> Phone:
        if visited and light:
            shutil.copytree(visited, folder / name, symlinks=True)
        phone = Phone(playwright, folder / name, server.url, idle, light, **options)
        phone.start()
        made.append(phone)
        return phone

    yield make
    for phone in made:
        phone.close()
    assert [phone.complaints for phone in made] == [[] for _ in made]
    assert [phone.elsewhere for phone in made] == [[] for _ in made]
