"""Make .venv and install a lock file into it: `python3 scripts/environment.py requirements.txt`.

Needs Python 3.11 or newer and nothing else; uses uv where it is on the path, since it is quicker.
Every file installed must have a hash that the lock names.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSIDE = VENV / "bin" / "python"
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def use_a_new_enough_python() -> None:
    """Start again under a newer Python where this one is too old, or say what is needed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])
    sys.exit("Limber needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))


def run(*words: object) -> bool:
    """Run a command with its output shown; whether it worked."""
    return subprocess.run([str(word) for word in words], cwd=ROOT).returncode == 0


def works() -> bool:
    """Whether .venv is there and can be started: a moved folder or a removed Python breaks it."""
    return INSIDE.exists() and subprocess.run([INSIDE, "-c", ""], capture_output=True).returncode == 0


def pip_outside() -> bool:
    """Whether this Python's own pip can install into another environment (pip 22.3 and newer)."""
    words = [sys.executable, "-m", "pip", "--python", sys.executable, "--version"]
    return subprocess.run(words, capture_output=True).returncode == 0


def install(lock: str) -> bool:
    """Install the lock file, in the quickest way there is here."""
    uv = shutil.which("uv")
    if uv:
        made = works() or run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV)
        return made and run(
            uv, "pip", "install", "--quiet", "--python", INSIDE, "--require-hashes", "-r", lock
        )
    quiet = ("install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock)
    if pip_outside():
        # Without a pip of its own the environment is made in a moment instead of five seconds.
        made = works() or run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
        return made and run(sys.executable, "-m", "pip", "--python", INSIDE, *quiet)
    made = works() or run(sys.executable, "-m", "venv", "--clear", VENV)
    return made and run(INSIDE, "-m", "pip", *quiet)


def main(lock: str) -> None:
    """Install, or end with one line that says what to do."""
    use_a_new_enough_python()
    print(f"Installing {lock} into .venv", flush=True)
    if not install(lock):
        sys.exit("The packages could not be installed: is there a network, and python3-venv on Debian?")


if __name__ == "__main__":
    main(sys.argv[1])
