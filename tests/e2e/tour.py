"""Every screen of the app in one walk, for what must hold on each of them."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import expect

from backend.cli import story
from tests.e2e import (
    acts,
    moved,
    tour_account,
    tour_acting,
    tour_body,
    tour_learn,
    tour_people,
    tour_plan,
    tour_player,
    tour_report,
    tour_sharing,
    tour_sync,
    tour_trends,
)
from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def at(path: str) -> Callable[[Phone], None]:
    """Go to an address."""
    return lambda phone: phone.show(path)


def where(phone: Phone) -> None:
    phone.show("/log")
    acts.number(phone, 6)


def detail(phone: Phone) -> None:
    where(phone)
    phone.button("Add detail").tap()


def first_row(path: str) -> Callable[[Phone], None]:
    """Open a page, then the first of its rows."""

    def reach(phone: Phone) -> None:
        phone.show(path)
        phone.page.locator("main .pick").first.tap()

    return reach


def check(phone: Phone) -> None:
    """The questions that follow a pain in the chest."""
    where(phone)
    phone.button(re.compile("^Somewhere else")).tap()
    acts.place(phone, "Chest or ribs", "Middle")
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("A short check")


def emergency(phone: Phone) -> None:
    """What the most urgent message looks like."""
    check(phone)
    phone.button(re.compile("^Are you more short of breath")).tap()
    phone.button("Next").tap()
    expect(phone.page.get_by_role("link", name=re.compile("^Call"))).not_to_have_count(0)


def entry(phone: Phone) -> None:
    phone.show("/diary")
    phone.page.locator("a.entry").first.tap()


def hard_day(phone: Phone) -> None:
    phone.show("/")
    phone.button("Hard day").tap()


def share(phone: Phone) -> None:
    phone.show("/you/sharing")
    phone.page.get_by_role("link", name=re.compile("^Daniel")).tap()


def person(phone: Phone) -> None:
    phone.show("/people")
    phone.button(re.compile("^More about ")).tap()
    # All that can be opened: on a second visit hands-on help is open already.
    phone.page.get_by_role("button", name=re.compile("^How to help")).first.tap()
    shown = phone.page.get_by_role("button", name="A therapist showed me")
    expect(shown.or_(phone.page.get_by_role("heading", name="Take care"))).to_be_visible()
    if shown.count():
        shown.tap()


def filter_open(phone: Phone) -> None:
    phone.show("/move/find")
    phone.button(re.compile("^Filter")).tap()
    phone.button(re.compile("^Which part of the body")).tap()


def movement(phone: Phone) -> None:
    """A movement with all that can be opened on its page."""
    phone.show("/move/ROM-01")
    phone.button("A therapist showed us").tap()
    phone.button(re.compile("^About this exercise")).tap()


NEW_PHONE: list[Screen] = [
    ("welcome", at("/")),
    ("sign-in", at("/sign-in")),
    ("join", at("/join")),
    ("help", at("/help")),
    *tour_account.NEW_PHONE,
]
# What can be opened with and without anything in the diary.
EVERYWHERE: list[Screen] = [
    ("today", at("/")),
    ("log", at("/log")),
    ("day", at("/day")),
    ("day-question", first_row("/day")),
    ("mind", at("/day/mind")),
    ("worry", at("/check/worry")),
    ("stories", at("/story")),
    ("cabinet", at("/cabinet")),
    ("cabinet-new", at("/cabinet/new")),
    ("events", at("/events")),
    ("event-new", at("/events/new")),
    ("diary", at("/diary")),
    ("diary-find", at("/diary/find")),
    ("trends", at("/trends")),
    ("you", at("/you")),
    ("about-me", at("/you/about")),
    ("visits", at("/you/visits")),
    ("visit-new", at("/you/visits/new")),
    ("numbers", at("/you/numbers")),
    ("number-new", at("/you/numbers/new")),
    ("helps", at("/you/numbers/helps")),
    ("settings", at("/you/settings")),
    ("reminders", at("/you/settings/reminders")),
    ("cover-settings", at("/you/settings/cover")),
    ("country", at("/you/settings/country")),
    ("own-help", at("/help")),
    ("sync", at("/sync")),
]
OWNER: list[Screen] = [
    *EVERYWHERE,
    ("where", where),
    ("body", tour_body.body),
    ("body-zone", tour_body.body_zone),
    ("body-back", tour_body.body_back),
    ("detail", detail),
    ("check", check),
    ("emergency", emergency),
    ("entry", entry),
    ("story", first_row("/story")),
    ("medicine", first_row("/cabinet")),
    ("event", first_row("/events")),
    ("about-question", first_row("/you/about")),
    ("visit", first_row("/you/visits")),
    ("number", first_row("/you/numbers")),
    ("move", at("/move")),
    ("move-find", at("/move/find")),
    ("move-filter", filter_open),
    ("movement", movement),
    *tour_learn.SCREENS,
    ("devices", at("/you/devices")),
    ("sharing", at("/you/sharing")),
    ("share", share),
    ("invite", at("/you/sharing/new")),
    *tour_sharing.OWNER,
    ("account", at("/account")),
    *tour_account.OWNER,
    *moved.SCREENS,
    *tour_plan.OWNER,
    *tour_acting.OWNER,
    *tour_report.OWNER,
    *tour_trends.OWNER,
    *tour_sync.SCREENS,
    ("hard-day", hard_day),
    ("held-notes", tour_sync.held_notes),
]
EMPTY: list[Screen] = [
    *EVERYWHERE,
    ("sharing-first", at("/you/sharing")),
    ("move-first", at("/move")),
    ("moved-first", at("/move/progress")),
    *tour_account.LOCAL,
    *tour_plan.EMPTY,
    *tour_acting.EMPTY,
    *tour_report.EMPTY,
    *tour_player.SCREENS,
]
# What an account asks its server for says so without one; the rest is as it is.
OFFLINE: list[Screen] = [
    ("today", at("/")),
    ("where", where),
    ("diary", at("/diary")),
    ("trends", at("/trends")),
    ("day", at("/day")),
    ("cabinet", at("/cabinet")),
    ("you", at("/you")),
    ("devices", at("/you/devices")),
    ("access", at("/you/access")),
    ("sharing", at("/you/sharing")),
    *tour_sharing.OFFLINE,
    *tour_report.OFFLINE,
    ("sync", at("/sync")),
    ("two-values", tour_sync.two_versions("/diary/two/", "many")),
    ("help", at("/help")),
    ("learn-card", tour_learn.card),
    ("movement", movement),
    ("emergency", emergency),
]


def covered(phone: Phone) -> None:
    """The app lock, on and closed."""
    acts.lock(phone)
    phone.button(re.compile("^Cover now")).tap()


COVERED: list[Screen] = [("covered", covered)]
CAREGIVER: list[Screen] = [
    ("people", at("/people")),
    ("person", person),
    *tour_people.SCREENS,
    *tour_acting.CAREGIVER,
]


def walk(phone: Phone, screens: list[Screen]) -> Iterator[str]:
    """Open each screen in turn, at rest; yields its name."""
    for name, reach in screens:
        reach(phone)
        expect(phone.page.get_by_role("heading", level=1)).not_to_have_text("One moment")
        phone.page.wait_for_timeout(300)
        yield name


def sign_in_as(phone: Phone, who: story.Person) -> None:
    """One of the demo's people, once their diary has come."""
    acts.sign_in(phone, who.email, story.PASSWORD)
    acts.all_sent(phone)
