"""A diary of 10,000 entries comes to an empty phone: the real app in a real Chromium signs in."""

import argparse
import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from scripts.bench.peers import workload
from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.server import Server

ENTRIES, EMAIL = 10_000, "diary@example.org"
SLOWER = 6
LONG_MS = 50
PATIENCE_S = 120
HERE = Path(__file__).parent
WATCH = (HERE / "first_sync.js").read_text(encoding="utf-8")
SEED = HERE / "peers" / "seed.mjs"
# Asking is work for the page too, so the database is asked once all has been quiet for a while.
QUIET = """() => {
  const { asked, asking, stored } = window.firstSync;
  return asked !== null && asking === 0 && performance.now() - Math.max(asked, ...stored) > 1000;
}"""
COUNT = """async () => {
  const { opened } = await import('/pwa/src/state/opened.js');
  const { countOf } = await import('/pwa/src/data/bulk.js');
  return opened.value ? countOf(opened.value.db, opened.value.space) : 0;
}"""


@dataclass(frozen=True)
class Arrival:
    """How a first sync went, in milliseconds. stored_ms: from the first request until the last row is in."""

    stored_ms: float
    tasks: list[float]
    profile: dict[str, Any] | None = None

    @property
    def longest(self) -> float:
        """The longest time the page could not answer a tap; under 50 ms is not told."""
        return max(self.tasks, default=0.0)


def seeded(server: Server, folder: Path, entries: int = ENTRIES) -> None:
    """Give the server an account with the diary of the workload."""
    diary = folder / f"diary-{entries}.jsonl"
    workload.write(diary, entries, 0, 0, 1)
    who = ("--url", server.url, "--email", EMAIL, "--password", acts.PASSWORD, "--diary", str(diary))
    subprocess.run(["node", str(SEED), *who], check=True)


def arrival(
    playwright: Playwright,
    server: Server,
    folder: Path,
    slower: int = 1,
    entries: int = ENTRIES,
    profiled: bool = False,
) -> Arrival:
    """Sign in on an empty phone, and wait until everything has come."""
    phone = Phone(playwright, folder, server.url)
    phone.start()
    phone.context.add_init_script(WATCH)
    phone.context.set_default_timeout(PATIENCE_S * 1000)
    phone.open("/sign-in")
    phone.ready_offline()
    session = phone.context.new_cdp_session(phone.page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    if profiled:
        session.send("Profiler.enable")
        session.send("Profiler.setSamplingInterval", {"interval": 500})
        session.send("Profiler.start")
    phone.page.get_by_label("Email").fill(EMAIL)
    phone.page.get_by_label("Password", exact=True).fill(acts.PASSWORD)
    phone.button("Sign in").tap()
    phone.wait_for(lambda: phone.page.evaluate(QUIET) and phone.page.evaluate(COUNT) >= entries, PATIENCE_S)
    profile = session.send("Profiler.stop")["profile"] if profiled else None
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    seen = phone.page.evaluate("() => window.firstSync")
    phone.close()
    ended = seen["stored"][-1]
    tasks = [length for began, length in seen["tasks"] if seen["asked"] <= began + length and began <= ended]
    return Arrival(ended - seen["asked"], tasks, profile)


def told(profile: dict[str, Any], most: int = 40) -> str:
    """Where the main thread's time went: functions by their own time, and with all below them."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    parent = {child: node["id"] for node in profile["nodes"] for child in node.get("children", ())}
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for sample, us in zip(profile["samples"], profile["timeDeltas"], strict=True):
        own[_name(nodes[sample])] += us
        above, at = set(), sample
        while at is not None:
            above.add(_name(nodes[at]))
            at = parent.get(at)
        for name in above:
            whole[name] += us
    lines = [f"{us / 1000:8.0f} ms  {name}" for name, us in own.most_common(most)]
    below = [f"{us / 1000:8.0f} ms  {name}" for name, us in whole.most_common(2 * most)]
    return "own time\n" + "\n".join(lines) + "\n\nwith all below\n" + "\n".join(below) + "\n"


def _name(node: dict[str, Any]) -> str:
    frame = node["callFrame"]
    file = frame["url"].split("//")[-1].partition("/")[2].partition("?")[0]
    return f"{frame['functionName'] or '(anonymous)'} {file}:{frame['lineNumber'] + 1}"


def main() -> None:
    """Measure once, with a profile: `python -m scripts.bench.first_sync --entries 3000`."""
    from scripts.bench.phone import bench_bed

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--slower", type=int, default=SLOWER)
    parser.add_argument("--profile", type=Path, help="where to keep the profile, for DevTools to open")
    given = parser.parse_args()
    with bench_bed() as (playwright, server, folder):
        seeded(server, folder, given.entries)
        for profiled in (False, True):
            phone = folder / f"phone-{profiled}"
            got = arrival(playwright, server, phone, given.slower, given.entries, profiled)
            tasks = sorted((round(one) for one in got.tasks), reverse=True)[:12]
            print(f"stored after {got.stored_ms:.0f} ms; tasks over {LONG_MS} ms: {tasks}", flush=True)
        assert got.profile is not None
        if given.profile:
            given.profile.write_text(json.dumps(got.profile), encoding="utf-8")
        print(told(got.profile))


if __name__ == "__main__":
    main()
