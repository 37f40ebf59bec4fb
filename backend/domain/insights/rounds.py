"""Injections of one medicine as rounds: each in parts of 24 hours until the next."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise

from backend.domain.insights.diary import Body, Diary, Span, ordinal
from backend.domain.insights.stats import middle

HOURS = 24
# From one injection to the next, in hours: longer than this leaves a quiet time; shorter goes day by day.
LONG_GAP, SHORT_GAP = 60, 36
# What comes more than two weeks after an injection is no longer compared with it.
LAST_PART = 14


@dataclass(frozen=True)
class Part:
    """The entries of one part: which round, how many days after its injection, strengths, and its day."""

    round: int
    slot: int
    strengths: Sequence[int]
    number: int


@dataclass(frozen=True)
class Rounds:
    """All injections of a time, oldest first, and the entries after them."""

    injected: Sequence[datetime]
    parts: Sequence[Part]

    @cached_property
    def gaps(self) -> list[float]:
        """Hours from each to the next."""
        return [(b - a) / timedelta(hours=1) for a, b in pairwise(self.injected)]

    @property
    def rhythm(self) -> str:
        """none, few, daily, every_other_day, several_a_week or long (a week and more)."""
        if len(self.injected) < 2:
            return "few" if self.injected else "none"
        usual, long = middle(self.gaps), sum(gap >= LONG_GAP for gap in self.gaps)
        if usual < SHORT_GAP:
            return "daily"
        if usual >= LONG_GAP:
            return "long"
        return "several_a_week" if long * 10 >= len(self.gaps) else "every_other_day"

    def entries(self, slots: range) -> int:
        """How many entries lie in some parts."""
        return sum(len(part.strengths) for part in self.parts if part.slot in slots)


def of_diary(diary: Diary, span: Span) -> Rounds:
    """The rounds of whatever is injected most often: interferon, or what has a place on the body noted."""
    if span not in diary.kept:
        diary.kept[span] = _of_diary(diary, span)
    found: Rounds = diary.kept[span]
    return found


def _of_diary(diary: Diary, span: Span) -> Rounds:
    injected = _injected(diary, span)
    cut = _slots(injected)
    found: dict[tuple[int, int], list[int]] = {}
    for number, moment, nrs in diary.moments if injected else ():
        if number in span:
            place = place_of(injected, moment)
            if place is not None and place[1] < cut:
                found.setdefault(place, []).append(nrs)
    parts = [
        Part(turn, slot, sorted(row), _day(injected[turn], slot))
        for (turn, slot), row in sorted(found.items())
    ]
    return Rounds(injected, parts)


def _injected(diary: Diary, span: Span) -> list[datetime]:
    taken = [(moment, body["medicine_id"], body) for number, moment, body in diary.doses if number in span]
    counts = Counter(medicine for _, medicine, body in taken if is_injection(diary, body))
    if not counts:
        return []
    most = max(sorted(counts), key=counts.__getitem__)
    return sorted({moment for moment, medicine, _ in taken if medicine == most})


def is_injection(diary: Diary, dose: Body) -> bool:
    """Interferon is always injected; of anything else the noted place on the body tells."""
    medicine = diary.medicines.get(str(dose.get("medicine_id"))) or {}
    return medicine.get("class") == "interferon_beta" or bool(dose.get("body_site"))


def _slots(injected: Sequence[datetime]) -> int:
    """Parts to look at after each: an injection nobody noted would be taken for quiet time otherwise."""
    if len(injected) < 2:
        return LAST_PART
    gaps = sorted((b - a) / timedelta(hours=HOURS) for a, b in pairwise(injected))
    # Three a week: the long gap is the longest that is usual.
    usual = gaps[len(gaps) * 9 // 10] if middle(gaps) * HOURS < LONG_GAP else middle(gaps)
    return min(LAST_PART, max(2, round(usual)))


def place_of(injected: Sequence[datetime], moment: datetime) -> tuple[int, int] | None:
    """Which round a moment lies in, and how many whole days after its injection; None before the first."""
    turn = bisect_right(injected, moment) - 1
    return None if turn < 0 else (turn, (moment - injected[turn]) // timedelta(hours=HOURS))


def _day(injected: datetime, slot: int) -> int:
    """The day in which most of a part lies."""
    return ordinal((injected + timedelta(hours=HOURS * slot + HOURS / 2)).date().isoformat()) or 0
