"""The guided session in a real browser: offline, on time, through calls and kills, by voice, by keyboard."""

import datetime
import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
# A Monday: each day of the week begins with another movement.
NOON = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
# What a call does to a page: it is no longer in front.
SIGHT = """(value) => {
  Object.defineProperty(document, 'visibilityState', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def to_the_first_movement(phone: Phone) -> None:
    """From Today through the set-up card and the start check."""
    phone.button("Start").tap()
    phone.button("All ready").tap()
    phone.button("None of these").tap()
    expect(phone.page.get_by_text("Movement 1 of")).to_be_visible()


def count(page: Page) -> str:
    return page.locator(".player-number").inner_text()


def sessions(phone: Phone) -> list[dict[str, Any]]:
    """Bodies of the sessions this phone shows."""
    stored = json.loads(phone.stored())
    rows = [row["rec"] for name, rows in stored.items() if name.endswith("/shown") for row in rows]
    return [rec["body"] for rec in rows if rec["kind"] == "session" and not rec["deleted"]]


def test_a_session_goes_from_today_to_the_question_after_it_without_a_network(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    acts.log(phone, 4)
    to_the_first_movement(phone)
    while phone.page.get_by_role("heading", name="All done").count() == 0:
        if phone.page.get_by_text("Movement 2 of").count():
            phone.button("Start").or_(phone.button("Pause")).or_(phone.button("I am ready")).first.wait_for()
        phone.button("Skip").tap()
        phone.page.wait_for_timeout(50)
    phone.button("Easier").tap()
    expect(phone.button("Easier")).to_have_attribute("aria-pressed", "true")
    phone.button("Some effort").tap()
    phone.button("To Today").tap()
    expect(phone.page.get_by_role("heading", name="Done for today")).to_be_visible()
    (body,) = sessions(phone)
    assert body["felt"] == "easier" and body["pain_before_nrs"] == 4
    assert {row["outcome"] for row in body["done"]} == {"skipped"}


def test_a_strong_pain_changes_the_card_before_the_eyes(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    expect(phone.page.get_by_role("heading", name=re.compile("^8 minutes"))).to_be_visible()
    acts.number(phone, 7)
    acts.place(phone)
    phone.button("Done").tap()
    acts.none_of_these(phone)
    card = phone.page.get_by_role("region", name=re.compile("^3 minutes, .*because pain is 7 today$"))
    expect(card).to_be_visible()
    card.get_by_role("button", name="Why this today").tap()
    expect(card.get_by_role("link", name=re.compile("^From:")).first).to_be_visible()


def test_the_clock_is_right_to_a_tenth_and_waits_for_a_phone_that_slept(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    page = phone.page
    page.clock.install(time=NOON)
    acts.start_now(phone)
    to_the_first_movement(phone)
    page.clock.pause_at(NOON + datetime.timedelta(hours=1))
    phone.button("Start").tap()
    # Trunk turn, 5 times to each side, 4 seconds each.
    for passed, shown in ((50, "1"), (3850, "1"), (150, "2"), (15_900, "5")):
        page.clock.run_for(passed)
        assert count(page) == shown, (passed, count(page))
    expect(page.locator(".player-side")).to_have_text("Left side")
    page.clock.run_for(150)
    expect(page.locator(".player-side")).to_have_text("Right side")
    # Timers that come late: the clock is looked at once, and right all the same.
    page.clock.fast_forward(4500)
    assert count(page) == "2"
    page.clock.fast_forward(3_600_000)
    expect(page.get_by_text("Paused. Take your time.")).to_be_visible()
    assert count(page) == "2"
    phone.button("Go on").tap()
    page.clock.run_for(3500)
    assert count(page) == "3"


def test_a_call_and_a_kill_leave_it_at_the_same_step(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.page.clock.install(time=NOON)
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    to_the_first_movement(phone)
    phone.button("Start").tap()
    phone.wait_for(lambda: count(phone.page) == "2")
    phone.page.evaluate(SIGHT, "hidden")
    phone.page.wait_for_timeout(4500)
    phone.page.evaluate(SIGHT, "visible")
    expect(phone.page.get_by_text("Paused. Take your time.")).to_be_visible()
    assert count(phone.page) == "2"
    phone.kill()
    phone.start(offline=True)
    phone.page.clock.install(time=NOON + datetime.timedelta(minutes=5))
    phone.open("/")
    phone.page.get_by_role("link", name="Go on").tap()
    assert count(phone.page) == "2"
    phone.button("Go on").tap()
    phone.wait_for(lambda: count(phone.page) == "3")
    phone.page.wait_for_timeout(1500)
    phone.page.reload()
    expect(phone.page.get_by_text("Paused. Take your time.")).to_be_visible()
    assert count(phone.page) == "3"


def test_easier_at_once_then_stopped_is_a_good_choice(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    to_the_first_movement(phone)
    was = phone.page.get_by_role("heading", level=1).inner_text()
    phone.button("Start").tap()
    phone.button("Make it easier").tap()
    expect(phone.page.get_by_role("heading", level=1)).not_to_have_text(was)
    expect(phone.page.get_by_text("Movement 1 of")).to_be_visible()
    phone.button("Start").tap()
    phone.wait_for(lambda: phone.page.locator(".player-count").count() == 1)
    phone.page.wait_for_timeout(1200)
    phone.button("Stop").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Stopped. That was a good choice.")
    phone.button("Worse").tap()
    phone.button("To Today").tap()
    expect(phone.page.get_by_role("heading", name="Stopped early today")).to_be_visible()
    (body,) = sessions(phone)
    assert body["felt"] == "worse" and body["done"][0]["outcome"] == "stopped"


def test_what_was_left_on_today_is_kept_as_stopped(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    to_the_first_movement(phone)
    phone.button("Start").tap()
    phone.page.wait_for_timeout(1500)
    phone.open("/")
    phone.button("Leave it").tap()
    expect(phone.page.get_by_role("heading", name="Stopped early today")).to_be_visible()
    assert sessions(phone)[0]["done"][0]["outcome"] == "stopped"


def test_a_sign_before_the_start_leads_to_the_questions(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.button("Start").tap()
    phone.button("All ready").tap()
    phone.button("Sight worse").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")
    phone.open("/")
    expect(phone.button("Start")).to_be_visible()
    assert sessions(phone) == []


def test_the_whole_of_it_by_keyboard(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    page = phone.page
    phone.button("Start").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    for name in ("All ready", "None of these", "Start"):
        reach(page, name)
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
    # The button that starts is the one that pauses: the focus stays on it.
    expect(phone.button("Pause")).to_be_focused()
    page.wait_for_timeout(800)
    page.keyboard.press("Enter")
    expect(phone.button("Go on")).to_be_focused()
    reach(page, "Stop")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def reach(page: Page, name: str) -> None:
    """Tab until the button of this name has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")
