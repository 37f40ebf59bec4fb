"""What must be true of a whole record, beyond each field by itself."""

from collections.abc import Mapping
from typing import Any

# With none of these an entry would say only that something was, and not what.
SAYS_SOMETHING = (
    "severity_nrs",
    "regions",
    "generalised",
    "hard_day",
    "words",
    "own_words",
    "patterns",
    "triggers",
    "relief",
    "stops_me",
    "note",
    "minutes_long",
    "until_on",
)
# The form puts this in by itself, so alone it tells nothing; another symptom was chosen.
OF_THE_FORM = "pain"


def check_body(kind: str, body: Mapping[str, Any]) -> str | None:
    """A code for what cannot be true, or None.

    on_mismatch: `on` is not the date written in `at`. span_reversed: it ends before it begins.
    empty_entry: a symptom entry that says nothing.
    """
    at, on, until = body.get("at"), body.get("on"), body.get("until_on")
    if isinstance(at, str) and isinstance(on, str) and at[:10] != on:
        return "on_mismatch"
    if isinstance(until, str) and isinstance(on, str) and until < on:
        return "span_reversed"
    return "empty_entry" if kind == "symptom" and not _says_something(body) else None


def _says_something(body: Mapping[str, Any]) -> bool:
    return body.get("symptom") not in (None, OF_THE_FORM) or any(
        _said(body.get(name)) for name in SAYS_SOMETHING
    )


def _said(value: Any) -> bool:
    return value is not None and value is not False and value not in ([], "")
