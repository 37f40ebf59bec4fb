"""The plan's screens, for the walk through every screen."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def day(phone: Phone) -> None:
    """The day of today, as it is planned."""
    phone.show("/move")
    phone.page.get_by_role("link", name=re.compile(", today")).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Today")


def item(phone: Phone) -> None:
    """One movement of the day, with both reasons open."""
    day(phone)
    phone.page.locator("main .movement-row").first.tap()
    phone.button("Why this").tap()
    phone.button("Why not another").tap()


def more(phone: Phone) -> None:
    """Asking for more, and for what a therapist set, with what is still wanting said."""
    day(phone)
    phone.page.locator("main .movement-row").first.tap()
    phone.button(re.compile("^From my therapist")).tap()
    phone.button(re.compile("^Keep: ")).tap()
    phone.button(re.compile("^Change how much")).tap()
    phone.page.get_by_role("button", name=re.compile(": more$")).first.tap()
    expect(phone.page.get_by_label("Why more?")).to_be_visible()


def scope(phone: Phone) -> None:
    """Which days a change is for."""
    day(phone)
    phone.page.locator("main .movement-row").first.tap()
    phone.button("Leave it out").tap()
    expect(phone.page.get_by_role("heading", name="For which days?")).to_be_visible()


def chosen(phone: Phone) -> None:
    """How the week was chosen, with the rules open."""
    phone.show("/move/why")
    phone.button("The rules it keeps").tap()


def at(path: str) -> Callable[[Phone], None]:
    """Go to an address."""
    return lambda phone: phone.show(path)


def clearance(phone: Phone) -> None:
    """The question of clearance, answered with less than a yes."""
    question(phone, "Has a doctor")
    phone.button("No").tap()
    expect(phone.page.get_by_text(re.compile("^The plan then keeps to gentle"))).to_be_visible()


def ready(phone: Phone) -> None:
    """The end of the questions."""
    question(phone, None)


def question(phone: Phone, begins: str | None) -> None:
    """One of the questions before a plan; None: what comes after the last."""
    phone.show("/move/questions")
    title = phone.page.get_by_role("heading", level=1)
    expect(title).to_contain_text("How do you get about")
    while (asked := title.inner_text()).endswith("?"):
        if begins and asked.startswith(begins):
            return
        phone.button("Next").tap()
        expect(title).not_to_have_text(asked)


OWNER: list[Screen] = [
    ("plan-day", day),
    ("plan-item", item),
    ("plan-more", more),
    ("plan-scope", scope),
    ("plan-why", chosen),
    ("plan-sheet", at("/move/sheet")),
]
EMPTY: list[Screen] = [
    ("plan-question", at("/move/questions")),
    ("plan-clearance", clearance),
    ("plan-ready", ready),
    ("plan-starter-item", item),
    ("plan-starter-why", at("/move/why")),
    ("plan-starter-sheet", at("/move/sheet")),
]
