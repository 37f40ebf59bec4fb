"""The report as plain text: what a page of it says, word for word, in the same order."""

from collections.abc import Iterator
from typing import Any


def as_text(report: dict[str, Any]) -> str:
    """Every word of the report, a line each."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield report["title"]
    yield report["period"]
    yield report["lead"]
    for section in report["sections"]:
        yield ""
        yield section["title"]
        for block in section["blocks"]:
            yield from _block(block)


def _block(block: dict[str, Any]) -> Iterator[str]:
    if block["title"]:
        yield block["title"]
    if "text" in block:
        yield block["text"]
    if "summary" in block:
        yield block["summary"]
    if "rows" not in block:
        return
    if not block["rows"]:
        yield block["empty"]
        return
    if block["t"] == "table":
        yield "\t".join(block["columns"])
    for row in block["rows"]:
        yield "\t".join(row["cells"])
