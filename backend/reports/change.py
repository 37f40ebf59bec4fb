"""What changed since the last visit: each symptom and place now against then, by counted days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backend.reports.days import site_name, span
from backend.reports.material import Felt, Material, Site, grouped, on_of
from backend.reports.wording import count, lowered, short_day

WINDOW = 28
# A window with fewer days written down says nothing of what was not there.
LOGGED_LEAST = 7
# Days with a number on each side, and points between their medians.
SCORED_LEAST, POINTS = 5, 2


@dataclass(frozen=True)
class Changes:
    """Sentences by what became of each, and the two windows in words; or why there is nothing to say."""

    windows: str
    found: Mapping[str, list[str]]
    not_compared: str = ""


def last_visit(material: Material) -> date | None:
    """The newest visit that was before the end of the period and is noted."""
    visits = [on for one in material.of("appointment") if (on := on_of(one.body))]
    return max((on for on in visits if on < material.last - timedelta(days=LOGGED_LEAST)), default=None)


def changes(material: Material) -> Changes:
    """New, worse, better, gone: the last four weeks against the four weeks before the visit."""
    visit = last_visit(material)
    now = _window(material.last)
    then = _window(visit) if visit else _earliest(material)
    if then[1] >= now[0]:
        then = (then[0], now[0] - timedelta(days=1))
    what = f"the 4 weeks up to the visit of {short_day(visit)}" if visit else "the first weeks of this report"
    windows = f"Last 4 weeks ({_dates(now)}) against {what} ({_dates(then)})."
    logged = [sum(low <= on <= high for on in material.logged) for low, high in (then, now)]
    if min(logged) < LOGGED_LEAST:
        few = f"Too few days to compare: {logged[0]} logged then, {logged[1]} now."
        return Changes(windows, {}, few)
    return Changes(windows, _compared(material, then, now))


def _window(last: date) -> tuple[date, date]:
    return last - timedelta(days=WINDOW - 1), last


def _earliest(material: Material) -> tuple[date, date]:
    return material.first, material.first + timedelta(days=WINDOW - 1)


def _dates(window: tuple[date, date]) -> str:
    return f"{short_day(window[0])} to {short_day(window[1])}"


def _compared(material: Material, then: tuple[date, date], now: tuple[date, date]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {"new": [], "worse": [], "better": [], "gone": []}
    before, after = (_things(material, window) for window in (then, now))
    for key in [*after, *(one for one in before if one not in after)]:
        name, old, new = _named(material, key), span(before.get(key, ())), span(after.get(key, ()))
        if not old.days:
            found["new"].append(f"{name} ({count(new.days, 'day')}{_strength(new.median)})")
        elif not new.days:
            found["gone"].append(f"{name} (was {count(old.days, 'day')}{_strength(old.median)})")
        elif (
            min(old.scored, new.scored) >= SCORED_LEAST
            and old.median is not None
            and new.median is not None
            and abs(new.median - old.median) >= POINTS
        ):
            word = "worse" if new.median > old.median else "better"
            found[word].append(f"{name} (median {old.median} then, {new.median} now)")
    return found


def _things(material: Material, window: tuple[date, date]) -> dict[tuple[str, Site], list[Felt]]:
    """Entries of a window by symptom and place."""
    inside = [one for one in material.felt if window[0] <= one.on <= window[1]]
    symptoms = dict.fromkeys(one.body.get("symptom") or "pain" for one in inside)
    return {
        (symptom, site): entries
        for symptom in symptoms
        for site, entries in grouped(
            one for one in inside if (one.body.get("symptom") or "pain") == symptom
        ).items()
    }


def _named(material: Material, key: tuple[str, Site]) -> str:
    symptom, site = key
    place = site_name(material, site)
    if symptom == "pain":
        return place
    return f"{material.words.of('symptoms', symptom)}, {lowered(place)}"


def _strength(median: int | None) -> str:
    return "" if median is None else f", median {median}"
