"""Pain after injections of interferon beta: first 24 hours, 24 to 48, later. Counted, not explained."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median, median_low

from backend.reports.material import Material
from backend.reports.wording import count

CLASS = "interferon_beta"
# What a comparison needs (AN-01).
INJECTIONS_LEAST, ENTRIES_LEAST = 4, 8
# A pause shorter than this has no quiet part of its own.
QUIET_AFTER = timedelta(hours=60)
LONGEST = timedelta(days=15)
WINDOWS = ("in the first 24 hours", "from 24 to 48 hours", "later, until the next")


@dataclass(frozen=True)
class View:
    """How many injections, how often, and the numbers of each window."""

    injections: int
    every_days: int | None
    scores: tuple[tuple[int, ...], ...]

    @property
    def compared(self) -> int:
        """How many windows have enough entries to be set side by side, from the first."""
        enough = [len(scores) >= ENTRIES_LEAST for scores in self.scores]
        return (3 if enough[2] else 2) if self.injections >= INJECTIONS_LEAST and all(enough[:2]) else 0


def view(material: Material) -> View | None:
    """The numbers, or None where no such medicine or no injection is noted."""
    medicines = {one.id for one in material.of("medicine") if one.body.get("class") == CLASS}
    given = sorted(
        datetime.fromisoformat(one.body["at"])
        for one in material.within("dose")
        if one.body.get("medicine_id") in medicines
        and one.body.get("status") in ("taken", "late")
        and one.body.get("at")
    )
    if not given:
        return None
    gaps = [(later - earlier) / timedelta(days=1) for earlier, later in pairwise(given)]
    found: tuple[list[int], ...] = ([], [], [])
    for felt in material.pains:
        if felt.at is not None and felt.score is not None:
            part = _part(felt.at, given)
            if part is not None:
                found[part].append(felt.score)
    return View(len(given), round(median(gaps)) if gaps else None, tuple(tuple(one) for one in found))


def _part(at: datetime, given: list[datetime]) -> int | None:
    place = bisect_right(given, at)
    if not place:
        return None
    since = at - given[place - 1]
    if since < timedelta(hours=48):
        return 0 if since < timedelta(hours=24) else 1
    until = given[place] - given[place - 1] if place < len(given) else LONGEST
    return 2 if since < LONGEST and until >= QUIET_AFTER else None


def in_words(seen: View) -> list[str]:
    """The numbers side by side, or that there are too few; then how many injections they rest on."""
    often = f", about every {count(seen.every_days, 'day')}" if seen.every_days else ""
    begun = f"{count(seen.injections, 'injection')} in this period{often}."
    if not seen.compared:
        return [f"{begun} Too few entries to compare pain after them."]
    parts = [
        f"{median_low(scores)} {window} ({len(scores)} entries)"
        for window, scores in zip(WINDOWS[: seen.compared], seen.scores, strict=False)
    ]
    quiet = "" if seen.compared == 3 else " There is no quiet time between injections to compare with."
    return [f"Median pain: {', '.join(parts)}.", f"{begun}{quiet} It may be chance."]
