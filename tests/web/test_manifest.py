"""The manifest says only what is true: every picture it names is there and as large as it says."""

import json
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from backend.web import files

MANIFEST: dict[str, Any] = json.loads((files.PWA / "app.webmanifest").read_text())
GROUND = (0x0A, 0x54, 0x59)
PICTURES = [
    *MANIFEST["icons"],
    *MANIFEST.get("screenshots", []),
    *(icon for shortcut in MANIFEST["shortcuts"] for icon in shortcut["icons"]),
]


def on_disk(src: str) -> Path:
    return files.ROOT / src.lstrip("/")


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height from the header of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> list[list[tuple[int, ...]]]:
    """Rows of pixels of an 8-bit RGB or RGBA picture that is not interlaced."""
    width, height = size_of(png)
    depth, colour, _, _, interlaced = png[24:29]
    assert depth == 8
    assert not interlaced
    step = {2: 3, 6: 4}[colour]
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(packed), width * step
    rows, above = [], bytes(stride)
    for y in range(height):
        line = raw[y * (stride + 1) : (y + 1) * (stride + 1)]
        above = unfiltered(line[0], bytearray(line[1:]), above, step)
        rows.append([tuple(above[x : x + 3]) for x in range(0, stride, step)])
    return rows


def unfiltered(kind: int, line: bytearray, above: bytes, step: int) -> bytes:
    """One row with its filter taken off, as the PNG specification has it (section 9)."""
    for x in range(len(line)):
        left = line[x - step] if x >= step else 0
        corner = above[x - step] if x >= step else 0
        up = above[x]
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda value: abs(guess - value))
        line[x] = (line[x] + (0, left, up, (left + up) // 2, paeth)[kind]) & 255
    return bytes(line)


def test_it_can_be_installed() -> None:
    assert MANIFEST["id"] == MANIFEST["start_url"] == MANIFEST["scope"] == "/"
    assert MANIFEST["display"] == "standalone"
    assert MANIFEST["lang"] == "en"
    assert MANIFEST["dir"] == "ltr"
    assert len(MANIFEST["short_name"]) <= 12
    assert MANIFEST["launch_handler"]["client_mode"] == "navigate-existing"
    assert "orientation" not in MANIFEST
    wanted = {(size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")}
    assert {(icon["sizes"], icon["purpose"]) for icon in MANIFEST["icons"]} == wanted


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture["src"])
def test_every_picture_has_the_size_it_says(client: FlaskClient, picture: dict[str, str]) -> None:
    response = client.get(picture["src"])
    assert response.status_code == 200
    assert response.mimetype == picture["type"]
    width, height = size_of(response.data)
    assert picture["sizes"] == f"{width}x{height}"


def test_screenshots_are_named_and_serve_both_shapes() -> None:
    shots = MANIFEST.get("screenshots", [])
    assert len(shots) <= 8
    for shot in shots:
        width, height = size_of(on_disk(shot["src"]).read_bytes())
        assert shot["form_factor"] == ("wide" if width > height else "narrow")
        assert shot["label"]


def test_a_launcher_cuts_nothing_off_the_mark() -> None:
    """All that is not ground lies in the middle circle of 80 %, and the ground reaches every corner.

    Read from the smaller picture; the larger one is drawn from the same lines.
    """
    rows = pixels((files.ROOT / "static" / "icons" / "maskable-192.png").read_bytes())
    middle, radius = (len(rows) - 1) / 2, len(rows) * 0.4
    drawn = [(x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel != GROUND]
    assert drawn
    assert all((x - middle) ** 2 + (y - middle) ** 2 <= radius**2 for x, y in drawn)


def test_the_touch_icon_is_180_wide_and_fills_its_square() -> None:
    png = (files.ROOT / "static" / "icons" / "apple-touch-icon.png").read_bytes()
    assert size_of(png) == (180, 180)
    rows = pixels(png)
    assert {rows[0][0], rows[0][-1], rows[-1][0], rows[-1][-1]} == {GROUND}


def test_the_page_names_manifest_icons_and_both_theme_colours(client: FlaskClient) -> None:
    page = client.get("/", headers={"Accept": "text/html"}).text
    for part in ("/app.webmanifest", "/static/icons/favicon.svg", "/static/icons/apple-touch-icon.png"):
        assert f'href="{part}"' in page
    assert page.count('name="theme-color"') == 2
    assert "viewport-fit=cover" in page
    assert "user-scalable" not in page
    assert "maximum-scale" not in page
    assert MANIFEST["theme_color"] in page
