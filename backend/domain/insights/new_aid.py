"""AN-08: pain before and after a new walking aid."""

from backend.domain.insights.before_after import row, sentence
from backend.domain.insights.diary import Diary, Span, ordinal
from backend.domain.insights.table import Table

RULE = "AN-08"


def table(diary: Diary, span: Span) -> Table:
    """A row for each new aid, and for each aid of the profile with a date; the newest is told."""
    dates = {
        ordinal(body.get("on")): "new_aid" for body in diary.bodies("event") if body.get("type") == "new_aid"
    }
    for profile in diary.bodies("profile"):
        dates |= {ordinal(aid.get("since_on")): aid["aid"] for aid in profile.get("aids") or ()}
    found = sorted((number, aid) for number, aid in dates.items() if number and number in span)
    rows = [{"aid": aid, **row(diary, number)} for number, aid in found]
    told = sentence("New walking aid", rows[-1]) if rows else "No new aid noted in this time."
    return Table((RULE,), told, rows, len(rows))
