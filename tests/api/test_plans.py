"""Plans over HTTP: made from the diary, stored once, the newest wins, nothing while help comes first."""

import sqlalchemy as sa
from flask import Flask

from backend.extensions import db
from backend.models import Change, Record
from tests.api.exchange import Phone
from tests.conftest import Clock
from tests.factories import browser, make_account, make_id, make_op, make_share, sign_in

TODAY = "2026-11-21"
# More than any phone does in an hour.
MANY = 300


def say(phone: Phone, kind: str, **body: object) -> None:
    answers = phone.push({**make_op(phone.person.space), "kind": kind, "set": body, "was": {}})["results"]
    assert [one["s"] for one in answers] == ["ok"], answers


def make(phone: Phone, status: int = 200, **form: object) -> dict[str, object]:
    answer: dict[str, object] = phone.client.post_json(
        "/api/v1/plans", {"id": make_id(), "start_on": TODAY, **form}, status=status
    ).json
    return answer


def stored(app: Flask, kind: str) -> list[dict[str, object]]:
    with app.app_context():
        found = db.session.scalars(sa.select(Record).where(Record.kind == kind, Record.deleted.is_(False)))
        return [{"id": one.id, **one.body} for one in found]


def changes(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(Change)) or 0


def test_a_plan_is_made_of_the_diary_and_comes_to_the_phone(app: Flask, phone: Phone, clock: Clock) -> None:
    say(phone, "profile", mobility="wheelchair", clearance="yes", goals=["hold_cup"])
    made = make(phone, weeks=1)
    assert made["template"] == "T09" and made["started_on"] == TODAY
    phone.pull()
    items = [row["body"] for row in phone.rows.values() if row["kind"] == "plan_item"]
    assert {item["on"] for item in items} == {f"2026-11-{day}" for day in range(21, 28)}
    assert all(item["plan_id"] == made["id"] and item["dose"]["movement"] and item["why"] for item in items)
    assert all(item["position"] in ("lying", "seated") for item in items)
    assert all(row["author"]["account"] == phone.person.id for row in phone.rows.values())


def test_a_second_time_it_answers_the_same_and_stores_nothing(app: Flask, phone: Phone, clock: Clock) -> None:
    plan = make_id()
    first = make(phone, id=plan)
    before = changes(app)
    assert make(phone, id=plan, weeks=4) == first
    assert changes(app) == before
    # What a plan needs of the log changes; the plan that was made stays.
    phone.push(make_op(phone.person.space, regions=[{"region": "calf", "side": "left"}]))
    assert make(phone, id=plan) == first


def test_the_newest_plan_wins_and_the_older_one_ends(app: Flask, phone: Phone, clock: Clock) -> None:
    first = make(phone)
    clock.advance(days=3)
    make(phone, start_on="2026-11-24")
    by_id = {one["id"]: one for one in stored(app, "plan")}
    assert by_id[first["id"]]["ended_on"] == "2026-11-23"
    assert sum("ended_on" not in one for one in by_id.values()) == 1


def test_the_next_plan_goes_on_from_what_was_done(app: Flask, phone: Phone, clock: Clock) -> None:
    say(phone, "profile", mobility="unaided", clearance="yes", goals=["less_stiff"])
    make(phone, weeks=1)
    done = [{"movement": name, "outcome": "done"} for name in ("ROM-01", "ROM-09")]
    for day in (22, 24, 26):
        at = f"2026-11-{day}T09:00:00+00:00"
        when = {"at": at, "on": at[:10], "tz": "UTC"}
        say(phone, "session", **when, done=done, pain_before_nrs=3, pain_2h_nrs=3)
    clock.advance(days=7)
    again = make(phone, weeks=1, start_on="2026-11-28")
    assert "PLAN-09" in again["reason"]  # type: ignore[operator]
    doses = {
        one["dose"]["movement"]: one["dose"]  # type: ignore[index]
        for one in stored(app, "plan_item")
        if one["plan_id"] == again["id"]
    }
    raised = [why for why in again["reason"] if why.startswith("raised.")]  # type: ignore[attr-defined]
    assert raised == ["raised.ROM-09"] and doses["ROM-09"]["reps"] == 5


