"""What pain let the person do, in their own units: minutes to sleep, to sit, to walk (part of AN-07)."""

from collections import defaultdict

from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.table import Table, counted, middle_low

RULE = "AN-07"
# Before the middle of two halves is compared, each has to have this many days.
LEAST = 4
VERBS = {"sitting": "Sat", "standing": "Stood", "walking": "Walked"}


def table(diary: Diary, span: Span) -> Table:
    """Minutes an activity went on before pain ended it, day by day; also how often it was named without."""
    minutes: dict[str, dict[int, int]] = defaultdict(dict)
    named: dict[str, set[int]] = defaultdict(set)
    for number, entries in diary.entries.items():
        for one in (what for entry in entries for what in entry.body.get("stops_me") or ()):
            if number in span:
                named[one["activity"]].add(number)
                if one.get("minutes") is not None:
                    least = minutes[one["activity"]].get(number, one["minutes"])
                    minutes[one["activity"]][number] = min(least, one["minutes"])
    rows = [
        {
            "activity": activity,
            "days": len(days),
            "minutes": [{"on": written(n), "minutes": its} for n, its in sorted(minutes[activity].items())],
        }
        for activity, days in sorted(named.items(), key=lambda one: (-len(one[1]), one[0]))
    ]
    told = [sentence for row in rows if (sentence := _sentence(str(row["activity"]), minutes, span))]
    days = len(set().union(*named.values()))
    plain = f"Noted on {counted(days, 'day')} what pain got in the way of."
    if not days:
        return Table((RULE,), "Nothing noted of what pain stops.", rows, 0)
    return Table((RULE,), told[0] if told else plain, rows, days)


def _sentence(activity: str, minutes: dict[str, dict[int, int]], span: Span) -> str:
    """The two halves of the time, by their middle; only what went further is told."""
    half = (span.first + span.last) // 2
    before = [its for number, its in minutes[activity].items() if number <= half]
    since = [its for number, its in minutes[activity].items() if number > half]
    if activity not in VERBS or min(len(before), len(since)) < LEAST:
        return ""
    then, now = middle_low(before) or 0, middle_low(since) or 0
    return f"{VERBS[activity]} {now} minutes lately. Before that, {then}." if now > then else ""
