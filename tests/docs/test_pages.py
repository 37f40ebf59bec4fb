"""What the pages say of settings, libraries and routes is what the code has."""

import json
import re
from pathlib import Path

import pytest
from flask import Flask

from backend.config import SETTINGS, Setting

ROOT = Path(__file__).resolve().parents[2]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_readme_names_each_setting_with_its_default(setting: Setting) -> None:
    shown = f"`{setting.default}`" if setting.default else "empty"
    assert f"| `{setting.name}` | {shown} |" in text("README.md")


@pytest.mark.parametrize("listed", ["dependencies", "devDependencies"])
def test_each_library_of_the_browser_has_its_reason(listed: str) -> None:
    reasons = [line for line in text("docs/dependencies.md").splitlines() if line.startswith("|")]
    for library in json.loads(text("pwa/package.json"))[listed]:
        assert any(re.search(rf"(^\| |, ){re.escape(library)}(,| \|)", line) for line in reasons), library


def test_each_route_of_the_api_is_in_the_architecture(app: Flask) -> None:
    known = re.sub(r"<[^>]+>", "<>", text("docs/architecture.md"))
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<[^>]+>", "<>", rule.rule.removeprefix("/api/v1/"))
        if rule.rule.startswith("/api/v1/"):
            assert path in known, rule.rule
