"""Every screen keeps the rules of accessibility in each state, theme and width; its targets can be hit."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from backend.cli import story
from tests.e2e import acts, sizes, tour, tour_errors
from tests.e2e.phone import Phone

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
# Another theme is other colours and nothing else: what has no colour is judged in one; colours at one width.
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
THEMES = ("light", "dark", "contrast")
WIDTHS = {320: 640, 390: 844, 1280: 800}


@pytest.fixture
def phone(demo_phone: Callable[..., Phone]) -> Phone:
    """A phone whose system asks for less motion."""
    return demo_phone("phone", reduced_motion="reduce")


@pytest.mark.parametrize("half", [0, 1])
def test_empty(phone: Phone, half: int) -> None:
    found = judged(phone, tour.NEW_PHONE[half::2])
    acts.start_now(phone)
    assert not (found := found + judged(phone, tour.EMPTY[half::2])), "\n".join(found)


@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_filled(phone: Phone, part: int) -> None:
    tour.sign_in_as(phone, story.ROSA)
    found = judged(phone, tour.OWNER[part::4])
    assert not found, "\n".join(found)


def test_filled_for_a_caregiver(phone: Phone) -> None:
    tour.sign_in_as(phone, story.DANIEL)
    found = judged(phone, tour.CAREGIVER)
    assert not found, "\n".join(found)


def test_in_error(phone: Phone) -> None:
    found = judged(phone, tour_errors.NEW_PHONE)
    acts.start_now(phone)
    assert not (found := found + judged(phone, tour_errors.OWNER)), "\n".join(found)


def test_offline(phone: Phone) -> None:
    tour.sign_in_as(phone, story.ROSA)
    phone.ready_offline()
    phone.offline()
    found = judged(phone, tour.OFFLINE)
    assert not found, "\n".join(found)


def test_covered(phone: Phone) -> None:
    acts.start_now(phone)
    found = judged(phone, tour.COVERED)
    assert not found, "\n".join(found)


def judged(phone: Phone, screens: list[tour.Screen]) -> list[str]:
    """What is wrong on each of these screens: rules in each theme and width, sizes of targets and of text."""
    return [
        problem
        for name in tour.walk(phone, screens)
        for problem in (*in_each_dress(phone, name), *sizes.looked_at(phone, name))
    ]


def in_each_dress(phone: Phone, name: str) -> list[str]:
    """The phone's own settings change; the app follows them unless the person chose otherwise."""
    found = []
    for theme in THEMES:
        phone.page.emulate_media(
            color_scheme="dark" if theme == "dark" else "light",
            contrast="more" if theme == "contrast" else "no-preference",
        )
        for width, height in WIDTHS.items() if theme == "light" else [(390, 844)]:
            phone.page.set_viewport_size({"width": width, "height": height})
            found += [
                f"{name}, {theme}, {width}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
                for one in violations(phone, OPTIONS if theme == "light" else COLOURS)
                for node in one["nodes"]
            ]
    phone.page.emulate_media(color_scheme="light", contrast="no-preference")
    phone.page.set_viewport_size({"width": 390, "height": 844})
    return found


def violations(phone: Phone, options: dict[str, Any]) -> list[dict[str, Any]]:
    """What axe finds on the page as it stands. Its half a megabyte is put in once for each page load."""
    if not phone.page.evaluate("() => 'axe' in window"):
        phone.page.evaluate(Axe().axe_script)
    run = "(options) => axe.run(document, options).then((result) => result.violations)"
    return list(phone.page.evaluate(run, options))
