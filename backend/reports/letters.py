"""Which letters the report's fonts have, and what stands for the others on paper.

A letter without a shape would be an empty box, which tells nobody anything, so its name is printed instead:
an emoji as [grinning face], words of another script as [5 letters: Arabic].
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

COVERED = Path(__file__).parent / "fonts" / "covered.txt"
# What changes how neighbours are shown and has no shape itself: direction marks, joiners, variants.
UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"})
PLAIN = re.compile(r"[\x20-\x7e\xa0-\u024f]*")


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """Every letter that both fonts have."""
    pairs = (line.split("-") for line in COVERED.read_text(encoding="ascii").split())
    return frozenset(chr(code) for low, high in pairs for code in range(int(low, 16), int(high, 16) + 1))


def printable(text: str) -> str:
    """The text with nothing in it that the fonts lack."""
    text = unicodedata.normalize("NFC", text).replace("\xad", "")
    if PLAIN.fullmatch(text):
        return text
    return "".join(_runs(text))


def all_printable(value: Any) -> Any:
    """A whole report, with every text in it printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: all_printable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [all_printable(one) for one in value]
    return value


def _runs(text: str) -> Iterator[str]:
    for called, run in groupby(text, _called):
        letters = list(run)
        if called is None:
            yield "".join(letters)
        elif called == "\n":
            yield "\n"
        elif called.startswith("="):
            yield "".join(f"[{called[1:]}]" for _ in letters)
        elif called:
            yield f"[{len(letters)} letters: {called}]"


@lru_cache(maxsize=4096)
def _called(letter: str) -> str | None:
    """None for a letter that can be shown, nothing for one that has no shape, else what stands for it."""
    if letter in covered():
        return None
    if letter in "\n\t":
        return "\n"
    category = unicodedata.category(letter)
    if category in UNSEEN:
        return ""
    name = unicodedata.name(letter, "sign").lower()
    if category.startswith("S"):
        return f"={name}"
    script = name.split()[0]
    return "CJK" if script == "cjk" else script.capitalize()
