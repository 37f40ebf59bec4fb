"""The person's own log: every act, by whom, and none of anybody else's."""

import re
from pathlib import Path
from typing import Any

from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Audit
from backend.services import audit, removal, shares
from tests.factories import PASSWORD, Person, browser, make_account, make_entry, make_share, sign_in

BACKEND, WORDS = Path("backend"), Path("pwa/src/views/access/act-words.js")


def acts(client: TestApp) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/v1/acts").json["acts"]
    return found


def told(client: TestApp) -> list[tuple[str, str]]:
    """Oldest first: what, and by whom."""
    return [(act["event"], act["by"]) for act in reversed(acts(client))]


def run(app: Flask, *words: str) -> None:
    done = app.test_cli_runner().invoke(args=list(words))
    assert done.exit_code == 0, done.output


def test_s30_signing_in_and_failing_to_are_in_the_log(app: Flask, rosa: Person, clock: Any) -> None:
    guess = {"email": rosa.email, "password": "a wrong guess"}
    browser(app).post_json("/api/v1/auth/login", guess, status=401)
    clock.advance(minutes=1)
    here = sign_in(app, rosa)
    here.post_json("/api/v1/auth/confirm", {"password": "wrong"}, status=403)
    here.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    assert told(here) == [
        ("account.registered", "you"),
        ("session.refused", "unknown"),
        ("session.started", "you"),
        ("session.refused", "unknown"),
        ("session.confirmed", "you"),
    ]
    newest = acts(here)[0]
    assert newest["device"] == "A browser on a device" and newest["at"].startswith("2026-11-21T09:01")
    assert acts(here)[3]["device"] is None


def test_tries_with_an_address_nobody_has_are_forgotten_and_those_of_somebody_are_not(
    app: Flask, rosa: Person, clock: Any
) -> None:
    unknown = {"email": "nobody@example.org", "password": "a wrong guess"}
    for wanted in ([1], [1, 1], [1]):
        browser(app).post_json("/api/v1/auth/login", unknown, status=401)
        browser(app).post_json("/api/v1/auth/login", {**unknown, "email": rosa.email}, status=401)
        with app.app_context():
            assert [1 for one in db.session.query(Audit) if one.account_id is None] == wanted
            assert db.session.query(Audit).filter(Audit.account_id == rosa.id).count() >= len(wanted)
        clock.advance(days=29 if wanted == [1] else 31)
    assert told(sign_in(app, rosa)).count(("session.refused", "unknown")) == 3


def test_the_whole_of_a_share_is_told_with_whom_and_by_whom(app: Flask, rosa: Person, daniel: Person) -> None:
    share = make_share(app, rosa, daniel)
    with app.app_context():
        shares.change(rosa.id, share, {"label": "Dan"})
    here, there = sign_in(app, rosa), sign_in(app, daniel)
    found = [
        (act["event"], act["by"], act["name"]) for act in reversed(acts(here)) if "share." in act["event"]
    ]
    assert found == [
        ("share.offered", "you", "Dan"),
        ("share.accepted", "person", "Dan"),
        ("share.confirmed", "you", "Dan"),
        ("share.changed", "you", "Dan"),
    ]
    helped = [(act["event"], act["by"], act["name"]) for act in acts(there) if "share." in act["event"]]
    assert helped == [("share.accepted", "you", "Rosa")], "what the person does with a share is not told here"


def test_s04_a_code_tells_no_name_before_the_yes(app: Flask, rosa: Person, daniel: Person) -> None:
    make_share(app, rosa, daniel, state="accepted")
    found = [(act["event"], act["name"]) for act in acts(sign_in(app, daniel)) if "share." in act["event"]]
    assert found == [("share.accepted", None)]


def test_a_share_that_ended_because_the_helper_left_is_not_told_as_my_act(
    app: Flask, rosa: Person, daniel: Person
) -> None:
    make_share(app, rosa, daniel)
    with app.app_context():
        removal.remove(daniel.id)
    here = sign_in(app, rosa)
    assert [act["by"] for act in acts(here) if act["event"] == "share.ended"] == ["person"]


def test_nobody_reads_the_log_of_another(app: Flask, rosa: Person, daniel: Person) -> None:
    make_share(app, rosa, daniel)
    before = acts(sign_in(app, daniel))
    here = sign_in(app, rosa)
    here.post("/api/v1/auth/recovery-codes", status=201)
    here.post("/api/v1/access/reset", status=200)
    after = acts(sign_in(app, daniel))[1:]
    assert [(act["event"], act["name"]) for act in after] == [(act["event"], act["name"]) for act in before]


