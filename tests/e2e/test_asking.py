"""Asking in one tap, and "On my way", on two phones that are only looked at; and all of it by keyboard."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import inside, keyboard
from tests.e2e.helper import SOON, half_a_minute_goes_by, her_page, title, two_phones
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]


def test_a_request_reaches_a_helper_and_the_answer_comes_back(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    her_page(daniel, api)
    rosa.open("/")
    rosa.button("Ask for help").tap()
    expect(rosa.page.get_by_text("Not for emergencies.")).to_be_visible()
    rosa.button("Cool drink").tap()
    mine = rosa.page.get_by_text("Asked: Cool drink", exact=True)
    expect(mine).to_be_visible()
    # Neither page is touched: each asks by itself while it is looked at.
    sent(rosa)
    half_a_minute_goes_by(daniel)
    asked = daniel.page.get_by_role("region", name="Rosa asks: Cool drink")
    expect(asked).to_be_visible(timeout=SOON)
    asked.get_by_role("button", name="On my way").tap()
    expect(asked.get_by_text("You are on the way.")).to_be_visible()
    sent(daniel)
    half_a_minute_goes_by(rosa)
    coming = rosa.page.get_by_role("main").get_by_text("Daniel is on the way.")
    expect(coming).to_be_visible(timeout=SOON)
    # Once is enough to show that it goes by itself.
    rosa.button(re.compile("^Not needed any more")).tap()
    expect(mine).to_have_count(0)
    exchanged(rosa, daniel)
    expect(asked).to_have_count(0)
    rosa.page.get_by_role("button", name="Undo").tap()
    expect(mine).to_be_visible()
    exchanged(rosa, daniel)
    expect(asked.get_by_text("You are on the way.")).to_be_visible()
    asked.get_by_role("button", name="I cannot come after all").tap()
    expect(asked.get_by_role("button", name="On my way")).to_be_visible()
    exchanged(daniel, rosa)
    expect(mine).to_be_visible()
    expect(coming).to_have_count(0)


def exchanged(sender: Phone, receiver: Phone) -> None:
    """What one has said is with the other."""
    inside.sync(sender.page)
    sent(sender)
    inside.sync(receiver.page)


def sent(phone: Phone) -> None:
    """Nothing waits."""
    phone.wait_for(lambda: not [op for op in inside.ops(phone.page) if op["state"] == "queued"])


def test_asking_and_adding_by_keyboard_alone(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    rosa.open("/ask")
    keyboard.press(rosa, "Company")
    keyboard.reach(rosa, rosa.button(re.compile("^Not needed any more")))
    exchanged(rosa, daniel)
    her_page(daniel, api)
    expect(daniel.button("On my way")).to_be_visible(timeout=SOON)
    keyboard.press(daniel, "On my way")
    expect(daniel.page.get_by_text("You are on the way.", exact=True)).to_be_visible(timeout=SOON)
    keyboard.press(daniel, re.compile("^More to add"))
    expect(title(daniel)).to_have_text("Add for Rosa")
    expect(title(daniel)).to_be_focused()
    keyboard.press(daniel, re.compile("^A quiet note"))
    keyboard.press(daniel, "Keep this note")
    field = daniel.page.get_by_label("Your note")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("Write a few words first"))
    # As fast as a person: a second press at once would be the rest of the first.
    daniel.page.keyboard.type("Soup is in the fridge.", delay=50)
    keyboard.press(daniel, "Keep this note")
    expect(daniel.page.get_by_role("link", name=re.compile("^A note"))).to_be_visible(timeout=SOON)
