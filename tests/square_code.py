"""Reading a square code the way a camera does, from a drawn path or from a picture of a screen."""

import re
import struct
import zlib

import zxingcpp

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
    """What a screenshot says: PNG with eight bits a channel, as browsers write it."""
    parts, place = {}, 8
    while place < len(data):
        long, name = struct.unpack(">I4s", data[place : place + 8])
        parts[name] = parts.get(name, b"") + data[place + 8 : place + 8 + long]
        place += long + 12
    width, height, depth, colour = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    channels = {0: 1, 2: 3, 6: 4}[colour]
    assert depth == 8
    raw, step = zlib.decompress(parts[b"IDAT"]), width * channels
    before, grey = bytearray(step), bytearray()
    for y in range(height):
        line = bytearray(raw[y * (step + 1) + 1 : (y + 1) * (step + 1)])
        _undo(raw[y * (step + 1)], line, before, channels)
        grey += line[::channels]
        before = line
    return _read(width, height, bytes(grey))


def _undo(kind: int, line: bytearray, before: bytearray, channels: int) -> None:
    """A line of a PNG is told by how it differs from its neighbours."""
    for i in range(len(line)):
        left = line[i - channels] if i >= channels else 0
        corner = before[i - channels] if i >= channels else 0
        above = before[i]
        near = sorted((left, above, corner), key=lambda one: abs(left + above - corner - one))[0]
        line[i] = (line[i] + (0, left, above, (left + above) // 2, near)[kind]) & 255


def _read(width: int, height: int, grey: bytes) -> str:
    picture = memoryview(grey).cast("B", (height, width))
    [found] = zxingcpp.read_barcodes(picture)
    assert found.valid
    return str(found.text)
