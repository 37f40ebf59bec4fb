"""Random days of two people and four devices, the same ones each time; `make simulate` plays many others."""

import json
from pathlib import Path

import pytest

from tests.sync.browser_core import Node
from tests.sync.play import FOUND, player, read_steps
from tests.sync.search import Found, Play, search, shortened, trouble_of
from tests.sync.world import World

pytestmark = pytest.mark.slow
SEED = 20261121


def holds(play: Play, runs: int, seed: int) -> None:
    found = search(play, runs, seed)
    if isinstance(found, Found):
        short = json.dumps(shortened(play, found.steps))
        pytest.fail(f"seed {seed}, run {found.after}: {found.trouble}\n{short}")
    assert found == runs


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
@pytest.mark.parametrize("core", ["", "0123"])
def test_what_once_broke_holds(on_sqlite: World, node: Node, path: Path, core: str) -> None:
    trouble = trouble_of(player(on_sqlite, None, node, frozenset(map(int, core))), read_steps(path))
    assert trouble is None


def test_every_invariant_holds_on_sqlite(on_sqlite: World) -> None:
    holds(player(on_sqlite), 60, SEED)


@pytest.mark.postgres
def test_every_invariant_holds_on_postgres(on_postgres: World) -> None:
    holds(player(on_postgres), 25, SEED + 1)


@pytest.mark.parametrize("core", ["02", "13", "0123"])
def test_every_invariant_holds_with_the_apps_own_core(on_sqlite: World, node: Node, core: str) -> None:
    holds(player(on_sqlite, None, node, frozenset(map(int, core))), 10, SEED + int(core))
