"""The screens of acting for somebody and of asking, for the walk through every screen."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def ask(phone: Phone) -> None:
    """Asking, with one request that stands."""
    phone.show("/ask")
    stands = phone.button("Not needed any more: Company")
    button = phone.button("Company")
    expect(stands.or_(button)).to_be_visible()
    if button.count():
        button.tap()
    expect(stands).to_be_visible()


def noticed(phone: Phone) -> None:
    """What Daniel wrote, with a number that is not said yes to."""
    phone.show("/you/noticed")
    expect(phone.button(re.compile("^Yes, that’s right"))).to_be_visible()


def helpers_entry(phone: Phone) -> None:
    """In the Diary the same number, with the same question."""
    noticed(phone)
    phone.show("/diary")
    phone.page.get_by_role("link", name=re.compile("not counted yet")).first.tap()
    expect(phone.button(re.compile("^Yes, that’s right"))).to_be_visible()


def add(phone: Phone) -> None:
    """Everything that may be added for Rosa."""
    phone.show("/people")
    phone.button(re.compile("^More about ")).tap()
    phone.page.get_by_role("link", name=re.compile("^More to add")).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(re.compile("^Add for"))
    expect(phone.page.get_by_role("region", name="Added by you")).to_be_visible()


def act(name: str) -> Callable[[Phone], None]:
    """One of the forms."""

    def reach(phone: Phone) -> None:
        add(phone)
        phone.page.get_by_role("link", name=re.compile(f"^{name}")).first.tap()
        expect(phone.page.get_by_role("heading", level=1)).not_to_have_text(re.compile("^Add for"))

    return reach


def note_missing(phone: Phone) -> None:
    """A note without words."""
    act("A quiet note")(phone)
    phone.button("Keep this note").tap()
    expect(phone.page.get_by_text("Write a few words first.")).to_be_visible()


def score_kept(phone: Phone) -> None:
    """A number that was given, with its places and the number open."""
    act("Pain 6")(phone)
    phone.page.get_by_role("button", name="Another number").tap()
    expect(phone.page.get_by_role("group", name="How strong?")).to_be_visible()


OWNER: list[Screen] = [("ask", ask), ("noticed", noticed), ("helpers-entry", helpers_entry)]
EMPTY: list[Screen] = [
    ("ask-nobody", lambda phone: phone.show("/ask")),
    ("noticed-nothing", lambda phone: phone.show("/you/noticed")),
]
CAREGIVER: list[Screen] = [
    ("add", add),
    ("add-noticed", act("What I noticed")),
    ("add-number", act("A number for pain")),
    ("add-together", act("We did it together")),
    ("add-note", note_missing),
    ("add-visit", act("A note on a visit")),
    ("add-kept", score_kept),
    ("add-observed", act("Very tired")),
    ("add-not-here", lambda phone: phone.show("/people/nobody/add")),
]
