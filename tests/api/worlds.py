"""Two worlds with the same clock, ids and chance: in one the diary holds more than a caregiver may know."""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import sqlalchemy as sa
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.prepared import Prepared
from tests.api.exchange import Phone
from tests.factories import Person, make_account, make_share, sign_in

SPACE = "0c5f2b1e-6d1a-4c3b-9a52-3f6d2e8b7a10"
# A sealed place in a feed: it stands for a number, and nobody but the server can open it.
SEALED = re.compile(r'"[A-Za-z0-9_-]{60,}"')


@contextmanager
def same_chance(about: object) -> Iterator[None]:
    """Whatever is drawn inside is drawn alike whenever this is about the same."""
    drawn = random.Random(repr(about))
    with patch("os.urandom", drawn.randbytes), patch("random._urandom", drawn.randbytes):
        assert os.urandom(0) == b""
        yield


@pytest.fixture
def two_apps(
    make_app: Callable[..., Flask], database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Flask, Flask]]:
    """Two apps, each on an empty database of its own."""
    folder = tmp_path / "second"
    folder.mkdir()
    if database:
        with request.getfixturevalue("postgres_cluster").copy_of("limber_template") as url:
            second = make_app(instance=str(folder), database_url=url)
            yield make_app(), second
            with second.app_context():
                db.session.remove()
                db.engine.dispose()
        return
    shutil.copy(request.getfixturevalue("sqlite_template"), folder / "limber.db")
    yield make_app(), make_app(instance=str(folder))


@dataclass
class World:
    """Rosa, who writes, and Daniel, who may see and add some of it."""

    app: Flask
    rosa: Phone
    daniel: Phone
    statements: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls, app: Flask, read: list[str], write: list[str], device: str) -> "World":
        """The accounts, with the same ids in every world, and one share between them."""
        with same_chance("accounts"):
            rosa = make_account(app, "rosa@example.org", space=SPACE)
            daniel = make_account(app, "daniel@example.org", "Daniel")
            make_share(app, rosa, daniel, read=read, write=write)
            phones = [Phone(sign_in(app, one), one) for one in (rosa, daniel)]
        phones[1].device = device
        return cls(app, *phones)

    def as_daniel(self, route: str, path: str, body: dict[str, Any] | None, fresh: bool) -> str:
        """One request of his: status, headers and body in one text, and its statements noted."""
        client = anew(self.app, self.daniel.person, route) if fresh else self.daniel.client
        method = route.split(" ")[0].lower()
        with same_chance(route), observed(self.app) as self.statements:
            if body is None:
                answer = getattr(client, method)(path, status="*")
            else:
                answer = getattr(client, f"{method}_json")(path, body, status="*")
        kept = sorted((name, value) for name, value in answer.headerlist if name != "Date")
        return f"{answer.status} {kept} {answer.body.decode(errors='backslashreplace')}"


def anew(app: Flask, person: Person, about: str) -> TestApp:
    """A browser of its own, for what signs somebody in or out."""
    with same_chance(f"signing in {about}"):
        return sign_in(app, person)


@contextmanager
def observed(app: Flask) -> Iterator[list[str]]:
    """Every statement that goes to the database inside, without its values."""
    seen: list[str] = []
    run = Prepared._run

    def noted(self: Prepared, how: str, *rest: Any) -> Any:
        seen.append(f"{how} {self.statement}")
        return run(self, how, *rest)

    def executed(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    sa.event.listen(engine, "before_cursor_execute", executed)
    try:
        with patch.object(Prepared, "_run", noted):
            yield seen
    finally:
        sa.event.remove(engine, "before_cursor_execute", executed)


def named(text: str) -> str:
    """The text with each sealed string told by its length and by which of them it is, not by its letters."""
    known: dict[str, str] = {}
    return SEALED.sub(
        lambda found: known.setdefault(found[0], f'"sealed-{len(known)}-{len(found[0])}"'), text
    )
