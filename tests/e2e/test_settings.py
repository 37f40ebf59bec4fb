"""How the app looks, sounds and reminds: chosen by tap, by keyboard and by name, and kept."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.keyboard import reach
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.sizes import SIDEWAYS

MakePhone = Callable[..., Phone]
LARGE = 126
MARKS = "() => ({ ...document.documentElement.dataset })"
LOG_HEIGHTS = "() => [...document.querySelectorAll('.step, .chip, .button-tall')].map((e) => e.offsetHeight)"
# What the browser says aloud, kept instead of spoken.
VOICES = """() => {
  const voice = (name, localService) => ({ name, localService, lang: 'en-GB', default: !localService });
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [voice('far', false), voice('near', true)],
    speak: (one) => { window.said.push(`${one.voice.name}: ${one.text}`); },
    cancel: () => { window.said.push('silence'); },
    addEventListener: () => {},
    removeEventListener: () => {},
  } });
}"""


def test_looks_by_tap_and_by_keyboard_hold_after_a_reload(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    server.stop()
    phone.open("/you/settings")
    phone.button("Buttons and hand").tap()
    phone.button("Very large").tap()
    phone.button("Left").tap()
    reach(phone, "Text size and colours")
    phone.page.keyboard.press("Enter")
    reach(phone, "Dark")
    phone.page.keyboard.press("Space")
    reach(phone, "High")
    phone.page.keyboard.press("Enter")
    chosen = {"targets": "large", "hand": "left", "theme": "dark", "contrast": "high"}
    expect(phone.button("High")).to_have_attribute("aria-pressed", "true")
    phone.wait_for(lambda: '"contrast":"high"' in phone.stored())
    assert phone.page.evaluate(MARKS) == chosen
    phone.page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.early = "
        "{ ...document.documentElement.dataset }; })"
    )
    phone.open("/")
    assert phone.page.evaluate("() => window.early") == chosen, "before anything is drawn"
    phone.page.set_viewport_size({"width": 320, "height": 640})
    assert min(phone.page.evaluate(LOG_HEIGHTS)) >= LARGE
    assert not phone.page.evaluate(SIDEWAYS)
    acts.number(phone, 5)
    words = phone.page.locator(".foot .button").all_inner_texts()
    assert words == ["Done", "Add detail"], "the main one first, at the left thumb"
    assert not phone.page.evaluate(SIDEWAYS)


def test_simple_mode_leaves_three_places(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/you/settings")
    places = phone.page.get_by_role("navigation", name="Main").get_by_role("link")
    phone.page.get_by_role("switch", name=re.compile("^Simple mode")).tap()
    expect(places).to_have_text(["Today", "Log", "Help"])
    phone.open("/")
    expect(places).to_have_text(["Today", "Log", "Help"])
    phone.open("/you/settings")
    phone.page.get_by_role("switch", name=re.compile("^Simple mode"), checked=True).tap()
    expect(places).to_have_count(5)


def test_a_screen_is_read_by_a_voice_of_this_phone_until_it_is_left(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.page.add_init_script(f"({VOICES})()")
    acts.start_now(phone)
    assert phone.button("Listen").count() == 0, "only who asks for it has the button"
    phone.open("/you/settings")
    phone.page.get_by_role("switch", name=re.compile("^Read screens aloud")).tap()
    phone.open("/")
    phone.button("Listen").tap()
    said = phone.page.evaluate("() => window.said")
    assert said[1].startswith("near: Good")
    assert "near: How strong is your pain now?" in said and "near: 0, no pain" in said
    phone.page.wait_for_timeout(800)
    phone.button("Stop reading").tap()
    expect(phone.button("Listen")).to_be_visible()
    assert phone.page.evaluate("() => window.said.at(-1)") == "silence"
    phone.page.wait_for_timeout(800)
    phone.button("Listen").tap()
    phone.page.get_by_role("link", name="You").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("You")
    assert phone.page.evaluate("() => window.said.at(-1)") == "silence"


def test_reminders_are_made_kept_and_taken_to_the_calendar(make_phone: MakePhone, tmp_path: Path) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    phone.open("/you/settings/reminders")
    phone.button("Add a reminder").tap()
    phone.button("Morning, 08:00").tap()
    days = phone.page.get_by_role("group", name="On which days?")
    days.get_by_role("button", name="Monday").tap()
    expect(days.get_by_role("button", name="Monday")).to_have_attribute("aria-pressed", "true")
    phone.page.get_by_label("What it says").fill("Tea, then rest; \U0001f9a9 " + "é" * 30)
    reach(phone, "Delete this reminder")
    row = phone.button(re.compile("^08:00, Tea, then rest"))
    expect(row).to_contain_text("Monday")
    phone.page.reload()
    expect(row).to_contain_text("Monday")
    unfolded = calendar(phone, tmp_path).replace("\r\n ", "")
    assert "SUMMARY:Tea\\, then rest\\; \U0001f9a9 " + "é" * 30 in unfolded
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO\r\n" in unfolded
    phone.button("Pause all").tap()
    phone.button("1 week").tap()
    expect(phone.page.get_by_text(re.compile("^Paused. They come again on"))).to_be_visible()
    row.tap()
    phone.button("Delete this reminder").tap()
    expect(row).to_have_count(0)
    phone.button("Undo").tap()
    expect(row).to_be_visible()


def calendar(phone: Phone, folder: Path) -> str:
    """The file that is saved, as it was written; no line is longer than the format allows."""
    with phone.page.expect_download() as download:
        phone.button("Save a calendar file").tap()
    assert download.value.suggested_filename == "reminders.ics"
    download.value.save_as(folder / "reminders.ics")
    raw = (folder / "reminders.ics").read_bytes()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    return raw.decode()


def test_a_look_follows_the_person_to_another_phone(make_phone: MakePhone) -> None:
    first, second = make_phone("rosa"), make_phone("rosa-two")
    acts.start_now(first)
    first.open("/account")
    acts.make_account(first, "Rosa", "rosa@example.org")
    expect(first.button("Go to Today")).to_be_visible()
    first.open("/you/settings")
    first.button("Text size and colours").tap()
    first.button("Larger").tap()
    first.button("Dark").tap()
    first.wait_for(lambda: '"theme":"dark"' in first.stored())
    first.open("/you/settings/reminders")
    first.button("Add a reminder").tap()
    first.button("Evening, 18:00").tap()
    first.button("Pause all").tap()
    first.button("3 days").tap()
    first.wait_for(lambda: "paused_until" in first.stored())
    first.open("/")
    acts.all_sent(first)
    acts.sign_in(second, "rosa@example.org")
    marks: Callable[[], Any] = lambda: second.page.evaluate(MARKS)  # noqa: E731
    second.wait_for(lambda: marks() == {"theme": "dark", "text": "150"})
    second.open("/you/settings/reminders")
    expect(second.button(re.compile("^18:00, Time for your check-in"))).to_be_visible()
