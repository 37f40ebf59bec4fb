"""Small screens, large text, unsteady hands."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from backend.cli import story
from tests.e2e import tour
from tests.e2e.phone import Phone
from tests.e2e.server import Server

LEAST_TARGET, LEAST_LOG_TARGET = 48, 64
NARROW = {"width": 320, "height": 640}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links within a sentence are as high as its line; what is there for screen readers alone has no size.
SMALL = """(least) => [...document.querySelectorAll('a, button, input, textarea, select, [role=switch]')]
  .filter((one) => one.checkVisibility() && !one.closest('p, .skip'))
  .map((one) => ({ name: one.textContent.trim() || one.className, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 2 && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(({ name, box }) => `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
  .slice(0, 5).map((one) => `${one.tagName}.${one.className}`)"""
PEOPLE = {
    "nobody": (None, tour.NEW_PHONE),
    "owner": (story.ROSA, tour.OWNER),
    "caregiver": (story.DANIEL, tour.CAREGIVER),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_nothing_needs_scrolling_sideways_and_every_target_can_be_hit(
    playwright: Playwright, demo_server: Server, tmp_path: Path, who: str
) -> None:
    somebody, screens = PEOPLE[who]
    phone = Phone(playwright, tmp_path / who, demo_server.url, reduced_motion="reduce")
    phone.start()
    if somebody:
        tour.sign_in_as(phone, somebody)
    found = [problem for name in tour.walk(phone, screens) for problem in looked_at(phone, name)]
    phone.close()
    found += phone.complaints + phone.elsewhere
    assert not found, "\n".join(found)


def looked_at(phone: Phone, name: str) -> list[str]:
    """What is too small at 390 px, and what a screen 320 px wide cannot hold, also with larger text."""
    found = [f"{name}: small: {one}" for one in phone.page.evaluate(SMALL, LEAST_TARGET)]
    if name == "today":
        steps = phone.page.locator(".step").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        found += [
            f"{name}: a step of the scale is {height}" for height in steps if height < LEAST_LOG_TARGET - 0.5
        ]
    phone.page.set_viewport_size(NARROW)
    for size in ("100", "200"):
        phone.page.evaluate("(size) => { document.documentElement.dataset.text = size; }", size)
        phone.page.wait_for_timeout(50)
        if phone.page.evaluate(SIDEWAYS) > 0:
            found.append(f"{name}: sideways at {size} %: {phone.page.evaluate(WIDE)}")
    phone.page.evaluate("() => { delete document.documentElement.dataset.text; }")
    phone.page.set_viewport_size({"width": 390, "height": 844})
    return found
