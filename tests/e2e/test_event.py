"""What happened: a relapse as one thread by tap, a fall by keyboard alone."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.keyboard import press, reach
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]


def test_a_relapse_is_one_thread(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/events")
    phone.button("Add something").tap()
    phone.button(re.compile("^A relapse, I think")).tap()
    phone.button("Yesterday").tap()
    expect(phone.page.get_by_text("Yesterday. Saved on this phone.")).to_be_visible()
    phone.page.get_by_role("switch", name=re.compile("^Keep this private")).tap()
    expect(phone.page.get_by_role("switch", checked=True)).to_be_visible()
    phone.button("Confirmed by my team").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Relapse, confirmed by my team")
    phone.button("I was given steroids").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Steroid course")
    expect(phone.page.get_by_role("switch", checked=True)).to_be_visible()
    phone.button("Done").tap()
    expect(phone.page.get_by_role("link", name=re.compile("· private$"))).to_have_count(3)
    phone.page.reload()
    phone.page.get_by_role("link", name=re.compile("^A relapse, I think")).tap()
    for name in ("Relapse, confirmed by my team", "Steroid course"):
        expect(phone.page.get_by_role("link", name=re.compile(f"^{name} Today"))).to_be_visible()
    expect(phone.button("It is over")).to_be_visible()
    assert phone.page.get_by_role("button", name="Confirmed by my team").count() == 0


def test_a_fall_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/events/new")
    press(phone, "Fall", "Space")
    press(phone, "Another day")
    day = phone.page.get_by_label("Day", exact=True)
    reach(phone, day)
    phone.page.keyboard.type("01022099")
    press(phone, "Save this day")
    expect(phone.page.get_by_text("Choose a day that has been.")).to_be_visible()
    press(phone, "Today")
    press(phone, "Choose a place")
    press(phone, "Knee")
    press(phone, "Left", "Space")
    expect(phone.button("Take away: Left knee")).to_be_visible()
    reach(phone, phone.page.get_by_label("In your words"))
    phone.page.keyboard.type("On the wet step")
    press(phone, "Done")
    # A fall is asked about at once; what was noted is kept before.
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")
    acts.none_of_these(phone)
    phone.open("/events")
    press(phone, "Fall Today · left knee")
    expect(phone.page.get_by_label("In your words")).to_have_value("On the wet step")
    press(phone, "Delete this")
    expect(phone.page.get_by_text("Nothing here yet.")).to_be_visible()
    press(phone, "Undo")
    expect(phone.button("Fall Today · left knee")).to_be_visible()
