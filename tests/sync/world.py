"""The server of a simulation: the real app in this process, two people, four signed-in devices, one clock."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from flask import Flask

from backend import clock
from backend.extensions import db
from backend.models import Change, Record, Share, Space
from backend.services import sessions, shares
from tests.factories import HOST, ORIGIN, Person, make_account
from tests.sync.keep import Keeper

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
EMPTY, BACKUP = "empty", "backup"
# What a share may open, from little to much, so that a change of it can narrow, widen or do both.
SCOPES: tuple[tuple[str, ...], ...] = (
    ("symptoms",),
    ("symptoms", "notes"),
    ("daily", "medicines"),
    ("symptoms", "medicines", "medicine_names"),
    ("daily", "intimate", "notes", "symptoms"),
    ("daily", "intimate", "medicine_names", "medicines", "notes", "symptoms"),
)


class Failed(Exception):
    """The server answered with an error no device asked for."""


class World:
    """One diary, its owner, one caregiver."""

    def __init__(self, app: Flask, keeper: Keeper) -> None:
        self.app, self.keeper = app, keeper
        self.now = START
        clock.set_reader(lambda: self.now)
        self.owner: Person = make_account(app, "rosa@example.org", "Rosa", "UTC")
        self.caregiver: Person = make_account(app, "daniel@example.org", "Daniel", "UTC")
        self.space = self.owner.space
        with app.app_context():
            people = (self.owner, self.owner, self.caregiver, self.caregiver)
            self.tokens = [sessions.start(person.id, "simulated") for person in people]
        keeper.save(EMPTY)
        self.backed_up = False

    def begin(self) -> None:
        """A fresh start: nothing was ever written."""
        self.now = START
        clock.set_reader(lambda: self.now)
        self.backed_up = False
        self.keeper.put_back(EMPTY)

    def tick(self) -> None:
        """Time goes on."""
        self.now += timedelta(seconds=1)

    def post(self, device: int, path: str, body: Any, method: str = "POST") -> tuple[int, Any]:
        """A request of one device, through everything that wraps the app; returns status and JSON."""
        payload = json.dumps(body).encode()
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": f"/api/v1/{path}",
            "QUERY_STRING": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": HOST,
            "HTTP_ORIGIN": ORIGIN,
            "HTTP_COOKIE": f"limber={self.tokens[device]}",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(payload)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(payload),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        status: list[str] = []
        parts = self.app.wsgi_app(environ, lambda line, _headers, _info=None: status.append(line))
        text = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        code = int(status[0][:3])
        if code >= 500:
            raise Failed(f"{path} answered {code}: {text[:300]!r}")
        return code, json.loads(text) if text else None

    def backup(self) -> None:
        """Put a copy aside, as an operator does at night."""
        self.keeper.save(BACKUP)
        self.backed_up = True

    def restore(self) -> bool:
        """Go back to the copy; False when none was made."""
        if self.backed_up:
            self.keeper.put_back(BACKUP)
        return self.backed_up

    def share(self) -> Any:
        """The caregiver's share that is in force or paused, or None."""
        found = sa.select(Share).where(Share.state.in_(("active", "paused")))
        return db.session.scalars(found.order_by(Share.confirmed_at.desc())).first()

    def rights(self) -> tuple[frozenset[str], frozenset[str]] | None:
        """What the caregiver may read and write right now; None when nothing."""
        with self.app.app_context():
            share = self.share()
            if share is None or share.state != "active":
                return None
            return frozenset(share.read), frozenset(share.write)

    def grant(self, read: tuple[str, ...], write: tuple[str, ...]) -> None:
        """Let the caregiver in, by invitation, acceptance and confirmation."""
        with self.app.app_context():
            share, code, _token = shares.offer(self.owner.id, "Daniel", list(read), list(write))
            share_id = str(share.id)
            shares.accept(self.caregiver.id, code)
            shares.confirm(self.owner.id, share_id)

    def change_share(self, wanted: dict[str, Any]) -> None:
        """Narrow, widen, pause or go on; nothing where there is no share."""
        with self.app.app_context():
            share = self.share()
            if share is not None:
                shares.change(self.owner.id, str(share.id), wanted)

    def revoke(self) -> None:
        """End the share."""
        with self.app.app_context():
            share = self.share()
            if share is not None:
                shares.end(self.owner.id, str(share.id))

    def head(self) -> int:
        """How many changes the space has seen."""
        with self.app.app_context():
            return int(db.session.scalars(sa.select(Space.head).where(Space.id == self.space)).one())

    def changes(self) -> list[dict[str, Any]]:
        """Every accepted change, in order."""
        return self._all(Change, Change.seq)

    def records(self) -> list[dict[str, Any]]:
        """Every record as it stands."""
        return self._all(Record, Record.seq)

    def _all(self, model: Any, order: Any) -> list[dict[str, Any]]:
        table = model.__table__
        with self.app.app_context():
            found = db.session.execute(sa.select(table).where(table.c.space_id == self.space).order_by(order))
            return [dict(row._mapping) for row in found]
