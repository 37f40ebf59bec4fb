"""Pictures of screens, read point by point."""

import functools
import struct
import zlib


def first_channel(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and the first channel of a PNG with eight bits a channel, as browsers write it."""
    parts: dict[bytes, bytes] = {}
    place = 8
    while place < len(data):
        long, name = struct.unpack(">I4s", data[place : place + 8])
        parts[name] = parts.get(name, b"") + data[place + 8 : place + 8 + long]
        place += long + 12
    width, height, depth, colour = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    channels = {0: 1, 2: 3, 6: 4}[colour]
    assert depth == 8
    raw, step = zlib.decompress(parts[b"IDAT"]), width * channels
    before, found = bytearray(step), bytearray()
    for y in range(height):
        line = bytearray(raw[y * (step + 1) + 1 : (y + 1) * (step + 1)])
        _undo(raw[y * (step + 1)], line, before, channels)
        found += line[::channels]
        before = line
    return width, height, bytes(found)


@functools.cache
def contrast(one: int, other: int) -> float:
    """How far two greys are apart, as the rules of accessibility count it: 1 to 21."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(grey: int) -> float:
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _undo(kind: int, line: bytearray, before: bytearray, channels: int) -> None:
    """A line of a PNG is told by how it differs from its neighbours."""
    if kind == 0:
        return
    if kind == 2:
        line[:] = bytes((one + above) & 255 for one, above in zip(line, before, strict=True))
        return
    for i, one in enumerate(line):
        left = line[i - channels] if i >= channels else 0
        if kind == 1:
            line[i] = (one + left) & 255
        elif kind == 3:
            line[i] = (one + (left + before[i]) // 2) & 255
        else:
            corner = before[i - channels] if i >= channels else 0
            line[i] = (one + _nearest(left, before[i], corner)) & 255


def _nearest(left: int, above: int, corner: int) -> int:
    """The one of three that is next to where a slope would go."""
    by_left, by_above, by_corner = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    if by_left <= by_above and by_left <= by_corner:
        return left
    return above if by_above <= by_corner else corner
