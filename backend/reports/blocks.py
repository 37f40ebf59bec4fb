"""What a report is made of: sections of blocks, drawn alike as PDF, as text and by the phone as a page.

Every block and every row has an id, so that a person can leave any of them out.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypedDict


class Row(TypedDict):
    """One line: of a table its cells, of facts a label and what is said of it, of a list one text."""

    id: str
    cells: list[str]


class Block(TypedDict, total=False):
    """One thing to read. t: text, facts, list, table, chart or body.

    summary: a figure in one sentence, also its text alternative. data: numbers of a figure.
    empty: what is read where no row is.
    """

    t: str
    id: str
    title: str
    text: str
    columns: list[str]
    rows: list[Row]
    empty: str
    summary: str
    data: dict[str, Any]


class Section(TypedDict):
    """A part of the report."""

    id: str
    title: str
    blocks: list[Block]


def row(name: str, *cells: str) -> Row:
    """One line."""
    return {"id": name, "cells": list(cells)}


def text(name: str, said: str) -> Block:
    """A paragraph."""
    return {"t": "text", "id": name, "title": "", "text": said}


def facts(name: str, title: str, rows: Iterable[Row], empty: str = "Nothing noted.") -> Block:
    """Labels with what is said of each."""
    return {"t": "facts", "id": name, "title": title, "rows": list(rows), "empty": empty}


def listing(name: str, title: str, rows: Iterable[Row], empty: str = "Nothing noted.") -> Block:
    """One text after the other."""
    return {"t": "list", "id": name, "title": title, "rows": list(rows), "empty": empty}


def table(
    name: str, title: str, columns: Sequence[str], rows: Iterable[Row], empty: str = "Nothing noted."
) -> Block:
    """Rows under the names of their columns."""
    return {
        "t": "table", "id": name, "title": title, "columns": list(columns), "rows": list(rows), "empty": empty
    }  # fmt: skip


def figure(kind: str, name: str, title: str, summary: str, data: dict[str, Any]) -> Block:
    """A chart of days, or a body with its places."""
    return {"t": kind, "id": name, "title": title, "summary": summary, "data": data}


def without(sections: Iterable[Section], left_out: Collection[str]) -> list[Section]:
    """The sections without the blocks and rows a person left out; what is then empty goes too."""
    kept: list[Section] = []
    for section in sections:
        blocks = [_without(block, left_out) for block in section["blocks"] if block["id"] not in left_out]
        whole = [block for block in blocks if block is not None]
        if whole:
            kept.append({**section, "blocks": whole})
    return kept


def _without(block: Block, left_out: Collection[str]) -> Block | None:
    if not block.get("rows"):
        return block
    rows = [one for one in block["rows"] if one["id"] not in left_out]
    if not rows:
        return None
    return {**block, "rows": rows}
