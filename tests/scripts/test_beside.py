"""Steps that only reckon run beside one that waits; none is lost, and each says on its own what it found."""

import shutil
import sys
from pathlib import Path

import pytest

from scripts import check

# Says that it is here, and waits until the other is.
MEET = """
import sys, time
from pathlib import Path
own, other = Path(sys.argv[1]), Path(sys.argv[2])
own.touch()
until = time.monotonic() + 60
while not other.exists():
    assert time.monotonic() < until, "nobody came"
    time.sleep(0.05)
print(f"{own.name} met {other.name}", flush=True)
"""


def meets(tmp_path: Path, own: str, other: str) -> tuple[str, ...]:
    return (sys.executable, "-c", MEET, str(tmp_path / own), str(tmp_path / other))


def test_both_run_at_once_and_each_speaks_under_its_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = [
        check.Step("side", meets(tmp_path, "side", "main"), beside="main"),
        check.Step("main", meets(tmp_path, "main", "side")),
    ]
    check.run_all(steps)
    assert [(step.passed, step.failed) for step in steps] == [(1, 0), (1, 0)]
    told = capfd.readouterr().out
    assert "== side, beside main\nside met main\n" in told and "main met side" in told
    assert all(0 < step.busy < 60 for step in steps)


def test_what_fails_beside_has_failed_and_the_next_one_runs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = (sys.executable, "-c", "import sys; print('line 7 is wrong', file=sys.stderr); sys.exit(3)")
    steps = [
        check.Step("broken", broken, beside="main"),
        check.Step("fine", (sys.executable, "-c", ""), beside="main"),
        check.Step("main", (sys.executable, "-c", "")),
    ]
    check.run_all(steps)
    assert [(step.name, step.failed) for step in steps] == [("broken", 1), ("fine", 0), ("main", 0)]
    assert "== broken, beside main\nline 7 is wrong\n" in capfd.readouterr().out


def test_there_is_one_browser_step_at_a_time_and_beside_it_only_what_gives_way() -> None:
    steps = {step.name: step for step in check.everything()}
    assert {step.beside for step in steps.values()} == {"", "tests", "browser"}
    beside = [step for step in steps.values() if step.beside == "browser"]
    assert [step.words[:3] for step in beside if shutil.which("nice")] == [("nice", "-n", "19")]
    assert steps["webkit"].beside == "tests"


def test_no_step_is_lost_and_each_comes_after_what_it_needs() -> None:
    steps = {step.name: step for step in check.everything()}
    assert {step.name for step in check.fast()} - {"quick"} <= set(steps)
    order = list(steps)
    assert order.index("node") < order.index("browser-types"), "it needs node"
    assert order.index("tools") < order.index("tests")


def test_every_folder_of_tests_is_run_by_one_step() -> None:
    steps = {step.name: step for step in check.everything()}
    left = [word.removeprefix("--ignore=") for word in steps["tests"].words if word.startswith("--ignore=")]
    taken = [word for word in steps["reckoning"].words if word.startswith("tests/")]
    assert left == taken == list(check.RECKONS)
    for folder in check.RECKONS:
        words = "".join(path.read_text() for path in (check.ROOT / folder).rglob("*.py"))
        assert words and "mark.browser" not in words and "mark.webkit" not in words
