"""What a diary shows: series for charts, and at most three patterns that chance would hardly make.

docs/statistics.md has each rule with its formula, its minimum and the words it may use.
"""

from datetime import date
from typing import Any

from backend.domain.insights import patterns, series
from backend.domain.insights.diary import Diary, Words, last_days, written
from backend.domain.insights.pain_days import band

__all__ = ["Diary", "Words", "first_day", "insights"]


def first_day(today: date, days: int) -> int:
    """The earliest day, by ordinal, that anything here looks at."""
    # A rise is held against the four weeks before it.
    return min(last_days(today, days).first - 28, patterns.weighed(today).first)


def insights(diary: Diary, days: int) -> dict[str, Any]:
    """Series of the last days up to today; patterns of the last whole half year, whatever is asked for."""
    span, half_year = last_days(diary.today, days), patterns.weighed(diary.today)
    told = patterns.told(diary, half_year)
    return {
        "on": diary.today.isoformat(),
        "days": days,
        "logged": sum(number in span for number in diary.noted),
        "usual": band(diary, span),
        "series": series.every(diary, span),
        "patterns": [_plain(one) for one in told],
        "none": None if told else patterns.none_yet(diary, half_year),
        "weighed": {
            "from": written(half_year.first),
            "to": written(half_year.last),
            "next_on": patterns.next_weighing(diary.today).isoformat(),
        },
    }


def _plain(told: patterns.Told) -> dict[str, Any]:
    one = told.comparison
    low, high = one.whole_range
    return {
        "rule": one.rule,
        "comparison": one.name,
        "sentence": patterns.sentence(one),
        "note": one.phrases.note if one.points > 0 else "",
        "points": one.whole_points,
        "range": [low, high],
        "n": one.agree,
        "of": one.of,
        "marked": one.marked,
        "others": one.others,
        "p": round(told.p, 5),
        "from": written(one.first),
        "to": written(one.last),
    }
