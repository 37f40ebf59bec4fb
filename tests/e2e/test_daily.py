"""The rest of the day and mood: by tap, by keyboard alone, by name; kept, taken back, undone."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e import acts
from tests.e2e.keyboard import reach
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]


def row(phone: Phone, title: str) -> Locator:
    return phone.page.get_by_role("button", name=re.compile(f"^{title}"))


def chip(phone: Phone, group: str, name: str) -> Locator:
    return phone.page.get_by_role("group", name=group, exact=True).get_by_role(
        "button", name=name, exact=True
    )


def heading(phone: Phone, text: str) -> None:
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(text)


def chosen(target: Locator) -> None:
    expect(target).to_have_attribute("aria-pressed", "true")


def kept(phone: Phone, kind: str) -> dict[str, Any]:
    """The fields written of a kind so far, the last word of each."""
    said: dict[str, Any] = {}
    for store, rows in json.loads(phone.stored()).items():
        if store.endswith("/ops"):
            for op in sorted(rows, key=lambda one: int(one["n"])):
                said |= op.get("set") or {} if op["kind"] == kind else {}
    return said


def test_a_day_is_told_by_tap_and_taken_back(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/day")
    row(phone, "Sleep").tap()
    heading(phone, "How did you sleep?")
    phone.page.get_by_role("button", name="Hours of sleep: more").tap()
    expect(phone.page.get_by_text("7 hours", exact=True)).to_be_visible()
    phone.page.get_by_role("button", name="Hours of sleep: less").tap()
    poor = chip(phone, "How good was it?", "Poor")
    poor.tap()
    chosen(poor)
    phone.button("Done").tap()
    expect(row(phone, "Sleep")).to_contain_text("6 and a half hours, poor")
    row(phone, "Other symptoms").tap()
    chip(phone, "Fatigue", "Worse").tap()
    chosen(chip(phone, "Fatigue", "Worse"))
    phone.button("More symptoms").tap()
    chip(phone, "Bladder change", "New").tap()
    chosen(chip(phone, "Bladder change", "New"))
    phone.page.reload()
    chosen(chip(phone, "Fatigue", "Worse"))
    chip(phone, "Fatigue", "Worse").tap()
    expect(chip(phone, "Fatigue", "Worse")).to_have_attribute("aria-pressed", "false")
    phone.button("Done").tap()
    expect(row(phone, "Other symptoms")).to_contain_text("New: bladder change")
    said = kept(phone, "daily")
    assert said["sleep_hours"] == 6.5 and said["symptoms"] is None
    assert said["intimate"] == [{"symptom": "bladder", "change": "new"}]


def test_all_as_usual_says_what_it_stores_and_can_be_undone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/day")
    chip(phone, "Which day?", "Yesterday").tap()
    heading(phone, "Anything different yesterday?")
    row(phone, "Other symptoms").tap()
    chip(phone, "Balance", "Worse").tap()
    chosen(chip(phone, "Balance", "Worse"))
    phone.button("Done").tap()
    chip(phone, "Which day?", "Today").tap()
    usual = row(phone, "All as usual")
    expect(usual).to_contain_text("Energy and balance")
    usual.tap()
    expect(usual).to_have_count(0)
    expect(row(phone, "Other symptoms")).to_contain_text("As usual: balance")
    said = kept(phone, "daily")
    assert said["energy"] == "usual" and said["symptoms"] == [{"symptom": "balance", "change": "usual"}]
    assert not {"fatigue_nrs", "stress_nrs", "sleep_hours"} & said.keys(), "no number nobody gave"
    phone.button("Undo").tap()
    expect(usual).to_be_visible()
    expect(row(phone, "Other symptoms")).to_contain_text("Not said")


def test_by_keyboard_alone_and_mood_is_its_own_record(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/day")
    reach(phone, "Stress")
    phone.page.keyboard.press("Enter")
    heading(phone, "How much stress was there?")
    reach(phone, "4")
    phone.page.keyboard.press("Space")
    chosen(phone.page.get_by_role("button", name="4", exact=True))
    reach(phone, "Done")
    phone.page.keyboard.press("Enter")
    expect(row(phone, "Stress")).to_contain_text("4 of 10")
    row(phone, "Mood").tap()
    heading(phone, "Mood")
    expect(phone.page.get_by_text("Mood is shared with nobody unless you share it.")).to_be_visible()
    expect(phone.page.get_by_text("Little interest or pleasure")).to_have_count(0)
    chip(phone, "How is your mood?", "Low").tap()
    chip(phone, "Were you alone too much?", "No").tap()
    row(phone, "Two more questions").tap()
    expect(phone.button("Next")).to_have_count(0)
    phone.button("Several days").tap()
    phone.button("Next").tap()
    expect(phone.page.get_by_role("heading", name="Feeling down, depressed, or hopeless")).to_be_visible()
    phone.button("Nearly every day").tap()
    chosen(phone.button("Nearly every day"))
    phone.button("Done").tap()
    chosen(chip(phone, "How is your mood?", "Low"))
    said = kept(phone, "mood")
    assert (said["mood"], said["alone_too_much"], said["phq2"]) == ("low", False, [1, 3])
    assert kept(phone, "daily").keys() == {"on", "stress_nrs"}
