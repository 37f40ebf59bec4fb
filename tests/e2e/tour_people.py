"""The screens of somebody who helps: people, one person with all that folds, whom to call, their own page."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

FOLDS = re.compile("^(The rest|The last days|What is new lately|More on this|What helpers noticed)")


def at(path: str) -> Callable[[Phone], None]:
    """Go to an address."""
    return lambda phone: phone.show(path)


def one_person(phone: Phone) -> None:
    """The page of the only person, as it opens."""
    phone.show("/people")
    phone.button(re.compile("^More about ")).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(re.compile(", today$"))
    expect(phone.page.get_by_role("heading", name="Today’s plan")).to_be_visible()


def unfolded(phone: Phone) -> None:
    """The same with every fold open."""
    one_person(phone)
    folds = phone.page.get_by_role("button", name=FOLDS)
    expect(folds).not_to_have_count(0)
    for fold in folds.all():
        fold.tap()
        expect(fold).to_have_attribute("aria-expanded", "true")


def call(phone: Phone) -> None:
    """Whom to call, with a sign of each kind opened."""
    one_person(phone)
    phone.button(re.compile("^Call for ")).tap()
    phone.button("Pain or tightness in the chest.").tap()
    expect(phone.page.get_by_text("Do not drive yourself.").first).to_be_visible()
    phone.button(re.compile("^Get medical advice today for")).tap()
    expect(phone.button("One leg newly swollen, warm or red.")).to_be_visible()


def helper(phone: Phone) -> None:
    """The helper's own page with two answers."""
    phone.show("/helping")
    for answer in ("Tired", "A sore back"):
        button = phone.page.get_by_role("group", name="How are you?").get_by_role("button", name=answer)
        if button.get_attribute("aria-pressed") != "true":
            button.tap()
        expect(button).to_have_attribute("aria-pressed", "true")


def card(phone: Phone) -> None:
    """A card for people who help."""
    phone.show("/learn/helping")
    phone.button("Hands on: never lift alone").tap()


SCREENS: list[tuple[str, Callable[[Phone], None]]] = [
    ("helper-home", at("/")),
    ("person-first", one_person),
    ("person-unfolded", unfolded),
    ("person-call", call),
    ("helping", helper),
    ("how-to-help", at("/learn/helping")),
    ("helper-card", card),
]
