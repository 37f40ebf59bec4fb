"""The app lock: what it hides, what it gives back, and what it takes to get in."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
CANARY = "the canary sings at dusk"
LEAVE = """(hidden) => {
  const value = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'visibilityState', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
# Every text the page ever showed from its first moment on.
WATCH = """(() => {
  window.seen = '';
  new MutationObserver(() => { window.seen += document.body?.innerText ?? ''; })
    .observe(document, { childList: true, subtree: true, characterData: true });
})()"""
FIELD = """() => { const { value, selectionStart } = document.activeElement;
  return [value, selectionStart, document.querySelector('.scroll').scrollTop]; }"""


def covered(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Limber is covered")


def test_leaving_covers_and_the_pin_gives_back_the_same_field_and_caret(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.lock(phone)
    phone.button(re.compile("^As soon as I leave the app")).tap()
    phone.page.get_by_role("link", name="Back").tap()
    phone.page.get_by_role("link", name=re.compile("^Reminders")).tap()
    phone.button("Add a reminder").tap()
    phone.button("Morning, 08:00").tap()
    text = phone.page.get_by_label("What it says")
    text.fill(CANARY)
    text.evaluate("(field) => field.setSelectionRange(4, 4)")
    before = phone.page.evaluate(FIELD)
    assert before[:2] == [CANARY, 4] and before[2] > 0
    phone.page.evaluate(LEAVE, True)
    phone.page.evaluate(LEAVE, False)
    covered(phone.page)
    assert phone.page.title() == "Limber"
    assert phone.page.locator("input, textarea").count() == 0
    assert CANARY not in phone.page.content() and "08:00" not in phone.page.content()
    assert "check-in" not in str(phone.page.locator("body").aria_snapshot())
    phone.button("Help").tap()
    expect(phone.button(re.compile(r"^Call \d+ now"))).to_have_attribute("href", re.compile(r"^tel:\d+"))
    phone.button("Back to the PIN").tap()
    phone.page.keyboard.type(acts.PIN)
    phone.page.keyboard.press("Enter")
    expect(text).to_be_focused()
    assert phone.page.evaluate(FIELD) == before
    phone.wait_for(lambda: CANARY in phone.stored())


def test_a_covered_phone_starts_covered_and_wrong_tries_wait(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.log(phone, 7)
    phone.ready_offline()
    acts.lock(phone)
    phone.offline()
    server.stop()
    phone.page.add_init_script(WATCH)
    phone.open("/")
    covered(phone.page)
    phone.page.wait_for_timeout(500)
    seen = phone.page.evaluate("() => window.seen")
    assert "Limber is covered" in seen, "the watch works"
    assert not re.search("Good (morning|afternoon|evening)|Hip|strong", seen)
    told = phone.page.locator(".pin-told")
    # A clock that stands, so that the wait is not over before a slow machine has looked.
    now = datetime.now(UTC)
    phone.page.clock.set_fixed_time(now)
    for wrong in ("0000", "1111", "2222", "3333"):
        phone.page.keyboard.type(wrong)
        phone.page.keyboard.press("Enter")
        expect(told).to_contain_text("That was not the PIN")
        expect(phone.page.locator(".pin [aria-disabled]")).to_have_count(1 if wrong == "3333" else 0)
    expect(told).to_contain_text("again in")
    phone.page.reload()
    expect(told).to_contain_text("You can try again in")
    acts.tap_pin(phone, "Open")
    covered(phone.page)
    phone.page.clock.set_fixed_time(now + timedelta(seconds=6))
    expect(told).to_have_text("You can try again now.")
    phone.page.keyboard.type(acts.PIN)
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    assert phone.page.evaluate("() => localStorage.getItem('limber-cover')").count(acts.PIN) == 0


def test_one_cover_for_every_page_and_a_password_for_a_forgotten_pin(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/account")
    acts.make_account(phone, "Rosa", "rosa@example.org")
    expect(phone.button("Go to Today")).to_be_visible()
    acts.lock(phone)
    other = phone.context.new_page()
    other.goto(f"{phone.url}/diary")
    covered(other)
    other.keyboard.type(acts.PIN)
    other.keyboard.press("Enter")
    expect(other.get_by_role("heading", level=1)).to_have_text("Diary")
    phone.page.bring_to_front()
    phone.button("Cover now").tap()
    covered(phone.page)
    covered(other)
    phone.button("Forgot the PIN").tap()
    phone.page.get_by_label("Your password").fill("not my password")
    phone.button("Open and turn the lock off").tap()
    expect(phone.page.locator(".field-error")).to_be_visible()
    phone.page.get_by_label("Your password").fill(acts.PASSWORD)
    phone.page.wait_for_timeout(750)
    phone.button("Open and turn the lock off").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("App lock")
    expect(other.get_by_role("heading", level=1)).to_have_text("Diary")


def test_without_an_account_nothing_is_deleted_by_a_slip(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.log(phone, 4)
    acts.lock(phone)
    phone.button("Cover now").tap()
    phone.button("Forgot the PIN").tap()
    phone.button("Begin with an empty diary instead").tap()
    delete = phone.button("Delete this diary for good")
    expect(delete).to_have_count(0)
    phone.page.get_by_label(re.compile("^Type the word")).fill("erase")
    delete.tap()
    expect(phone.button(re.compile("^Start now, no account"))).to_be_visible()
    assert "severity_nrs" not in phone.stored()
    assert phone.page.evaluate("() => localStorage.getItem('limber-cover')") is None
