"""The screens of trends: the first look, all that opens, and without lines."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

Screens = list[tuple[str, Callable[[Phone], None]]]
ROWS = ("Calendar", "Where and what kind", "What was tried", "Medicines and changes", "Doing and moving")


def trends(phone: Phone) -> None:
    """The first look, with the last 90 days."""
    phone.show("/trends")
    expect(phone.page.get_by_role("heading", name="What seems linked")).to_be_visible()
    phone.button("90 days").tap()
    expect(phone.page.get_by_text(re.compile("^[0-9]+ days of 90 noted"))).to_be_visible()


def opened(phone: Phone) -> None:
    """All that can be opened, with the numbers of each chart."""
    trends(phone)
    for row in ROWS:
        phone.button(row).tap()
        expect(phone.button(row)).to_have_attribute("aria-expanded", "true")
    tables = phone.page.get_by_role("button", name=re.compile("^As a table"))
    for place in range(tables.count()):
        tables.nth(place).tap()
        expect(tables.nth(place)).to_have_attribute("aria-expanded", "true")


def without_lines(phone: Phone) -> None:
    """Words and bands alone. It stays so for this diary."""
    trends(phone)
    switch = phone.page.get_by_role("switch", name=re.compile("^No falling lines"))
    if switch.get_attribute("aria-checked") == "false":
        switch.tap()
    expect(phone.page.get_by_role("img", name=re.compile("^From 0 to 10"))).to_be_visible()


def not_in_report(phone: Phone) -> None:
    """Where the report was asked to tell no patterns, each has its way into it."""
    phone.show("/report")
    phone.button(re.compile("^Parts")).tap()
    switch = phone.page.get_by_role("switch", name="Patterns seen")
    if switch.get_attribute("aria-checked") == "true":
        switch.tap()
    expect(switch).not_to_be_checked()
    phone.show("/trends")
    expect(phone.button(re.compile("^Put in my report"))).to_be_visible()


OWNER: Screens = [
    ("trends-90", trends),
    ("trends-open", opened),
    ("trends-words", without_lines),
    ("trends-not-in-report", not_in_report),
]
