"""Each rule that is weighed: which days it marks, what it needs, and what it says."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from backend.cli.story import build
from backend.domain.insights import Diary, insights, patterns
from backend.domain.insights.compare import compare, keeps_to_weekdays, of_days
from backend.domain.insights.diary import Span

LAST = date(2026, 11, 8)
TODAY = LAST + timedelta(days=1)
WEEKS = 26
Body = dict[str, Any]


def days(weeks: int = WEEKS) -> list[tuple[int, date]]:
    first = LAST - timedelta(days=7 * weeks - 1)
    return [(number, first + timedelta(days=number)) for number in range(7 * weeks)]


def on_turning_weekdays(number: int) -> bool:
    """Two days of each week, other ones each time."""
    week, day = divmod(number, 7)
    return day in {week % 7, (week * 3 + 2) % 7}


def made(
    strip: Callable[[bool], Body],
    points: int,
    marked: Callable[[int], bool] = on_turning_weekdays,
    weeks: int = WEEKS,
    kind: str = "daily",
) -> Diary:
    """A diary in which marked days hurt more, and each fifth day too, by one."""
    records: Mapping[str, list[Body]] = {"symptom": [], "daily": [], "mood": []}
    for number, on in days(weeks):
        said = strip(marked(number))
        records["symptom"].append(
            {
                "on": on.isoformat(),
                "symptom": "pain",
                "severity_nrs": 4 + (number % 5 == 0) + points * marked(number),
            }
        )
        records[kind].append({"on": on.isoformat(), **said})
    return Diary(records, {}, TODAY)


STRIPS: Mapping[str, Callable[[bool], Body]] = {
    "AN-04": lambda yes: {"heat": "yes" if yes else "no"},
    "AN-05": lambda yes: {"sleep_hours": 6 if yes else 7},
    "AN-07": lambda yes: {"sitting_minutes": 60 if yes else 59},
    "AN-16": lambda yes: {"stress_nrs": 7 if yes else 6},
}
SAID = {
    "AN-04": "Hot or humid days hurt about 2 points more",
    "AN-05": "Days after a short or poor night hurt about 2 points more",
    "AN-07": "Days with an hour or more of sitting at a stretch hurt about 2 points more",
    "AN-16": "Days of high stress hurt about 2 points more",
}


@pytest.mark.parametrize("rule", sorted(STRIPS))
def test_a_difference_that_lasts_is_told_in_whole_points_and_frequencies(rule: str) -> None:
    [told] = insights(made(STRIPS[rule], 2), 90)["patterns"]
    assert told["rule"] == rule and told["points"] == 2
    assert told["sentence"].startswith(SAID[rule])
    assert f"{told['n']} of {told['of']} " in told["sentence"]
    assert told["sentence"].endswith("It may be chance.")
    assert told["range"][0] <= 2 <= told["range"][1]
    assert told["p"] <= patterns.LEVEL


@pytest.mark.parametrize("rule", sorted(STRIPS))
def test_fewer_points_are_told_as_less_and_none_not_at_all(rule: str) -> None:
    [told] = insights(made(STRIPS[rule], -2), 90)["patterns"]
    assert "hurt about 2 points less" in told["sentence"] and told["points"] == -2
    nothing = insights(made(STRIPS[rule], 0), 90)
    assert nothing["patterns"] == [] and nothing["none"] == "No clear pattern yet. 182 days noted. No rush."


def test_marks_that_keep_to_a_weekday_say_so_and_need_more_than_half_a_point() -> None:
    diary = made(STRIPS["AN-04"], 2, marked=lambda number: number % 7 == 3)
    [told] = patterns.told(diary, patterns.weighed(TODAY))
    assert told.comparison.by_weekday
    assert patterns.sentence(told.comparison).endswith("It may be chance, or the day of the week.")


def test_a_day_that_says_neither_is_in_neither_group() -> None:
    records = {
        "symptom": [{"on": on.isoformat(), "severity_nrs": 5} for _, on in days()],
        "daily": [
            {"on": on.isoformat(), "heat": "a_bit", "infection": {"state": "maybe"}} for _, on in days()
        ],
    }
    assert patterns.compared(Diary(records, {}, TODAY), patterns.weighed(TODAY)) == []


def test_days_without_a_number_are_missing_never_zero() -> None:
    diary = made(STRIPS["AN-04"], 0)
    unnumbered = [
        {**body, "severity_nrs": None, "hard_day": True} if on_turning_weekdays(number) else body
        for number, body in enumerate(diary.bodies("symptom"))
    ]
    missing = Diary({**diary.records, "symptom": unnumbered}, {}, TODAY)
    assert patterns.compared(missing, patterns.weighed(TODAY)) == []


@pytest.mark.parametrize(("marked", "others", "enough"), [(5, 5, True), (4, 9, False), (9, 4, False)])
def test_a_comparison_needs_its_days_of_both_kinds(marked: int, others: int, enough: bool) -> None:
    numbers = [on.toordinal() for _, on in days(4)][: marked + others]
    marks = {number: place < marked for place, number in enumerate(numbers)}
    body = [{"on": date.fromordinal(n).isoformat(), "severity_nrs": 5} for n in numbers]
    diary = Diary({"symptom": body}, {}, TODAY)
    units = of_days(diary, Span(numbers[0], numbers[-1]), marks, 14)
    phrases = patterns.heat.PHRASES
    assert (compare("AN-04", "heat", phrases, units, patterns.heat.LEAST) is not None) is enough


def test_infection_marks_the_three_days_after_and_says_that_it_settles() -> None:
    def state(number: int) -> Body:
        return {"infection": {"state": "yes" if number % 21 in (8, 9) else "no"}}

    records: dict[str, list[Body]] = {"symptom": [], "daily": []}
    for number, on in days():
        ill = number % 21 in (8, 9, 10, 11, 12)
        day = on.isoformat()
        records["symptom"].append({"on": day, "severity_nrs": 3 + number % 2 + 3 * ill})
        records["daily"].append({"on": day, **state(number)})
    found = insights(Diary(records, {}, TODAY), 90)
    [told] = found["patterns"]
    assert told["rule"] == "AN-06" and told["note"] == "This often settles as the infection settles."
    assert told["marked"] >= 5 * 7


def test_the_mind_names_only_what_was_met() -> None:
    low = made(lambda yes: {"mood": "low" if yes else "good"}, 3, kind="mood")
    [told] = insights(low, 90)["patterns"]
    assert told["sentence"].startswith("Days of low mood hurt about 3 points more")
    alone = made(lambda yes: {"alone_too_much": yes, "mood": "low" if yes else "so_so"}, 3, kind="mood")
    [told] = insights(alone, 90)["patterns"]
    assert told["sentence"].startswith("Days of low mood or too much time alone hurt about 3 points")


def test_at_most_three_and_one_of_each_rule() -> None:
    everything = [strip for rule, strip in STRIPS.items()]

    def all_at_once(yes: bool) -> Body:
        return {name: value for strip in everything for name, value in strip(yes).items()} | {
            "wheelchair_hours": 12 if yes else 2
        }

    told = patterns.told(made(all_at_once, 3), patterns.weighed(TODAY))
    rules = [one.comparison.rule for one in told]
    assert len(rules) == 3 == len(set(rules))


@pytest.mark.parametrize("later", range(28))
def test_the_answer_stays_for_four_weeks_however_often_one_looks(later: int) -> None:
    today = TODAY + timedelta(days=later)
    assert patterns.weighed(today) == patterns.weighed(TODAY)
    assert patterns.next_weighing(today) == TODAY + timedelta(days=28)
    assert patterns.weighed(TODAY).last == LAST.toordinal()
    assert patterns.weighed(TODAY).days == patterns.DAYS


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 22), date(2027, 1, 15)])
def test_the_demo_person_is_told_of_her_injections_and_of_nothing_else(day: date) -> None:
    """She hurts 24 to 48 hours after most of them, since that is how her story is written."""
    written: dict[str, tuple[str, Body]] = {}
    for op in build(day).ops:
        if op["t"] == "put":
            kind, body = written.get(op["id"], (op["kind"], {}))
            written[op["id"]] = (kind, {**body, **op["set"]})
        elif op["t"] == "del":
            del written[op["id"]]
    records: dict[str, list[Body]] = {}
    for kind, body in written.values():
        records.setdefault(kind, []).append(body)
    medicines = {name: body for name, (kind, body) in written.items() if kind == "medicine"}
    [told] = insights(Diary(records, medicines, day), 90)["patterns"]
    assert (told["rule"], told["comparison"], told["points"]) == ("AN-01", "24_48", 2)
    assert told["n"] < told["of"]


def test_chance_marks_do_not_keep_to_weekdays() -> None:
    units = of_days(made(STRIPS["AN-04"], 0), patterns.weighed(TODAY), {
        on.toordinal(): on_turning_weekdays(number) for number, on in days()
    })  # fmt: skip
    assert not keeps_to_weekdays(units)
