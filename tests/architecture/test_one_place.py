"""What others read of a diary is filtered in one place: who asks for entries is named, or asks through it."""

import re
from pathlib import Path

from tests.architecture.sources import name_of, tracked

IMPORTED = re.compile(
    r"from backend\.(?:models(?:\.spaces)?|services\.ledger|services\.feed) import ([^\n(]+|\([^)]+\))"
)
TABLES = re.compile(r"\b(?:Record|Change|RECORDS|CHANGES)\b(?! as \w+\n?$)")
# Asks for entries, in any of the ways there are.
ASKS = re.compile(
    r"select\(\s*(?:Record|Change|RECORDS|CHANGES)\b|session\.get(?:_one)?\(\s*(?:Record|Change)\b"
)
# Module -> why it may ask the tables of entries and changes without the filter of a view.
MAY_ASK = {
    "feed": "is the filter",
    "rows": "shows rows the filter has found, each as its view may see it",
    "people": "the history, for the owner alone; all else through the filter",
    "as_seen": "the numbers of a caregiver's own entries",
    "owner_rows": "the owner's own feed",
    "diary": "the owner's own entries, for the planner",
    "plans": "the owner's own plan, by its id",
    "ledger": "what a push is about, under the space's lock",
    "merging": "what a device had said before",
    "access": "whether a request that is answered is there and shown",
    "held": "late words that wait for the owner",
    "greeting": "when a device of the account was last heard",
    "share_record": "a share as its owner's devices know it",
    "selfcheck": "numbers for the operator, no words",
}


def modules() -> dict[str, Path]:
    """Every module of the server that knows the tables of entries or changes."""
    found = {}
    for path in tracked("backend/*.py"):
        name = name_of(path)
        text = path.read_text(encoding="utf-8")
        known = " ".join(IMPORTED.findall(text))
        if TABLES.search(known) and not name.startswith(("backend/models/", "backend/migrations/")):
            found[name] = path
    return found


def test_who_asks_for_entries_is_named_or_asks_through_the_filter() -> None:
    unfiltered = []
    for name, path in modules().items():
        assert name.startswith("backend/services/"), name
        text = path.read_text(encoding="utf-8")
        if path.stem not in MAY_ASK and len(ASKS.findall(text)) > text.count("feed.visible("):
            unfiltered.append(name)
    assert unfiltered == []


def test_nobody_is_named_who_asks_nothing() -> None:
    assert set(MAY_ASK) <= {path.stem for path in modules().values()}


def test_no_entry_is_asked_for_in_bare_sql() -> None:
    bare = re.compile(r"\b(?:from|into|update|join)\s+\"?(?:record|change|look)\b", re.IGNORECASE)
    texts = {
        name_of(path): path.read_text(encoding="utf-8")
        for path in tracked("backend/*.py")
        if "/migrations/" not in name_of(path)
    }
    quoted = re.compile(r"text\(\s*f?\"([^\"]*)\"")
    assert [name for name, text in texts.items() if any(map(bare.search, quoted.findall(text)))] == []
