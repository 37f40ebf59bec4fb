"""What the diary of the last weeks says, for the safety rules. `pwa/src/domain/history.js` is the same.

Bodies of records come in, in any order, none of them deleted; a private one counts, since safety comes first.
None means that the diary cannot tell.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

Body = Mapping[str, Any]

LEG = (
    "calf", "thigh_front", "thigh_back", "inner_thigh", "shin", "whole_leg", "knee", "ankle", "foot",
)  # fmt: skip
STEROID_PLACES = ("hip", "groin", "thigh_front", "thigh_back", "inner_thigh", "knee", "shoulder")
BACK_OR_JOINT = (
    "lower_back", "back_any", "hip", "knee", "ankle", "shoulder", "elbow", "wrist", "hand", "foot",
)  # fmt: skip

USUAL_DAYS = 28
STRONG = 8
# An own median and this much more is clearly above it (AN-03; 1 point alone may be chance).
RISE = 2
RISE_AFTER_INJECTIONS = 1
HOURS_PER_PART = 24
ENTRIES_PER_PART = 8
INJECTIONS_LEAST = 4
DIARY_KNOWN_DAYS = 7


def days_back(on: str | None, today: str) -> int | None:
    """Whole days from a date to today; negative for one that is to come."""
    return None if not on else date.fromisoformat(today).toordinal() - date.fromisoformat(on).toordinal()


def within(on: str | None, today: str, days: int) -> bool:
    """Whether a date is one of the last `days`, today included."""
    back = days_back(on, today)
    return back is not None and 0 <= back < days


def median(numbers: Iterable[float]) -> float | None:
    """The middle one, or the mean of the two in the middle; None of nothing."""
    row = sorted(numbers)
    if not row:
        return None
    half = len(row) // 2
    return float(row[half]) if len(row) % 2 else (row[half - 1] + row[half]) / 2


def is_pain(entry: Body) -> bool:
    """An entry of pain; one that names no symptom was made as pain."""
    return entry.get("symptom") in (None, "pain")


def regions_of(entry: Body | None) -> list[str]:
    """Region ids of an entry, each once."""
    named = [place["region"] for place in (entry or {}).get("regions") or ()]
    everywhere = ["generalised"] if (entry or {}).get("generalised") is True else []
    return list(dict.fromkeys([*named, *everywhere]))


def hurts_at(entry: Body, places: Sequence[str]) -> bool:
    """Pain at one of the places; a 0 is none, no number is some."""
    return is_pain(entry) and entry.get("severity_nrs") != 0 and any(r in places for r in regions_of(entry))


def days_with(entries: Iterable[Body], today: str, days: int) -> dict[int, list[Body]]:
    """Entries by how many days ago; one with a span stands on each of its days."""
    found: dict[int, list[Body]] = {}
    for entry in entries:
        first = days_back(entry.get("on"), today)
        if first is None:
            continue
        last = days_back(entry.get("until_on"), today) if entry.get("until_on") else first
        for back in range(max(0, min(first, last or 0)), min(first, days - 1) + 1):
            found.setdefault(back, []).append(entry)
    return found


def first_leg_pain(entry: Body | None, symptoms: Sequence[Body]) -> bool | None:
    """SAFE-36: pain in a leg, and none in any entry before."""
    if entry is None or not hurts_at(entry, LEG):
        return None
    return not any(hurts_at(one, LEG) for one in symptoms)


def hip_days_of_14(symptoms: Sequence[Body], today: str) -> int | None:
    """AN-18: days of 14 with pain where bone suffers after steroids."""
    if not symptoms:
        return None
    by_day = days_with(symptoms, today, 14)
    return sum(any(hurts_at(one, STEROID_PLACES) for one in day) for day in by_day.values())


def two_weeks_no_better(symptoms: Sequence[Body], today: str) -> bool | None:
    """AN-19: back or joint pain not at least 1 point lower in the second week, by medians of days."""
    worst: dict[int, int] = {}
    for back, day in days_with(symptoms, today, 14).items():
        told = [
            one["severity_nrs"]
            for one in day
            if hurts_at(one, BACK_OR_JOINT) and one.get("severity_nrs") is not None
        ]
        if told:
            worst[back] = max(told)
    first = [nrs for back, nrs in worst.items() if back >= 7]
    second = [nrs for back, nrs in worst.items() if back < 7]
    # Fewer days of each week than this say nothing of the week.
    if len(first) < 3 or len(second) < 3:
        return None
    return (median(second) or 0) > (median(first) or 0) - 1


def strong_days_of_7(symptoms: Sequence[Body], today: str) -> int | None:
    """SAFE-18: days of 7 with pain of 8 to 10."""
    if not symptoms:
        return None
    by_day = days_with(symptoms, today, 7)
    return sum(
        any(is_pain(one) and (one.get("severity_nrs") or 0) >= STRONG for one in d) for d in by_day.values()
    )


def sleep_lost_nights_of_7(symptoms: Sequence[Body], dailies: Sequence[Body], today: str) -> int | None:
    """SAFE-18: nights of 7 with sleep lost from pain: said so, or poor after a day of pain 7 or more."""
    if not symptoms and not dailies:
        return None
    by_day = days_with(symptoms, today, 8)
    poor = {days_back(one.get("on"), today) for one in dailies if one.get("sleep_quality") == "poor"}
    return sum(_sleep_lost(by_day, back) or (back in poor and _ached(by_day, back)) for back in range(7))


def _sleep_lost(by_day: Mapping[int, list[Body]], back: int) -> bool:
    stopped = (what for one in by_day.get(back, ()) if is_pain(one) for what in one.get("stops_me") or ())
    return any(what["activity"] == "sleep" for what in stopped)


def _ached(by_day: Mapping[int, list[Body]], back: int) -> bool:
    near = [*by_day.get(back, ()), *by_day.get(back + 1, ())]
    return any(is_pain(one) and (one.get("severity_nrs") or 0) >= STRONG - 1 for one in near)


def falls_of_28_days(dailies: Sequence[Body], events: Sequence[Body], today: str) -> int | None:
    """SAFE-34: falls, by the strip or as events; the larger count of one day, never both. No near falls."""
    by_strip: dict[int, int] = {}
    told = False
    for one in dailies:
        back, falls = days_back(one.get("on"), today), one.get("falls")
        if back is None or not falls or not 0 <= back < USUAL_DAYS:
            continue
        told = True
        by_strip[back] = max(falls.get("count") or 0, int(falls.get("injured") is True))
    by_event: dict[int, int] = {}
    for one in events:
        back = days_back(one.get("on"), today)
        if one.get("type") == "fall" and back is not None and 0 <= back < USUAL_DAYS:
            by_event[back] = by_event.get(back, 0) + 1
    if not told and not by_event:
        return None
    return sum(max(by_strip.get(b, 0), by_event.get(b, 0)) for b in by_strip.keys() | by_event.keys())


def low_mood_2_weeks(moods: Sequence[Body], today: str) -> bool | None:
    """SAFE-24: of 14 days, the newest whole PHQ-2 is 3 or more, or most of at least 7 noted days were low."""
    recent = [one for one in moods if within(one.get("on"), today, 14)]
    if not recent:
        return None
    asked = sorted((one for one in recent if len(one.get("phq2") or ()) == 2), key=lambda one: str(one["on"]))
    if asked and sum(asked[-1]["phq2"]) >= 3:
        return True
    noted = [one["mood"] for one in recent if one.get("mood")]
    return len(noted) >= 7 and noted.count("low") * 2 > len(noted)


def pain_changed(stories: Sequence[Body], today: str) -> bool | None:
    """SAFE-35: a Pain Story written or looked at in 28 days says that this pain is different now."""
    recent = [one for one in stories if within(one.get("reviewed_on") or one.get("on"), today, USUAL_DAYS)]
    if not recent:
        return None
    said = [answer for one in recent for answer in (one.get("answers") or {}).values() if answer]
    return any("different" in (answer.get("choices") or ()) for answer in said)


def hours_between(earlier: str, later: str) -> float:
    """Hours from one instant to another."""
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds() / 3600


def injections(medicines: Sequence[Body], doses: Sequence[Body], now: str) -> list[str]:
    """Instants of interferon injections taken, oldest first. A medicine that was ended counts here."""
    interferon = {one["id"] for one in medicines if one["body"].get("class") == "interferon_beta"}
    taken = (
        one["at"]
        for one in doses
        if one.get("medicine_id") in interferon and one.get("status") in ("taken", "late") and one.get("at")
    )
    return sorted((at for at in taken if hours_between(at, now) >= 0), key=datetime.fromisoformat)


def rise_after_injections(injected: Sequence[str], symptoms: Sequence[Body]) -> bool | None:
    """AN-01: after injections pain is 1 point or more above the quiet time before the next, in 3 of 4 rounds.

    Parts: 0 to 24 hours, 24 to 48, later; at least 8 entries in each and 4 injections. Every other day leaves
    no quiet time, so nothing is said then; three times a week needs six weeks.
    """
    if len(injected) < INJECTIONS_LEAST:
        return None
    gaps = sorted(hours_between(a, b) for a, b in pairwise(injected))
    often = gaps[len(gaps) // 2] < 6 * HOURS_PER_PART
    if often and hours_between(injected[0], injected[-1]) < 6 * 7 * HOURS_PER_PART:
        return None
    parts: tuple[list[int], list[int], list[int]] = ([], [], [])
    rounds: dict[str, tuple[list[int], list[int]]] = {}
    for one in symptoms:
        before = [at for at in injected if one.get("at") and hours_between(at, one["at"]) >= 0]
        if not before or not is_pain(one) or one.get("severity_nrs") is None:
            continue
        part = min(2, int(hours_between(before[-1], one["at"]) // HOURS_PER_PART))
        parts[part].append(one["severity_nrs"])
        rounds.setdefault(before[-1], ([], []))[part // 2].append(one["severity_nrs"])
    if any(len(part) < ENTRIES_PER_PART for part in parts):
        return None
    after, quiet = max(median(parts[0]) or 0, median(parts[1]) or 0), median(parts[2]) or 0
    pairs = [(median(a) or 0, median(b) or 0) for a, b in rounds.values() if a and b]
    rises = sum(a > b for a, b in pairs)
    return after - quiet >= RISE_AFTER_INJECTIONS and rises * 4 >= len(pairs) * 3
