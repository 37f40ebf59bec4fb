"""The screens of access: who can open the diary, the ways back in, and the walk that makes it one's own."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

Screens = list[tuple[str, Callable[[Phone], None]]]


def show(path: str, words: str) -> Callable[[Phone], None]:
    """Go to an address, and wait until these words are there."""

    def reach(phone: Phone) -> None:
        phone.show(path)
        expect(phone.page.get_by_text(re.compile(words)).first).to_be_visible()

    return reach


def access(phone: Phone) -> None:
    """All of it, with the question before the one act open."""
    phone.show("/you/access")
    phone.button("Sign out everything but this phone").tap()
    expect(phone.button("Do it now")).to_be_visible()


def codes(phone: Phone) -> None:
    """Ten codes, as they are shown once."""
    phone.show("/you/access/codes")
    phone.button(re.compile("^Make ten")).tap()
    shown = phone.page.locator(".access-codes code")
    asked = phone.page.get_by_label("Your password")
    expect(shown.or_(asked).first).to_be_visible()
    acts.prove(phone)
    expect(shown).to_have_count(10)


def own(step: int, words: str) -> Callable[[Phone], None]:
    """A step of the walk."""

    def reach(phone: Phone) -> None:
        phone.show("/you/access/own")
        for _ in range(step):
            was = phone.page.get_by_text(re.compile(r"^Step \d of 5")).inner_text()
            phone.button(re.compile("^(Keep the old one|Go on)$")).tap()
            expect(phone.page.get_by_text(was, exact=True)).to_have_count(0)
        expect(phone.page.get_by_text(re.compile(words)).first).to_be_visible()

    return reach


NEW_PHONE: Screens = [("recover", show("/recover", "^No code at hand"))]
LOCAL: Screens = [("access-local", show("/you/access", "^This diary has no account"))]
OWNER: Screens = [
    ("access", access),
    ("access-password", show("/you/access/password", "^At least 8")),
    ("access-codes", codes),
    ("access-own", own(0, "^At least 8")),
    ("access-own-devices", own(2, "^Remove what is not yours")),
    ("access-own-left", own(4, "^Whoever can unlock")),
]
