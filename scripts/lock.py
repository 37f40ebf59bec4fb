"""Write the lock files from the .in files: `make lock`.

Each pins every package with its hashes for all platforms, and names no index, so that any index with
the same files will do.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Later ones keep to the versions of the earlier ones.
FILES = (
    ("requirements", ()),
    ("requirements-dev", ("requirements.txt",)),
    ("requirements-postgres", ("requirements-dev.txt",)),
)
COMPILE = (
    "uv",
    "pip",
    "compile",
    "--quiet",
    "--upgrade",
    "--generate-hashes",
    "--universal",
    "--python-version",
    "3.11",
    "--no-annotate",
    "--no-header",
)


def main() -> None:
    """Compile each, or stop at the first that has no answer."""
    for name, constraints in FILES:
        limits = [word for lock in constraints for word in ("-c", lock)]
        done = subprocess.run([*COMPILE, *limits, f"{name}.in", "-o", f"{name}.txt"], cwd=ROOT)
        if done.returncode:
            sys.exit(f"{name}.in has no set of packages that fits.")


if __name__ == "__main__":
    main()
