"""Learn in each of its states, for what must hold on each of them."""

import re
from collections.abc import Callable

from tests.e2e.phone import Phone


def first(phone: Phone) -> None:
    phone.show("/learn")


def card(phone: Phone) -> None:
    phone.show("/learn/CARD-05")
    phone.button("Why we say this").tap()


def topic(phone: Phone) -> None:
    phone.show("/learn")
    phone.button(re.compile("^Kinds of pain")).tap()


def found(phone: Phone) -> None:
    phone.show("/learn")
    phone.page.get_by_label("Find a card").fill("heat")


def sources(phone: Phone) -> None:
    phone.show("/learn/sources")


def source(phone: Phone) -> None:
    phone.show("/learn/from/3")


SCREENS: list[tuple[str, Callable[[Phone], None]]] = [
    ("learn", first),
    ("learn-topic", topic),
    ("learn-found", found),
    ("learn-card", card),
    ("learn-sources", sources),
    ("learn-source", source),
]
