"""Draw the app's icons into static/icons: the mark is written once, here, and rendered by Chromium.

Run it as `python scripts/icons.py` with Playwright and a Chromium on the path. The mark is
the app's first letter as a limb that bends, with a leaf growing from the bend.
"""

import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"

GROUND, PALE, MINT = "#0a5459", "#faf6ef", "#8fd6cb"

# Drawn on 512 by 512. Everything lies within the circle of radius 204 around the middle, which is
# what a launcher leaves of a maskable icon.
MARK = f"""
  <path d="M172 146 V232 C172 316 214 364 298 364 H344" fill="none"
    stroke="{PALE}" stroke-width="60" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M232 288 C226 200 284 136 392 132 C394 240 326 300 232 288 Z" fill="{MINT}"/>
"""

# Where nothing is cut off the mark may stand larger, which a browser's tab is glad of.
LARGER = f'<g transform="translate(256 256) scale(1.18) translate(-262 -256)">{MARK}</g>'

# What a shortcut stands for, in the 24-unit line style of the app's own icons.
SHORTCUTS = {
    "log": '<path d="M12 5v14M5 12h14"/>',
    "today": '<path d="M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"/>',
    "diary": '<path d="M7 3h11a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H7zM4 7h4M4 12h4M4 17h4M11 8h5M11 12h5"/>',
}


def svg(inside: str, size: int, radius: int) -> str:
    """A picture of the given width on the teal ground, its corners rounded by `radius` of 512."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="{size}" height="{size}">'
        f'<rect width="512" height="512" rx="{radius}" fill="{GROUND}"/>{inside}</svg>'
    )


def shortcut(lines: str) -> str:
    """A shortcut's picture: pale lines on the ground."""
    return (
        f'<g transform="translate(124 124) scale(11)" fill="none" stroke="{PALE}" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round">{lines}</g>'
    )


def draw(page: Page, name: str, size: int, picture: str) -> None:
    """Render one picture to static/icons/<name>.png; what it leaves open is transparent."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f'<body style="margin:0">{picture}</body>')
    page.screenshot(path=ICONS / f"{name}.png", omit_background=True)


def main() -> None:
    ICONS.mkdir(parents=True, exist_ok=True)
    (ICONS / "favicon.svg").write_text(svg(LARGER, 512, 116) + "\n")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        for size in (192, 512):
            draw(page, f"icon-{size}", size, svg(LARGER, size, 116))
            draw(page, f"maskable-{size}", size, svg(MARK, size, 0))
        # The system rounds this one itself and paints transparency black, so it is a full square.
        draw(page, "apple-touch-icon", 180, svg(MARK, 180, 0))
        for name, lines in SHORTCUTS.items():
            draw(page, f"shortcut-{name}", 96, svg(shortcut(lines), 96, 116))
        browser.close()


if __name__ == "__main__":
    main()
