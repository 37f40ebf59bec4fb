"""The lock files install the same bytes anywhere, and no file names one machine."""

import re

import pytest

from tests.architecture.sources import ROOT, name_of, tracked

PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)
FLOOR = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?>=([0-9.]+[0-9])", re.MULTILINE)
LOCKS = ("requirements", "requirements-dev", "requirements-postgres")
# In parts, so that this file does not find itself.
ELSEWHERE = re.compile(
    "|".join(
        (
            r"pypi\." + "org",
            "registry" + r"\.npmjs",
            "files" + r"\.pythonhosted",
            r"(?<![\w.])/" + "root/",
            "/home/" + r"[a-z]",
            "/" + r"tmp/[a-z]",
            "/" + "work/",
        )
    )
)
BINARY = {".png", ".woff2", ".ico", ".gz", ".br"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_address(lock: str) -> None:
    written = (ROOT / f"{lock}.txt").read_text()
    pins = PINNED.findall(written)
    assert pins
    assert written.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"https?:|file:|--index|--find-links|^\s*#", written, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_floor_holds(lock: str) -> None:
    pins = dict(PINNED.findall((ROOT / f"{lock}.txt").read_text()))
    floors = FLOOR.findall((ROOT / f"{lock}.in").read_text())
    assert floors
    low = [name for name, floor in floors if version(pins[normal(name)]) < version(floor)]
    assert not low


def test_developers_get_the_versions_that_users_get() -> None:
    users, developers = (dict(PINNED.findall((ROOT / f"{name}.txt").read_text())) for name in LOCKS[:2])
    assert users.items() <= developers.items()


def test_no_file_names_a_registry_or_a_machine() -> None:
    files = [path for path in tracked() if path.suffix not in BINARY]
    found = {name_of(p): one[0] for p in files if (one := ELSEWHERE.search(p.read_text(errors="replace")))}
    assert not found
