"""What tests write goes to memory where there is room, and goes away unless something failed."""

import os
from pathlib import Path

import pytest

from scripts import in_memory


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that stands for memory, with room in it."""
    monkeypatch.setattr(in_memory, "MEMORY", tmp_path)
    monkeypatch.setattr(in_memory, "ROOM", 0)
    monkeypatch.delenv("TMPDIR", raising=False)


@pytest.mark.parametrize("failed", [False, True])
def test_it_goes_away_unless_something_failed(tmp_path: Path, failed: bool) -> None:
    with in_memory.in_memory(keep=lambda: failed):
        folder = Path(os.environ["TMPDIR"])
        (folder / "written").touch()
        assert folder.parent == tmp_path and folder.stat().st_mode & 0o7777 == 0o1777
    assert "TMPDIR" not in os.environ
    assert (folder / "written").exists() == failed


def test_a_place_that_was_chosen_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", "/chosen")
    with in_memory.in_memory(keep=lambda: False):
        assert os.environ["TMPDIR"] == "/chosen"
    assert os.environ["TMPDIR"] == "/chosen" and not list(tmp_path.iterdir())


def test_little_memory_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(in_memory, "ROOM", 1 << 62)
    with in_memory.in_memory(keep=lambda: False):
        assert "TMPDIR" not in os.environ and not list(tmp_path.iterdir())
