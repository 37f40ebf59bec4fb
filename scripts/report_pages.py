"""Draw the demo person's report into docs/screenshots: `python -m scripts.report_pages`."""

import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flask_migrate
import pypdfium2  # type: ignore[import-untyped]

from backend import create_app
from backend.cli import story
from backend.extensions import db
from backend.services import accounts, report

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
# Of the 72 points of an inch.
SCALE = 1.6


def main() -> None:
    """One picture for each page."""
    pages = pypdfium2.PdfDocument(_pdf())
    for old in PICTURES.glob("report-*.png"):
        old.unlink()
    for number, page in enumerate(pages, start=1):
        drawn = page.render(scale=SCALE).to_pil().convert("L")
        drawn.save(PICTURES / f"report-{number}.png", optimize=True)


def _pdf() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"LIMBER_TESTING": True, "LIMBER_INSTANCE": folder, "LIMBER_DATABASE_URL": ""})
        with app.app_context():
            flask_migrate.upgrade()
            app.test_cli_runner().invoke(args=["demo"])
            rosa = accounts.authenticate(story.ROSA.email, story.PASSWORD, None)
            # As somebody who is signed in, of whom a report asks no more than this.
            who: Any = SimpleNamespace(id=rosa.id, space_id=story.SPACE, display_name=rosa.display_name)
            made = report.as_pdf(who, story.SPACE, report.Asked(), "a4")
            db.session.remove()
            db.engine.dispose()
    return made


if __name__ == "__main__":
    main()
