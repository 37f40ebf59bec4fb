"""The drawn body of an entry, for the walk through every screen."""

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone


def body(phone: Phone) -> None:
    phone.show("/log")
    acts.number(phone, 6)
    phone.button("Show body").tap()


def body_zone(phone: Phone) -> None:
    """A zone of the body, enlarged."""
    body(phone)
    phone.button("Hips and pelvis").tap()
    expect(phone.button("Right hip")).to_be_visible()


def body_back(phone: Phone) -> None:
    """The other side of the body, with a place chosen."""
    body_zone(phone)
    phone.button("Right hip").tap()
    phone.page.go_back()
    phone.page.get_by_role("group", name="Which side of the body?").get_by_role("button", name="Back").tap()
