"""Every fault of docs/sync-faults.md is a test with its id in the name."""

import re

from tests.architecture.sources import ROOT, tracked

PAGE = ROOT / "docs" / "sync-faults.md"
LISTED = re.compile(r"^\| (F\d\d[b]?) \|", re.MULTILINE)
PYTHON = re.compile(r"def (test_\w+)")
JAVASCRIPT = re.compile(r"""\b(?:test|it)\(\s*[`'"]([^`'"]*)""")


def named() -> set[str]:
    """The ids in the names of all tests."""
    found: set[str] = set()
    for path in tracked("tests/*.py"):
        for name in PYTHON.findall(path.read_text(encoding="utf-8")):
            found |= {one.upper().replace("B", "b") for one in re.findall(r"(?<=_)f\d\db?(?=_)", name)}
    for path in tracked("tests/*.mjs"):
        for title in JAVASCRIPT.findall(path.read_text(encoding="utf-8")):
            ids = re.findall(r"\bF\d\db?\b", title, re.IGNORECASE)
            found |= {one.upper().replace("B", "b") for one in ids}
    return found


def test_the_page_lists_every_fault() -> None:
    numbers = {f"F{number:02d}" for number in range(1, 81)} | {"F09b", "F23b"}
    assert set(LISTED.findall(PAGE.read_text(encoding="utf-8"))) == numbers


def test_every_fault_is_a_test() -> None:
    assert sorted(set(LISTED.findall(PAGE.read_text(encoding="utf-8"))) - named()) == []
