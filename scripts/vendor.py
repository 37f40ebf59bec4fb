"""Bring the browser's libraries into static/vendor, each at one exact version.

Run it as `make vendor`, or `python scripts/vendor.py` with npm on the path. It owns static/vendor:
whatever lies there is removed and written anew, so a hand-made change does not survive.

For every package it keeps the ES module the browser loads and the licence it comes with. The only
change made to a file is that the last comment naming a source map is cut off, since no map is
shipped and a browser's tools would ask the server for it.

vendor.json lists name, version, licence and the SHA-256 of each file; tests/web/test_vendor.py
holds the folder to that list, and pwa/package.json to the same versions.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"
SOURCE_MAP = re.compile(rb"\n?//# sourceMappingURL=\S*\s*$")

README = """\
# Vendored libraries

`scripts/vendor.py` owns this folder. To change a version, change it there and in
`pwa/package.json`, run `make vendor`, and commit what it wrote. Nothing here is edited by hand.

The modules are the packages' own files; only the comment naming a source map is removed, because
the maps are not kept here. `vendor.json` holds the SHA-256 of every file.
"""


@dataclass(frozen=True)
class Package:
    """One published package and what the browser needs of it (path in the package -> name here)."""

    name: str
    version: str
    files: dict[str, str]

    @property
    def folder(self) -> str:
        return f"{self.name}@{self.version}"


PACKAGES = (
    Package(
        "preact",
        "11.2.0",
        {"dist/preact.mjs": "preact.mjs", "hooks/dist/hooks.mjs": "hooks.mjs", "LICENSE": "LICENSE"},
    ),
    Package(
        "@preact/signals",
        "2.11.4",
        {"dist/signals.mjs": "signals.mjs", "LICENSE": "LICENSE"},
    ),
    Package(
        "@preact/signals-core",
        "1.14.5",
        {"dist/signals-core.mjs": "signals-core.mjs", "LICENSE": "LICENSE"},
    ),
    Package(
        "htm",
        "3.1.1",
        {"dist/htm.mjs": "htm.mjs", "preact/index.mjs": "preact.mjs", "LICENSE": "LICENSE"},
    ),
    Package(
        "dexie",
        "4.4.7",
        {"dist/modern/dexie.min.mjs": "dexie.min.mjs", "LICENSE": "LICENSE", "NOTICE": "NOTICE"},
    ),
)


def fetch(package: Package, into: Path) -> Path:
    """Download the package (npm checks its integrity) and return the folder it unpacks to."""
    subprocess.run(
        ["npm", "pack", "--silent", "--pack-destination", str(into), f"{package.name}@{package.version}"],
        check=True,
        cwd=into,
        stdout=subprocess.DEVNULL,
    )
    (archive,) = into.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(into, filter="data")
    return into / "package"


def without_source_map(name: str, data: bytes) -> bytes:
    """The file as it is shipped; a module loses the comment that names its source map."""
    return SOURCE_MAP.sub(b"\n", data) if name.endswith(".mjs") else data


def vendor(package: Package, into: Path) -> dict[str, object]:
    """Copy one package's files below `into` and return its row of vendor.json."""
    with tempfile.TemporaryDirectory() as work:
        source = fetch(package, Path(work))
        facts = json.loads((source / "package.json").read_text())
        target = into / package.folder
        target.mkdir(parents=True)
        hashes = {}
        for path, name in package.files.items():
            data = without_source_map(name, (source / path).read_bytes())
            (target / name).write_bytes(data)
            hashes[f"{package.folder}/{name}"] = hashlib.sha256(data).hexdigest()
    return {
        "name": package.name,
        "version": package.version,
        "licence": facts["license"],
        "files": hashes,
    }


def main() -> None:
    with tempfile.TemporaryDirectory(dir=VENDOR.parent) as fresh:
        rows = [vendor(package, Path(fresh)) for package in PACKAGES]
        # Only when every package arrived does the old folder go, so a lost network changes nothing.
        shutil.rmtree(VENDOR, ignore_errors=True)
        VENDOR.mkdir(parents=True)
        for entry in Path(fresh).iterdir():
            shutil.move(entry, VENDOR / entry.name)
    (VENDOR / "vendor.json").write_text(json.dumps(rows, indent=2) + "\n")
    (VENDOR / "README.md").write_text(README)
    print(f"{len(rows)} packages in {VENDOR.relative_to(VENDOR.parent.parent)}")


if __name__ == "__main__":
    main()
