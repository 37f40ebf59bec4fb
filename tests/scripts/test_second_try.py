"""What failed may try once more, is named when it passes then, and still fails when it does not."""

import sys
from pathlib import Path

import pytest

from scripts import check

FIRST_TIME_ONLY = """
from pathlib import Path
def test_steady(): pass
def test_hurried():
    seen = Path(__file__).with_name("seen")
    if not seen.exists():
        seen.touch()
        raise AssertionError("too slow")
"""


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> check.Step:
    """A step whose tests and results are in a folder of their own."""
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "RESULTS", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    words = (sys.executable, "-m", "pytest", "-q", f"--junit-xml={tmp_path}/few.xml", "-p", "no:xdist")
    return check.Step("few", words, "pytest", second_try=True)


def test_what_passes_the_second_time_is_named(step: check.Step, tmp_path: Path) -> None:
    (tmp_path / "test_few.py").write_text(FIRST_TIME_ONLY)
    check.run(step)
    assert (step.passed, step.failed, step.hurried) == (2, 0, ("test_few.test_hurried",))


def test_what_fails_twice_has_failed(step: check.Step, tmp_path: Path) -> None:
    (tmp_path / "test_few.py").write_text(FIRST_TIME_ONLY + "\ndef test_broken(): assert False\n")
    check.run(step)
    assert (step.passed, step.failed, step.hurried) == (2, 1, ("test_few.test_hurried",))


def test_many_failures_have_no_second_try(step: check.Step, tmp_path: Path) -> None:
    broken = "".join(f"\ndef test_{n}(): assert False\n" for n in range(check.SECOND_TRIES + 1))
    (tmp_path / "test_few.py").write_text(broken)
    check.run(step)
    assert (step.passed, step.failed) == (0, check.SECOND_TRIES + 1)
    assert not (tmp_path / "few-again.xml").exists()


def test_only_browsers_have_one() -> None:
    assert {one.name for one in check.everything() if one.second_try} == {"browser", "webkit"}