def test_while_help_comes_first_there_is_no_plan_and_nothing_is_stored(
    app: Flask, phone: Phone, clock: Clock
) -> None:
    at = {"at": f"{TODAY}T09:00:00+00:00", "on": TODAY, "tz": "UTC"}
    say(phone, "safety", message_id="SAFE-01", tier="E1", **at)
    before = changes(app)
    error = make(phone, status=409)["error"]
    assert error["code"] == "plan_paused" and error["details"] == {"because": ["gate-spike"]}  # type: ignore[index]
    assert changes(app) == before and stored(app, "plan") == []


def test_an_old_alarm_nobody_answered_still_comes_first(app: Flask, phone: Phone, clock: Clock) -> None:
    at = {"at": f"{TODAY}T09:00:00+00:00", "on": TODAY, "tz": "UTC"}
    say(phone, "safety", message_id="SAFE-01", tier="E1", **at)
    clock.advance(days=200)
    make(phone, status=409, start_on="2027-06-09")
    assert stored(app, "plan") == []


def test_after_half_a_year_away_somebody_comes_back_at_rest(phone: Phone, clock: Clock) -> None:
    say(phone, "profile", mobility="unaided", clearance="yes")
    when = {"at": f"{TODAY}T09:00:00+00:00", "on": TODAY, "tz": "UTC"}
    say(phone, "session", **when, done=[{"movement": "ROM-01", "outcome": "done"}])
    clock.advance(days=200)
    assert "PLAN-19" in make(phone, start_on="2027-06-09")["reason"]  # type: ignore[operator]


def test_a_plan_takes_no_id_of_another_record_and_no_foreign_day(phone: Phone, clock: Clock) -> None:
    entry = make_op(phone.person.space)
    phone.push(entry)
    assert make(phone, status=409, id=entry["id"])["error"]["code"] == "wrong_state"  # type: ignore[index]
    for form in ({"start_on": "2025-01-01"}, {"weeks": 5}, {"weeks": 0}, {"start_on": "soon"}, {"id": "x"}):
        assert make(phone, status=422, **form)["error"]["code"] == "validation"  # type: ignore[index]
    for none in ("2026-13-45", "0000-01-01", "2026-02-30"):
        make(phone, start_on=none, status=422)


def test_a_template_that_suits_nobody_of_that_level_is_not_followed(phone: Phone, clock: Clock) -> None:
    say(phone, "profile", mobility="bed")
    assert make(phone, template="T01")["template"] == "T08"
    assert make(phone, template="T12")["template"] == "T12"
    assert make(phone, template="nothing")["template"] == "T08"


def test_a_caregiver_gets_what_to_do_and_never_why(app: Flask, phone: Phone, clock: Clock) -> None:
    helper = make_account(app)
    make_share(app, phone.person, helper, read=["exercise"])
    make(phone, weeks=1)
    other = Phone(sign_in(app, helper), helper)
    other.pull(phone.person.space)
    items = [row["body"] for row in other.rows.values() if row["kind"] == "plan_item"]
    assert items and all("dose" in item and "why" not in item for item in items)
    plans = [row["body"] for row in other.rows.values() if row["kind"] == "plan"]
    assert plans and all("reason" not in plan for plan in plans)


def test_a_preview_needs_no_account_and_keeps_nothing(app: Flask, clock: Clock) -> None:
    client = browser(app)
    form = {"profile": {"mobility": "unaided", "clearance": "not_asked"}, "start_on": TODAY}
    told = client.post_json("/api/v1/plans/preview", form, status=200).json
    assert told["items"] and told["uncovered"]["rst"] == ["PLAN-01"]
    assert changes(app) == 0
    pregnant = {"profile": {"conditions": ["pregnancy"]}, "start_on": TODAY}
    error = client.post_json("/api/v1/plans/preview", pregnant, status=409).json["error"]
    assert error["details"] == {"because": ["gate-preg"]}
    wrong = {"profile": {"mobility": 7}, "start_on": TODAY}
    assert client.post_json("/api/v1/plans/preview", wrong, status=422).json["error"]["details"]["fields"]
    unknown = {"profile": {"mobility": "flying", "clearance": "yes"}, "start_on": TODAY}
    told = client.post_json("/api/v1/plans/preview", unknown, status=200).json
    assert {one["dose"]["position_variant"] for one in told["items"]} <= {"lying", "seated"}


def test_previews_of_one_network_have_a_limit(app: Flask, clock: Clock) -> None:
    client, form = browser(app), {"profile": {}, "start_on": TODAY, "weeks": 1}
    answers = [
        client.post_json("/api/v1/plans/preview", form, expect_errors=True).status_int for _ in range(MANY)
    ]
    assert set(answers) == {200, 429} and answers.count(200) == 240
