"""AN-01: pain 0 to 24 and 24 to 48 hours after each injection, against the quiet time before the next."""

from collections.abc import Mapping

from backend.domain.insights.compare import Comparison, Phrases, Unit, compare
from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.rounds import Part, Rounds, of_diary
from backend.domain.insights.table import Table, counted, middle_low

RULE = "AN-01"
INJECTIONS, ENTRIES = 4, 8
# Three a week leave little quiet time; it takes this long to gather enough of it.
SEVERAL_A_WEEK_DAYS = 42
PARTS: Mapping[str, range] = {"0_24": range(1), "24_48": range(1, 2), "later": range(2, 14)}
NURSE = "Worth telling the MS nurse."
FIRST = Phrases("The day after injection", times="times", note=NURSE)
SECOND = Phrases("The second day after injection", times="times", note=NURSE)
FIRST_OR_SECOND = Phrases("The first day after injection", than="than the second", times="times")
WHY_NOT: Mapping[str, str] = {
    "none": "No injections noted in this time.",
    "few": "No comparison yet: it takes 4 injections.",
    "daily": "No comparison: with an injection each day there is no day without.",
    "every_other_day": "No quiet time: only the first and second day after injection can be compared.",
    "short": "No comparison yet: three a week leave little quiet time. It takes 6 weeks.",
    "entries": "No comparison yet: it takes 8 entries in each part.",
    "several_a_week": "Little quiet time to compare: only the longer gap of each week has any.",
}


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """Two comparisons where there is quiet time, one where there is none."""
    rounds = of_diary(diary, span)
    if obstacle(rounds) not in ("", "several_a_week", "every_other_day"):
        return []
    if rounds.rhythm == "every_other_day":
        units = [_unit(one, marked=one.slot == 0) for one in rounds.parts if one.slot < 2]
        found = [compare(RULE, "first_or_second", FIRST_OR_SECOND, units, (INJECTIONS, INJECTIONS))]
    else:
        found = [
            compare(RULE, name, phrases, _against_later(rounds, slot), (INJECTIONS, INJECTIONS))
            for slot, name, phrases in ((0, "0_24", FIRST), (1, "24_48", SECOND))
        ]
    return [one for one in found if one]


def obstacle(rounds: Rounds) -> str:
    """Why nothing, or only a part, can be compared; empty where all can."""
    rhythm = rounds.rhythm
    if rhythm == "none" or rhythm == "daily":
        return rhythm
    if len(rounds.injected) < INJECTIONS:
        return "few"
    parts = list(PARTS.values())[: 2 if rhythm == "every_other_day" else 3]
    if rhythm == "several_a_week" and (rounds.injected[-1] - rounds.injected[0]).days < SEVERAL_A_WEEK_DAYS:
        return "short"
    if any(rounds.entries(slots) < ENTRIES for slots in parts):
        return "entries"
    return "" if rhythm == "long" else rhythm


def _unit(part: Part, marked: bool) -> Unit:
    row = part.strengths
    return Unit(part.round, part.number, marked, row[len(row) // 2] + row[(len(row) - 1) // 2])


def _against_later(rounds: Rounds, slot: int) -> list[Unit]:
    return [_unit(one, marked=one.slot == slot) for one in rounds.parts if one.slot == slot or one.slot >= 2]


def table(diary: Diary, span: Span) -> Table:
    """Three bars, with how many entries each stands on."""
    rounds = of_diary(diary, span)
    if not rounds.injected:
        return Table((RULE,), WHY_NOT["none"], [], 0)
    rows = [
        {
            "part": name,
            "entries": rounds.entries(slots),
            "median_nrs": middle_low(n for one in rounds.parts if one.slot in slots for n in one.strengths),
        }
        for name, slots in PARTS.items()
    ]
    why = WHY_NOT.get(obstacle(rounds), "")
    sentence = why or f"Pain by time since injection, over {counted(len(rounds.injected), 'injection')}."
    return Table((RULE,), sentence, rows, len(rounds.injected))
