"""A file fits in one sitting, a function on one screen."""

import ast
from pathlib import Path

from tests.architecture.sources import name_of, tracked

LINES, FUNCTION_LINES = 250, 45
LONG_BY_NATURE = ("backend/migrations/", "static/", "backend/content/", "docs/", "tests/vectors/")
FORBIDDEN = {"utils", "helpers", "common", "misc"}


def own(*patterns: str) -> list[Path]:
    return [path for path in tracked(*patterns) if not name_of(path).startswith(LONG_BY_NATURE)]


def test_a_file_fits_in_one_sitting() -> None:
    files = own("*.py", "*.js", "*.mjs", "*.css", "Makefile")
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert not {name: count for name, count in lines.items() if count > LINES}


def test_a_function_fits_on_one_screen() -> None:
    found = [
        (name_of(path), one.name)
        for path in own("*.py")
        for one in ast.walk(ast.parse(path.read_text()))
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        and (one.end_lineno or 0) - one.lineno + 1 > FUNCTION_LINES
    ]
    assert not found


def test_no_file_is_called_after_nothing() -> None:
    assert not [name_of(path) for path in own("*.py", "*.js", "*.mjs") if path.stem in FORBIDDEN]
