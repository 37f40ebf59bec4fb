"""AN-21: what else was noted on days of many spasms or much stiffness, and on the others."""

from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table, counted

RULE = "AN-21"
MANY = ("3_5", "6_plus", "most_of_day")
STIFF = 7
CHIPS = ("full_bladder", "constipation", "skin_sore", "tight_clothes", "infection", "heat")


def table(diary: Diary, span: Span) -> Table:
    """A checklist: of days with many spasms, and of the others, how many had each thing noted."""
    days = {n: told for n, body in diary.strips.items() if n in span and (told := _many(body)) is not None}
    bad, other = ([n for n, many in days.items() if many is which] for which in (True, False))
    if not bad:
        return Table((RULE,), "No days of many spasms or much stiffness noted.", [], len(days))
    noted = {number: _chips(diary, number) for number in days}
    rows = [
        {
            "what": chip,
            "days": sum(chip in noted[n] for n in bad),
            "of": len(bad),
            "other_days": sum(chip in noted[n] for n in other),
            "of_other": len(other),
        }
        for chip in CHIPS
    ]
    rows = [row for row in rows if row["days"] or row["other_days"]]
    return Table((RULE,), f"{counted(len(bad), 'day')} with many spasms or much stiffness.", rows, len(days))


def _many(body: Body) -> bool | None:
    spasms, stiffness = body.get("spasms"), body.get("stiffness_nrs")
    if spasms is None and stiffness is None:
        return None
    return spasms in MANY or (stiffness or 0) >= STIFF


def _chips(diary: Diary, number: int) -> set[str]:
    strip = diary.strips[number]
    found = {one for entry in diary.entries.get(number, ()) for one in entry.body.get("triggers") or ()}
    found |= {one["symptom"] for one in strip.get("intimate") or () if one.get("change") in ("worse", "new")}
    found |= {"infection"} if (strip.get("infection") or {}).get("state") == "yes" else set()
    return found | ({"heat"} if strip.get("heat") == "yes" or "hot_humid" in found else set())
