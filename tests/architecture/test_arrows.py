"""Who may know whom, as docs/architecture.md draws it."""

import re
from collections.abc import Iterator

from tests.architecture.sources import js_code, js_imports, name_of, python_imports, tracked

LAYERS = ("domain", "models", "schemas", "services", "api", "web", "cli", "content", "reports")
# Besides itself, a layer may know these. Errors, the clock, settings and logs belong to all but the domain.
MAY_KNOW = {
    "domain": set(),
    "models": {"domain"},
    "schemas": {"domain", "content"},
    "content": {"domain"},
    "services": {"domain", "models", "reports", "content"},
    "reports": {"domain"},
    "api": {"services", "schemas"},
    "web": {"services", "content"},
    "cli": {"services", "domain"},
}
PURE = {"domain"}
NOT_IN_THE_DOMAIN = re.compile(
    r"^(flask|sqlalchemy|marshmallow|backend\.(?!domain)|random\.(?!Random)|time\.)"
)

BROWSER = "pwa/src/"
BROWSER_LAYERS = ("domain", "ui", "data", "sync", "state", "components", "views")
BROWSER_MAY_KNOW = {
    "domain": set(),
    "ui": set(),
    "data": {"domain"},
    "sync": {"domain", "data"},
    "state": {"data", "sync", "domain"},
    "components": {"domain", "ui"},
    "views": {"domain", "ui", "state", "components", "data", "sync", "router.js"},
}
ONLY_THESE_FETCH = {"pwa/src/data/api.js", "pwa/sw.js", "pwa/sw-off.js"}


def layer(name: str, prefix: str) -> str:
    """`services` of backend/services/journal.py."""
    return name.removeprefix(prefix).split("/")[0]


def unwanted(prefix: str, pattern: str, rules: dict[str, set[str]]) -> Iterator[str]:
    """Each import that goes against an arrow."""
    for path in tracked(pattern):
        here = layer(name_of(path), prefix)
        if here not in rules:
            continue
        if prefix == BROWSER:
            known = {layer(one, BROWSER) for one in js_imports(path) if one.startswith(BROWSER)}
        else:
            known = {one.split(".")[1] for one in python_imports(path) if one.startswith("backend.")} & set(
                LAYERS
            )
        yield from (f"{name_of(path)} knows {one}" for one in sorted(known - {here} - rules[here]))


def test_python_knows_only_what_its_layer_may() -> None:
    assert not list(unwanted("backend/", "backend/*.py", MAY_KNOW))


def test_javascript_knows_only_what_its_layer_may() -> None:
    assert not list(unwanted(BROWSER, "pwa/src/*.js", BROWSER_MAY_KNOW))


def test_the_domain_is_pure() -> None:
    found = {
        name_of(path): one
        for path in tracked("backend/domain/*.py")
        for one in python_imports(path)
        if NOT_IN_THE_DOMAIN.match(one)
    }
    assert not found


def test_one_file_fetches() -> None:
    asking = re.compile(r"(?<![\w.])fetch\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket")
    found = {name_of(path) for path in tracked("pwa/*.js") if asking.search(js_code(path))}
    assert found <= ONLY_THESE_FETCH


def test_one_folder_knows_the_database() -> None:
    found = [name_of(path) for path in tracked("pwa/*.js") if "dexie" in js_imports(path)]
    assert not [name for name in found if not name.startswith("pwa/src/data/")]


def test_a_layer_that_is_not_listed_here_is_noticed() -> None:
    folders = {layer(name_of(path), "backend/") for path in tracked("backend/*/*.py")}
    assert folders - {"migrations"} <= set(LAYERS)
