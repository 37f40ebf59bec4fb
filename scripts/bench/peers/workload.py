#!/usr/bin/env python3
"""A symptom diary as JSON Lines, the same bytes on every machine, to feed to any server.

    python3 scripts/bench/peers/workload.py --entries 10000 --out diary.jsonl

It needs nothing but the standard library and carries its own random numbers (splitmix64). One object a
line: `meta` with the SHA-256 of all that follows; `entry`, the diary in the order of started_at; `edit`,
entries once more with another number and note; `single`, entries to be sent one at a time. An entry has
about 385 bytes of JSON: id (UUIDv7 of its start), started_at, ended_at or null, region, nrs, descriptors,
triggers, note. An adapter says it in the words of its server: nothing left out, nothing added but what that
server needs.
"""

import argparse
import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FORMAT = "diary-workload/1"
MASK = (1 << 64) - 1
STEP_MS = 5 * 3600 * 1000
FIRST_MS = 1577865600000  # 2020-01-01T08:00:00Z


def listed(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


REGIONS = listed(
    "head neck left_shoulder right_shoulder upper_back lower_back chest abdomen pelvis left_hip "
    "right_hip left_knee right_knee left_hand right_hand left_foot right_foot face whole_body"
)
DESCRIPTORS = listed(
    "throbbing shooting stabbing sharp cramping gnawing hot_burning aching heavy tender splitting "
    "tiring_exhausting sickening fearful punishing_cruel tingling numb stiff"
)
TRIGGERS = listed(
    "poor_sleep weather_change stress bright_light loud_noise exercise long_sitting missed_meal "
    "alcohol caffeine screen_time hormonal cold heat travel lifting"
)
WORDS = listed(
    "started after breakfast and eased slowly once I lay down in the dark room with a cold pack on my "
    "neck took two tablets at noon felt dizzy for an hour then better walked to the shop and back "
    "without trouble worse when bending or turning left could not finish work today slept badly woke "
    "three times pain moved from the shoulder to the elbow very tired in the evening light was too "
    "bright no nausea this time stretching helped a little physio said to keep moving heating pad for "
    "twenty minutes mild tingling in two fingers weather turned rain all day long meeting sitting "
    "hurt skipped lunch headache behind right eye aura before it came on quickly stayed in bed until "
    "four managed to cook dinner partner drove me home less than yesterday more than last week not "
    "sure what set it off"
)
EXTRAS = (
    "Über Nacht schlimmer.",
    "Douleur après l’effort.",
    "頭痛がひどい。",
    "Болит спина.",
    "fever 38.2 °C",
    "better 🙂",
)
ZONES = (
    dt.timezone(dt.timedelta(hours=1)),
    dt.timezone(dt.timedelta(hours=2)),
    dt.timezone(dt.timedelta(hours=-5)),
    dt.UTC,
)
Entry = dict[str, Any]


class SplitMix64:
    """Random numbers that are the same everywhere."""

    def __init__(self, seed: int) -> None:
        self.state = seed & MASK

    def next(self) -> int:
        """64 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """0 to n - 1."""
        return (self.next() >> 11) % n

    def pick(self, words: Sequence[str]) -> str:
        """One of them."""
        return words[self.below(len(words))]

    def sample(self, words: Sequence[str], k: int) -> list[str]:
        """Some of them, each once."""
        pool = list(words)
        return [pool.pop(self.below(len(pool))) for _ in range(k)]


def uuid7(ms: int, rnd: SplitMix64) -> str:
    """An id whose time part is ms."""
    a, b = rnd.next(), rnd.next()
    n = (ms & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (a & 0xFFF) << 64 | 0x2 << 62 | (b & ((1 << 62) - 1))
    h = f"{n:032x}"
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def note(rnd: SplitMix64) -> str:
    """0 to 280 characters; one in eight is empty, a few are not only ASCII."""
    if rnd.below(8) == 0:
        return ""
    want = 70 + rnd.below(180)
    if rnd.below(10) == 0:
        want = 260
    words: list[str] = []
    length, at = 0, rnd.below(len(WORDS))
    while length < want:
        if rnd.below(2) == 0:  # jump, so that the text does not merely repeat
            at = rnd.below(len(WORDS))
        words.append(WORDS[at % len(WORDS)])
        length += len(words[-1]) + 1
        at += 1
    text = " ".join(words)
    text = text[0].upper() + text[1:] + "."
    if rnd.below(25) == 0:
        text += " " + rnd.pick(EXTRAS)
    return text[:280]


def entry(rnd: SplitMix64, ms: int) -> Entry:
    """One entry that began at this whole minute."""
    start = dt.datetime.fromtimestamp(ms / 1000, tz=ZONES[(ms // 86400000 // 90) % 4])
    end = None if rnd.below(5) == 0 else start + dt.timedelta(minutes=5 * (1 + rnd.below(72)))
    return {
        "id": uuid7(ms, rnd),
        "started_at": start.isoformat(timespec="seconds"),
        "ended_at": end and end.isoformat(timespec="seconds"),
        "region": rnd.pick(REGIONS),
        "nrs": rnd.below(11),
        "descriptors": rnd.sample(DESCRIPTORS, 1 + rnd.below(4)),
        "triggers": rnd.sample(TRIGGERS, rnd.below(4)),
        "note": note(rnd),
    }


def generate(entries: int, edits: int, singles: int, seed: int) -> Iterator[tuple[str, Entry]]:
    """(`entry`, `edit` or `single`; the entry), in order."""
    rnd = SplitMix64(seed)
    ms = FIRST_MS
    every = max(1, entries // max(1, edits)) if edits else 0
    kept: list[Entry] = []

    def later() -> Entry:
        nonlocal ms
        ms += STEP_MS // 2 + rnd.below(STEP_MS)
        return entry(rnd, ms - ms % 60000)

    for i in range(entries):
        one = later()
        if every and i % every == 0 and len(kept) < edits:
            kept.append(one)
        yield "entry", one
    for one in kept:
        number = (one["nrs"] + 1 + rnd.below(9)) % 11
        yield "edit", {**one, "nrs": number, "note": (one["note"] + " Edited.").strip()}
    for _ in range(singles):
        yield "single", later()


def dumps(value: object) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, entries: int, edits: int, singles: int, seed: int) -> None:
    """The diary as a file."""
    digest, lines, size = hashlib.sha256(), [], 0
    for kind, one in generate(entries, edits, singles, seed):
        size += len(dumps(one).encode()) if kind == "entry" else 0
        lines.append(dumps({"t": kind, "v": one}) + "\n")
        digest.update(lines[-1].encode())
    mean = round(size / max(1, entries), 1)
    meta = {"t": "meta", "format": FORMAT, "seed": seed, "entry_bytes": mean, "sha256": digest.hexdigest()}
    path.write_text(dumps(meta) + "\n" + "".join(lines), encoding="utf-8", newline="\n")


def main() -> None:
    """Write a diary where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    for name, default in (("entries", 10000), ("edits", 10), ("singles", 200), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    write(given.out, given.entries, given.edits, given.singles, given.seed)


if __name__ == "__main__":
    main()
