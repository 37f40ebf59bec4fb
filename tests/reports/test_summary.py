"""The first page says what is there, compares only where there is enough, and never fills a gap."""

from typing import Any

from backend.reports.build import PARTS, TITLES
from tests.reports.world import KNEE, LAST, Diary, ago, block, full_diary, line, section


def test_an_empty_diary_reads_well() -> None:
    report = Diary().report()
    assert line(report, "summary.days") == [
        "0 of 90 logged, 90 not. Nothing is assumed for days without an entry."
    ]
    assert line(report, "summary.patterns") == ["No clear pattern in these days."]
    assert line(report, "summary.safety") == ["None."]
    assert "Too few days to compare: 0 logged then, 0 now." in line(report, "summary.change")
    assert {point["worst"] for point in block(report, "summary.chart")["data"]["points"]} == {None}
    assert "[]" not in str(report["sections"]) or all(
        one.get("empty") for part in report["sections"] for one in part["blocks"] if one.get("rows") == []
    )


def test_a_day_without_an_entry_is_missing_and_a_day_of_no_pain_is_not() -> None:
    diary = Diary()
    diary.pain(0, 0)
    diary.pain(2, 6)
    points = block(diary.report(), "summary.chart")["data"]["points"]
    assert [point["worst"] for point in points[-3:]] == [6, None, 0]
    assert line(diary.report(), "summary.days")[0].startswith("2 of 90 logged, 88 not.")


def test_a_hard_day_has_no_number_and_is_said() -> None:
    diary = Diary()
    diary.pain(0, None, hard_day=True)
    assert "1 day marked hard, without a number." in line(diary.report(), "summary.days")[0]
    assert line(diary.report(), "summary.sites") == ["Right hip: 1 day, no number."]


def test_a_span_counts_for_each_of_its_days() -> None:
    diary = Diary()
    diary.pain(5, 6, until_on=ago(3))
    assert line(diary.report(), "summary.sites") == ["Right hip: 3 days, median 6, worst 6."]


def change_of(diary: Diary) -> list[str]:
    return line(diary.report(), "summary.change")[1:]


def test_what_is_new_worse_better_and_gone_since_the_visit() -> None:
    diary = Diary()
    diary.put("appointment", on=ago(40), at=f"{ago(40)}T10:00:00+01:00")
    wrist, foot = ({"region": region, "side": "left"} for region in ("wrist", "foot"))
    for day in range(40, 54):
        diary.pain(day, 4)
        diary.pain(day, 7, regions=[KNEE])
        diary.pain(day, 5, regions=[wrist])
    for day in range(14):
        diary.pain(day, 6)
        diary.pain(day, 5, regions=[KNEE])
        diary.pain(day, 3, regions=[foot])
    assert change_of(diary) == [
        "New: Left foot or toes (14 days, median 3)",
        "Worse: Right hip (median 4 then, 6 now)",
        "Better: Left knee (median 7 then, 5 now)",
        "Gone: Left wrist (was 14 days, median 5)",
    ]
    assert line(diary.report(), "summary.change")[0] == (
        "Last 4 weeks (25 Oct to 21 Nov) against the 4 weeks up to the visit of 12 Oct (15 Sep to 12 Oct)."
    )


def test_one_point_is_no_change() -> None:
    diary = Diary()
    for day in range(10):
        diary.pain(day, 5)
        diary.pain(day + 70, 4)
    assert change_of(diary) == ["Nothing new, worse, better or gone."]


def test_few_days_are_not_compared() -> None:
    diary = Diary()
    for day in range(20):
        diary.pain(day, 5)
    diary.pain(80, 2)
    assert change_of(diary) == ["Too few days to compare: 1 logged then, 20 now."]


def injected(weeks: int, entries_a_day: int) -> list[str]:
    diary = Diary()
    medicine = diary.put("medicine", **{"class": "interferon_beta"})
    for week in range(weeks):
        at = f"{ago(week * 7 + 3)}T20:00:00+01:00"
        diary.put("dose", medicine_id=medicine, at=at, status="taken")
        for hour in range(9, 9 + entries_a_day):
            for since, nrs in ((1, 4), (2, 7), (3, 3)):
                diary.pain(week * 7 + 3 - since, nrs, hour)
    return line(diary.report(), "summary.injections")


def test_injections_are_compared_in_three_windows() -> None:
    assert injected(4, 2) == [
        "Median pain: 4 in the first 24 hours (8 entries), 7 from 24 to 48 hours (8 entries),"
        " 3 later, until the next (8 entries).",
        "4 injections in this period, about every 7 days. It may be chance.",
    ]


def test_too_few_injections_or_entries_are_not_compared() -> None:
    for weeks, entries in ((3, 4), (4, 1)):
        assert injected(weeks, entries)[0].endswith("Too few entries to compare pain after them.")


