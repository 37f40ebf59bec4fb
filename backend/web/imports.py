"""The static import graph of the browser's modules, so that the page can ask for all of them at once."""

import posixpath
import re
from collections.abc import Mapping

# `import "x"` and `import … from "x"` / `export … from "x"` at the start of a statement. Lazy `import(…)`
# is left out on purpose: what is loaded later must not be fetched first.
STATEMENT = re.compile(
    rb"""(?:^|;)[ \t]*(?:import[ \t]*|(?:import|export)\b[\w\s{},*$]*?\bfrom[ \t]*)["']([^"'\n]+)["']""",
    re.MULTILINE,
)


def specifiers(source: bytes) -> list[str]:
    """What a module imports, as written, in order."""
    return [found.decode() for found in STATEMENT.findall(source)]


def resolve(specifier: str, importer: str, import_map: Mapping[str, str]) -> str | None:
    """The address an import leads to, or None for a bare name the import map does not know."""
    if specifier.startswith(("./", "../")):
        return posixpath.normpath(posixpath.join(posixpath.dirname(importer), specifier))
    if specifier.startswith("/"):
        return specifier
    return import_map.get(specifier)


def graph(entry: str, sources: Mapping[str, bytes], import_map: Mapping[str, str]) -> list[str]:
    """Every module reached from `entry` by static imports, nearest first, `entry` included.

    sources: module text by address. An import that leads nowhere is left out here, since the page
    can still open without a hint; tests/web/test_imports.py is where it is told.
    """
    reached: list[str] = []
    queue = [entry]
    while queue:
        module = queue.pop(0)
        if module in reached or module not in sources:
            continue
        reached.append(module)
        targets = (resolve(name, module, import_map) for name in specifiers(sources[module]))
        queue.extend(target for target in targets if target)
    return reached
