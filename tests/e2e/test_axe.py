"""No accessibility rule is broken, on any screen, in light and in dark."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Playwright

from backend.cli import story
from tests.e2e import tour
from tests.e2e.phone import Phone
from tests.e2e.server import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PEOPLE = {
    "nobody": (None, tour.NEW_PHONE),
    "owner": (story.ROSA, tour.OWNER),
    "caregiver": (story.DANIEL, tour.CAREGIVER),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_every_screen_keeps_the_rules(
    playwright: Playwright, demo_server: Server, tmp_path: Path, who: str
) -> None:
    somebody, screens = PEOPLE[who]
    phone = Phone(playwright, tmp_path / who, demo_server.url, reduced_motion="reduce")
    phone.start()
    if somebody:
        tour.sign_in_as(phone, somebody)
    found = [problem for name in tour.walk(phone, screens) for problem in both_themes(phone, name)]
    phone.close()
    found += phone.complaints + phone.elsewhere
    assert not found, "\n".join(found)


def both_themes(phone: Phone, name: str) -> list[str]:
    """What axe finds on this screen, light then dark."""
    found = []
    for theme in ("light", "dark"):
        phone.page.emulate_media(color_scheme=theme)
        result = Axe().run(phone.page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        found += [
            f"{name}, {theme}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
            for one in result["violations"]
            for node in one["nodes"]
        ]
    phone.page.emulate_media(color_scheme="light")
    return found
