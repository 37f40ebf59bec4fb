"""The screens of accounts, of ways into them, of leaving them, and of what lies outside of them."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from backend.cli import story
from tests.e2e import acts, tour_access
from tests.e2e.phone import Phone

Screens = list[tuple[str, Callable[[Phone], None]]]


def sign_out(phone: Phone) -> None:
    """What is asked before somebody leaves."""
    phone.show("/you")
    phone.button("Sign out").tap()
    expect(phone.button("Stay")).to_be_visible()


def word_typed(phone: Phone) -> None:
    """The last step before an account is deleted for good."""
    phone.show("/you/delete")
    phone.page.get_by_label(re.compile("^Type the word")).fill("delete")
    expect(phone.button("Delete my account for good")).to_be_visible()


def meeting(phone: Phone) -> None:
    """A diary without an account that meets the one of the account."""
    phone.show("/log")
    acts.number(phone, 5)
    phone.show("/sign-in")
    phone.page.get_by_label("Email").fill(story.ROSA.email)
    phone.page.get_by_label("Password", exact=True).fill(story.PASSWORD)
    phone.button("Sign in").tap()
    expect(phone.page.get_by_role("heading", name=re.compile("^This phone has"))).to_be_visible()


def show(path: str) -> Callable[[Phone], None]:
    return lambda phone: phone.show(path)


NEW_PHONE: Screens = tour_access.NEW_PHONE
OWNER: Screens = [
    ("data", show("/you/data")),
    ("delete", word_typed),
    ("sign-out", sign_out),
    *tour_access.OWNER,
]
LOCAL: Screens = [
    ("data-local", show("/you/data")),
    ("delete-local", show("/you/delete")),
    ("account-local", show("/account")),
    ("sign-in-local", show("/sign-in")),
    *tour_access.LOCAL,
    ("meeting", meeting),
]
