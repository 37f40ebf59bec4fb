"""AN-01 for each product's rhythm: what is compared with what, and what is said where nothing can be."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.domain.insights import Diary, injection, insights, patterns
from backend.domain.insights.diary import last_days
from backend.domain.insights.rounds import of_diary
from backend.domain.insights.table import Table

TODAY = datetime(2026, 11, 9, tzinfo=UTC)
WEEKLY, TWO_WEEKLY, MONTHLY, HALF_YEARLY = (7,), (14,), (28,), (182,)
DAILY, EVERY_OTHER_DAY, THREE_A_WEEK = (1,), (2,), (2, 2, 3)


def at(moment: datetime) -> dict[str, str]:
    return {"at": moment.isoformat(), "on": moment.date().isoformat()}


def diary(
    steps: tuple[int, ...],
    points: tuple[int, int] = (0, 0),
    weeks: int = 26,
    usual: int = 4,
    medicine: dict[str, Any] | None = None,
    forgotten: frozenset[int] = frozenset(),
    site: str | None = None,
) -> Diary:
    """Injections at half past seven in the evening; entries in the morning and at night.

    points: added 0 to 24 and 24 to 48 hours after each, noted or not.
    """
    begin = TODAY - timedelta(weeks=weeks)
    injected, moment = [], begin.replace(hour=19, minute=30)
    while moment < TODAY:
        injected.append(moment)
        moment += timedelta(days=steps[(len(injected) - 1) % len(steps)])
    entries = []
    for hour in range(8, weeks * 7 * 24, 12):
        now = begin + timedelta(hours=hour)
        since = [now - one for one in injected if one <= now]
        slot = since[-1] // timedelta(days=1) if since else 9
        more = points[slot] if slot < 2 else 0
        entries.append({**at(now), "symptom": "pain", "severity_nrs": usual + more + (hour % 84 == 8)})
    doses = [
        {**at(one), "medicine_id": "m", "status": "taken"} | ({"body_site": site} if site else {})
        for number, one in enumerate(injected)
        if number not in forgotten
    ]
    medicines = {"m": medicine or {"class": "interferon_beta"}}
    return Diary({"symptom": entries, "dose": doses}, medicines, TODAY.date())


def names(one: Diary) -> list[str]:
    return [found.name for found in injection.weigh(one, patterns.weighed(one.today))]


def table(one: Diary) -> Table:
    return injection.table(one, last_days(one.today, 183))


@pytest.mark.parametrize("steps", [WEEKLY, TWO_WEEKLY, MONTHLY, THREE_A_WEEK])
def test_where_there_is_quiet_time_both_days_are_held_against_it(steps: tuple[int, ...]) -> None:
    assert names(diary(steps)) == ["0_24", "24_48"]


def test_a_weekly_injection_whose_first_day_hurts_more_is_told_with_its_count() -> None:
    found = insights(diary(WEEKLY, (2, 0)), 90)
    [told] = found["patterns"]
    assert told["rule"] == "AN-01" and told["comparison"] == "0_24"
    assert told["sentence"].startswith("The day after injection hurt about 2 points more, ")
    assert told["sentence"].endswith(" times. It may be chance, or the day of the week.")
    assert told["note"] == "Worth telling the MS nurse."
    rows = {row["part"]: row["median_nrs"] for row in found["series"]["injections"]["rows"]}
    assert rows == {"0_24": 6, "24_48": 4, "later": 4}


def test_the_second_day_is_told_where_it_is_the_worse_one() -> None:
    [told] = insights(diary(WEEKLY, (1, 3)), 90)["patterns"]
    assert told["sentence"].startswith("The second day after injection hurt about 3 points more, ")


def test_every_other_day_leaves_no_quiet_time_so_the_two_days_are_compared() -> None:
    one = diary(EVERY_OTHER_DAY, (2, 0))
    assert names(one) == ["first_or_second"]
    assert table(one).sentence == injection.WHY_NOT["every_other_day"]
    assert table(one).rows[2]["entries"] == 0
    [told] = insights(one, 90)["patterns"]
    assert told["sentence"].startswith(
        "The first day after injection hurt about 2 points more than the second, "
    )
    # Every other day meets each weekday in turn.
    assert told["sentence"].endswith(" times. It may be chance.")


def test_three_a_week_have_quiet_time_in_the_long_gap_alone_and_need_six_weeks() -> None:
    assert names(diary(THREE_A_WEEK, weeks=6)) == []
    assert table(diary(THREE_A_WEEK, weeks=6)).sentence == injection.WHY_NOT["short"]
    long = diary(THREE_A_WEEK)
    assert table(long).sentence == "Little quiet time to compare: only the longer gap of each week has any."
    later = [part for part in of_diary(long, last_days(long.today, 182)).parts if part.slot >= 2]
    assert {part.slot for part in later} == {2}


def test_a_daily_injection_leaves_nothing_to_compare() -> None:
    one = diary(DAILY, (3, 3))
    assert names(one) == []
    assert table(one).sentence == "No comparison: with an injection each day there is no day without."
    assert insights(one, 90)["patterns"] == []


def test_one_or_two_injections_in_half_a_year_are_too_few() -> None:
    one = diary(HALF_YEARLY, (3, 3))
    assert names(one) == []
    assert table(one).sentence == "No comparison yet: it takes 4 injections."


def test_it_takes_four_injections_and_eight_entries_in_each_part() -> None:
    assert table(diary(WEEKLY, weeks=3)).sentence == "No comparison yet: it takes 4 injections."
    four = diary(WEEKLY, weeks=4)
    # Two entries a day make eight in the first 24 hours after four injections; one a day is too few.
    assert names(four) == ["0_24", "24_48"]
    fewer = Diary({**four.records, "symptom": four.bodies("symptom")[::2]}, four.medicines, four.today)
    assert names(fewer) == []
    assert table(fewer).sentence == "No comparison yet: it takes 8 entries in each part."
    assert 0 < table(fewer).rows[0]["entries"] < 8


def test_an_injection_nobody_noted_is_not_taken_for_quiet_time() -> None:
    one = diary(WEEKLY, (3, 0), forgotten=frozenset({4, 9}))
    rounds = of_diary(one, last_days(one.today, 182))
    assert max(part.slot for part in rounds.parts) == 6
    assert table(one).rows[2]["median_nrs"] == 4


def test_no_injections_are_said_and_tablets_are_none() -> None:
    tablets = diary(DAILY, medicine={"class": "muscle_relaxant"})
    assert names(tablets) == [] and table(tablets).sentence == "No injections noted in this time."
    assert table(tablets).rows == []


def test_another_medicine_counts_where_a_place_on_the_body_was_noted() -> None:
    other = {"class": "disease_modifying"}
    assert names(diary(MONTHLY, medicine=other, site="thigh_left")) == ["0_24", "24_48"]
    assert names(diary(MONTHLY, medicine=other)) == []


def test_a_skipped_dose_is_no_injection() -> None:
    one = diary(WEEKLY)
    skipped = [{**dose, "status": "skipped"} for dose in one.bodies("dose")]
    assert names(Diary({**one.records, "dose": skipped}, one.medicines, one.today)) == []
