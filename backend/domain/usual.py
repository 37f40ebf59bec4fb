"""The commonest entry of the last four weeks, offered as "same as usual" and never assumed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from backend.domain.records.symptom import Place, Symptom

DAYS = 28
AT_LEAST = 3
# Never the note, her own words or what she tried: those belong to one moment.
COPIED = ("symptom", "severity_nrs", "regions", "words", "patterns")
Alike = tuple[str | None, frozenset[Place], int | None]


def usual_entry(entries: Sequence[Mapping[str, Any]], today: date) -> dict[str, Any] | None:
    """The values one tap would store, or None when no entry came at least three times.

    entries: bodies of symptom records that are not deleted, in any order. A private one is left out: what one
    tap stores is not private, and would show a caregiver what was kept from them. The most frequent
    (symptom, places, severity) of the last 28 days, today included; on a tie the one met last.
    Words and patterns come from its newest entry.
    """
    first = (today - timedelta(days=DAYS - 1)).isoformat()
    groups: dict[Alike, list[Mapping[str, Any]]] = {}
    for body in entries:
        if _counts(body, first, today.isoformat()):
            groups.setdefault(Symptom.from_body(body).alike, []).append(body)
    often = [group for group in groups.values() if len(group) >= AT_LEAST]
    if not often:
        return None
    best = max(often, key=lambda group: (len(group), max(map(_instant, group))))
    newest = max(best, key=_instant)
    return {name: newest.get(name) for name in COPIED}


def _counts(body: Mapping[str, Any], first: str, today: str) -> bool:
    on = body.get("on")
    if not isinstance(on, str) or not first <= on <= today or not body.get("at"):
        return False
    return (
        bool(body.get("symptom")) and body.get("severity_nrs") is not None and body.get("private") is not True
    )


def _instant(body: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(body["at"]))
