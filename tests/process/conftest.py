"""Real servers on both databases. They are killed, filled and frozen here, which only `make test` does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import migrated
from tests.postgres import Cluster, start_cluster
from tests.process.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder starts processes."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def own_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL that a test may crash, with a migrated, empty database to copy."""
    with start_cluster(own=True) as cluster:
        migrated(cluster.create("limber_template"), tmp_path_factory.mktemp("pg"))
        yield cluster


@pytest.fixture
def make_server(tmp_path: Path, sqlite_template: Path) -> Iterator[Callable[..., Server]]:
    """Make servers, on SQLite unless told otherwise; all their processes are gone in the end."""
    made: list[Server] = []

    def make(database_url: str = "", folder: Path | None = None, **settings: str) -> Server:
        home = folder or tmp_path / f"server-{len(made)}"
        home.mkdir(exist_ok=True)
        if not database_url:
            shutil.copy(sqlite_template, home / "limber.db")
        made.append(Server(home, database_url, **settings))
        return made[-1]

    yield make
    for server in made:
        server.kill()


@pytest.fixture
def sqlite_server(make_server: Callable[..., Server]) -> Server:
    """A running server on SQLite."""
    return make_server().start()


@pytest.fixture
def postgres_server(make_server: Callable[..., Server], own_cluster: Cluster) -> Iterator[Server]:
    """A running server on PostgreSQL."""
    with own_cluster.copy_of("limber_template") as url:
        server = make_server(url).start()
        yield server
        server.kill()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> Server:
    """A running server, on each database in turn."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found
