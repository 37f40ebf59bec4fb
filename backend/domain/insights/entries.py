"""Entries of pain, each once, for rules that count them."""

from backend.domain.history import is_pain
from backend.domain.insights.diary import Body, Diary, Span


def of(diary: Diary, span: Span) -> list[Body]:
    """Entries of pain of a time; a 0 is no pain and is left out."""
    return [
        body
        for body in diary.bodies("symptom")
        if is_pain(body) and body.get("severity_nrs") != 0 and span.holds(body.get("on"))
    ]


def regions(body: Body) -> set[str]:
    """Region ids of an entry."""
    return {str(one["region"]) for one in body.get("regions") or ()}
