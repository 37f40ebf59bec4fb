"""The libraries in static/vendor are the ones scripts/vendor.py wrote, byte for byte."""

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "static" / "vendor"
ROWS = json.loads((VENDOR / "vendor.json").read_text())
OWN_FILES = {"vendor.json", "README.md"}


def files_on_disk() -> set[str]:
    return {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}


def test_every_file_has_the_hash_that_was_written_down() -> None:
    for row in ROWS:
        for name, digest in row["files"].items():
            assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


def test_no_other_file_lies_in_the_folder() -> None:
    listed = {name for row in ROWS for name in row["files"]}
    assert files_on_disk() == listed | OWN_FILES


def test_every_package_brings_its_licence() -> None:
    for row in ROWS:
        assert row["licence"] in {"MIT", "Apache-2.0"}
        assert f"{row['name']}@{row['version']}/LICENSE" in row["files"]


def test_no_module_names_a_source_map() -> None:
    for path in VENDOR.rglob("*.mjs"):
        assert b"sourceMappingURL" not in path.read_bytes(), path


def test_types_and_tests_use_the_same_versions() -> None:
    package = json.loads((ROOT / "pwa" / "package.json").read_text())
    assert package["dependencies"] == {row["name"]: row["version"] for row in ROWS}


def test_the_lock_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "pwa" / "package-lock.json").read_text()
