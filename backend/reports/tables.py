"""Records as a table: a row each, a column for each field of their kind. Also in pwa/src/domain/csv.js."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.reports.wording import Wording

# So that spreadsheets read the letters as they are.
BOM = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula and may run it.
FORMULA = re.compile("^[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
Rule = Mapping[str, Any]
Value = str | int | float


@dataclass(frozen=True)
class Line:
    """One record and who wrote it."""

    id: str
    body: Mapping[str, Any]
    by: str


def table(kind: str, rules: Mapping[str, Rule], lines: Iterable[Line], words: Wording) -> str:
    """The whole file. rules: what each field of the kind may hold."""
    columns = list(_columns(rules))
    head = ["kind", "id", *(name for name, _, _ in columns), "written_by", "not_sent"]
    rows: list[Sequence[Value]] = [
        [
            kind,
            line.id,
            *(_in_one(_of(line.body, path), rule, words) for _, path, rule in columns),
            line.by,
            "",
        ]
        for line in lines
    ]
    return BOM + "".join(csv_row(row) for row in (head, *rows))


def csv_row(cells: Sequence[Value]) -> str:
    """One line with its end."""
    return ",".join(cell(one) for one in cells) + "\r\n"


def cell(value: Value) -> str:
    """One cell: quoted, and a text that looks like a formula with a ' before it."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    safe = f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text
    doubled = safe.replace('"', '""')
    return f'"{doubled}"'


def _columns(rules: Mapping[str, Rule]) -> Iterator[tuple[str, tuple[str, ...], Rule]]:
    """Name, path and rule of each: a field with parts has one for each part, as `falls.count`."""
    for name, rule in rules.items():
        if rule["t"] != "parts":
            yield name, (name,), rule
            continue
        for part, its in rule["parts"].items():
            yield f"{name}.{part}", (name, part), its


def _of(body: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = body
    for name in path:
        value = (value or {}).get(name)
    return value


def _in_one(value: Any, rule: Rule, words: Wording) -> Value:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return "; ".join(str(_in_one(one, rule["of"], words)) for one in value)
    if not isinstance(value, Mapping):
        return _word(str(value), rule, words)
    if rule["t"] == "named":
        return "; ".join(f"{name}: {_in_one(one, rule['of'], words)}" for name, one in value.items())
    return _parts_in_one(value, rule, words)


def _word(text: str, rule: Rule, words: Wording) -> str:
    if rule.get("list"):
        return words.of(rule["list"], text)
    return words.named(text) if rule["t"] == "uuid" else text


def _parts_in_one(value: Mapping[str, Any], rule: Rule, words: Wording) -> str:
    """ "Heat pack (before_nrs 6, after_nrs 4)": what it is about, then the rest."""
    parts = rule["parts"]
    named = [name for name in parts if value.get(name) is not None]
    said = {name: _in_one(value[name], parts[name], words) for name in named}
    if not said:
        return ""
    first, *others = said
    lead = str(said[first]) if rule.get("required") else f"{first} {said[first]}"
    rest = ", ".join(f"{name} {said[name]}" for name in others)
    return f"{lead} ({rest})" if rest else lead
