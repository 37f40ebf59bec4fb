"""docs/statistics.md has a row for each rule, and each row a rule, with what the code really asks for."""

import json
import re
from pathlib import Path

import pytest

from backend.domain.insights import patterns
from backend.domain.insights.rules import COUNTED, FACTS, MESSAGES, OUTSIDE, RULES, WEIGHED

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
ROWS = {
    cells[0]: cells[1:]
    for line in PAGE.splitlines()
    if line.startswith("| AN-")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}
CONTENT = ROOT / "backend" / "content"


def test_every_rule_has_a_row_and_every_row_a_rule() -> None:
    assert set(ROWS) == RULES


def test_every_rule_that_was_asked_for_is_kept_or_left_out_with_a_word() -> None:
    for number in range(1, 25):
        assert f"AN-{number:02}" in ROWS or f"AN-{number:02} (" in PAGE


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_row_says_what_kind_of_rule_it_is_and_what_it_rests_on(rule: str) -> None:
    kinds = [
        name
        for name, rules in (("weighed", WEIGHED), ("counted", COUNTED), ("message", MESSAGES))
        if rule in rules
    ]
    kind, _, _, rests_on, words = ROWS[rule]
    assert kind == ", ".join(kinds)
    assert rests_on == ", ".join([*FACTS[rule], *OUTSIDE.get(rule, ())])
    assert words


def test_facts_and_sources_are_in_the_content() -> None:
    facts = {one["id"] for one in json.loads((CONTENT / "facts.json").read_text())["facts"]}
    sources = {one["id"] for one in json.loads((CONTENT / "sources.json").read_text())["sources"]}
    assert {fact for rule in FACTS.values() for fact in rule} <= facts
    assert {source for rule in OUTSIDE.values() for source in rule} <= sources


def test_every_module_of_a_rule_is_in_the_list() -> None:
    """One file a rule: a file that names one is carried out by name."""
    found = {
        (found[1], path.stem)
        for path in (ROOT / "backend" / "domain" / "insights").glob("*.py")
        if (found := re.search(r'^RULE = "(AN-\d\d)"', path.read_text(encoding="utf-8"), re.M))
    }
    listed = {(rule, name.rsplit(".", 1)[1]) for rules in (WEIGHED, COUNTED) for rule, name in rules.items()}
    assert found == listed


def test_the_numbers_on_the_page_are_those_of_the_code() -> None:
    assert f"`p` of at most {patterns.LEVEL} after Holm" in PAGE
    assert "182 days before" in PAGE and patterns.DAYS == 182
    assert patterns.EVERY == 28 and patterns.MOST == 3 and patterns.LEAST_POINTS == 1


def test_the_share_of_people_deceived_was_measured_and_holds() -> None:
    people, shown, at_most = re.search(
        r"Of ([\d,]+) simulated people .*?: ([\d.]+)%, at most ([\d.]+)%", PAGE
    ).groups()  # type: ignore[union-attr]
    assert int(people.replace(",", "")) >= 2000
    assert float(shown) <= float(at_most) <= 5
