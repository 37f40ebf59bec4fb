"""The screens of sharing: what is given and added, the square code, their eyes, who looked, what it shows."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone


def show(path: str) -> Callable[[Phone], None]:
    return lambda phone: phone.show(path)


def one(phone: Phone) -> None:
    phone.show("/you/sharing")
    phone.page.get_by_role("link", name=re.compile("^Daniel")).tap()
    expect(phone.button("See what Daniel sees")).to_be_visible()


def added_to(phone: Phone) -> None:
    """The switches of what may be added."""
    one(phone)
    phone.button(re.compile("^What Daniel may add")).tap()
    expect(phone.page.get_by_role("switch", name=re.compile("^Doses"))).to_be_visible()


def their_eyes(phone: Phone) -> None:
    one(phone)
    phone.button("See what Daniel sees").tap()
    expect(phone.page.get_by_role("group", name="The screen of Daniel")).to_be_visible()


def invited(phone: Phone) -> None:
    """A new invitation with its square code; the form before it has all its switches open."""
    phone.show("/you/sharing/new")
    phone.page.get_by_label("Who is it?").fill("Ana")
    phone.button(re.compile("^Let something be added")).tap()
    phone.button("Make the code").tap()
    square = phone.page.get_by_role("img", name=re.compile("^A square code"))
    expect(square.or_(phone.page.get_by_text("Is it you?"))).to_be_visible()
    acts.prove(phone)
    expect(square).to_be_visible()


def waiting(phone: Phone) -> None:
    """An invitation nobody has used."""
    phone.show("/you/sharing")
    row = phone.page.get_by_role("link", name=re.compile("^Ana"))
    expect(row.or_(phone.button("Invite someone")).first).to_be_visible()
    if row.count() == 0:
        invited(phone)
        phone.show("/you/sharing")
    row.first.tap()
    expect(phone.button("Take the invitation back")).to_be_visible()


OWNER: list[tuple[str, Callable[[Phone], None]]] = [
    ("share-added-to", added_to),
    ("share-seen", their_eyes),
    ("invited", invited),
    ("invitation", waiting),
    ("looks", show("/you/sharing/looks")),
    ("sharing-shows", show("/you/sharing/shows")),
]
OFFLINE: list[tuple[str, Callable[[Phone], None]]] = [
    ("looks-offline", show("/you/sharing/looks")),
    ("sharing-shows", show("/you/sharing/shows")),
]
