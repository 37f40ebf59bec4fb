"""The parts after the first page hold what a clinician asks for, as it was noted, and nothing more."""

from tests.reports.world import HIP, KNEE, Diary, ago, block, full_diary, line


def test_doses_are_counted_as_noted_and_a_medicine_without_any_is_not_in_the_table() -> None:
    diary = Diary()
    drops = diary.put("medicine", regimen={"name": "Drops", "dose_text": "5"}, **{"class": "painkiller"})
    diary.put("medicine", regimen={"name": "Never noted"}, **{"class": "opioid"})
    bare = diary.put("medicine", **{"class": "muscle_relaxant"})
    for number, status in enumerate(("taken", "taken", "late", "skipped", "taken")):
        diary.put("dose", medicine_id=drops, slot=f"{ago(number)}T08:00", status=status)
    diary.put("dose", medicine_id=bare, slot=f"{ago(3)}T08:00", status="skipped")
    diary.put("dose", medicine_id=drops, slot=f"{ago(100)}T08:00", status="taken")
    diary.put("dose", medicine_id="of no medicine", slot=f"{ago(3)}T08:00", status="taken")
    assert [row["cells"] for row in block(diary.report(), "medicines.doses")["rows"]] == [
        ["Drops, 5", "3", "1", "1"],
        ["Muscle relaxant", "0", "0", "1"],
    ]


def test_a_dose_noted_by_two_people_counts_once_until_they_say_that_it_was_two() -> None:
    diary = Diary()
    drops = diary.put("medicine", regimen={"name": "Drops"}, **{"class": "painkiller"})
    for at, beside in (("08:00", None), ("08:05", None), ("08:10", None)):
        told = {"medicine_id": drops, "slot": f"{ago(2)}T08:00", "at": f"{ago(2)}T{at}:00+01:00"}
        first = diary.put("dose", status="taken", **told, beside=beside)
    diary.put("dose", status="taken", medicine_id=drops, slot=f"{ago(2)}T08:00", beside=first)
    diary.put("dose", status="skipped", medicine_id=drops, slot=f"{ago(2)}T08:00")
    report = diary.report()
    assert [row["cells"] for row in block(report, "medicines.doses")["rows"]] == [["Drops", "2", "0", "1"]]
    assert line(report, "medicines.twice.row") == [
        "2 doses were noted twice, and nobody has said yet whether that was one dose or two."
        " Each is counted once.",
    ]


def test_minutes_until_pain_stops_something_are_told_by_halves() -> None:
    diary = Diary()
    for number in range(8):
        walk = {"activity": "walking", "minutes": 20 if number < 4 else 5}
        diary.pain(
            number * 12,
            5,
            stops_me=[walk, {"activity": "sitting", "minutes": 30 + number}][: 1 + (number < 2)],
        )
        # A day counts with its shortest.
        diary.pain(number * 12, 5, hour=18, stops_me=[{"activity": "walking", "minutes": 60}])
    diary.pain(1, 5, stops_me=[{"activity": "dressing"}])
    assert [row["cells"] for row in block(diary.report(), "strength.minutes")["rows"]] == [
        ["Walking", "5 minutes (4 days)", "20 minutes (4 days)"],
        ["Sitting", "not noted", "31, 30 (too few to compare)"],
    ]


def test_without_any_minutes_there_is_no_table_of_them() -> None:
    diary = Diary()
    diary.pain(1, 5, stops_me=[{"activity": "dressing"}])
    assert "strength.minutes" not in str(diary.report())


def test_sides_are_counted_once_for_each_entry() -> None:
    diary = Diary()
    diary.put("profile", weaker_side="right", aids=[{"aid": "stick", "hand": "left"}])
    diary.pain(1, 5, regions=[HIP, {"region": "knee", "side": "right"}])
    diary.pain(2, 5, regions=[KNEE])
    diary.pain(3, 5, regions=[HIP, KNEE])
    diary.pain(4, 5, regions=[{"region": "foot", "side": "both"}])
    diary.pain(5, 5, regions=[{"region": "lower_back", "side": "middle"}])
    assert line(diary.report(), "places.sides") == [
        "Left only 1, right only 1, both 2 of 5 entries.",
        "The right side is the weaker one.",
        "The aid is on the left.",
    ]
    without = diary.report(read=frozenset({"symptoms"}))
    assert line(without, "places.sides") == ["Left only 1, right only 1, both 2 of 5 entries."]


def test_bone_pain_stands_beside_steroids_and_only_there() -> None:
    diary = Diary()
    for number in range(3):
        diary.pain(number, 5)
    diary.pain(9, 5, regions=[{"region": "lower_back", "side": "middle"}])
    assert "medicines.bones" not in str(diary.report())
    diary.put("profile", steroids={"times": "2_4", "route": "drip", "last_on": "2026-05-01"})
    assert line(diary.report(), "medicines.steroids") == ["2 to 4 times, by drip, last on 1 May 2026."]
    assert line(diary.report(), "medicines.bones") == ["An entry of pain there on 3 days of this period."]


def test_causes_are_those_told_of_and_beside_them_those_that_were_not() -> None:
    diary = Diary()
    diary.put("profile", conditions=["multiple_sclerosis", "osteoarthritis", "sciatica"])
    told = [row["cells"][0] for row in block(diary.report(), "causes.list")["rows"]]
    assert told == ["Worn joints (osteoarthritis)", "Nerve pain down the leg (sciatica)"]
    [others] = line(diary.report(), "causes.others")
    assert others.startswith("Joint inflammation (rheumatoid arthritis); gout; ")
    assert "osteoarthritis" not in others and "multiple" not in others.lower()


def test_hopes_and_worries_stand_with_what_the_person_wants() -> None:
    report = full_diary()
    answers = {"wish": {"text": "To walk to the shop."}, "worry": {"text": "That it stays."}}
    report.put("story", label="Knee", on=ago(9), answers=answers)
    made = report.report()
    assert [row["cells"] for row in block(made, "wishes.hopes")["rows"]] == [
        ["I want from treatment", "To walk to the shop."],
        ["What worries me", "That it stays."],
    ]
    assert str(made).count("That it stays.") == 1


def test_what_is_said_of_a_place_says_of_how_many_entries() -> None:
    diary = Diary()
    for number in range(9):
        diary.pain(number, 5, words=["aching"], patterns=["constant"] if number < 2 else [])
    rows = {row["cells"][0]: row["cells"][1] for row in block(diary.report(), "story.hip.right")["rows"]}
    assert (rows["Entries"], rows["Words"], rows["Pattern"]) == ("9", "Aching (9)", "There all the time (2)")


def test_words_that_end_with_a_full_stop_get_no_second_one() -> None:
    diary = Diary()
    before = {"choices": ["had_before"], "text": "Last winter."}
    diary.put("story", label="Hip", on=ago(9), answers={"before": before})
    assert "That was: Last winter." in str(diary.report()) and "winter.." not in str(diary.report())
