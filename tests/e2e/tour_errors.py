"""Screens on which something is not right yet, and says so."""

import re

from playwright.sync_api import expect

from tests.e2e.phone import Phone
from tests.e2e.tour import Screen


def register(phone: Phone) -> None:
    """An account with an address that is none."""
    phone.open("/account")
    phone.page.get_by_label("Your name").fill("Rosa")
    phone.page.get_by_label("Email").fill("rosa")
    phone.page.get_by_label("Password", exact=True).fill("short")
    phone.button("Make my account").tap()


def sign_in(phone: Phone) -> None:
    phone.open("/sign-in")
    phone.page.get_by_label("Email").fill("nobody@demo.limber.example")
    phone.page.get_by_label("Password", exact=True).fill("not the right one")
    phone.button("Sign in").tap()


def join(phone: Phone) -> None:
    """A code nobody gave."""
    phone.open("/join")
    code = phone.page.get_by_label(re.compile("code", re.IGNORECASE))
    if code.count():
        code.first.fill("AAAAA-AAAAA")
        phone.page.get_by_role("button").last.tap()


def recover(phone: Phone) -> None:
    """A code that opens nothing."""
    phone.open("/recover")
    phone.page.get_by_label("Email").fill("nobody@demo.limber.example")
    phone.page.get_by_label("Recovery code").fill("22222-" * 5)
    phone.page.get_by_label("New password").fill("nine grey herons")
    phone.button("Set it and sign in").tap()
    expect(phone.page.get_by_text("This does not open the account.")).to_be_visible()


def to_come(phone: Phone) -> None:
    """A time that is still to come."""
    phone.open("/log")
    phone.button("Another time").tap()
    phone.page.get_by_label("Time", exact=True).fill("23:59")
    phone.page.get_by_role("group", name="How strong was your pain?").get_by_role("button").last.tap()


def lost(phone: Phone) -> None:
    phone.open("/nowhere/at/all")


def lost_entry(phone: Phone) -> None:
    phone.open("/diary/00000000-0000-7000-8000-000000000000")


NEW_PHONE: list[Screen] = [
    ("sign-in-wrong", sign_in),
    ("account-wrong", register),
    ("join-wrong", join),
    ("recover-wrong", recover),
]
OWNER: list[Screen] = [("log-to-come", to_come), ("not-here", lost), ("entry-not-here", lost_entry)]
