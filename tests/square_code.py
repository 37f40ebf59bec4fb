"""Reading a square code the way a camera does, from a drawn path or from a picture of a screen."""

import re

import zxingcpp

from tests.pictures import first_channel

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
PIXELS = 6


def from_path(size: int, path: str) -> str:
    """What the dark runs of an SVG path say, drawn on light ground."""
    runs = RUN.findall(path)
    assert "".join("M{} {}h{}v1h-{}z".format(*run) for run in runs) == path
    rows = [bytearray(b"\xff" * size * PIXELS) for _ in range(size)]
    for x, y, long, back in (map(int, run) for run in runs):
        assert long == back
        rows[y][x * PIXELS : (x + long) * PIXELS] = bytes(long * PIXELS)
    return _read(size * PIXELS, size * PIXELS, b"".join(bytes(row) * PIXELS for row in rows))


def from_png(data: bytes) -> str:
    """What a screenshot says."""
    return _read(*first_channel(data))


def _read(width: int, height: int, grey: bytes) -> str:
    picture = memoryview(grey).cast("B", (height, width))
    [found] = zxingcpp.read_barcodes(picture)
    assert found.valid
    return str(found.text)
