"""The Flask extensions, made once, and the database connection's rules."""

import importlib
import math
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
import sqlalchemy as sa
from flask import Flask
from flask_compress import Compress
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.engine import make_url

from backend import logs
from backend.models.base import Base

db = SQLAlchemy(model_class=Base)
migrate = Migrate()
login_manager = LoginManager()
compress = Compress()

# SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that has several writing connections
# (the "WAL-reset" bug, fixed in 3.51.3), so below that the rollback journal is used.
WAL_SAFE = (3, 51, 3)
BUSY_MS = 5000
WRITE = "limber_write"
IDLE_S = 1.0

# What every connection to PostgreSQL asks for, whatever its own settings are: an acknowledged entry is
# on disk, nobody waits without end, and a replica, which may lag behind, is never taken for the server.
POSTGRES = {
    "connect_timeout": 5,
    "target_session_attrs": "read-write",
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "options": " ".join(
        f"-c {setting}"
        for setting in (
            "synchronous_commit=on",
            "statement_timeout=30s",
            f"lock_timeout={BUSY_MS}",
            "idle_in_transaction_session_timeout=60s",
        )
    ),
}


def sqlite_module() -> ModuleType:
    """pysqlite3, which carries a recent SQLite, or the standard library's module where it is missing."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3")


def journal_mode(version: tuple[int, ...]) -> str:
    """WAL where this SQLite is safe with it, else TRUNCATE."""
    return "WAL" if version >= WAL_SAFE else "TRUNCATE"


def install(app: Flask) -> None:
    """Bind the extensions to the app."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    options: dict[str, Any] = {
        "json_serializer": lambda value: orjson.dumps(value).decode(),
        "json_deserializer": orjson.loads,
        # The connection used last: its pages are in memory, and what it prepared is known.
        "pool_use_lifo": True,
    }
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        module = sqlite_module()
        mode = journal_mode(module.sqlite_version_info)
        options |= {"module": module, "connect_args": {"timeout": BUSY_MS / 1000, "check_same_thread": False}}
        app.config["LIMBER_DATABASE"] = f"SQLite {module.sqlite_version}, {mode}, synchronous=FULL"
    else:
        options |= {"pool_size": 8, "connect_args": POSTGRES}
        app.config["LIMBER_DATABASE"] = "PostgreSQL"
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options
    db.init_app(app)
    migrate.init_app(app, db, directory=str(Path(__file__).with_name("migrations")), render_as_batch=True)
    login_manager.init_app(app)
    # What the API answers; files are packed beforehand. These levels cost less than the bytes they save; an
    # answer of two packets, as to one saved entry, comes sooner as it is.
    app.config.update(
        COMPRESS_MIMETYPES=["application/json"],
        COMPRESS_ALGORITHM=["zstd", "br", "gzip"],
        COMPRESS_MIN_SIZE=3000,
        COMPRESS_LEVEL=3,
        COMPRESS_BR_LEVEL=2,
        COMPRESS_ZSTD_LEVEL=3,
    )
    compress.init_app(app)
    # One writer at a time waits its turn here; SQLite itself would have the others knock again and again.
    app.extensions["limber_writer"] = threading.Lock() if sqlite else None
    with app.app_context():
        if sqlite:
            _sqlite_rules(db.engine, mode)
        else:
            _postgres_rules(db.engine)
            _look_after_idle(db.engine)
    logs.log.info("database: %s", app.config["LIMBER_DATABASE"])


def _look_after_idle(engine: sa.Engine) -> None:
    """Try a connection that rested for a second before it is used; one in steady use is not asked."""

    @sa.event.listens_for(engine, "checkin")
    def _rests(_connection: Any, record: Any) -> None:
        record.info["since"] = time.monotonic()

    @sa.event.listens_for(engine, "checkout")
    def _wakes(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info.get("since", math.inf) < IDLE_S:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise sa.exc.DisconnectionError from error


def _sqlite_rules(engine: sa.Engine, mode: str) -> None:
    """FULL durability, foreign keys, and writes that take the lock when they begin."""

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in (
            f"journal_mode={mode}",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_MS}",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "handle_error")
    def _error(context: sa.engine.ExceptionContext) -> None:
        # A connection that was opened while the disk could not be written stays like that, so it is closed.
        if "readonly database" in str(context.original_exception):
            context.is_disconnect = True

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get(WRITE):
            connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgres_rules(engine: sa.Engine) -> None:
    """Only what writes is a transaction of the database's; a reading needs no BEGIN and no ROLLBACK."""

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        alone = not connection.get_execution_options().get(WRITE)
        if raw.autocommit != alone:
            raw.autocommit = alone
