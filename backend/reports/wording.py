"""The words of the report: labels of the vocabulary, places, days and lists as a clinician reads them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Wording:
    """Labels by list and id. own: the person's own words, by the id of their record."""

    def __init__(self, vocabulary: Mapping[str, Any], own: Mapping[str, str]) -> None:
        self._labels = {
            (name, item["id"]): item for name, items in vocabulary["lists"].items() for item in items
        }
        self._own = own

    def of(self, name: str, term: str, *, medical: bool = False) -> str:
        """The label of a term; with its medical word in brackets where that is wanted and known."""
        item = self._labels.get((name, term))
        if item is None:
            return self._own.get(term, "An own word")
        return f"{item['label']} ({item['medical']})" if medical and "medical" in item else str(item["label"])

    def named(self, record: str) -> str:
        """What another record is called, or its id."""
        return self._own.get(record, record)

    def code(self, name: str, term: str) -> str | None:
        """The code of a term, for what is read by machines."""
        item = self._labels.get((name, term))
        return item.get("code") if item else None

    def family(self, word: str) -> str | None:
        """Whether a word is of the nerve or the muscle kind, or of both."""
        item = self._labels.get(("words", word))
        return item.get("family") if item else None

    def listed(self, name: str, terms: Iterable[str]) -> str:
        """Some terms in one line, in lower case. Labels may hold a comma."""
        return "; ".join(lowered(self.of(name, term)) for term in terms)

    def place(self, region: str, side: str | None) -> str:
        """ "Right hip", "Hip, both sides", "Lower back"."""
        label = self.of("regions", region)
        if side in ("left", "right"):
            return f"{str(side).capitalize()} {lowered(label)}"
        return f"{label}, both sides" if side == "both" else label


def lowered(text: str) -> str:
    """A label inside a sentence; MS and the like stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence_case(text: str) -> str:
    """The first letter large; names and short forms inside stay as they were written."""
    return text[:1].upper() + text[1:]


def joined(words: Iterable[str]) -> str:
    """ "a, b, c"."""
    return ", ".join(words)


def day(on: date | str | None) -> str:
    """ "22 Nov 2026"."""
    if not on:
        return ""
    moment = on if isinstance(on, date) else date.fromisoformat(on[:10])
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def short_day(on: date) -> str:
    """ "22 Nov"."""
    return f"{on.day} {MONTHS[on.month - 1]}"


def between(first: date, last: date) -> str:
    """ "24 Aug to 21 Nov 2026"."""
    return f"{short_day(first) if first.year == last.year else day(first)} to {day(last)}"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 day", "2 days"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def clipped(text: str, most: int) -> str:
    """One line of at most so many letters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0][: most - 1] + " …"
