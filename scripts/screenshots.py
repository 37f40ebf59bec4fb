"""Take the pictures of docs/screenshots from the demo: `make screenshots`."""

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from backend.cli import story  # noqa: E402 - found through the line above
from tests.e2e import tour, tour_body, tour_learn, tour_people, tour_player, tour_trends  # noqa: E402
from tests.e2e.patience import unhurried  # noqa: E402
from tests.e2e.phone import Phone  # noqa: E402
from tests.e2e.server import Server  # noqa: E402

PICTURES = ROOT / "docs" / "screenshots"
WANTED: tuple[tuple[story.Person, list[tour.Screen]], ...] = (
    (
        story.ROSA,
        [
            ("today", tour.at("/")),
            ("log", tour.at("/log")),
            ("day", tour.at("/day")),
            ("medicines", tour.at("/cabinet")),
            ("diary", tour.at("/diary")),
            ("move", tour.at("/move")),
            ("progress", tour.at("/move/progress")),
            ("trends", tour_trends.trends),
            ("library", tour.at("/move/find")),
            ("movement", tour.at("/move/STR-02")),
            ("learn", tour_learn.card),
            # Last, since they begin something.
            ("session", tour_player.running),
            ("body", tour_body.body_zone),
        ],
    ),
    (story.DANIEL, [("caregiver", tour_people.one_person)]),
)


def main() -> None:
    """Each screen once in light and once in dark, 390 px wide."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="limber-") as folder,
        sync_playwright() as playwright,
        unhurried(),
    ):
        server = Server(Path(folder) / "instance")
        server.start()
        server.command("demo")
        try:
            for who, screens in WANTED:
                phone = Phone(playwright, Path(folder) / who.name, server.url, reduced_motion="reduce")
                phone.start()
                tour.sign_in_as(phone, who)
                for name in tour.walk(phone, screens):
                    take(phone, name)
                phone.close()
        finally:
            server.stop()


def take(phone: Phone, name: str) -> None:
    """Two pictures of the screen that is open."""
    themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for theme in themes:
        phone.page.emulate_media(color_scheme=theme)
        phone.page.screenshot(path=PICTURES / f"{name}-{theme}.png")


if __name__ == "__main__":
    main()
