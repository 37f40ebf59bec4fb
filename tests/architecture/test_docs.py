"""What the documents say is there."""

import re

from backend import config
from tests.architecture.sources import ROOT, name_of, tracked

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"```.*?```", re.DOTALL)
PACKAGE = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_in_the_readme() -> None:
    missing = [one.name for one in config.SETTINGS if one.name not in text("README.md")]
    assert not missing


def test_links_lead_somewhere() -> None:
    lost = []
    for path in tracked("*.md"):
        for link in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
            place = link.split("#")[0]
            if place and not re.match(r"[a-z]+:", link) and not (path.parent / place).exists():
                lost.append(f"{name_of(path)}: {link}")
    assert not lost


def test_every_dependency_has_its_reason() -> None:
    reasons = text("docs/dependencies.md").lower()
    lines = [line for path in tracked("requirements*.in") for line in path.read_text().splitlines()]
    names = {found[1].lower() for line in lines if (found := PACKAGE.match(line))}
    assert not [name for name in sorted(names) if f"`{name}`" not in reasons and name not in reasons]


def test_every_decision_is_in_the_index() -> None:
    index = text("docs/decisions/README.md")
    assert not [p.name for p in tracked("docs/decisions/0*.md") if p.name not in index]


def test_no_document_stands_alone() -> None:
    linked = "".join(path.read_text(encoding="utf-8") for path in tracked("*.md"))
    alone = [p.name for p in tracked("docs/*.md") if f"{p.name}" not in linked]
    assert not alone
