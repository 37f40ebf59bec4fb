"""What pain gets in the way of, and how long it goes in the person's own minutes: earlier and later."""

from collections import defaultdict
from datetime import date, timedelta
from statistics import median_low

from backend.reports.blocks import Block, Row, row, table
from backend.reports.days import after_minutes, commonest, tally
from backend.reports.material import Material
from backend.reports.wording import count

MOST = 9
# A half with fewer days than this has no middle worth telling.
LEAST = 4


def blocks(material: Material) -> list[Block]:
    """How often each thing was stopped; below it the minutes, where any were noted."""
    stops = commonest(tally(material.pains, "stops_me", "activity"), MOST)
    halves = [found for one in stops if (found := _halves(material, one))]
    heads = ["What", "Entries", "How long it goes"]
    first = table("strength.function", "What pain gets in the way of", heads, _often(material, stops))
    if not halves:
        return [first]
    columns = ["What", "First half of the period", "Second half"]
    return [first, table("strength.minutes", "Minutes until pain stops it, middle value", columns, halves)]


def _often(material: Material, stops: list[str]) -> list[Row]:
    entries = tally(material.pains, "stops_me", "activity")
    return [
        row(
            f"strength.{one}",
            material.words.of("activities", one),
            str(entries[one]),
            after_minutes(material.pains, one) or "not noted",
        )
        for one in stops
    ]


def _halves(material: Material, activity: str) -> Row | None:
    """The middle of the days of each half; a day counts with its shortest."""
    least: dict[date, int] = defaultdict(lambda: 1 << 20)
    for felt in material.pains:
        for item in (felt.body.get("stops_me") or ()) if felt.first else ():
            if item["activity"] == activity and item.get("minutes") is not None:
                least[felt.on] = min(least[felt.on], item["minutes"])
    if not least:
        return None
    middle = material.first + timedelta(days=material.days // 2)
    then, now = (
        [its for on, its in sorted(least.items()) if (on >= middle) == later] for later in (False, True)
    )
    label = material.words.of("activities", activity)
    return row(f"strength.minutes.{activity}", label, _said(then), _said(now))


def _said(minutes: list[int]) -> str:
    if not minutes:
        return "not noted"
    if len(minutes) < LEAST:
        return f"{', '.join(str(one) for one in minutes)} (too few to compare)"
    return f"{count(median_low(minutes), 'minute')} ({count(len(minutes), 'day')})"
