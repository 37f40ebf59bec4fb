"""The pages say what is there: each setting, dependency, decision and route, and no link leads nowhere."""

import json
import re
from pathlib import Path

import pytest
from flask import Flask

from backend.config import SETTINGS, Setting

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#:\s]+)\)")
NAME = re.compile(r"^[\w@/.-]+")


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def packages() -> list[str]:
    """Every package somebody chose, from the lists of requirements and from what the browser is given."""
    lines = [line for path in sorted(ROOT.glob("requirements*.in")) for line in path.read_text().splitlines()]
    names = [found.group() for line in lines if not line.startswith("-") and (found := NAME.match(line))]
    browser = json.loads(text("pwa/package.json"))
    return [*names, *browser["dependencies"], *browser["devDependencies"]]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_readme_names_each_setting_with_its_default(setting: Setting) -> None:
    shown = f"`{setting.default}`" if setting.default else "empty"
    assert f"| `{setting.name}` | {shown} |" in text("README.md")


@pytest.mark.parametrize("package", packages())
def test_each_dependency_has_its_reason(package: str) -> None:
    reasons = [line for line in text("docs/dependencies.md").splitlines() if line.startswith("|")]
    assert any(re.search(rf"(^\| |, ){re.escape(package)}(,| \|)", line) for line in reasons)


def test_each_decision_is_linked_from_their_list() -> None:
    listed = set(LINK.findall(text("docs/decisions/README.md")))
    assert listed == {path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_link_leads_nowhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link


def test_each_route_of_the_api_is_in_the_architecture(app: Flask) -> None:
    known = re.sub(r"<[^>]+>", "<>", text("docs/architecture.md"))
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<[^>]+>", "<>", rule.rule.removeprefix("/api/v1/"))
        if rule.rule.startswith("/api/v1/") and not path.startswith(("openapi.json", "docs")):
            assert path in known, rule.rule
