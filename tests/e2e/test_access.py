"""Ways back in, and the one act that leaves only this phone: on real phones, with nothing lost on any."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import acts, keyboard
from tests.e2e.api import Api
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
ROSA, NEW = "rosa@example.org", "nine grey herons"


def title(page: Page) -> Any:
    return expect(page.get_by_role("heading", level=1))


def numbers(api: Api) -> list[int]:
    return sorted(row["body"]["severity_nrs"] for row in api.own_entries())


def no_longer_fresh(server: Server) -> None:
    """The password was given long ago."""
    with closing(sqlite3.connect(server.database, timeout=30)) as db, db:
        db.execute("update session set fresh_until = '2020-01-01 00:00:00.000000'")


def make_codes(phone: Phone) -> list[str]:
    phone.show("/you/access/codes")
    phone.button(re.compile("^Make ten")).tap()
    expect(phone.page.get_by_text("Is it you?")).to_be_visible()
    acts.prove(phone)
    shown = phone.page.locator(".access-codes code")
    expect(shown).to_have_count(10)
    return shown.all_inner_texts()


def sign_in_again(phone: Phone, password: str) -> None:
    """As the screen asks of somebody whose session ended: the password alone."""
    phone.page.get_by_role("link", name="Sign in").first.tap()
    expect(phone.page.get_by_label("Email")).to_have_value(ROSA)
    phone.page.get_by_label("Password", exact=True).fill(password)
    phone.button("Sign in").tap()


def test_s11_a_forgotten_password_is_set_anew_with_a_code_on_another_phone(
    make_phone: MakePhone, server: Server
) -> None:
    Api.register(server.url, "Rosa", ROSA)
    old, new = make_phone("old"), make_phone("new")
    acts.sign_in(old, ROSA)
    acts.log(old, 6)
    acts.all_sent(old)
    no_longer_fresh(server)
    code = make_codes(old)[3]
    old.show("/")
    old.ready_offline()
    old.offline()
    acts.log(old, 3)

    new.open("/sign-in")
    new.button("I forgot my password").tap()
    title(new.page).to_have_text("I forgot my password")
    new.page.get_by_label("Email").fill(ROSA)
    new.page.get_by_label("Recovery code").fill(code[:-3])
    new.page.get_by_label("New password").fill(NEW)
    new.button("Set it and sign in").tap()
    expect(new.page.get_by_text("A code has 25 letters and numbers.")).to_be_visible()
    expect(new.page.get_by_label("Recovery code")).to_be_focused()
    new.page.get_by_label("Recovery code").fill(code.lower().replace("-", " "))
    new.button("Set it and sign in").tap()
    title(new.page).to_contain_text("Good")
    acts.all_sent(new)
    assert acts.titles(new) == ["Pain 6, right hip"]

    # The old phone keeps its diary and what it never sent, and asks for the new password.
    old.offline(False)
    old.open("/")
    expect(old.page.get_by_text(re.compile("you are signed out")).first).to_be_visible()
    assert acts.titles(old) == ["Pain 3, right hip", "Pain 6, right hip"]
    old.show("/")
    sign_in_again(old, NEW)
    acts.all_sent(old)
    assert numbers(Api(server.url, ROSA, NEW)) == [3, 6]
    new.show("/you/access")
    expect(new.page.get_by_text("9 of 10 are left.")).to_be_visible()
    expect(new.page.get_by_text(re.compile("^The account was opened with a code"))).to_be_visible()


def test_s11_the_operators_link_opens_the_account_once_and_is_in_the_log(
    make_phone: MakePhone, server: Server
) -> None:
    Api.register(server.url, "Rosa", ROSA)
    link = server.command("account-link", ROSA).split()[0]
    phone = make_phone("rosa")
    phone.open(link.removeprefix(server.url))
    title(phone.page).to_have_text("A new password")
    phone.page.get_by_label("New password").fill(NEW)
    phone.button("Set it and sign in").tap()
    title(phone.page).to_contain_text("Good")
    token = link.partition("#")[2]
    assert token not in phone.page.url and token not in phone.stored()
    phone.show("/you/access")
    expect(
        phone.page.get_by_text("A link was made that opens this account, by the person who runs the server.")
    ).to_be_visible()

    other = make_phone("other")
    other.open(link.removeprefix(server.url))
    other.page.get_by_label("New password").fill("another quiet heron")
    other.button("Set it and sign in").tap()
    expect(other.page.get_by_text("This does not open the account.")).to_be_visible()
    Api(server.url, ROSA, NEW)


def test_c06_all_but_this_phone_is_signed_out_and_nothing_is_lost(
    make_phone: MakePhone, server: Server
) -> None:
    api = Api.register(server.url, "Rosa", ROSA)
    here, there = make_phone("here"), make_phone("there")
    acts.sign_in(there, ROSA)
    acts.log(there, 6)
    acts.all_sent(there)
    there.ready_offline()
    there.offline()
    acts.log(there, 3)
    acts.sign_in(here, ROSA)
    api.call("POST", "shares", {"label": "Daniel"})
    here.show("/you")
    here.button(re.compile("^Check my access")).tap()
    expect(here.page.get_by_text("Waiting for Daniel to use the code.")).to_be_visible()
    here.button("Sign out everything but this phone").tap()
    expect(here.page.get_by_text("Invitations that wait are withdrawn.")).to_be_visible()
    no_longer_fresh(server)
    here.button("Do it now").tap()
    expect(here.page.get_by_text("Is it you?")).to_be_visible()
    acts.prove(here)
    # The script that asked for the invitation is a device too, and so is the one that registered.
    done = re.compile(r"^Done: \d devices were signed out and 1 invitation was withdrawn\.$")
    expect(here.page.get_by_text(done)).to_be_visible()
    expect(here.page.get_by_text("Nobody but you.")).to_be_visible()
    expect(here.button("New password")).to_be_visible()

    there.offline(False)
    there.open("/")
    removed = re.compile("^This phone was removed from the devices of Rosa")
    expect(there.page.get_by_text(removed)).to_be_visible()
    expect(there.page.get_by_text("1 unsent entry of Rosa is kept on this phone.")).to_be_visible()
    assert '"severity_nrs":6' not in there.stored()
    acts.sign_in(there, ROSA)
    acts.all_sent(there)
    assert acts.titles(there) == ["Pain 3, right hip", "Pain 6, right hip"]
    here.show("/")
    acts.log(here, 9)
    acts.all_sent(here)
    assert numbers(Api(server.url, ROSA)) == [3, 6, 9]


def test_c09_whoever_did_not_set_this_up_makes_it_their_own_step_by_step(
    make_phone: MakePhone, server: Server
) -> None:
    helper = Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa")
    acts.sign_in(phone, ROSA)
    phone.show("/you/access")
    expect(phone.page.get_by_role("heading", name="Did somebody set this up for you?")).to_be_visible()
    phone.button("Make it my own").tap()
    phone.page.get_by_label("New password").fill("short")
    phone.button("Set the new password").tap()
    expect(phone.page.get_by_text("Use at least 8 letters").last).to_be_visible()
    phone.page.get_by_label("New password").fill(NEW)
    phone.button("Set the new password").tap()
    title(phone.page).to_have_text("New recovery codes")
    phone.button("Make ten codes").tap()
    expect(phone.page.locator(".access-codes code")).to_have_count(10)
    phone.button("Go on").tap()
    title(phone.page).to_have_text("Other devices")
    expect(phone.page.get_by_text("This device")).to_be_visible()
    phone.button("Go on").tap()
    title(phone.page).to_have_text("Who sees the diary")
    expect(phone.page.get_by_text("Nobody but you.")).to_be_visible()
    phone.button("Go on").tap()
    title(phone.page).to_have_text("What is open now")
    expect(phone.page.get_by_text("Only this one")).to_be_visible()
    expect(phone.page.get_by_text("10 of 10 are left.")).to_be_visible()
    # What the helper had is worth nothing, and this phone goes on as if nothing had happened.
    with pytest.raises(HTTPError, match="401"):
        helper.call("GET", "me")
    phone.button("Go to Today").tap()
    acts.log(phone, 4)
    acts.all_sent(phone)
    assert numbers(Api(server.url, ROSA, NEW)) == [4]


def test_the_keyboard_alone_changes_the_password_and_reads_the_log(
    make_phone: MakePhone, server: Server
) -> None:
    Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa")
    acts.sign_in(phone, ROSA)
    phone.show("/you")
    keyboard.press(phone, re.compile("^Check my access"))
    title(phone.page).to_have_text("Check my access")
    expect(phone.page.get_by_role("heading", level=1)).to_be_focused()
    expect(phone.page.get_by_role("heading", name="What happened")).to_be_visible()
    keyboard.press(phone, "Sign out everything but this phone")
    expect(phone.button("Do it now")).to_be_visible()
    keyboard.press(phone, "Leave it")
    expect(phone.button("Do it now")).to_have_count(0)
    keyboard.press(phone, "New password")
    title(phone.page).to_have_text("New password")
    keyboard.reach(phone, phone.page.get_by_label("New password"))
    phone.page.keyboard.type(NEW)
    phone.page.keyboard.press("Enter")
    title(phone.page).to_have_text("The new password is set")
    expect(phone.page.get_by_role("heading", level=1)).to_be_focused()
    keyboard.press(phone, "Back to my access")
    expect(phone.page.get_by_text(re.compile(r"^A new password was set"))).to_be_visible()
    Api(server.url, ROSA, NEW)
