"""Rows of the first page cut as little as one page allows. Also in pwa/src/domain/report/."""

from backend.reports.blocks import Row
from backend.reports.wording import clipped

# Lines of the page besides title and chart; a tested PDF holds as many on A4 and on Letter.
LINES = 36
# Letters of an item and items of a row: the steps in which a row is cut.
WIDE = 76
SIZES = ((150, 3), (150, 2), (110, 2), (WIDE, 2), (WIDE, 1))
# Rows of which no item is taken, and those that are cut only where nothing else can be.
WHOLE = frozenset({"summary.change"})
LAST_CUT = frozenset({"summary.days", "summary.change", "summary.sites"})
# How wide letters are on paper, in tenths of most of them, and a line with room for the break of a word.
THIN, THIN_LETTERS, WIDE_LETTERS = 5, frozenset(" .,;:!|'()[]ijltfrIJ-“”"), frozenset("mwжмшщюыфω…%@")
USUAL, BROAD, LINE = 10, 14, 585
# So many letters fit one line, whichever they are.
NARROWEST = LINE // BROAD


def fitting(halves: list[list[Row]]) -> list[list[Row]]:
    """The rows. It is always the longest that is cut, by the first step that saves a line."""
    rows = [one for half in halves for one in half]
    shown = [_cut(one, *SIZES[0]) for one in rows]
    while sum(map(lines, shown)) > LINES:
        shorter = {place: cut for place, one in enumerate(rows) if (cut := _shorter(one, shown[place]))}
        if not shorter:
            break
        # Of those alike the first.
        longest = min(shorter, key=lambda place: (rows[place]["id"] in LAST_CUT, -lines(shown[place]), place))
        shown[longest] = shorter[longest]
    return [shown[: len(halves[0])], shown[len(halves[0]) :]]


def lines(one: Row) -> int:
    """How many lines a row takes on paper."""
    return sum(map(_lines_of, one["cells"][1:]))


def within_lines(text: str, longer: str) -> str:
    """A longer form of a text, cut so that it takes no more lines."""
    return longer if _lines_of(longer) <= _lines_of(text) else clipped(longer, NARROWEST * _lines_of(text))


def _lines_of(text: str) -> int:
    return max(1, -(-_width(text) // LINE))


def _width(text: str) -> int:
    return sum(
        THIN if letter in THIN_LETTERS else BROAD if letter in WIDE_LETTERS or letter.isupper() else USUAL
        for letter in text
    )


def _shorter(one: Row, shown: Row) -> Row | None:
    return next((cut for size in SIZES if lines(cut := _cut(one, *size)) < lines(shown)), None)


def _cut(one: Row, letters: int, items: int) -> Row:
    label, *said = one["cells"]
    most = len(said) if one["id"] in WHOLE else items
    rest = [f"And {len(said) - most} more below."] if len(said) > most else []
    return {"id": one["id"], "cells": [label, *(clipped(text, letters) for text in said[:most]), *rest]}