def test_c03_every_act_of_the_operator_is_shown_to_whom_it_concerns(
    app: Flask, rosa: Person, daniel: Person, clock: Any, tmp_path: Path
) -> None:
    run(app, "account-link", rosa.email)
    clock.advance(minutes=1)
    run(app, "backup", str(tmp_path / "backups"))
    clock.advance(minutes=1)
    late = make_account(app)
    mine = [act for act in acts(sign_in(app, rosa)) if act["by"] == "operator"]
    assert [act["event"] for act in mine] == ["operator.backup", "operator.account_link"]
    assert [act["event"] for act in acts(sign_in(app, daniel)) if act["by"] == "operator"] == [
        "operator.backup"
    ]
    assert not [act for act in acts(sign_in(app, late)) if act["by"] == "operator"], "it was not there yet"


def test_a_restore_is_told_and_what_it_paused_is_no_act_of_the_person(
    make_app: Any, rosa: Person, daniel: Person, app: Flask, tmp_path: Path, clock: Any
) -> None:
    make_share(app, rosa, daniel)
    run(app, "backup", str(tmp_path / "backups"))
    [file] = (tmp_path / "backups").glob("*.backup")
    clock.advance(minutes=5)
    run(app, "restore", "--yes", str(file))
    here = sign_in(app, rosa)
    assert told(here)[-4:] == [
        ("operator.backup", "operator"),
        ("share.changed", "operator"),
        ("operator.restored", "operator"),
        ("session.started", "you"),
    ]


def test_the_demo_is_told_as_the_operators(app: Flask, rosa: Person) -> None:
    with app.app_context(), audit.by_operator():
        share, *_ = shares.offer(rosa.id, "Daniel")
        shares.end(rosa.id, share.id)
    assert [by for event, by in told(sign_in(app, rosa)) if event.startswith("share")] == ["operator"] * 2


def test_a_year_and_five_hundred_lines_are_shown(app: Flask, rosa: Person, clock: Any) -> None:
    here = sign_in(app, rosa)
    clock.advance(days=360)
    for _ in range(3):
        here.post("/api/v1/auth/recovery-codes", status="*")
        here.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    clock.advance(days=7)
    assert (
        told(here)
        == [("session.confirmed", "you")] + [("codes.made", "you"), ("session.confirmed", "you")] * 2
    )
    with app.app_context():
        from backend.services.transaction import writing

        with writing():
            for _ in range(600):
                audit.note(rosa.id, "session.confirmed")
    assert len(acts(here)) == 500


def test_no_word_of_a_diary_and_no_secret_is_in_the_log(app: Flask, rosa: Person) -> None:
    make_entry(app, rosa, note="canary")
    here = sign_in(app, rosa)
    codes = here.post("/api/v1/auth/recovery-codes").json["codes"]
    said = here.get("/api/v1/acts").text
    assert "canary" not in said and rosa.space not in said
    assert not [code for code in codes if code in said] and here.cookies["limber"] not in said


EVENT = re.compile(r'(?:audit\.note|refused|_noted)\([^)]*?"([a-z]+\.[a-z_]+)"')


def test_every_act_that_can_be_noted_has_words_on_the_phone() -> None:
    found = {
        event
        for folder in ("services", "api", "cli")
        for path in BACKEND.joinpath(folder).rglob("*.py")
        for event in EVENT.findall(path.read_text(encoding="utf-8"))
    } - {"account.deleted"}  # nobody is left to read it
    assert len(found) >= 18
    words = WORDS.read_text(encoding="utf-8")
    assert not [event for event in sorted(found) if f"'{event}'" not in words]


def test_c06_the_reset_leaves_nothing_open_and_tells_the_other_side_nothing(
    app: Flask, rosa: Person, daniel: Person
) -> None:
    live, used = make_share(app, rosa, daniel), make_share(app, rosa, make_account(app), state="accepted")
    offered = make_share(app, rosa, make_account(app), state="offered")
    here, there, helper = sign_in(app, rosa), sign_in(app, rosa), sign_in(app, daniel)
    assert here.post("/api/v1/access/reset").json == {"devices": 1, "invitations": 2, "shares": 1}
    states = {share["id"]: share["state"] for share in here.get("/api/v1/shares").json["shares"]}
    assert states == {live: "paused", used: "ended", offered: "ended"}
    assert there.get("/api/v1/me", status=401).json["error"]["code"] == "device_removed"
    helper.get(f"/api/v1/people/{rosa.space}/records", status=404)
    assert not [act for act in acts(helper) if act["event"] in ("share.changed", "access.reset")]
    assert here.post("/api/v1/access/reset").json == {"devices": 0, "invitations": 0, "shares": 0}
    here.patch_json(f"/api/v1/shares/{live}", {"paused": False}, status=200)
    helper.get(f"/api/v1/people/{rosa.space}/records", status=200)


def test_a_new_command_says_whether_it_touches_diaries(app: Flask) -> None:
    """One that reads or changes what people wrote is noted in their log; the others look at the server."""
    noted, looks_only = {"backup", "restore", "account-link", "demo"}, {"check", "status", "content"}
    assert {name for name in app.cli.commands if name not in ("db", "openapi")} == noted | looks_only
