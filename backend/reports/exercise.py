"""Exercise: what was planned, what was done, and pain before and after."""

from collections import Counter
from statistics import median_low

from backend.reports.blocks import Block, facts, row, table
from backend.reports.material import Material
from backend.reports.wording import count, lowered

TOP_MOVEMENTS = 8
FELT = {"easier": "easier", "same": "the same", "worse": "worse"}


def counted(material: Material) -> str:
    """One line: sessions planned and done."""
    planned, done = _planned(material), len(material.within("session"))
    if not planned and not done:
        return "Nothing noted."
    planning = f"; {planned} planned" if planned else ""
    return f"{count(done, 'session')} noted{planning}{_pain(material)}."


def blocks(material: Material) -> list[Block]:
    """The sessions, and what was moved most."""
    sessions = [one.body for one in material.within("session")]
    felt = Counter(one["felt"] for one in sessions if one.get("felt"))
    outcomes = Counter(part["outcome"] for one in sessions for part in one.get("done") or ())
    rows = [row("exercise.counted", "Sessions", counted(material))]
    if outcomes:
        rows.append(row("exercise.outcomes", "Movements", _named(outcomes)))
    if felt:
        said = ", ".join(f"{FELT[one]} {felt[one]}" for one in FELT if felt[one])
        rows.append(row("exercise.felt", "Felt afterwards", f"{said.capitalize()}."))
    return [facts("exercise.facts", "Exercise planned and done", rows), _movements(material)]


def _planned(material: Material) -> int:
    items = [one.body for one in material.within("plan_item")]
    return len({(one.get("on"), one.get("session_no") or 1) for one in items})


def _pain(material: Material) -> str:
    pairs = [
        (one.body["pain_before_nrs"], one.body["pain_after_nrs"])
        for one in material.within("session")
        if one.body.get("pain_before_nrs") is not None and one.body.get("pain_after_nrs") is not None
    ]
    if not pairs:
        return ""
    before, after = (median_low(pair[place] for pair in pairs) for place in (0, 1))
    return f"; median pain {before} before, {after} after ({count(len(pairs), 'pair')})"


def _named(outcomes: Counter[str]) -> str:
    words = {"done": "done", "part": "in part", "skipped": "left out", "stopped": "stopped"}
    said = ", ".join(f"{words[one]} {outcomes[one]}" for one in words if outcomes[one])
    return f"{said.capitalize()}."


def _movements(material: Material) -> Block:
    times: Counter[str] = Counter()
    for one in material.within("session"):
        times.update(
            part["movement"] for part in one.body.get("done") or () if part["outcome"] in ("done", "part")
        )
    names = {
        one["id"]: one["name"]
        for name, pack in material.packs.items()
        if name.startswith("movements-")
        for one in pack["movements"]
    }
    most = sorted(times, key=lambda one: (-times[one], one))[:TOP_MOVEMENTS]
    rows = [row(f"exercise.{one}", names.get(one, lowered(one)), str(times[one])) for one in most]
    return table("exercise.movements", "Movements done most", ["Movement", "Sessions"], rows)
