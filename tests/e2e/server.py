"""A real server for the browser tests: its own process, instance folder and port."""

import functools
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0
# Folders that go when this process ends.
KEPT: list[tempfile.TemporaryDirectory[str]] = []


def free_port() -> int:
    """A port nobody listens on now; LIMBER_TEST_PORT pins it."""
    if pinned := os.environ.get("LIMBER_TEST_PORT"):
        return int(pinned)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Limber as `make run` serves it. It can be stopped and started again with the same address.

    root: another checkout to serve. url: where phones find it, when something stands between.
    """

    def __init__(self, instance: Path, root: Path = ROOT, url: str = "") -> None:
        self.instance, self.root, self.public = instance, root, url
        self.port = free_port()
        self.url = url or f"http://127.0.0.1:{self.port}"
        self.log = instance / "server.log"
        self._process: subprocess.Popen[bytes] | None = None
        instance.mkdir(parents=True, exist_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """What the server's process gets."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("LIMBER_")}
        known = {"LIMBER_BASE_URL": self.public} if self.public else {}
        return {**plain, **known, "LIMBER_INSTANCE": str(self.instance), "LIMBER_PORT": str(self.port)}

    def command(self, *words: str) -> str:
        """Run `flask --app wsgi ...` on this instance and return what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *words],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Serve an instance that was migrated; returns once it answers."""
        for file in migrated().glob("*.db*"):
            if not (self.instance / file.name).exists():
                shutil.copy(file, self.instance)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "wsgi:app"],
                cwd=self.root,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + PATIENCE_S
        while not self._answers():
            assert self._process.poll() is None and time.monotonic() < until, self.log.read_text()
            time.sleep(0.1)

    def stop(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
            self._process = None

    def save(self, copy: Path) -> None:
        """Keep a copy of the database as it is now."""
        with closing(sqlite3.connect(self.database)) as here, closing(sqlite3.connect(copy)) as there:
            here.backup(there)

    def refill(self, source: Path) -> None:
        """Have what another database has and nothing else, while the server goes on."""
        (self.instance / "deleted_accounts").unlink(missing_ok=True)
        with closing(sqlite3.connect(self.database, timeout=PATIENCE_S, isolation_level=None)) as db:
            db.execute("attach ? as source", (str(source),))
            db.execute("begin immediate")
            # Rows may stand before what they refer to until all of them are there.
            db.execute("pragma defer_foreign_keys = on")
            for (table,) in db.execute("select name from sqlite_master where type = 'table'").fetchall():
                db.execute(f'delete from main."{table}"')
                db.execute(f'insert into main."{table}" select * from source."{table}"')
            db.execute("commit")

    @property
    def database(self) -> Path:
        """The file with all the tables."""
        return self.instance / "limber.db"

    @property
    def runs(self) -> bool:
        """Whether it was started and not stopped since."""
        return self._process is not None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/livez", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@functools.cache
def migrated() -> Path:
    """An instance with empty tables, made by the real migrations once for all servers of this process."""
    folder = tempfile.TemporaryDirectory(prefix="limber-migrated-")
    KEPT.append(folder)
    made = Server(Path(folder.name))
    made.command("db", "upgrade")
    assert list(made.instance.glob("*.db")), "the migrations made no database"
    return made.instance
