"""Entries of pain, each once, for rules that count them."""

from backend.domain.insights.diary import Body, Diary, Span


def of(diary: Diary, span: Span) -> list[Body]:
    """Entries of pain of a time; a 0 is no pain and is left out."""
    return [body for number, body in diary.pains if number in span and body.get("severity_nrs") != 0]


def regions(body: Body) -> set[str]:
    """Region ids of an entry."""
    return {str(one["region"]) for one in body.get("regions") or ()}
