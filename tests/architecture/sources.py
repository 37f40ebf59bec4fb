"""The files the project's own people wrote, and what each imports."""

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JS_IMPORT = re.compile(
    r"""(?:^|;)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|"""
    r"""(?:^|;)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]""",
    re.MULTILINE,
)
JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.DOTALL)


def tracked(*patterns: str) -> list[Path]:
    """Files under version control, or about to be, that match a pattern."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    named = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in sorted(set(named)) if (ROOT / name).is_file()]


def name_of(path: Path) -> str:
    """The path from the project's root."""
    return path.relative_to(ROOT).as_posix()


def python_imports(path: Path) -> set[str]:
    """Every module a Python file imports, with names taken from packages: `backend.services.journal`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def js_code(path: Path) -> str:
    """A module without its comments, where types are imported in words."""
    return JS_COMMENT.sub("", path.read_text(encoding="utf-8"))


def js_imports(path: Path) -> set[str]:
    """Every module a JavaScript file imports: paths from the root for our own, bare names for others."""
    found = {a or b or c for a, b, c in JS_IMPORT.findall(js_code(path))}
    return {name_of((path.parent / one).resolve()) if one.startswith(".") else one for one in found}
