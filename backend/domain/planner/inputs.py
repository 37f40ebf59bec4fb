"""What plan rules read, as one flat object: of a day, or of what is usual in the last two weeks.

A plan of weeks rests on what is usual; what one day is like changes that day alone. None is "nobody said so".
A private record counts, since safety comes first. Bodies come in, in any order, none of them deleted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from backend.domain import history
from backend.domain.facts import steroids
from backend.domain.history import Body, days_back, median, regions_of, within
from backend.domain.known import Known, past

WEEKS_LOOKED_AT = 14
NUMBERS = {
    "log.stiffness": "stiffness_nrs",
    "log.fatigue": "fatigue_nrs",
    "log.stress": "stress_nrs",
    "log.sleep_hours": "sleep_hours",
    "log.sitting_minutes": "sitting_minutes",
    "log.wheelchair_hours": "wheelchair_hours",
}
TEXTS = {
    "log.spasms": "spasms",
    "log.heat": "heat",
    "log.sleep_quality": "sleep_quality",
    "log.energy": "energy",
}
# Days with pain in four weeks that make a usual; today is none of them.
USUAL_LEAST = 3
MEMORY = "thinking"
RELAPSES = {
    "relapse_suspected": "suspected",
    "relapse_confirmed": "confirmed",
    "relapse_over": "over",
}
# A session that was too much eases the next one, for so many days; so many ended early in them were too much.
EASED_DAYS, STOPPED_MOST = 7, 2
# How long a relapse that is over still asks for a slow return.
OVER_DAYS = 28


def of_day(
    known: Known, sessions: Sequence[Body] = (), messages: Sequence[Body] = (), lighter: bool = False
) -> dict[str, Any]:
    """The inputs of `known["today"]`: day and entries of it, and the two weeks before.

    sessions: bodies. messages: open safety messages as `{message, tier}`. lighter: the person chose lighter
    days after an injection.
    """
    day = known.get("day") or {}
    today = known["today"]
    entries = [one for one in _symptoms(known) if one.get("on") == today]
    told = _log([day]) | {
        "log.hard_day": any(one.get("hard_day") for one in entries) or None,
        "log.symptoms_new_or_worse": _new_or_worse(day),
        "log.drowsy": "drowsy" in (_new_or_worse(day) or ()) or None,
        **_pain(known, entries),
    }
    injected = {"recent.hours_since_injection": _since_injection(known) if lighter else None}
    return told | _recent(known, sessions) | injected | _profile(known) | _open(known, messages)


def usual(known: Known, sessions: Sequence[Body] = (), messages: Sequence[Body] = ()) -> dict[str, Any]:
    """As of_day(), with the middle or the commonest of the last two weeks in place of one day's answers."""
    lately = [one for one in _dailies(known) if within(one.get("on"), known["today"], WEEKS_LOOKED_AT)]
    of_one_day = (
        *("log.hard_day", "log.symptoms_new_or_worse", "log.drowsy", "recent.hours_since_injection"),
        *("log.pain", "log.pain_above_usual"),
    )
    told = _log(lately) | dict.fromkeys(of_one_day)
    return told | _recent(known, sessions) | _profile(known) | _open(known, messages)


