"""Search for a run that breaks sync: `make simulate RUNS=2000 DATABASE=postgres SEED=7 CORE=02 BUG=no_dedup`.

CORE names the devices that run the app's own JavaScript core (0 and 1 the owner's, 2 and 3 the caregiver's).
With BUG a run must be found, and with WRITE=1 its shortened form is stored as the example that CI replays.
"""

import contextlib
import json
import os
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import migrated
from tests.postgres import start_cluster
from tests.sync.browser_core import Node
from tests.sync.bugs import BUGS
from tests.sync.play import player, store_example
from tests.sync.search import Found, Play, search, shortened, trouble_of
from tests.sync.world import World
from tests.sync.worlds import postgres_world, sqlite_world

AT_ONCE, EACH = 200, 20


def setting(name: str, default: str) -> str:
    """What `make` was told."""
    return os.environ.get(name) or default


def main() -> int:
    """0 when what was to be shown was shown."""
    runs, start = int(setting("RUNS", "300")), int(setting("SEED", str(secrets.randbelow(10**6))))
    bug = setting("BUG", "") or None
    if bug not in (None, *BUGS):
        print(f"BUG is one of {', '.join(BUGS)}.")
        return 2
    core = frozenset(map(int, setting("CORE", "")))
    with contextlib.ExitStack() as stack:
        world = stack.enter_context(
            sqlite_world() if setting("DATABASE", "sqlite") == "sqlite" else _on_postgres()
        )
        node = Node() if core else None
        if node:
            stack.callback(node.end)
        return _look(player(world, bug, node, core), runs, start, bug)


@contextlib.contextmanager
def _on_postgres() -> contextlib.AbstractContextManager[World]:  # type: ignore[misc]
    with start_cluster() as cluster, tempfile.TemporaryDirectory() as folder:
        made = lambda: migrated(cluster.create("limber_template"), Path(folder))  # noqa: E731
        with postgres_world(cluster, made) as world:
            yield world


def _look(play: Play, runs: int, start: int, bug: str | None) -> int:
    print(f"seed {start}, up to {runs} runs, {bug or 'no bug'} switched on", flush=True)
    began, played = time.monotonic(), 0
    while played < runs:
        before = played

        def told(count: int, before: int = before) -> None:
            if count % EACH == 0:
                spent = time.monotonic() - began
                print(f"{before + count} runs, {spent:.0f} s: every invariant holds", flush=True)

        found = search(play, min(AT_ONCE, runs - played), start + played, told)
        if isinstance(found, Found):
            return _tell(play, found, played + found.after, bug)
        played += found
    print(f"{played} runs: every invariant holds")
    return 1 if bug else 0


def _tell(play: Play, found: Found, after: int, bug: str | None) -> int:
    print(f"run {after} of {len(found.steps)} steps: {found.trouble}", flush=True)
    steps = shortened(play, found.steps)
    print(f"{len(steps)} steps are enough:\n{json.dumps(steps)}\n{trouble_of(play, steps)}")
    if bug and setting("WRITE", ""):
        print(f"written to {store_example(bug, steps)}")
    return 0 if bug else 1


if __name__ == "__main__":
    sys.exit(main())
