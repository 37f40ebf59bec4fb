"""Run the checks and say at the end how many tests passed: `python scripts/check.py all`.

Every step runs even when an earlier one found something, so that one run shows everything. Under CI,
or in `all`, a tool that cannot be had is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.in_memory import in_memory  # noqa: E402

RESULTS = ROOT / "test-results"
PY = (sys.executable, "-m")
# Two at a time, handed out one by one in the order in which they were put: the longest first.
AT_ONCE = ("-n", "2", "--maxschedchunk=1")
# More than these at once are no chance of a busy machine.
SECOND_TRIES = 5
NOT_QUICK = "not browser and not webkit and not postgres and not slow"
# What only reckons, and holds no time against anything: it may wait for the browsers beside it.
RECKONS = tuple(f"tests/{folder}" for folder in ("api", "content", "contract", "domain", "schemas"))
# There is no WebKitGTK for other systems. Its tests then say that they were left out.
WEBKIT = ("webkit",) if sys.platform == "linux" else ()


@dataclass
class Step:
    """One command. counts: how its tests are counted (`pytest`, `node`) or the command itself is one.

    left_out: what was skipped and why, in words. second_try: a test that fails may try once more, alone, and
    is named at the end when it passes then (docs/decisions/0018). hurried: those that did. busy: seconds of
    processors, which tell whether more at once would be quicker. beside: the step that leaves processors idle
    for it; what it says comes when both have ended.
    """

    name: str
    words: tuple[str, ...]
    counts: str = ""
    passed: int = 0
    failed: int = 0
    left_out: str = ""
    second_try: bool = False
    hurried: tuple[str, ...] = ()
    seconds: float = field(default=0.0)
    busy: float = field(default=0.0)
    beside: str = ""
    said: str = ""


def step_of_pytest(name: str, *words: str, second_try: bool = False) -> Step:
    """A run of pytest that leaves its numbers in a file, and keeps what failed apart from those beside it."""
    remembered = ("-o", f"cache_dir={RESULTS / f'{name}-cache'}")
    command = (*PY, "pytest", "-q", f"--junit-xml={RESULTS / name}.xml", *remembered, *words)
    return Step(name, command, "pytest", second_try=second_try)


def lint() -> list[Step]:
    return [Step("lint", (*PY, "ruff", "check", "."))]


def types() -> list[Step]:
    return [
        Step("types", (*PY, "mypy")),
        Step("node", (sys.executable, "scripts/ensure.py", "node")),
        Step("browser-types", ("npm", "--prefix", "pwa", "run", "--silent", "types")),
    ]


def browser_modules() -> list[Step]:
    return [Step("modules", ("npm", "--prefix", "pwa", "run", "--silent", "test"), "node")]


def fast() -> list[Step]:
    return [*lint(), *types(), *browser_modules(), step_of_pytest("quick", *AT_ONCE, "-m", NOT_QUICK)]


def everything() -> list[Step]:
    """Servers, locks and browsers wait half of their time; what only reckons runs meanwhile."""
    node, *others = sorted((*lint(), *types(), *browser_modules()), key=lambda step: step.name != "node")
    webkit = step_of_pytest("webkit", "-p", "no:schemathesis", "tests/webkit", second_try=True)
    away = tuple(f"--ignore={folder}" for folder in RECKONS)
    return [
        node,
        Step("tools", (sys.executable, "scripts/ensure.py", "browser", "postgres", *WEBKIT)),
        *(replace(step, beside="tests") for step in (*others, webkit)),
        step_of_pytest("tests", *AT_ONCE, "-m", "not browser and not webkit", *away),
        replace(last_of_all(step_of_pytest("reckoning", *RECKONS)), beside="browser"),
        step_of_pytest("browser", *AT_ONCE, "-p", "no:schemathesis", "-m", "browser", second_try=True),
    ]


def last_of_all(step: Step) -> Step:
    """The step with what the others leave of the processors."""
    return replace(step, words=("nice", "-n", "19", *step.words)) if shutil.which("nice") else step


def run_all(steps: Sequence[Step]) -> None:
    """Run them one after the other, each with those beside it, which go one after the other too."""
    assert {step.beside for step in steps if step.beside} <= {step.name for step in steps if not step.beside}
    for step in steps:
        if step.beside:
            continue
        others = [other for other in steps if other.beside == step.name]
        with ThreadPoolExecutor(1) as hand:
            runs = [hand.submit(run, other) for other in others]
            run(step)
        for other, its_run in zip(others, runs, strict=True):
            its_run.result()
            print(f"\n== {other.name}, beside {step.name}\n{other.said}", flush=True)


def run(step: Step) -> None:
    """Run one step and count what it found."""
    began = time.monotonic()
    if not step.beside:
        print(f"\n== {step.name}", flush=True)
    environment = {**os.environ, "NO_COLOR": "1"}
    status = _process(step, step.words, environment)
    if step.counts == "node":
        step.passed, step.failed = (_number(word, step.said) for word in ("pass", "fail"))
        step.said = step.said[-8000:] if status else step.said[-400:]
        if not step.beside:
            print(step.said)
    elif step.counts == "pytest":
        step.passed, step.failed, step.left_out = _of_junit(RESULTS / f"{step.name}.xml")
        if step.second_try and 0 < step.failed <= SECOND_TRIES:
            status = _try_again(step, environment)
    else:
        step.passed = int(status == 0)
    if status and not step.failed:
        step.failed = 1
    step.seconds = time.monotonic() - began


def _process(step: Step, words: Sequence[str], environment: dict[str, str]) -> int:
    """Run a command of a step and return its status; what it says is kept where it is not to be shown yet."""
    kept = subprocess.PIPE if step.beside or step.counts == "node" else None
    its_errors = subprocess.STDOUT if step.beside else None
    begun = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=kept, stderr=its_errors, text=True)
    if begun.stdout:
        with begun.stdout:
            step.said = begun.stdout.read()
    if sys.platform == "win32":  # which does not tell how busy it was
        return begun.wait()
    _, status, used = os.wait4(begun.pid, 0)
    begun.returncode = os.waitstatus_to_exitcode(status)
    step.busy += used.ru_utime + used.ru_stime
    return begun.returncode


def _try_again(step: Step, environment: dict[str, str]) -> int:
    """Run what failed once more, one at a time and with nothing beside it. Returns the status of pytest."""
    failed = _names_of_failed(RESULTS / f"{step.name}.xml")
    print(f"\n== {step.name}: a second try for {', '.join(failed)}", flush=True)
    file = RESULTS / f"{step.name}-again.xml"
    words = [word for word in step.words if word not in AT_ONCE and "--junit-xml" not in word]
    again = ("--last-failed", "--last-failed-no-failures=none")
    status = _process(step, [*words, f"--junit-xml={file}", *again], environment)
    passed, still, _ = _of_junit(file)
    if not file.exists() or passed + still != step.failed:
        return 1
    step.passed, step.failed = step.passed + passed, still
    step.hurried = tuple(name for name in failed if name not in _names_of_failed(file))
    return status


def _names_of_failed(path: Path) -> list[str]:
    cases = ET.parse(path).getroot().iter("testcase")  # noqa: S314 - pytest wrote it just now
    return [
        f"{case.get('classname')}.{case.get('name')}"
        for case in cases
        if any(case.find(word) is not None for word in ("failure", "error"))
    ]


def _number(word: str, said: str) -> int:
    found = re.search(rf"^\S+ {word} (\d+)$", said, re.MULTILINE)
    return int(found[1]) if found else 0


def _of_junit(path: Path) -> tuple[int, int, str]:
    if not path.exists():
        return 0, 1, ""
    root = ET.parse(path).getroot()  # noqa: S314 - pytest wrote it just now
    suites = list(root.iter("testsuite"))
    reasons = sorted({one.get("message", "") for one in root.iter("skipped")})
    total, bad, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites for name in names)
        for names in (("tests",), ("failures", "errors"), ("skipped",))
    )
    return total - bad - skipped, bad, f"{skipped} left out: {'; '.join(reasons)}" if skipped else ""


CHOICES = {"all": everything, "fast": fast, "lint": lint, "types": types}


def main(choice: str) -> None:
    """Run the chosen steps; the last line says what passed."""
    RESULTS.mkdir(exist_ok=True)
    for old in RESULTS.glob("*.xml"):
        old.unlink()
    steps = CHOICES[choice]()
    with in_memory(keep=lambda: any(step.failed for step in steps)):
        began = time.monotonic()
        run_all(steps)
        took = time.monotonic() - began
    print()
    for step in steps:
        mark = "NOT" if step.failed else "ok "
        at_once = step.busy / step.seconds if step.seconds else 0
        print(f"{mark} {step.name:<14} {step.seconds:6.1f} s  {at_once:.1f} cores  {step.left_out}".rstrip())
    for step in steps:
        for name in step.hurried:
            print(f"passed only when tried again: {name}")
    passed, failed = sum(s.passed for s in steps), sum(s.failed for s in steps)
    print(f"{passed} passed, {failed} failed in {took:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
