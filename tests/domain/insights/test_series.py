"""Series for charts: the cases that the phone's own arithmetic has to pass too, and what the server adds."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.domain.insights import Diary, Words, insights
from backend.domain.insights.diary import SPAN_DAYS, last_days
from backend.domain.insights.pain_days import band
from backend.domain.insights.series import SERIES

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "series.json").read_text(encoding="utf-8"))
WORDS = Words(VECTORS["words"]["labels"], VECTORS["words"]["families"])
TODAY = date(2026, 11, 21)


def on(back: int) -> str:
    return (TODAY - timedelta(days=back)).isoformat()


def diary(medicines: dict[str, Any] | None = None, **records: list[dict[str, Any]]) -> Diary:
    return Diary(records, medicines or {}, TODAY, WORDS)


def series(one: Diary, name: str, days: int = 90) -> dict[str, Any]:
    return SERIES[name](one, last_days(TODAY, days)).plain()


@pytest.mark.parametrize("case", VECTORS["cases"], ids=[one["case"] for one in VECTORS["cases"]])
def test_a_series_is_as_the_case_says(case: dict[str, Any]) -> None:
    one = Diary(case["records"], case.get("medicines", {}), date.fromisoformat(case["today"]), WORDS)
    span = last_days(one.today, case["days"])
    for name, expected in case["series"].items():
        assert SERIES[name](one, span).plain() == expected
    if "usual" in case:
        assert band(one, span) == case["usual"]


def test_a_change_has_two_weeks_beside_two_weeks_or_none_where_few_days_are_noted() -> None:
    pain = [{"on": on(back), "severity_nrs": 6 if back > 20 else 4} for back in range(40)]
    medicines = {
        "m": {"class": "opioid", "started_on": on(20)},
        "n": {"class": "other", "stopped_on": on(38)},
    }
    told = series(diary(medicines, symptom=pain), "medicines")
    two_weeks = "pain 6 in the 14 days before, 4 in the 14 after"
    [ended, begun] = told["rows"]
    assert (begun["change"], begun["before"], begun["after"]) == (
        "started", {"days": 14, "median_nrs": 6}, {"days": 14, "median_nrs": 4},
    )  # fmt: skip
    assert ended["before"] == {"days": 1, "median_nrs": None}
    assert told["sentence"] == f"Medicine begun on {on(20)}: {two_weeks}. Other things change too."
    aid = diary(symptom=pain, event=[{"type": "new_aid", "on": on(38)}])
    assert series(aid, "aids")["sentence"].endswith("Too few days noted around it to compare.")


def test_a_rise_near_a_new_symptom_is_marked_unless_heat_or_an_infection_was_ticked() -> None:
    pain = [{"on": on(back), "severity_nrs": 7 if back in (10, 9) else 4} for back in range(40)]
    new = {"on": on(12), "symptoms": [{"symptom": "numbness", "change": "new"}]}
    told = series(diary(symptom=pain, daily=[new]), "relapses")
    assert told["rows"] == [{"on": on(10), "symptom_on": on(12)}]
    assert "MS team" in told["sentence"]
    hot = {"on": on(10), "heat": "yes"}
    assert series(diary(symptom=pain, daily=[new, hot]), "relapses")["rows"] == []
    usual = {**new, "symptoms": [{"symptom": "numbness", "change": "usual"}]}
    assert series(diary(symptom=pain, daily=[usual]), "relapses")["rows"] == []


def test_knees_and_hips_or_all_over_are_two_counts_and_no_reading() -> None:
    places = [
        [{"region": "knee", "side": "left"}],
        [{"region": name, "side": "left"} for name in ("hip", "neck", "hand", "foot")],
    ]
    entries = [
        {"on": on(back), "at": f"{on(back)}T09:00:00+00:00", "severity_nrs": 4, "regions": places[back % 2]}
        for back in (2, 3, 10, 11)
    ]
    doses = [{"medicine_id": "m", "status": "taken", "on": on(4), "at": f"{on(4)}T08:00:00+00:00"}]
    told = series(diary({"m": {"class": "interferon_beta"}}, symptom=entries, dose=doses), "joints")
    assert told["rows"] == [
        {"when": "after_injection", "entries": 1, "knees_or_hips_alone": 0, "all_over": 1},
        {"when": "other_times", "entries": 3, "knees_or_hips_alone": 2, "all_over": 1},
    ]
    assert told["sentence"] == "Two counts of 4 entries with a place."


def test_spasms_have_a_checklist_of_both_kinds_of_day() -> None:
    strips = [
        {"on": on(1), "spasms": "6_plus", "infection": {"state": "yes"}},
        {"on": on(2), "stiffness_nrs": 8, "intimate": [{"symptom": "constipation", "change": "worse"}]},
        {"on": on(3), "spasms": "0", "heat": "yes"},
        {"on": on(4)},
    ]
    trigger = {"on": on(1), "severity_nrs": 4, "triggers": ["full_bladder"]}
    told = series(diary(symptom=[trigger], daily=strips), "spasms")
    assert told["of"] == 3
    assert {row["what"]: (row["days"], row["of"], row["other_days"]) for row in told["rows"]} == {
        "full_bladder": (1, 2, 0), "constipation": (1, 2, 0), "infection": (1, 2, 0), "heat": (0, 2, 1),
    }  # fmt: skip


def test_constipation_counts_while_a_pain_medicine_is_in_use() -> None:
    strips = [{"on": on(b), "intimate": [{"symptom": "constipation", "change": "new"}]} for b in (1, 5, 9)]
    medicines = {"m": {"class": "opioid", "started_on": on(6), "stopped_on": on(3)}}
    assert series(diary(medicines, daily=strips), "bowel")["rows"] == [{"card": "CARD-17", "days": 1}]
    assert series(diary({"m": {"class": "other"}}, daily=strips), "bowel")["rows"] == []


def test_a_span_counts_for_a_while_and_not_for_years() -> None:
    one = diary(symptom=[{"on": "1990-01-01", "until_on": on(0), "severity_nrs": 5}])
    assert len(one.entries) == SPAN_DAYS + 1


def strong_day(back: int) -> dict[str, Any]:
    """An entry with all it can have."""
    return {
        "on": on(back),
        "at": f"{on(back)}T09:00:00+00:00",
        "severity_nrs": 8 if back % 9 == 0 else 4,
        "regions": [{"region": "hip", "side": "left"}],
        "words": ["burning"],
        "triggers": ["light_touch"],
        "relief": [{"what": "rest", "before_nrs": 5, "after_nrs": 3}],
        "stops_me": [{"activity": "sitting", "minutes": 60 - back}],
    }


def full_strip(back: int) -> dict[str, Any]:
    """A strip with all that series look at."""
    return {
        "on": on(back),
        "spasms": "6_plus" if back % 5 == 0 else "0",
        "heat": "yes" if back % 7 == 0 else "no",
        "intimate": [{"symptom": "constipation", "change": "new"}],
        "symptoms": [{"symptom": "numbness", "change": "new"}] if back == 17 else [],
    }


def everything() -> Diary:
    """A diary that fills every series."""
    done = [{"movement": "ROM-01", "outcome": "done"}]
    injected = [{"on": on(back), "at": f"{on(back)}T20:00:00+00:00"} for back in range(2, 60, 7)]
    return diary(
        {"m": {"class": "interferon_beta", "started_on": on(30)}, "o": {"class": "opioid"}},
        symptom=[strong_day(back) for back in range(60)],
        daily=[full_strip(back) for back in range(60)],
        dose=[{"medicine_id": "m", "status": "taken", **when} for when in injected],
        session=[
            {"on": on(back), "done": done, "pain_before_nrs": 5, "pain_after_nrs": 4}
            for back in range(0, 60, 3)
        ],
        event=[{"type": "new_aid", "on": on(25)}],
        profile=[{"weaker_side": "left"}],
    )


def sentences() -> Iterator[str]:
    for one in (diary(), everything()):
        for told in insights(one, 90)["series"].values():
            yield told["sentence"]


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_sentences_are_short_plain_and_claim_no_cause(sentence: str) -> None:
    for part in re.split(r"(?<=[.:]) ", sentence):
        assert len(part.split()) <= 20, part
    assert not re.search(r"\d\.\d", sentence)
    forbidden = (
        r"\b(caus\w+|because|due to|leads? to|strong(ly)?|significant\w*|fair|average|you|your|help(s|ed))\b"
    )
    assert not re.search(forbidden, sentence, re.I), sentence
    assert sentence == "" or sentence.endswith(".")


def test_every_series_of_a_full_diary_has_rows() -> None:
    empty = [name for name, told in insights(everything(), 90)["series"].items() if not told["rows"]]
    # Flat pain has no rise; see above for one.
    assert set(empty) <= {"relapses"}
