"""The server as it runs in earnest: gunicorn with gunicorn.conf.py, in processes that can be killed."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.e2e.server import ROOT, free_port

PATIENCE_S = 60.0


class Server:
    """One instance with its database. folder: where it writes. database_url: empty for SQLite."""

    def __init__(self, folder: Path, database_url: str = "", **settings: str) -> None:
        self.folder, self.database_url, self.port = folder, database_url, free_port()
        self.settings = settings
        self.log_path = folder / "server.log"
        self._master: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the processes get."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("LIMBER_")}
        return {
            **plain,
            "LIMBER_INSTANCE": str(self.folder),
            "LIMBER_PORT": str(self.port),
            "LIMBER_DATABASE_URL": self.database_url,
            **self.settings,
        }

    def begin(self, *words: str) -> None:
        """Start the processes and come back at once. words: further words for gunicorn."""
        with self.log_path.open("ab") as log:
            self._master = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "wsgi:app", *words],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start(self, *words: str) -> "Server":
        """Start, and come back when it answers."""
        self.begin(*words)
        self.wait()
        return self

    def wait(self) -> None:
        """Until it answers."""
        until = time.monotonic() + PATIENCE_S
        while not self.lives():
            assert self.master.poll() is None, self.log
            assert time.monotonic() < until, f"no answer in {PATIENCE_S} s\n{self.log}"
            time.sleep(0.02)

    def lives(self, timeout: float = 5) -> bool:
        """Whether it answers at all."""
        return self.status("/livez", timeout) == 200

    def status(self, path: str, timeout: float = 15) -> int | None:
        """The status of a plain GET, None where nothing answers."""
        return self.get(path, timeout)[0]

    def get(self, path: str, timeout: float = 15, **headers: str) -> tuple[int | None, str]:
        """Status and text of a plain GET."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        with contextlib.closing(connection):
            try:
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                return answer.status, answer.read().decode()
            except (OSError, http.client.HTTPException):
                return None, ""

    @property
    def master(self) -> "subprocess.Popen[bytes]":
        """The process that keeps the listening socket."""
        assert self._master is not None
        return self._master

    @property
    def workers(self) -> list[int]:
        """The processes that answer."""
        try:
            listed = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text()
        except FileNotFoundError:
            return []
        return [int(pid) for pid in listed.split()]

    @property
    def log(self) -> str:
        """Everything it said so far."""
        return self.log_path.read_text()

    def kill_workers(self) -> None:
        """As the kernel does when memory runs out."""
        for pid in self.workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill(self) -> None:
        """Everything at once, as a power cut does."""
        if self._master is None:
            return
        everyone = [self._master.pid, *self.workers]
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._master.pid, signal.SIGKILL)
        self._master.wait()
        while any(_runs(pid) for pid in everyone):
            time.sleep(0.005)

    def signal(self, number: int) -> None:
        """A signal for the master."""
        os.kill(self.master.pid, number)

    def flask(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run `flask --app wsgi ...` on this instance."""
        command = [sys.executable, "-m", "flask", "--app", "wsgi", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
