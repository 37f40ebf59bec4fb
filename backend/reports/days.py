"""Pain by day, week and place: medians, worst, and days. What was not written is missing, never 0."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from typing import Any

from backend.reports.material import Felt, Material, Site
from backend.reports.wording import count

# A chart of more days than this has a column for each week.
DAYS_DRAWN = 100


@dataclass(frozen=True)
class Span:
    """Some days with pain. days: with an entry. median: of the worst of each day; None without a number."""

    days: int
    scored: int
    median: int | None
    worst: int | None


def worst_by_day(felt: Iterable[Felt]) -> dict[date, int]:
    """The highest number of each day that has one."""
    worst: dict[date, int] = {}
    for one in felt:
        if one.score is not None:
            worst[one.on] = max(one.score, worst.get(one.on, 0))
    return worst


def span(felt: Iterable[Felt]) -> Span:
    """Some entries in numbers."""
    entries = list(felt)
    worst = worst_by_day(entries)
    return Span(
        days=len({one.on for one in entries}),
        scored=len(worst),
        median=median_low(worst.values()) if worst else None,
        worst=max(worst.values()) if worst else None,
    )


def site_name(material: Material, site: Site) -> str:
    """A place in words."""
    return "All over" if site[0] == "generalised" else material.words.place(*site)


def tally(felt: Iterable[Felt], name: str, within: str | None = None) -> dict[str, int]:
    """How many entries name each term. within: the part of a list's item that holds it."""
    counts: dict[str, int] = defaultdict(int)
    for one in felt:
        items = one.body.get(name)
        if items and one.first:
            for term in {item[within] for item in items} if within else set(items):
                counts[term] += 1
    return counts


def commonest(counts: Mapping[str, int], most: int) -> list[str]:
    """The terms named most, by name where they are named alike."""
    return sorted(counts, key=lambda term: (-counts[term], term))[:most]


def after_minutes(felt: Iterable[Felt], activity: str) -> str:
    """ "after 5 to 20 minutes": how long it goes until pain stops it, or nothing where that is not noted."""
    given = [
        item["minutes"]
        for one in felt
        if one.first
        for item in one.body.get("stops_me") or ()
        if item["activity"] == activity and item.get("minutes") is not None
    ]
    if not given:
        return ""
    low, high = min(given), max(given)
    return f"after {count(low, 'minute')}" if low == high else f"after {low} to {high} minutes"


def series(material: Material) -> dict[str, Any]:
    """The numbers of the chart: a point for each day, or for each week of a long period."""
    by_day: dict[date, list[int]] = defaultdict(list)
    for one in material.pains:
        if one.score is not None:
            by_day[one.on].append(one.score)
    unit = "day" if material.days <= DAYS_DRAWN else "week"
    points = (
        [_point(on, [max(by_day[on])] if on in by_day else [], by_day.get(on, [])) for on in _days(material)]
        if unit == "day"
        else [_week(start, material, by_day) for start in weeks(material)]
    )
    return {"unit": unit, "points": points}


def weeks(material: Material) -> list[date]:
    """The first day of each week of the period."""
    return [material.first + timedelta(days=7 * number) for number in range((material.days + 6) // 7)]


def days_of_week(start: date, material: Material) -> list[date]:
    """The days of a week that lie in the period."""
    days = [start + timedelta(days=number) for number in range(7)]
    return [on for on in days if on <= material.last]


def _days(material: Material) -> list[date]:
    return [material.first + timedelta(days=number) for number in range(material.days)]


def _week(start: date, material: Material, by_day: Mapping[date, list[int]]) -> dict[str, Any]:
    worst = [max(by_day[on]) for on in days_of_week(start, material) if on in by_day]
    return _point(start, worst, worst)


def _point(on: date, worst: list[int], numbers: list[int]) -> dict[str, Any]:
    return {
        "on": on.isoformat(),
        "worst": max(worst) if worst else None,
        "median": median_low(numbers) if numbers else None,
    }
