"""Insights over HTTP: the owner's, a caregiver's by scope, and what stays out of both."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.domain.confirmed import as_said
from backend.services import journal
from tests.api.exchange import Phone
from tests.factories import Person, make_account, make_entry, make_op, make_share, sign_in

TODAY = date(2026, 11, 21)
# The last whole four weeks end here.
WEIGHED_TO = date(2026, 11, 8)


def ask(client: Any, space: str, query: str = "") -> Any:
    return client.get(f"/api/v1/people/{space}/insights{query}").json


def felt(space: str, on: date, nrs: int, **more: Any) -> dict[str, Any]:
    day = on.isoformat()
    return make_op(space, at=f"{day}T07:00:00+00:00", on=day, tz="UTC", severity_nrs=nrs, **more)


def write(app: Flask, person: Person, ops: list[dict[str, Any]]) -> None:
    with app.app_context():
        for start in range(0, len(ops), 400):
            said = journal.push_ops(person.space, person.id, None, ops[start : start + 400])
            assert {one["s"] for one in said} == {"ok"}


def hot_half_year(space: str) -> list[dict[str, Any]]:
    """Two hot days of each week, with 3 points more than usual; never the same weekdays."""
    ops = []
    for back in range(182):
        on = WEIGHED_TO - timedelta(days=back)
        hot = (back % 7) in {back // 7 % 7, (back // 7 * 3 + 1) % 7}
        ops.append(felt(space, on, (7 if hot else 4) + back % 2))
        ops.append(make_op(space, "daily", on=on.isoformat(), heat="yes" if hot else "no"))
    return ops


def test_nothing_noted_is_said_kindly_and_nothing_is_zero(phone: Phone) -> None:
    told = ask(phone.client, phone.person.space)
    assert told["none"] == "No clear pattern yet. 0 days noted. No rush."
    assert told["patterns"] == [] and told["logged"] == 0 and told["usual"] is None
    assert told["days"] == 90 and told["on"] == "2026-11-21"
    assert [row for one in told["series"].values() for row in one["rows"]] == []


def test_series_have_a_row_for_a_day_that_was_noted_and_none_for_others(app: Flask, phone: Phone) -> None:
    space = phone.person.space
    ops = [felt(space, TODAY - timedelta(days=2), 6), felt(space, TODAY - timedelta(days=2), 3)]
    write(app, phone.person, [*ops, felt(space, TODAY, 4), felt(space, TODAY - timedelta(days=30), 9)])
    told = ask(phone.client, space, "?days=7")
    assert [(row["on"], row["worst_nrs"], row["median_nrs"]) for row in told["series"]["pain"]["rows"]] == [
        ("2026-11-19", 6, 3),
        ("2026-11-21", 4, 4),
    ]
    assert told["logged"] == 2
    assert told["series"]["pain"]["sentence"] == "Pain noted on 2 days of 7."


def test_a_pattern_has_its_numbers_its_dates_and_its_sources(app: Flask, phone: Phone) -> None:
    space = phone.person.space
    write(app, phone.person, hot_half_year(space))
    told = ask(phone.client, space)
    [pattern] = told["patterns"]
    assert pattern["rule"] == "AN-04" and pattern["points"] == 3 and told["none"] is None
    assert pattern["sentence"].startswith("Hot or humid days hurt about 3 points more, ")
    assert pattern["sentence"].endswith("It may be chance.")
    assert pattern["n"] <= pattern["of"] and pattern["p"] <= 0.05
    assert (pattern["from"], pattern["to"]) == ("2026-05-11", "2026-11-08")
    assert "heat" in pattern["sources"]
    # Whatever is asked for, the question is put to the same half year, and so the answer is the same.
    assert ask(phone.client, space, "?days=7")["patterns"] == told["patterns"]


def test_a_caregiver_gets_what_their_scopes_make_of_it(
    app: Flask, phone: Phone, caregiver: Phone, daniel: Person
) -> None:
    space = phone.person.space
    write(app, phone.person, hot_half_year(space))
    mia = make_account(app, display_name="Mia")
    make_share(app, phone.person, daniel, read=["symptoms"])
    make_share(app, phone.person, mia, read=["symptoms", "daily"])
    told = ask(caregiver.client, space)
    assert told["patterns"] == [] and told["none"] == "No clear pattern yet. 182 days noted. No rush."
    assert [one["rule"] for one in ask(sign_in(app, mia), space)["patterns"]] == ["AN-04"]


def test_private_records_count_for_the_person_alone(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    make_share(app, phone.person, caregiver.person, read=["symptoms", "daily"])
    before = caregiver.client.get(f"/api/v1/people/{space}/insights").body
    make_entry(app, phone.person, private=True, severity_nrs=9)
    make_entry(app, phone.person, kind="mood", on="2026-11-20", mood="low")
    assert caregiver.client.get(f"/api/v1/people/{space}/insights").body == before
    assert ask(phone.client, space)["logged"] == 1


def test_pain_of_sessions_never_reaches_a_caregiver(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    make_share(app, phone.person, caregiver.person, read=["symptoms", "exercise"])
    done = [{"movement": "ROM-01", "outcome": "done"}]
    times = {"at": "2026-11-20T09:00:00+00:00", "on": "2026-11-20", "tz": "UTC"}
    make_entry(app, phone.person, "session", **times, done=done, pain_before_nrs=7, pain_after_nrs=4)
    [own] = ask(phone.client, space)["series"]["exercise"]["rows"]
    [theirs] = ask(caregiver.client, space)["series"]["exercise"]["rows"]
    assert own["after"]["of"] == 1 and own["after"]["before_nrs"] == 7
    assert theirs["sessions"] == 1 and theirs["after"]["of"] == 0 and theirs["after"]["before_nrs"] is None


def test_a_helpers_score_counts_after_the_persons_yes(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    make_share(app, phone.person, caregiver.person, ["symptoms"], ["symptoms"])
    theirs = make_op(space, severity_nrs=8)
    caregiver.push(theirs)
    assert ask(phone.client, space)["logged"] == 0
    yes = {"confirmed": True, "confirmed_as": as_said(theirs["set"])}
    phone.pull()
    phone.push(make_op(space, record=theirs["id"], **yes))
    assert ask(phone.client, space)["logged"] == 1
    assert ask(caregiver.client, space)["logged"] == 1


def test_a_look_is_written_down_and_the_owners_own_is_not(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    make_share(app, phone.person, caregiver.person)
    ask(phone.client, space)
    assert phone.client.get("/api/v1/access-log").json["looks"] == []
    ask(caregiver.client, space)
    [look] = phone.client.get("/api/v1/access-log").json["looks"]
    assert look["channel"] == "insights"


@pytest.mark.parametrize("query", ["?days=6", "?days=3661", "?days=many", "?weeks=4"])
def test_what_cannot_be_asked_is_refused(phone: Phone, query: str) -> None:
    answer = phone.client.get(f"/api/v1/people/{phone.person.space}/insights{query}", status=422)
    assert answer.json["error"]["code"]
