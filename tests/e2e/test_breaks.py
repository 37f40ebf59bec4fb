"""Breaks from sitting: made once, shown on Today with what fits this person, answered until the next one."""

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

NINE = datetime(2026, 11, 23, 9, 5, tzinfo=ZoneInfo("Europe/Zurich"))
KEEP = """async (body) => {
  await (await import('/pwa/src/state/records.js')).put('profile', {}, body);
}"""


def test_a_break_comes_when_it_is_time_and_fits_the_person(make_phone: Callable[..., Phone]) -> None:
    phone = make_phone("rosa")
    phone.page.clock.install(time=NINE)
    acts.start_now(phone)
    phone.page.evaluate(KEEP, {"mobility": "wheelchair"})
    phone.show("/you/settings/reminders")
    phone.button("Add a reminder").tap()
    phone.button(re.compile("^A break from sitting")).tap()
    expect(phone.page.get_by_label("Until")).to_have_value("18:00")
    often = phone.page.get_by_role("group", name="How often?")
    often.get_by_role("button", name="Every 30 minutes").tap()
    row = phone.button(re.compile("^09:00, Time for a change"))
    expect(row).to_contain_text("every 30 minutes until 18:00")

    phone.show("/")
    card = phone.page.locator(".card", has_text="Time for a change")
    expect(card.get_by_role("link", name="Tall sitting weight shifts")).to_be_visible()
    expect(card.get_by_role("link", name="Stand-and-move break")).to_have_count(0)
    card.get_by_role("button", name="Done").tap()
    expect(card).to_have_count(0)
    phone.page.clock.set_fixed_time(NINE.replace(minute=31))
    phone.page.clock.run_for(25_000)
    expect(card).to_be_visible()
    card.get_by_role("link", name="Tall sitting weight shifts").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Tall sitting weight shifts")
