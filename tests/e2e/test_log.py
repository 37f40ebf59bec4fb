"""The whole log: by tap, by keyboard alone and by names; words of one's own and days gone by."""

import datetime
import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.keyboard import press, reach
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
SAVED = "Saved on this phone."


def question(phone: Phone, title: str) -> None:
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(title)


def choose(phone: Phone, name: str) -> None:
    phone.button(name).tap()
    expect(phone.button(name)).to_have_attribute("aria-pressed", "true")


def onward(phone: Phone, title: str) -> None:
    phone.button("Next").tap()
    question(phone, title)


def days_ago(days: int) -> datetime.date:
    return datetime.datetime.now(ZoneInfo("Europe/Zurich")).date() - datetime.timedelta(days=days)


def entry(phone: Phone, title: str | re.Pattern[str]) -> None:
    phone.open("/diary")
    phone.page.locator("a.entry", has_text=title).first.tap()


def test_a_whole_entry_by_tap_survives_the_end_of_the_browser(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    acts.place(phone)
    assert phone.taps == 3
    phone.button("Add detail").tap()
    question(phone, "What does it feel like?")
    assert phone.page.locator("[aria-pressed=true]").count() == 0, "a value nobody gave"
    choose(phone, "Aching")
    onward(phone, "Is it any of these?")
    choose(phone, "Comes and goes")
    onward(phone, "What came just before it?")
    own_word_twice(phone)
    onward(phone, "What have you tried?")
    choose(phone, "Heat pack")
    relief_number(phone, "Before?", 6)
    relief_number(phone, "After?", 4)
    choose(phone, "Rest")
    onward(phone, "What does it stop you from?")
    choose(phone, "Sitting")
    phone.button("Sitting: minutes: more").tap()
    expect(phone.page.get_by_text("5 minutes", exact=True)).to_be_visible()
    onward(phone, "How long does it last?")
    choose(phone, "Half a day")
    expect(phone.page.locator("[role=status]", has_text=SAVED).first).to_be_attached()
    phone.kill()
    phone.start()
    entry(phone, "Pain 6, right hip")
    for text in (
        "It felt like: aching.",
        "Comes and goes.",
        "Just before it: cold draught.",
        "Tried: rest.",
        "Heat pack: from 6 to 4.",
        "It got in the way of: sitting (after 5 minutes).",
        "It lasted: half a day.",
    ):
        expect(phone.page.get_by_text(text, exact=True)).to_be_visible()


def own_word_twice(phone: Phone) -> None:
    """Added, chosen at once, and first; the same word again is no second one."""
    for text in ("Cold draught", "cold  DRAUGHT"):
        phone.button("Add my own").tap()
        phone.page.get_by_label("In my own words").fill(text)
        phone.button("Add it").tap()
        expect(phone.page.get_by_label("In my own words")).to_have_count(0)
        phone.page.wait_for_timeout(750)  # a tap sooner is the second of a shaking hand
    rows = phone.page.get_by_role("group", name="What came just before it?").get_by_role("button")
    expect(rows.first).to_have_text("Cold draught")
    expect(rows.first).to_have_attribute("aria-pressed", "true")
    expect(rows.filter(has_text=re.compile("draught", re.IGNORECASE))).to_have_count(1)


def relief_number(phone: Phone, row: str, value: int) -> None:
    phone.button(re.compile(rf"^{re.escape(row)} Not said")).tap()
    phone.page.get_by_role("group", name=f"Heat pack: {row}").get_by_role("button", name=str(value)).tap()
    expect(phone.button(re.compile(rf"^{re.escape(row)} {value} of 10"))).to_be_visible()


def test_another_symptom_by_keyboard_alone_and_its_own_word_stays_first(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/log")
    press(phone, "Something other than pain")
    question(phone, "What is it?")
    press(phone, "Add my own")
    reach(phone, phone.page.get_by_label("In my own words"))
    phone.page.keyboard.type("Jaw lock")
    press(phone, "Add it", "Space")
    question(phone, "Jaw lock")
    scale = phone.page.get_by_role("group", name="How strong is it now?")
    reach(phone, scale.get_by_role("button", name="3", exact=True))
    phone.page.keyboard.press("Enter")
    question(phone, "Where is it?")
    press(phone, "All over")
    expect(phone.button("All over")).to_have_attribute("aria-pressed", "true")
    press(phone, "Done")
    phone.open("/log")
    phone.page.get_by_role("button", name="Something other than pain").click()
    phone.page.reload()
    rows = phone.page.get_by_role("group", name="What is it?").get_by_role("button")
    expect(rows.first).to_have_text("Jaw lock")
    phone.page.get_by_role("button", name="Fatigue").click()
    scale.get_by_role("button", name="6", exact=True).click()
    question(phone, "What does it feel like?")
    phone.page.get_by_role("button", name="Done").click()
    expect(phone.page.get_by_text("Saved on this phone. Fatigue 6.").first).to_be_visible()
    assert acts.titles(phone) == ["Fatigue 6", "Jaw lock 3, all over"]


def test_days_gone_by_and_a_span(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    first = days_ago(4)
    phone.open("/log")
    phone.button("It has been like this since ...").tap()
    phone.page.get_by_role("group", name="Since which day?").get_by_role(
        "button", name=f"{first:%A}"
    ).first.tap()
    day = f"{first:%A} {first.day} {first:%B}"
    expect(phone.page.get_by_text(f"Since {day}, until today. Marked as entered later.")).to_be_visible()
    strong(phone, 7)
    question(phone, "Where does it hurt?")
    phone.button("Done").tap()
    entry(phone, "Pain 7")
    expect(phone.page.get_by_text(f"Since {day}, entered later.", exact=True)).to_be_visible()

    phone.open("/log")
    phone.button("Another time").tap()
    phone.page.get_by_label("Day").fill(days_ago(14).isoformat())
    phone.page.get_by_label("Time").fill("09:30")
    expect(phone.page.get_by_text(re.compile(r", 09:30\.$"))).to_be_visible()
    phone.kill()
    phone.start()
    phone.open("/log")
    expect(phone.page.get_by_label("Time")).to_have_value("09:30")
    strong(phone, 2)
    question(phone, "Where does it hurt?")
    phone.button("Done").tap()
    stored = phone.stored()
    assert f'"on":"{days_ago(14).isoformat()}"' in stored
    assert f'"until_on":"{days_ago(0).isoformat()}"' in stored


def strong(phone: Phone, value: int) -> None:
    scale = phone.page.get_by_role("group", name="How strong was your pain?")
    scale.get_by_role("button", name=str(value), exact=True).tap()


# Taps that come 80 ms after each other, on whatever is there by then. A test's own taps wait for each other.
SHAKE = """async ([x, y]) => {
  for (let i = 0; i < 5; i += 1) {
    const at = { clientX: x + 3 * (i % 2), clientY: y - 3 * (i % 2) };
    const tap = new MouseEvent('click', { ...at, detail: 1, bubbles: true, cancelable: true });
    document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(tap);
    await new Promise((done) => setTimeout(done, 80));
  }
}"""


def test_the_second_half_of_a_double_tap_chooses_nothing_on_the_next_screen(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    four = phone.page.get_by_role("button", name="4", exact=True).bounding_box()
    assert four
    x, y = four["x"] + four["width"] / 2, four["y"] + four["height"] / 2
    phone.page.evaluate(SHAKE, [x, y])
    question(phone, "Where does it hurt?")
    phone.page.wait_for_timeout(800)
    assert phone.page.locator("[aria-pressed=true], [aria-expanded=true]").count() == 0
    assert acts.titles(phone) == ["Pain 4"]


def test_a_place_without_its_side_is_not_lost_in_silence(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    phone.button("Knee").tap()
    phone.button("Done").tap()
    expect(phone.page.get_by_text(re.compile("^Knee: which side"))).to_be_visible()
    phone.page.get_by_role("group", name="Knee: which side?").get_by_role("button", name="Left").tap()
    phone.button("Done").tap()
    assert "Pain 6, left knee" in acts.titles(phone)
