"""A report as a PDF. It is set in another process, with nothing around it and limits of time and memory."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from backend.reports import body, chart
from backend.reports.fitting import within_lines
from backend.reports.letters import all_printable, printable

PAPERS = {"a4": "a4", "letter": "us-letter"}
RENDERER = Path(__file__).parent / "renderer.py"
SECONDS, MEGABYTES = 20, 1500
# What the whole of a report may say; ten years of diary say a tenth of it.
LONGEST = 4_000_000
# Nothing of ours; few threads, since the limit of memory counts what each of them might use.
ENVIRONMENT = {"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}
DRAWN = {"chart": chart.svg, "body": body.svg}
# A word longer than a line would run off the page.
LONGEST_WORD = 40


class NotRendered(Exception):
    """The other process ended without a PDF; the message names how, never what was written."""


class TooLong(Exception):
    """The report says more than a PDF is made of."""


def render(report: dict[str, Any], paper: str, seconds: int = SECONDS) -> bytes:
    """The bytes of the PDF. Raises NotRendered, TooLong."""
    data = json.dumps({**prepared(report), "paper": PAPERS[paper]}, ensure_ascii=False).encode()
    if len(data) > LONGEST:
        raise TooLong
    with tempfile.TemporaryDirectory() as empty:
        words = [sys.executable, "-I", str(RENDERER), empty, str(seconds), str(MEGABYTES)]
        try:
            done = subprocess.run(  # noqa: S603  words of our own
                words,
                input=data,
                capture_output=True,
                timeout=seconds,
                cwd=empty,
                env=ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NotRendered("it took too long") from None
        except OSError as error:
            raise NotRendered(f"it could not be started: {type(error).__name__}") from None
    # What it says of itself may quote the report, so it is not kept.
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotRendered(f"it ended with {done.returncode}")
    return done.stdout


def prepared(report: dict[str, Any]) -> dict[str, Any]:
    """The report with its drawings, and with letters and words that fit on paper."""
    shown: dict[str, Any] = _breakable(all_printable(_as_long(report)))
    for section in shown["sections"]:
        for block in section["blocks"]:
            if block["t"] in DRAWN:
                block["svg"] = DRAWN[block["t"]](block.pop("data"))
    return shown


def _as_long(report: dict[str, Any]) -> dict[str, Any]:
    """The names of letters are longer than the letters, and the first page has no room for that."""
    sections = [
        {**one, "blocks": [_same_lines(block) for block in one["blocks"]]} if one["id"] == "summary" else one
        for one in report["sections"]
    ]
    headed = {name: within_lines(report[name], printable(report[name])) for name in ("title", "name", "lead")}
    return {**report, **headed, "sections": sections}


def _same_lines(block: dict[str, Any]) -> dict[str, Any]:
    if "rows" not in block:
        return block
    rows = [
        {**one, "cells": [within_lines(cell, printable(cell)) for cell in one["cells"]]}
        for one in block["rows"]
    ]
    return {**block, "rows": rows}


def _breakable(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_WORD else " ".join(_broken(word) for word in value.split(" "))
    if isinstance(value, dict):
        return {name: _breakable(one) for name, one in value.items()}
    return [_breakable(one) for one in value] if isinstance(value, list) else value


def _broken(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    parts = (word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD))
    return "\u200b".join(parts)
