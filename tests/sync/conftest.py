"""The worlds of the simulation, made once for all of its tests."""

from collections.abc import Iterator

import pytest

from tests.postgres import Cluster
from tests.sync.browser_core import Node
from tests.sync.world import World
from tests.sync.worlds import postgres_world, sqlite_world


@pytest.fixture(scope="module")
def on_sqlite() -> Iterator[World]:
    with sqlite_world() as world:
        yield world


@pytest.fixture(scope="module")
def on_postgres(postgres_cluster: Cluster) -> Iterator[World]:
    with postgres_world(postgres_cluster) as world:
        yield world


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    """The process with the app's own core."""
    process = Node()
    yield process
    process.end()