def _log(days: Sequence[Body]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, of in NUMBERS.items():
        told[name] = median(one[of] for one in days if one.get(of) is not None)
    for name, of in TEXTS.items():
        told[name] = _commonest(one[of] for one in days if one.get(of) is not None)
    moved = [sum((one["active_minutes"] or {}).values()) for one in days if one.get("active_minutes")]
    return told | {"log.active_minutes": median(moved)}


def _commonest(answers: Iterable[str]) -> str | None:
    """The answer given most often; of as many the first by the alphabet, so that it is always the same."""
    counts = Counter(answers)
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def _new_or_worse(day: Body) -> list[str] | None:
    told = day.get("symptoms")
    return None if told is None else [one["symptom"] for one in told if one["change"] in ("new", "worse")]


def _pain(known: Known, entries: Sequence[Body]) -> dict[str, Any]:
    """The newest pain of the day, and how much it is above the usual worst of a day."""
    told = [one for one in entries if history.is_pain(one) and one.get("severity_nrs") is not None]
    now = max(told, key=lambda one: str(one.get("at") or ""), default={}).get("severity_nrs")
    worst: dict[str, int] = {}
    for one in past(known, "symptoms"):
        on, nrs = str(one.get("on") or ""), one.get("severity_nrs")
        before = on != known["today"] and within(on, known["today"], history.USUAL_DAYS)
        if before and nrs is not None and history.is_pain(one):
            worst[on] = max(worst.get(on, 0), nrs)
    usual_worst = median(worst.values()) if len(worst) >= USUAL_LEAST else None
    above = None if now is None or usual_worst is None else now - usual_worst
    return {"log.pain": now, "log.pain_above_usual": above}


def _symptoms(known: Known) -> list[Body]:
    entry = known.get("entry")
    return [*past(known, "symptoms"), *([entry] if entry else [])]


def _dailies(known: Known) -> list[Body]:
    day = known.get("day")
    others = [one for one in past(known, "dailies") if not day or one.get("on") != known["today"]]
    return [*others, *([{**day, "on": known["today"]}] if day else [])]


def _too_much(sessions: Sequence[Body], today: str) -> bool | None:
    """Whether the newest session, of this week, asks for an easier one (PLAN-10)."""
    week = sorted(
        (one for one in sessions if within(one.get("on"), today, EASED_DAYS)),
        key=lambda one: str(one.get("at") or one.get("on")),
    )
    if not week:
        return None
    newest = week[-1]
    before = newest.get("pain_before_nrs")
    later = [newest[name] for name in ("pain_2h_nrs", "next_morning_nrs") if newest.get(name) is not None]
    rose = before is not None and any(one - before >= history.RISE for one in later)
    stops = [any(one["outcome"] == "stopped" for one in of.get("done") or ()) for of in week]
    early = stops[-1] and sum(stops) >= STOPPED_MOST
    return "worse" in (newest.get("felt"), newest.get("felt_later")) or rose or early or None


def _recent(known: Known, sessions: Sequence[Body]) -> dict[str, Any]:
    today = known["today"]
    entries = [one for one in _symptoms(known) if _lately(one, today)]
    dailies = [one for one in _dailies(known) if within(one.get("on"), today, WEEKS_LOOKED_AT)]
    fell = [_back(one, today) for one in known.get("events") or () if one.get("type") == "fall"]
    fell += [_back(one, today) for one in _dailies(known) if (one.get("falls") or {}).get("count")]
    near = [(one.get("falls") or {}).get("near") for one in dailies]
    return {
        "recent.too_much": _too_much(sessions, today),
        "recent.regions": _all(regions_of(one) for one in entries if one.get("severity_nrs") != 0),
        "recent.words": _all(one.get("words") or () for one in entries),
        "recent.symptoms": _all([one["symptom"]] for one in entries if one.get("symptom")),
        "recent.patterns": _all(one.get("patterns") or () for one in entries),
        "recent.days_since_fall": min((back for back in fell if back is not None), default=None),
        "recent.near_falls": sum(one or 0 for one in near) if any(one is not None for one in near) else None,
        "recent.memory_days": sum(MEMORY in (_new_or_worse(one) or ()) for one in dailies) or None,
        "recent.days_since_illness": _since_illness(known),
        "recent.days_away": min(
            (back for one in sessions if (back := _back(one, today)) is not None), default=None
        ),
    }


def _lately(entry: Body, today: str) -> bool:
    """Whether any day of an entry, which may be a span, is one of the last two weeks."""
    return within(entry.get("until_on") or entry.get("on"), today, WEEKS_LOOKED_AT)


def _back(one: Body, today: str) -> int | None:
    back = days_back(one.get("on"), today)
    return back if back is not None and back >= 0 else None


def _all(lists: Iterable[Iterable[str]]) -> list[str] | None:
    """Every id once, in the order of the alphabet; None where there is none."""
    return sorted({one for ids in lists for one in ids}) or None


def _since_illness(known: Known) -> int | None:
    """Days since the last illness ended; 0 while it goes on, or while the day says so."""
    today = known["today"]
    ill = (known.get("day") or {}).get("infection") or {}
    ended = [0] if ill.get("state") == "yes" else []
    for one in known.get("events") or ():
        on = one.get("on")
        if one.get("type") == "illness" and on and on <= today:
            until = one.get("until_on")
            ended.append(0 if until and until >= today else days_back(until or on, today) or 0)
    return min(ended, default=None)


def _since_injection(known: Known) -> int | None:
    """Whole hours since the last interferon injection."""
    injected = history.injections(known.get("medicines") or (), known.get("doses") or (), known["now"])
    return int(history.hours_between(injected[-1], known["now"])) if injected else None


def _profile(known: Known) -> dict[str, Any]:
    profile: Mapping[str, Any] = known.get("profile") or {}
    alemtuzumab = days_back((profile.get("alemtuzumab") or {}).get("last_on"), known["today"])
    return {
        "profile.mobility": profile.get("mobility"),
        "profile.conditions": profile.get("conditions"),
        "profile.steroids": steroids(profile, known.get("events") or ()),
        "profile.clearance": profile.get("clearance"),
        "profile.alemtuzumab_days": None if alemtuzumab is None or alemtuzumab < 0 else alemtuzumab,
        "profile.heat_sensitive": profile.get("heat_sensitive"),
    }


def _open(known: Known, messages: Sequence[Body]) -> dict[str, Any]:
    return {
        "open.tiers": sorted({one["tier"] for one in messages}) or None,
        "open.messages": sorted({one["message"] for one in messages}) or None,
        "relapse.state": _relapse(known),
    }


def _relapse(known: Known) -> str | None:
    """What the newest word on a relapse says; one that is over counts for some weeks more."""
    said = [
        (one["on"], one["type"])
        for one in known.get("events") or ()
        if one.get("type") in RELAPSES and one.get("on") and one["on"] <= known["today"]
    ]
    if not said:
        return None
    on, kind = max(said, key=lambda one: (one[0], list(RELAPSES).index(one[1])))
    state = RELAPSES[kind]
    return None if state == "over" and not within(on, known["today"], OVER_DAYS) else state
