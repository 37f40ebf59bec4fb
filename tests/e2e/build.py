"""A build of the app that a test may change while it is served: a copy of what the server runs."""

import re
import shutil
from pathlib import Path

from tests.e2e.server import ROOT

PARTS = ("backend", "pwa", "static", "wsgi.py", "gunicorn.conf.py")
FORM = re.compile(r"const VERSION = (\d+);")
LEFT = shutil.ignore_patterns("node_modules", "__pycache__")


class Build:
    """The next version of Limber, in a folder of its own. A server sees a change within a second."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for name in PARTS:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=LEFT)
            else:
                shutil.copy(ROOT / name, folder / name)

    def change(self, path: str, old: str, new: str) -> None:
        """Put other words into a file, once; the words must be there."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} no longer says {old}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def grow(self) -> None:
        """A newer form of the diary's database."""
        file = self.folder / "pwa" / "src" / "data" / "database.js"
        text, found = FORM.subn(
            lambda known: f"const VERSION = {int(known[1]) + 1};", file.read_text("utf-8")
        )
        assert found == 1
        file.write_text(text, encoding="utf-8")

    def next(self) -> None:
        """A newer version, which a page of it can be known by."""
        page = self.folder / "pwa" / "src" / "router.js"
        page.write_text(page.read_text(encoding="utf-8") + "globalThis.newer = true;\n", encoding="utf-8")
