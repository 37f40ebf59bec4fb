"""Granting on real phones: scanned, let in, seen with their eyes, added to part by part, and paused."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from backend.cli import story
from tests.e2e import acts, keyboard, tour
from tests.e2e.circle import begin_with_an_account, invite
from tests.e2e.phone import Phone
from tests.square_code import from_png

MakePhone = Callable[..., Phone]
FOLDS = re.compile("^(The rest|The last days|What is new lately|More on this|What helpers noticed)")
GONE = "This view is not available."
# Every sentence of a view, in order; what a caregiver may add is no part of what they see.
SENTENCES = """(root) => [...root.querySelectorAll('h2, h3, p, li')]
  .filter((one) => !one.querySelector('h2, h3, p, li'))
  .filter((one) => !one.closest('section')?.querySelector('h2')?.innerText.startsWith('Add for '))
  .map((one) => one.innerText.trim()).filter(Boolean)"""


def open_share(phone: Phone) -> None:
    phone.open("/you/sharing")
    phone.page.get_by_role("link", name=re.compile("^Daniel")).tap()


def test_a_square_code_leads_to_the_first_look_and_the_look_is_told(make_phone: MakePhone) -> None:
    rosa, daniel = make_phone("rosa", color_scheme="dark"), make_phone("daniel")
    begin_with_an_account(rosa)
    acts.log(rosa, 6, "Hip")
    rosa.open("/")
    acts.all_sent(rosa)
    rosa.open("/you/sharing/new")
    rosa.page.get_by_label("Who is it?").fill("Daniel")
    rosa.button("Make the code").tap()
    acts.prove(rosa)
    square = rosa.page.get_by_role("img", name=re.compile("^A square code"))
    expect(square).to_be_visible()
    link = from_png(square.screenshot())

    daniel.open(link.removeprefix(daniel.url))
    expect(daniel.page.get_by_text("Your link carries the invitation.")).to_be_visible()
    daniel.button("Go on").tap()
    acts.make_account(daniel, "Daniel", "daniel@example.org")
    expect(daniel.page.get_by_text("They confirm you on their phone.")).to_be_visible()
    assert "#" not in daniel.page.url, "the secret of the link stays out of the address"

    open_share(rosa)
    expect(rosa.page.get_by_text("Once you say yes:")).to_be_visible()
    rosa.button("Yes, let Daniel see this").tap()
    acts.prove(rosa)
    expect(rosa.button("See what Daniel sees")).to_be_visible()
    daniel.open("/people")
    daniel.button(re.compile("^More about ")).tap()
    expect(daniel.page.get_by_text(re.compile("right hip", re.IGNORECASE)).first).to_be_visible()
    open_share(rosa)
    rosa.button(re.compile("^Who looked")).tap()
    looked = rosa.page.get_by_role("listitem").filter(has_text="Daniel, ")
    expect(looked).to_contain_text("Fetched by their phone: pain and today’s plan.")


def test_what_they_see_is_what_they_see(demo_phone: MakePhone) -> None:
    rosa, daniel = demo_phone("rosa"), demo_phone("daniel")
    tour.sign_in_as(daniel, story.DANIEL)
    daniel.open("/people")
    daniel.button(re.compile("^More about ")).tap()
    tour.sign_in_as(rosa, story.ROSA)
    open_share(rosa)
    rosa.button("See what Daniel sees").tap()
    theirs = daniel.page.locator("main")
    shown = rosa.page.get_by_role("group", name="The screen of Daniel")
    for view in (theirs, shown):
        expect(view.get_by_text("decides what is shown here")).to_be_visible()
        for fold in view.get_by_role("button", name=FOLDS).all():
            fold.tap()
            expect(fold).to_have_attribute("aria-expanded", "true")
    said = theirs.evaluate(SENTENCES)
    assert len(said) > 20
    assert shown.evaluate(SENTENCES) == said
    assert shown.get_by_role("button", name=re.compile("^(On my way|Add)")).count() == 0

    rosa.offline()
    open_it_again = rosa.page.evaluate("location.pathname")
    rosa.show("/you")
    rosa.show(open_it_again)
    expect(rosa.page.get_by_text("It needs a connection.")).to_be_visible()


def test_by_keyboard_it_may_be_added_to_part_by_part(make_phone: MakePhone) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    begin_with_an_account(rosa)
    invite(rosa, daniel)
    sentence = rosa.page.locator(".sharing-sentence")
    expect(sentence).to_contain_text("Daniel may add nothing.")
    keyboard.press(rosa, re.compile("^What Daniel may add"))
    switch_on(rosa, "Pain and symptoms")
    expect(sentence).to_contain_text("Daniel may add pain.")
    # What is added has to be seen, and the switch says so before.
    expect(switch(rosa, "Doses that were taken")).to_contain_text("Daniel will also see medicines.")
    switch_on(rosa, "Doses that were taken")
    expect(sentence).to_contain_text("Daniel sees pain, today’s plan and medicines.")
    expect(sentence).to_contain_text("Daniel may add pain and doses.")
    keyboard.press(rosa, re.compile("^Change what Daniel sees"))
    keyboard.reach(rosa, switch(rosa, "Medicines: kind, taken or not"))
    rosa.page.keyboard.press("Space")
    expect(sentence).to_contain_text("Daniel may add pain.")
    keyboard.press(rosa, "See what Daniel sees")
    expect(rosa.page.get_by_role("heading", level=1, name="What Daniel sees")).to_be_focused()


def switch(phone: Phone, name: str) -> Locator:
    return phone.page.get_by_role("switch", name=re.compile(f"^{name}"))


def switch_on(phone: Phone, name: str) -> None:
    """By keyboard; giving more may ask for the password."""
    keyboard.reach(phone, switch(phone, name))
    phone.page.keyboard.press("Space")
    on = phone.page.locator("[role=switch][aria-checked=true]").filter(has_text=name)
    expect(on.or_(phone.page.get_by_text("Is it you?"))).to_be_visible()
    acts.prove(phone)
    expect(on).to_be_visible()


def test_paused_looks_like_ended(make_phone: MakePhone) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    begin_with_an_account(rosa)
    invite(rosa, daniel)
    daniel.open("/people")
    daniel.button(re.compile("^More about ")).tap()
    address = daniel.page.evaluate("location.pathname")
    expect(daniel.page.get_by_text("decides what is shown here")).to_be_visible()
    told = []
    for word, done in (("Pause", "Paused. Daniel sees nothing until you go on."), ("Stop", "")):
        open_share(rosa)
        rosa.button(word).tap()
        if word == "Stop":
            rosa.button("Stop sharing").tap()
        expect(rosa.page.get_by_text(done or "Sharing with Daniel has stopped.")).to_be_visible()
        daniel.open(address)
        expect(daniel.page.get_by_text(GONE)).to_be_visible()
        told.append(daniel.page.locator("body").inner_text())
        if word == "Pause":
            rosa.button("Go on").tap()
            acts.prove(rosa)
            expect(rosa.button("Pause")).to_be_visible()
            daniel.open(address)
            expect(daniel.page.get_by_text("decides what is shown here")).to_be_visible()
    daniel.open(f"/people/{uuid.uuid4()}")
    expect(daniel.page.get_by_text(GONE)).to_be_visible()
    assert {*told, daniel.page.locator("body").inner_text()} == {told[0]}
