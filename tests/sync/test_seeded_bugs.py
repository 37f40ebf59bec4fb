"""Each bug put in on purpose is seen; the run that shows it is stored, and holds without the bug."""

import pytest

from tests.sync.browser_core import Node
from tests.sync.bugs import BUGS
from tests.sync.play import example, player
from tests.sync.search import trouble_of
from tests.sync.world import World


@pytest.mark.parametrize("bug", BUGS)
def test_the_stored_run_shows_the_bug(on_sqlite: World, bug: str) -> None:
    steps = example(bug)
    assert trouble_of(player(on_sqlite, bug), steps) is not None
    assert trouble_of(player(on_sqlite), steps) is None


@pytest.mark.slow
@pytest.mark.parametrize("bug", BUGS)
def test_the_apps_own_core_survives_the_same_run(on_sqlite: World, node: Node, bug: str) -> None:
    assert trouble_of(player(on_sqlite, None, node, frozenset(range(4))), example(bug)) is None
