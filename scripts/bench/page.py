"""docs/measurements.md: a section for each kind of measurement, written anew by its own run alone."""

import os
import platform
import re
import textwrap
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measurements.md"
HEAD = """# Measurements

Written by `make bench`. Machines differ: trust the ratios more than the seconds.
"""


def write(title: str, *parts: str) -> None:
    """Put a section, of texts and tables, in the place of the one with its title."""
    day, cores = datetime.now(UTC).date(), os.cpu_count()
    texts = [f"On {day}, {cores} cores ({platform.machine()}).", *parts]
    whole = "\n\n".join(one.strip() if one.startswith("|") else wrapped(one) for one in texts)
    written = f"## {title}\n\n{whole}\n"
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    sections = re.split(r"^(?=## )", before, flags=re.MULTILINE)[1:]
    kept = [section.strip() + "\n" for section in sections if not section.startswith(f"## {title}\n")]
    PAGE.write_text("\n".join([HEAD, *kept, written]), encoding="utf-8")
    print(written)


def wrapped(text: str) -> str:
    """Paragraphs with lines of a readable length."""
    return "\n\n".join(textwrap.fill(part, 110) for part in text.strip().split("\n\n"))


def table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
