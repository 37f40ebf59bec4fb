"""One run from its beginning to its end: played, brought to rest, judged."""

import json
from pathlib import Path
from typing import Any

from tests.sync.browser_core import Node, core_phones
from tests.sync.bugs import switched_on
from tests.sync.judge_end import judge_end
from tests.sync.machine import Machine
from tests.sync.phone import Phone
from tests.sync.search import Play, Steps
from tests.sync.world import World

EXAMPLES = Path(__file__).with_name("examples")
# Runs that once broke something, and must hold for ever.
FOUND = sorted(Path(__file__).with_name("found").glob("*.json"))


def player(
    world: World, bug: str | None = None, node: Node | None = None, core: frozenset[int] = frozenset()
) -> Play:
    """Plays runs in a world, with a bug switched on or none; `core`: devices with the app's own core."""

    def play(steps: Steps) -> None:
        make: Any = core_phones(node, world, core, Phone) if node else None
        with switched_on(bug):
            machine = Machine(world, bug, make)
            machine.play(steps)
            judge_end(machine)

    return play


def example(bug: str) -> Steps:
    """The stored run that a bug does not survive."""
    return read_steps(EXAMPLES / f"{bug}.json")


def read_steps(path: Path) -> Steps:
    """A run that was written down."""
    steps: Steps = json.loads(path.read_text(encoding="utf-8"))
    return steps


def store_example(bug: str, steps: Steps) -> Path:
    """Write such a run down, a step a line."""
    path = EXAMPLES / f"{bug}.json"
    lines = ",\n  ".join(json.dumps(step) for step in steps)
    path.write_text(f"[\n  {lines}\n]\n", encoding="utf-8")
    return path
