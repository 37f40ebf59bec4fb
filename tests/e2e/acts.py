"""What people do on their phones, in the words that are on the screens."""

import contextlib
import re

from playwright.sync_api import expect

from tests.e2e.phone import Phone

PASSWORD = "seven quiet herons"
STEP = "location.pathname + Object.keys(history.state?.given ?? {}).length"


def start_now(phone: Phone) -> None:
    """From the first screen to Today, without an account."""
    phone.open("/")
    # The first start of a browser is its slowest; on a busy machine it has taken 20 seconds.
    phone.button(re.compile("^Start now, no account")).tap(timeout=60_000)
    expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()


def number(phone: Phone, value: int) -> None:
    """Tap a number of the scale; it is stored before the next screen shows."""
    scale = phone.page.get_by_role("group", name="How strong is your pain now?")
    phone.tap(scale.get_by_role("button", name=re.compile(rf"^{value}(,|$)")))
    # The words of this number: those of an earlier entry may still be on the screen.
    saved = re.compile(rf"Saved on this phone\. (?:Pain {value}|No pain)\b")
    expect(phone.page.get_by_text(saved)).not_to_have_count(0)


def place(phone: Phone, name: str = "Hip", side: str = "Right") -> None:
    """Two taps on the screen that asks where: the place, then its side. Each is kept at once."""
    # A place without a side in its name may stand among the usual ones too, above the row that asks.
    phone.tap(phone.page.get_by_role("button", name=name, exact=True).last)
    chip = phone.page.get_by_role("group", name=f"{name}: which side?").get_by_role("button", name=side)
    phone.tap(chip)
    expect(chip).to_have_attribute("aria-pressed", "true")


def log(phone: Phone, value: int, name: str = "Hip") -> None:
    """A whole entry from Today: the number, the place with its side, done."""
    number(phone, value)
    place(phone, name)
    phone.button("Done").tap()
    none_of_these(phone)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")


def none_of_these(phone: Phone) -> None:
    """Through a short check, where there is one: no to every question, a page at a time."""
    title = phone.page.get_by_role("heading", level=1)
    for _ in range(9):
        expect(title).not_to_have_text(re.compile("^(Where does it hurt|One moment)"))
        if title.inner_text() != "A short check":
            return
        answer_none(phone)


def answer_none(phone: Phone) -> None:
    """One page of a check."""
    was = phone.page.evaluate(STEP)
    phone.page.get_by_role("button", name="None of these").last.tap()
    phone.wait_for(lambda: phone.page.evaluate(STEP) != was, 20)


def make_account(phone: Phone, name: str, email: str) -> None:
    """Fill in the form that is on the screen."""
    phone.page.get_by_label("Your name").fill(name)
    phone.page.get_by_label("Email").fill(email)
    phone.page.get_by_label("Password", exact=True).fill(PASSWORD)
    phone.button("Make my account").tap()


def sign_in(phone: Phone, email: str, password: str = PASSWORD) -> None:
    """Sign in on an empty phone."""
    phone.open("/sign-in")
    phone.page.get_by_label("Email").fill(email)
    phone.page.get_by_label("Password", exact=True).fill(password)
    phone.button("Sign in").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")


def all_sent(phone: Phone) -> None:
    """Wait for the sync line to say that everything is sent."""
    expect(phone.page.get_by_text(re.compile(r"^All sent at \d\d:\d\d"))).to_be_visible(timeout=20_000)


def titles(phone: Phone) -> list[str]:
    """What the Diary lists, newest first."""
    phone.open("/diary")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Diary")
    # A killed browser reads its database anew; the entries come a moment after the heading.
    with contextlib.suppress(AssertionError):
        expect(phone.page.locator("a.entry").first).to_be_visible(timeout=3_000)
    return [text.strip() for text in phone.page.locator("a.entry b").all_inner_texts()]


def prove(phone: Phone) -> None:
    """Give the password once more, where it is asked."""
    if phone.page.get_by_text("Is it you?").count():
        phone.page.get_by_label("Your password").fill(PASSWORD)
        phone.button("Go on").tap()


PIN = "25802"


def lock(phone: Phone) -> None:
    """Switch the app lock on with the large keys."""
    phone.open("/you/settings/cover")
    phone.button("Turn on with a PIN").tap()
    tap_pin(phone, "Next")
    tap_pin(phone, "Turn on")
    expect(phone.page.get_by_text("The app lock is on.").first).to_be_visible()


def tap_pin(phone: Phone, then: str, pin: str = PIN) -> None:
    for digit in pin:
        phone.button(digit).tap()
    phone.button(then).tap()
