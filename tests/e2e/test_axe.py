"""No accessibility rule is broken: screens empty, filled, in error, offline, covered; each theme and width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Playwright

from backend.cli import story
from tests.e2e import acts, tour, tour_errors
from tests.e2e.phone import Phone
from tests.e2e.server import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark", "contrast")
WIDTHS = {320: 640, 390: 844, 1280: 800}


@pytest.fixture
def phone(playwright: Playwright, demo_server: Server, tmp_path: Path) -> Iterator[Phone]:
    """A phone that has to stay silent."""
    made = Phone(playwright, tmp_path / "phone", demo_server.url, reduced_motion="reduce")
    made.start()
    yield made
    made.close()
    assert made.complaints + made.elsewhere == []


@pytest.mark.parametrize("theme", THEMES)
def test_empty(phone: Phone, theme: str) -> None:
    found = judged(phone, tour.NEW_PHONE, theme)
    acts.start_now(phone)
    assert not (found := found + judged(phone, tour.EMPTY, theme)), "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_filled(phone: Phone, theme: str) -> None:
    tour.sign_in_as(phone, story.ROSA)
    found = judged(phone, tour.OWNER, theme)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_filled_for_a_caregiver(phone: Phone, theme: str) -> None:
    tour.sign_in_as(phone, story.DANIEL)
    found = judged(phone, tour.CAREGIVER, theme)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_in_error(phone: Phone, theme: str) -> None:
    found = judged(phone, tour_errors.NEW_PHONE, theme)
    acts.start_now(phone)
    assert not (found := found + judged(phone, tour_errors.OWNER, theme)), "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_offline(phone: Phone, theme: str) -> None:
    tour.sign_in_as(phone, story.ROSA)
    phone.ready_offline()
    phone.offline()
    found = judged(phone, tour.OFFLINE, theme)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_covered(phone: Phone, theme: str) -> None:
    acts.start_now(phone)
    found = judged(phone, tour.COVERED, theme)
    assert not found, "\n".join(found)


def judged(phone: Phone, screens: list[tour.Screen], theme: str) -> list[str]:
    """What axe finds on each of these screens at each width."""
    dress(phone, theme)
    return [problem for name in tour.walk(phone, screens) for problem in at_each_width(phone, name, theme)]


def dress(phone: Phone, theme: str) -> None:
    """The phone's own settings; the app follows them unless the person chose otherwise."""
    phone.page.emulate_media(
        color_scheme="dark" if theme == "dark" else "light",
        contrast="more" if theme == "contrast" else "no-preference",
    )


def at_each_width(phone: Phone, name: str, theme: str) -> list[str]:
    found = []
    for width, height in WIDTHS.items():
        phone.page.set_viewport_size({"width": width, "height": height})
        result = Axe().run(phone.page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        found += [
            f"{name}, {theme}, {width}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
            for one in result["violations"]
            for node in one["nodes"]
        ]
    phone.page.set_viewport_size({"width": 390, "height": 844})
    return found
