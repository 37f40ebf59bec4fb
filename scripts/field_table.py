"""Write what every field of a record may hold, as the phone reads it and as a person does.

`python -m scripts.field_table` writes `pwa/src/domain/field-table.js` and `docs/export-fields.md` from
`backend/schemas/records`; a test holds both to it.
"""

import json
from pathlib import Path

from backend.domain.records import KINDS
from backend.schemas.rules import Rule, rules

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "pwa/src/domain/field-table.js"
PAGE = ROOT / "docs/export-fields.md"

HEAD = """/** What every field of every kind may hold. Written by scripts/field_table.py, never by hand. */

/** @type {import('./valid.js').FieldTable} */
export const FIELD_TABLE = {
"""


def table() -> str:
    """The module the phone reads."""
    lines = []
    for kind, its in rules().items():
        lines.append(f"  {kind}: {{ sv: {KINDS[kind].sv}, times: {json.dumps(KINDS[kind].times)}, fields: {{")
        lines += [f"    {name}: {json.dumps(rule)}," for name, rule in its.items()]
        lines[-1] += " } },"
    return HEAD + "\n".join(lines) + "\n};\n"


def page() -> str:
    """The same for people."""
    said = [
        "# Fields of a record",
        "",
        "What `body` may hold in the [file of a diary](export.md), kind by kind. Every field may be absent or"
        " null, which means: not said.",
        "This page is written by `python -m scripts.field_table`.",
    ]
    for kind, its in rules().items():
        said += ["", f"## {kind}", "", "| field | holds |", "|---|---|"]
        said += [f"| `{name}` | {in_words(rule)} |" for name, rule in its.items()]
    return "\n".join(said) + "\n"


SIMPLE = {
    "truth": "true or false",
    "instant": "an instant with its offset, `2026-11-21T09:41:00+01:00`",
    "day": "a date, `2026-11-21`",
    "slot": "a date and a minute without a zone, `2026-11-21T19:30`",
    "clock": "a time, `08:30`",
    "zone": "an IANA time zone",
    "uuid": "the id of a record",
    "rule": "an id",
}


def in_words(rule: Rule) -> str:
    """A rule as a person reads it."""
    match rule["t"]:
        case "whole" | "halves":
            steps = " in half steps" if rule["t"] == "halves" else ""
            return f"a number from {rule['low']:g} to {rule['high']:g}{steps}"
        case "words":
            return f"text, at most {rule['most']} characters" + (", in lines" if rule.get("lines") else "")
        case "one":
            return "one of " + ", ".join(f"`{word}`" for word in rule["of"])
        case "term":
            return f"an id of the list `{rule['list']}`, or of an own word" if "list" in rule else "an id"
        case "like":
            return f"text like `{rule['like']}`"
        case "many":
            return f"a list of at most {rule['most']}: {in_words(rule['of'])}"
        case "named":
            return f"an object of at most {rule['most']} ids, each with {in_words(rule['of'])}"
        case "parts":
            return "; ".join(f"`{name}`: {in_words(part)}" for name, part in rule["parts"].items())
    return SIMPLE[rule["t"]]


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
