"""From an entry to the message it calls for, with and without a network."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
NONE = "None of these"


def test_an_emergency_offline_is_answered_and_gone(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    server.stop()
    log_chest(phone)
    phone.button("Are you more short of breath than usual?").tap()
    next_(phone)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Chest pain or tightness")
    call = phone.page.get_by_role("link", name=re.compile(r"^Call \d+ now"))
    expect(call).to_have_attribute("href", re.compile(r"^tel:\d+$"))
    phone.page.go_back()
    phone.open("/check/SAFE-01")
    phone.button("I was seen").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")
    phone.open("/check/SAFE-01")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Chest pain or tightness")
    expect(phone.button("I was seen")).to_have_count(0)
    assert records(phone)["SAFE-01"]["answer"] == "seen"


def test_none_of_these_is_one_tap_a_page_and_a_kill_loses_nothing(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 4)
    acts.place(phone)
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")
    phone.kill()
    phone.start()
    assert len(acts.titles(phone)) == 1
    phone.open("/")
    acts.number(phone, 4)
    acts.place(phone)
    phone.button("Done").tap()
    acts.none_of_these(phone)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")
    assert set(records(phone)["CHECK"]["checks"].values()) == {"no"}
    # The place is known now, and its questions were answered.
    acts.number(phone, 4)
    acts.place(phone)
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")


def test_a_private_entry_makes_a_private_message(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    log_chest(phone)
    entry = phone.page.evaluate("history.state.id")
    phone.page.evaluate(MAKE_PRIVATE, entry)
    phone.button("Do you feel faint?").tap()
    next_(phone)
    expect(phone.page.get_by_role("link", name=re.compile(r"^Call \d+ now"))).to_be_visible()
    assert records(phone)["SAFE-01"]["private"] is True


def test_what_frightens_leads_to_its_questions_by_keyboard(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/check/worry")
    expect(phone.page.get_by_role("link", name=re.compile(r"^Call \d+ now"))).to_be_visible()
    phone.page.get_by_role("button", name="Mood, or thoughts of not living").press("Enter")
    row = phone.page.get_by_role("button", name="Do you think of not living, or of hurting yourself?")
    row.press("Space")
    expect(row).to_have_attribute("aria-pressed", "true")
    phone.page.get_by_role("button", name="Next").last.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("You matter")
    phone.open("/check/worry")
    phone.button("A hot or swollen joint").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")
    acts.none_of_these(phone)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("No alarm sign among your answers")


MAKE_PRIVATE = """async (id) => {
  const { change } = await import('/pwa/src/state/records.js');
  await change(id, { private: true });
}"""
ALL = """async () => {
  const records = await import('/pwa/src/state/records.js');
  return records.ofKind('safety').map(({ body }) => body);
}"""


def log_chest(phone: Phone) -> None:
    acts.number(phone, 5)
    phone.button("Somewhere else").tap()
    acts.place(phone, "Chest or ribs", "Middle")
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")


def next_(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Next", exact=True).last.tap()


def records(phone: Phone) -> dict[str, dict[str, object]]:
    """What the phone keeps of safety, by message."""
    return {body["message_id"]: body for body in phone.page.evaluate(ALL)}
