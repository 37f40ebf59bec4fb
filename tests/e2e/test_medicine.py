"""Medicines, doses and injections: noted by tap, by keyboard and by name, and there after a reload."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.keyboard import press, reach
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]


def clock(phone: Phone) -> str:
    """The time on this phone."""
    return str(phone.page.evaluate("new Date().toTimeString().slice(0, 5)"))


def weekday(phone: Phone) -> str:
    """Today, as the chips say it."""
    return str(phone.page.evaluate("new Date().toLocaleDateString('en-GB', {weekday: 'short'})"))


def add(phone: Phone, kind: str, name: str) -> str:
    """A new medicine that is due now; its time."""
    phone.open("/cabinet")
    phone.button("Add a medicine").tap()
    phone.button(kind).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("What is it called?")
    phone.page.get_by_label("Name", exact=True).fill(name)
    phone.button("Next").tap()
    time = clock(phone)
    phone.page.get_by_label("Time", exact=True).fill(time)
    phone.button("Add this time").tap()
    expect(phone.button(f"Take away: {time}")).to_be_visible()
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Medicines")
    return time


def test_a_dose_is_taken_in_one_tap_and_one_more_asks(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    time = add(phone, "Muscle relaxant antispastic", "Baclofen")
    expect(phone.page.get_by_role("link", name=f"Baclofen Every day, {time}")).to_be_visible()
    taken = phone.button(f"Taken: Baclofen, {time}")
    taken.dblclick()
    expect(phone.page.get_by_text(re.compile(r"^Taken, \d\d:\d\d$"))).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_text(re.compile(r"^Taken, \d\d:\d\d$"))).to_be_visible()
    phone.button("Undo: Baclofen").tap()
    expect(taken).to_be_visible()
    phone.button("Undo", exact=True).tap()
    expect(phone.page.get_by_text(re.compile(r"^Taken, \d\d:\d\d$"))).to_be_visible()
    phone.page.get_by_role("link", name=re.compile("^Baclofen")).tap()
    one_more_asks(phone)
    hide_and_stop(phone)


def one_more_asks(phone: Phone) -> None:
    phone.button("Taken now").tap()
    asked = phone.page.get_by_text(re.compile(r"^Already noted today, \d\d:\d\d\. Note one more\?$"))
    expect(asked).to_be_visible()
    phone.button("No, leave it").tap()
    expect(asked).to_have_count(0)


def hide_and_stop(phone: Phone) -> None:
    phone.button("Worse").tap()
    expect(phone.page.get_by_text(re.compile("^Ask before changing anything"))).to_be_visible()
    phone.page.get_by_role("switch", name=re.compile("^Keep this medicine private")).tap()
    expect(phone.page.get_by_role("switch", checked=True)).to_be_visible()
    phone.button("I no longer take this").tap()
    expect(phone.page.get_by_text(re.compile("^Taken until"))).to_be_visible()
    phone.open("/cabinet")
    expect(phone.page.get_by_role("heading", name="I took before")).to_be_visible()
    expect(phone.page.get_by_role("link", name=re.compile("^Baclofen Until Today · private"))).to_be_visible()


def test_a_medicine_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/cabinet")
    press(phone, "Add a medicine")
    press(phone, "Painkiller analgesic", "Space")
    reach(phone, phone.page.get_by_label("Name", exact=True))
    phone.page.keyboard.type("Paracetamol")
    reach(phone, phone.page.get_by_label("Dose, if you like"))
    phone.page.keyboard.type("500 mg")
    press(phone, "Next")
    day = weekday(phone)
    press(phone, day, "Space")
    expect(phone.page.get_by_role("button", name=day, pressed=True)).to_be_focused()
    press(phone, "Done")
    press(phone, "Taken: Paracetamol, 500 mg, Any time", "Space")
    said = phone.page.locator(".dose-words", has_text=re.compile(r"Taken, \d\d:\d\d"))
    expect(said).to_be_focused()
    press(phone, "Undo: Paracetamol, 500 mg")
    expect(phone.button("Taken: Paracetamol, 500 mg, Any time")).to_be_visible()
    press(phone, "Not today: Paracetamol, 500 mg, Any time")
    left_out = phone.page.locator(".dose-words", has_text="Not today")
    expect(left_out).to_be_visible()
    phone.page.reload()
    expect(left_out).to_be_visible()


def test_injections_take_turns_on_the_body(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    add(phone, "Interferon beta", "Avonex")
    expect(phone.page.get_by_role("heading", name="Injection day")).to_be_visible()
    phone.button("I've injected: Avonex").tap()
    expect(phone.page.get_by_role("heading", name=re.compile(r"^Injected today, \d\d:\d\d$"))).to_be_visible()
    # The button stands where "I've injected" was, and takes no second tap of a shaking hand.
    phone.page.wait_for_timeout(800)
    phone.button("Where did it go?").tap()
    choose_site(phone, "Left thigh")
    phone.button("Aching joints").tap()
    phone.button("Nothing noticed").tap()
    expect(phone.page.get_by_role("button", name="Aching joints", pressed=False)).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("button", name="Nothing noticed", pressed=True)).to_be_visible()
    phone.open("/cabinet")
    phone.page.get_by_role("link", name=re.compile("^Avonex")).tap()
    phone.button("I’ve injected").tap()
    phone.button("Note one more").tap()
    expect(phone.page.get_by_role("button", name="Left thigh Last: used today")).to_be_visible()
    choose_site(phone, "Right thigh")
    expect(phone.page.get_by_role("img", name=re.compile("Right thigh: this time"))).to_be_visible()
    expect(phone.page.get_by_role("img", name=re.compile("Left thigh: last time"))).to_be_visible()
    phone.open("/cabinet")
    expect(
        phone.page.get_by_role("button", name=re.compile("^Last injection Today.*right thigh"))
    ).to_be_visible()
    lighter = phone.page.get_by_role("switch", name=re.compile("^Lighter sessions for two days"))
    expect(lighter).not_to_be_checked()
    lighter.tap()
    expect(lighter).to_be_checked()
    phone.page.reload()
    expect(lighter).to_be_checked()


def test_an_injection_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    add(phone, "Interferon beta", "Avonex")
    press(phone, "I've injected: Avonex")
    expect(phone.page.get_by_role("heading", name=re.compile(r"^Injected today, \d\d:\d\d$"))).to_be_visible()
    phone.page.wait_for_timeout(800)
    press(phone, "Where did it go?")
    site = phone.page.get_by_role("group", name="Where did it go?").get_by_role(
        "button", name=re.compile("^Left thigh")
    )
    reach(phone, site)
    phone.page.keyboard.press("Space")
    expect(site).to_have_attribute("aria-pressed", "true")
    press(phone, "Nothing noticed", "Space")
    expect(phone.page.get_by_role("button", name="Nothing noticed", pressed=True)).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("button", name="Nothing noticed", pressed=True)).to_be_visible()


def choose_site(phone: Phone, name: str) -> None:
    site = phone.page.get_by_role("group", name="Where did it go?").get_by_role(
        "button", name=re.compile(f"^{name}")
    )
    site.tap()
    expect(site).to_have_attribute("aria-pressed", "true")
