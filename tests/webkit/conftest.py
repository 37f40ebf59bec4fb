"""A server, and a WebKitGTK that visits it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server import Server
from tests.webkit import programs
from tests.webkit.tablet import Tablet

MISSING = f"no WebKitGTK here; install {' and '.join(programs.PACKAGES)}, or run make test"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs WebKitGTK."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("webkit")


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The one server of these tests; nobody makes an account on it."""
    if programs.found() is None:
        pytest.skip(MISSING)
    made = Server(tmp_path_factory.mktemp("shared") / "instance")
    yield made
    made.stop()


@pytest.fixture
def server(shared_server: Server) -> Server:
    """A server that runs; the test may stop it."""
    if not shared_server.runs:
        shared_server.start()
    return shared_server


@pytest.fixture
def tablet(server: Server, tmp_path: Path) -> Iterator[Tablet]:
    """A browser that comes for the first time, held to silence."""
    here = programs.found()
    if here is None:
        pytest.skip(MISSING)
    made = Tablet(here, tmp_path, server.url)
    try:
        yield made
    finally:
        made.close()
    assert made.complaints == []
    assert "content security policy stopped" not in server.log.read_text()
