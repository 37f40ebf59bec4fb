"""Bring the database to the newest tables and serve: what `make run` runs inside .venv."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Migrate, then become the server; both stop with one plain line where they cannot."""
    port = os.environ.get("LIMBER_PORT", "8000")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError:
            sys.exit(f"Port {port} is in use. Choose another: make run PORT=8123")
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    if subprocess.run([*flask, "db", "upgrade"], cwd=ROOT).returncode:
        sys.exit("The database could not be brought up to date.")
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "wsgi:app"])


if __name__ == "__main__":
    main()
