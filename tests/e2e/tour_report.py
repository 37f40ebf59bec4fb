"""The screens of the report, for the walk through every screen."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def choices(phone: Phone) -> None:
    """What a report is made of, with everything open and dates that are none."""
    phone.show("/report")
    for name in ("Parts", "Save tables"):
        fold = phone.button(re.compile(f"^{name}"))
        fold.tap()
        expect(fold).to_have_attribute("aria-expanded", "true")
    phone.button("Other dates").tap()
    phone.page.get_by_label("From").fill("2002-02-02")
    phone.page.get_by_label("To").fill("2001-01-01")
    expect(phone.page.get_by_text("Choose a first day and a last day")).to_be_visible()
    phone.button("90 days").tap()
    expect(phone.page.get_by_text("(90 days).")).to_be_visible()


def open_page(phone: Phone) -> None:
    """The report as a page, once it is made."""
    phone.show("/report/page")
    expect(phone.page.get_by_role("heading", name="Method and limits")).to_be_visible()


def leaving_out(phone: Phone) -> None:
    """The same with a button at each line, and one line left out."""
    open_page(phone)
    phone.page.get_by_role("switch", name=re.compile("^Leave things out")).tap()
    phone.button(re.compile("^Leave out: Days")).tap()
    expect(phone.page.get_by_text("1 thing is left out.")).to_be_visible()
    phone.button("Put all back").tap()
    phone.button(re.compile("^Leave out: Days")).tap()


OWNER: list[Screen] = [("report", choices), ("report-page", open_page), ("report-leaving-out", leaving_out)]
EMPTY: list[Screen] = [
    ("report-first", lambda phone: phone.show("/report")),
    ("report-page-first", open_page),
]
OFFLINE: list[Screen] = [("report-page", open_page)]
