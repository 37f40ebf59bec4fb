"""A phone with a keyboard and no pointer: what has no way by Tab is not there."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.phone import Phone

ENOUGH = 80


def reach(phone: Phone, target: Locator | str) -> None:
    """Press Tab until the target, or what begins with these words, has the focus."""
    if not isinstance(target, str):
        expect(target).to_be_visible()
    for _ in range(ENOUGH):
        if _has_focus(phone, target):
            return
        phone.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {target}")


def press(phone: Phone, name: str | re.Pattern[str], key: str = "Enter") -> None:
    """Tab to a button or link, and press it."""
    reach(phone, phone.button(name))
    phone.page.keyboard.press(key)


def _has_focus(phone: Phone, target: Locator | str) -> bool:
    if isinstance(target, str):
        words = phone.page.evaluate("() => document.activeElement?.innerText?.trim() ?? ''")
        return str(words).startswith(target)
    return bool(target.evaluate("(one) => one === document.activeElement"))
