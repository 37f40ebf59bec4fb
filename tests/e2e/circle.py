"""Sharing a diary on real phones: the acts of the one who shares, and of the one who helps."""

import re

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone


def begin_with_an_account(phone: Phone) -> None:
    acts.start_now(phone)
    phone.open("/account")
    acts.make_account(phone, "Rosa", "rosa@example.org")
    expect(phone.page.get_by_role("heading", name="Your account is made")).to_be_visible()
    phone.open("/")


def keep_private(phone: Phone, value: int, name: str) -> None:
    """Log, then keep the entry from everybody else."""
    phone.open("/")
    phone.offline()  # so that it is private before it is sent
    acts.number(phone, value)
    acts.place(phone, name)
    phone.button("Done").tap()
    phone.open("/diary")
    phone.page.locator("a.entry").first.tap()
    switch = phone.page.get_by_role("switch", name=re.compile("private"))
    switch.tap()
    expect(switch).to_have_attribute("aria-checked", "true")
    phone.offline(False)


def invite(owner: Phone, caregiver: Phone) -> None:
    """Offer by code, accept on the other phone, confirm."""
    owner.open("/you/sharing/new")
    owner.page.get_by_label("Who is it?").fill("Daniel")
    owner.button("Make the code").tap()
    acts.prove(owner)
    code = owner.page.locator(".sharing-code").inner_text()
    caregiver.open("/join")
    caregiver.page.get_by_label("Code").fill(code.lower())
    caregiver.button("Go on").tap()
    acts.make_account(caregiver, "Daniel", "daniel@example.org")
    expect(caregiver.page.get_by_text("They confirm you on their phone.")).to_be_visible()
    caregiver.open("/people")
    expect(caregiver.page.get_by_text("Nobody shares with you here at the moment.")).to_be_visible()
    owner.open("/you/sharing")
    owner.page.get_by_role("link", name=re.compile("^Daniel")).tap()
    owner.button("Yes, let Daniel see this").tap()
    acts.prove(owner)
    expect(owner.button(re.compile("^Change what Daniel sees"))).to_be_visible()


def stop_sharing(owner: Phone) -> None:
    owner.open("/you/sharing")
    owner.page.get_by_role("link", name=re.compile("^Daniel")).tap()
    owner.button("Stop").tap()
    owner.button("Stop sharing").tap()
    expect(owner.page.get_by_text("Sharing with Daniel has stopped.")).to_be_visible()
