"""The Pain Story: told by tap, taken up again, kept over a reload; and one question on a quiet day."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from playwright.sync_api import Locator, expect

from tests.e2e import acts
from tests.e2e.keyboard import reach
from tests.e2e.phone import Phone
from tests.e2e.test_daily import chip, chosen, heading, kept

MakePhone = Callable[..., Phone]


def begin(phone: Phone, name: str = "Right hip ache") -> None:
    """A story of its own, on its page."""
    phone.open("/story")
    phone.button("New story").tap()
    heading(phone, "Which pain is it about?")
    phone.page.get_by_label("Name of this pain").fill(name)
    phone.button("Start this story").tap()
    heading(phone, name)


def card(phone: Phone, title: str) -> Locator:
    return phone.page.get_by_role("region", name=title)


def test_a_story_is_told_kept_and_taken_up_again(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    begin(phone)
    phone.button("Start").tap()
    heading(phone, "Is it there all the time?")
    chip(phone, "Is it there all the time?", "It comes and goes").tap()
    chip(phone, "How long does it last, mostly?", "Hours").tap()
    chosen(chip(phone, "How long does it last, mostly?", "Hours"))
    phone.button("Next").tap()
    chip(phone, "How did it begin?", "Bit by bit").tap()
    phone.page.get_by_label("Or the day, if you know it").fill("2020-05-01")
    expect(phone.page.get_by_text("That is more than three months.")).to_be_visible()
    phone.button("Done").tap()
    heading(phone, "Right hip ache")
    phone.page.reload()
    expect(card(phone, "How it comes")).to_contain_text("It comes and goes. It lasts hours.")
    expect(card(phone, "How it began")).to_contain_text("That is more than three months.")
    phone.button("Go on with the questions").tap()
    heading(phone, "Did other new symptoms start then, or old ones come back?")
    phone.button("Done").tap()
    phone.button("Change: How it comes").tap()
    chip(phone, "Is it there all the time?", "All the time").tap()
    phone.button("Done").tap()
    expect(card(phone, "How it comes")).to_contain_text("It is there all the time.")
    answers = kept(phone, "story")["answers"]
    assert answers == {
        "course": {"choices": ["constant"]},
        "start": {"choices": ["gradual"], "on": "2020-05-01"},
    }
    still_so_after_a_month(phone)


def still_so_after_a_month(phone: Phone) -> None:
    expect(card(phone, "Is this still so?")).to_have_count(0)
    phone.page.clock.set_fixed_time(datetime.now().astimezone() + timedelta(days=31))
    phone.page.reload()
    phone.button("Still the same").tap()
    expect(card(phone, "Is this still so?")).to_have_count(0)
    later = (datetime.now().astimezone() + timedelta(days=31)).date()
    assert abs((datetime.fromisoformat(kept(phone, "story")["reviewed_on"]).date() - later).days) <= 1


def test_numbers_words_and_deleting(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    begin(phone)
    phone.button("Start").tap()
    reach(phone, "All the time")
    phone.page.keyboard.press("Space")
    chosen(phone.button("All the time"))
    for _ in range(6):
        reach(phone, "Next")
        phone.page.keyboard.press("Enter")
    heading(phone, "What does it stop you from?")
    phone.button("Sitting").tap()
    phone.button("Minutes I can sit still: more").tap()
    for _ in range(4):
        phone.button("Next").tap()
    phone.page.get_by_label("What worries me").fill("That nobody believes me.")
    phone.button("Done").tap()
    expect(card(phone, "In my own words")).to_contain_text("That nobody believes me.")
    expect(card(phone, "What it stops")).to_contain_text("Minutes I can sit still: 15.")
    phone.button("Delete this story").tap()
    expect(phone.page.get_by_text("Twelve questions about one pain")).to_be_visible()
    phone.button("Undo").tap()
    phone.button(re.compile("^Right hip ache")).tap()
    expect(card(phone, "How it comes")).to_be_visible()
    one_question_on_a_quiet_day(phone)


SEVEN = """async () => {
  const { logSymptom } = await import('/pwa/src/state/diary.js');
  for (let n = 0; n < 7; n += 1) await logSymptom({ severity_nrs: 4 });
}"""


def one_question_on_a_quiet_day(phone: Phone) -> None:
    phone.open("/")
    worse = card(phone, "How did it begin?")
    expect(worse).to_have_count(0)
    phone.page.evaluate(SEVEN)
    worse.get_by_role("button", name="Bit by bit").tap()
    expect(worse).to_contain_text("Saved. That is all for today.")
    phone.page.reload()
    expect(phone.page.get_by_role("group", name="Energy today")).to_be_visible()
    expect(phone.page.get_by_role("button", name="Not now")).to_have_count(0)
    assert kept(phone, "story")["answers"]["start"] == {"choices": ["gradual"]}