def test_every_other_day_has_no_quiet_part() -> None:
    diary = Diary()
    medicine = diary.put("medicine", **{"class": "interferon_beta"})
    for number in range(20):
        diary.put("dose", medicine_id=medicine, at=f"{ago(number * 2 + 2)}T20:00:00+01:00", status="taken")
        diary.pain(number * 2 + 1, 4)
        diary.pain(number * 2, 6)
    said = " ".join(line(diary.report(), "summary.injections"))
    assert "4 in the first 24 hours" in said and "6 from 24 to 48 hours" in said and "later" not in said
    assert "There is no quiet time between injections to compare with." in said


def test_what_did_nothing_is_counted() -> None:
    diary = Diary()
    for day in range(6):
        diary.pain(day, 6, relief=[{"what": "heat_pack", "before_nrs": 6, "after_nrs": 4 if day > 1 else 6}])
    assert line(diary.report(), "summary.relief") == [
        "Heat pack: 6 times; 2 points less (median), no gain 2 of 6 times."
    ]


def test_an_event_stands_with_the_persons_words() -> None:
    diary = Diary()
    diary.put("event", type="new_aid", on=ago(9), detail="A stick, left hand.")
    diary.put("event", type="illness", on=ago(4))
    assert line(diary.report(), "summary.events") == [
        "12 Nov 2026: New aid: “A stick, left hand.”",
        "17 Nov 2026: Illness.",
    ]


def test_at_most_three_questions_stand_on_the_first_page_and_all_below() -> None:
    report = full_diary().report()
    assert line(report, "summary.questions")[:3] == ["Why?", "#panic()", "What now?"]
    assert len(block(report, "wishes.questions")["rows"]) == 4


def test_parts_can_be_chosen_and_anything_left_out() -> None:
    diary = full_diary()
    report = diary.report(parts=("summary", "events"))
    assert [one["id"] for one in report["sections"]] == ["summary", "events", "method"]
    # What it rests on is always said.
    whole = [part for part in diary.report(parts=tuple(TITLES))["sections"] if part["id"] != "method"]
    for one in (one for part in whole for one in part["blocks"]):
        for name in [one["id"], *[row["id"] for row in one.get("rows", ())][:2]]:
            assert name not in ids_of(diary.report(parts=tuple(TITLES), leave_out=[name]))
    assert section(diary.report(leave_out=["method.list"]), "method")


def ids_of(report: dict[str, Any]) -> set[str]:
    blocks = [one for part in report["sections"] for one in part["blocks"]]
    return {one["id"] for one in blocks} | {row["id"] for one in blocks for row in one.get("rows", ())}


def test_mood_and_what_is_intimate_are_there_only_when_asked_for() -> None:
    diary = full_diary()
    diary.pain(1, 5, triggers=["alone", "stress", "full_bladder"])
    diary.put("symptom", symptom="low_mood", severity_nrs=8, on=ago(1), regions=[KNEE])
    usual, asked = diary.report(), diary.report(parts=tuple(TITLES))
    for word in ("Being alone", "alone", "full bladder"):
        assert word not in str(usual["sections"])
    assert "full bladder" in str(asked["sections"]).lower()
    assert "Low mood, left knee" not in str(usual["sections"])
    for word in ("PHQ-2", "Bladder change", "Low mood"):
        assert word not in str(usual["sections"])
    assert "'PHQ-2', '3 of 6 on 18 Nov 2026.'" in str(section(asked, "mood"))
    assert "Bladder change" in str(section(asked, "mood")) and "Low mood" in str(section(asked, "safety"))


def test_a_part_whose_scope_is_closed_is_not_there_at_all() -> None:
    diary = full_diary()
    for scope in ("symptoms", "daily", "mood", "medicines", "exercise", "profile", "appointments", "safety"):
        report = diary.report(read=frozenset({scope}), parts=tuple(TITLES))
        ids = {one["id"] for one in report["sections"]}
        assert ids - {"summary", "method", "wishes", "mood"} <= {
            name for name, (_, needed) in PARTS.items() if set(needed) <= {scope}
        }
        for other, word in (
            ("symptoms", "Right hip"),
            ("medicines", "Weekly"),
            ("profile", "The pond"),
            ("appointments", "panic"),
            ("daily", "fall"),
            ("safety", "After a fall or a blow"),
        ):
            if other != scope and not (scope == "safety" and other == "daily"):
                assert word not in str(report["sections"]), (scope, word)  # fmt: skip


def test_the_page_says_who_wrote_it_and_when() -> None:
    report = full_diary().report(by="Daniel")
    assert report["title"] == "Pain report: Rosa Keller"
    assert report["period"] == "24 Aug to 21 Nov 2026 (90 days)"
    assert report["lead"].endswith("Made by Daniel from what Rosa Keller shares.")
    assert report["to"] == LAST.isoformat()
