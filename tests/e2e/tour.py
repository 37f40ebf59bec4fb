"""Every screen of the app in one walk, for what must hold on each of them."""

import re
from collections.abc import Callable, Iterator

from backend.cli import story
from tests.e2e import acts
from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def at(path: str) -> Callable[[Phone], None]:
    """Go to an address."""
    return lambda phone: phone.open(path)


def where(phone: Phone) -> None:
    phone.open("/log")
    acts.number(phone, 6)


def detail(phone: Phone) -> None:
    where(phone)
    phone.button("Add detail").tap()


def entry(phone: Phone) -> None:
    phone.open("/diary")
    phone.page.locator("a.entry").first.tap()


def hard_day(phone: Phone) -> None:
    phone.open("/")
    phone.button("Hard day").tap()


def appearance(phone: Phone) -> None:
    phone.open("/you")
    phone.button("Text size and colours").tap()


def share(phone: Phone) -> None:
    phone.open("/you/sharing")
    phone.page.get_by_role("link", name=re.compile("^Daniel")).tap()


def person(phone: Phone) -> None:
    phone.open("/people")
    phone.button(re.compile("^More about ")).tap()


def filter_open(phone: Phone) -> None:
    phone.open("/move/find")
    phone.button(re.compile("^Filter")).tap()
    phone.button(re.compile("^Which part of the body")).tap()


def movement(phone: Phone) -> None:
    """A movement with all that can be opened on its page."""
    phone.open("/move/ROM-01")
    phone.button("A therapist showed us").tap()
    phone.button(re.compile("^About this exercise")).tap()


def learn_card(phone: Phone) -> None:
    phone.open("/learn/CARD-05")
    phone.button("Why we say this").tap()


def topic(phone: Phone) -> None:
    phone.open("/learn")
    phone.button(re.compile("^Kinds of pain")).tap()


def found_cards(phone: Phone) -> None:
    phone.open("/learn")
    phone.page.get_by_label("Find a card").fill("heat")


NEW_PHONE: list[Screen] = [
    ("welcome", at("/")),
    ("sign-in", at("/sign-in")),
    ("join", at("/join")),
    ("help", at("/help")),
]
OWNER: list[Screen] = [
    ("today", at("/")),
    ("log", at("/log")),
    ("where", where),
    ("detail", detail),
    ("diary", at("/diary")),
    ("entry", entry),
    ("move", at("/move")),
    ("move-find", at("/move/find")),
    ("move-filter", filter_open),
    ("movement", movement),
    ("learn", at("/learn")),
    ("learn-topic", topic),
    ("learn-found", found_cards),
    ("learn-card", learn_card),
    ("learn-sources", at("/learn/sources")),
    ("learn-source", at("/learn/from/3")),
    ("trends", at("/trends")),
    ("you", at("/you")),
    ("appearance", appearance),
    ("devices", at("/you/devices")),
    ("sharing", at("/you/sharing")),
    ("share", share),
    ("invite", at("/you/sharing/new")),
    ("account", at("/account")),
    ("own-help", at("/help")),
    ("hard-day", hard_day),
]
CAREGIVER: list[Screen] = [("people", at("/people")), ("person", person)]


def walk(phone: Phone, screens: list[Screen]) -> Iterator[str]:
    """Open each screen in turn, at rest; yields its name."""
    for name, reach in screens:
        reach(phone)
        phone.page.wait_for_load_state("networkidle")
        phone.page.wait_for_timeout(250)
        yield name


def sign_in_as(phone: Phone, who: story.Person) -> None:
    """One of the demo's people, once their diary has come."""
    acts.sign_in(phone, who.email, story.PASSWORD)
    acts.all_sent(phone)
