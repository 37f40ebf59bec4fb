"""Two acts on one share at the same moment: taking away wins over giving."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from backend.errors import CodeNotUsable, WrongState
from backend.extensions import db
from backend.models import Share
from backend.services import shares
from tests.factories import make_account, make_share


def test_an_ended_share_never_comes_back_whatever_happens_at_once(app: Flask) -> None:
    rosa, daniel = make_account(app), make_account(app, display_name="Daniel")
    for _ in range(6):
        share = make_share(app, rosa, daniel, state="paused")

        def go_on(share_id: str = share) -> None:
            with app.app_context():
                with contextlib.suppress(WrongState):  # the end may come first
                    shares.change(rosa.id, share_id, {"paused": False})
                db.session.remove()

        def end(share_id: str = share) -> None:
            with app.app_context():
                shares.end(rosa.id, share_id)
                db.session.remove()

        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(go_on), pool.submit(end)]:
                done.result()
        with app.app_context():
            assert db.session.get(Share, share).state == "ended"  # type: ignore[union-attr]


def test_one_code_lets_one_person_in(app: Flask) -> None:
    rosa, people = make_account(app), [make_account(app) for _ in range(4)]
    with app.app_context():
        _, code, _ = shares.offer(rosa.id, "Daniel")

    def accept(account_id: str) -> bool:
        with app.app_context():
            try:
                shares.accept(account_id, code)
            except CodeNotUsable:
                return False
            finally:
                db.session.remove()
            return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(accept, [person.id for person in people])) == 1
