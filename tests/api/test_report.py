"""A report goes to its owner whole, and to a caregiver by the open scopes alone; no copy stays on the way."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from flask import Flask

from backend.domain.confirmed import as_said
from backend.reports import pdf
from backend.services import desk
from tests.api.exchange import Phone, edit
from tests.factories import Person, make_entry, make_op, make_share, sign_in

ENDINGS = ("json", "txt", "pdf", "csv")


def path(person: Person, ending: str = "json", query: str = "") -> str:
    return f"/api/v1/people/{person.space}/report.{ending}{query}"


def told(phone: Phone, person: Person, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = phone.client.get(path(person, "json", query)).json
    return found


def logged(report: dict[str, Any]) -> str:
    rows = [row for part in report["sections"] for one in part["blocks"] for row in one.get("rows", ())]
    return next((row["cells"][1] for row in rows if row["id"] == "summary.days"), "")


def test_no_copy_is_kept_and_the_name_of_the_file_tells_nothing(
    app: Flask, rosa: Person, phone: Phone
) -> None:
    make_entry(app, rosa)
    kinds = {"pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain", "json": "application/json"}
    for ending, kind in kinds.items():
        answer = phone.client.get(path(rosa, ending))
        assert answer.content_type == kind and answer.headers["Cache-Control"] == "no-store"
        assert "Rosa" not in answer.headers.get("Content-Disposition", "")
    assert phone.client.get(path(rosa, "fhir.json")).headers["Cache-Control"] == "no-store"
    assert phone.client.get(path(rosa, "pdf", "?paper=letter")).body.startswith(b"%PDF-")


def test_the_period_is_the_persons(app: Flask, rosa: Person, phone: Phone) -> None:
    make_entry(app, rosa)
    assert logged(told(phone, rosa)).startswith("1 of 90 logged, 89 not.")
    assert logged(told(phone, rosa, "?from=2026-11-01&to=2026-11-20")).startswith("0 of 20 logged")
    assert told(phone, rosa, "?from=2026-11-21&to=2026-11-21")["period"] == "21 Nov to 21 Nov 2026 (1 day)"


@pytest.mark.parametrize(
    "query",
    ["?from=2026-11-02&to=2026-11-01", "?from=1990-01-01", "?from=yesterday", "?parts=summary,everything",
     "?from=0001-01-01&to=0001-01-02", "?to=9999-12-31", "?from=9999-12-31", "?from=2026-02-30",
     "?to=2026-11-21%0A", "?to=%00", "?parts=method", "?leave_out=%23read()", "?paper=a4", "?private=perhaps",
     "?leave_out=" + "a," * 5000],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_refused(rosa: Person, phone: Phone, query: str) -> None:
    for ending in ("json", "fhir.json"):
        if "paper" not in query or ending == "json":
            answer = phone.client.get(path(rosa, ending, query), status=422)
            assert answer.json["error"]["code"] == "validation"


def test_private_entries_are_put_in_only_by_the_person(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone
) -> None:
    make_share(app, rosa, daniel, read=["symptoms", "daily", "notes"])
    make_entry(app, rosa, note="canary", own_words="canary", private=True)
    for ending in ENDINGS:
        assert b"canary" not in phone.client.get(path(rosa, ending)).body
        assert b"canary" not in caregiver.client.get(path(rosa, ending, "?private=true")).body
    assert logged(told(phone, rosa)).startswith("0 of 90")
    assert logged(told(caregiver, rosa, "?private=true")).startswith("0 of 90")
    assert logged(told(phone, rosa, "?private=true")).startswith("1 of 90")
    assert b"canary" in phone.client.get(path(rosa, "csv", "?private=true")).body
    assert "canary" not in phone.client.get(path(rosa, "fhir.json")).text


def test_a_record_left_out_changes_every_number(app: Flask, rosa: Person, phone: Phone) -> None:
    entry = make_entry(app, rosa, note="canary")
    out = f"?leave_out={entry}"
    assert logged(told(phone, rosa, out)).startswith("0 of 90")
    for ending in ("csv", "fhir.json"):
        assert entry in phone.client.get(path(rosa, ending)).text
        assert entry not in phone.client.get(path(rosa, ending, out)).text


def test_a_caregiver_gets_what_is_open_and_it_is_noted_as_a_look(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone
) -> None:
    make_share(app, rosa, daniel, read=["symptoms"])
    make_entry(app, rosa, note="canary")
    make_entry(app, rosa, "medicine", **{"class": "opioid", "regimen": {"name": "canary"}})
    make_entry(app, rosa, "profile", own_goal="canary", conditions=["gout"])
    report = told(caregiver, rosa)
    assert {one["id"] for one in report["parts"]} == {
        "summary", "story", "places", "words", "strength", "tried", "patterns", "wishes", "mood"
    }  # fmt: skip
    assert report["lead"].endswith("Made by Daniel from what Rosa shares.")
    for ending in ENDINGS:
        for query in ("", "?kind=medicine", "?kind=profile") if ending == "csv" else ("",):
            assert b"canary" not in caregiver.client.get(path(rosa, ending, query)).body
    caregiver.client.get(path(rosa, "fhir.json"), status=404)
    [look] = phone.client.get("/api/v1/access-log").json["looks"]
    assert (look["who"], look["channel"], look["read"]) == ("Daniel", "report", ["symptoms"])


def test_the_end_of_a_share_is_the_end_of_its_reports(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone
) -> None:
    share = make_share(app, rosa, daniel)
    caregiver.client.get(path(rosa))
    phone.client.delete(f"/api/v1/shares/{share}")
    for ending in (*ENDINGS, "fhir.json"):
        gone = caregiver.client.get(path(rosa, ending), status=404)
        unknown = caregiver.client.get(f"/api/v1/people/{daniel.id}/report.{ending}", status=404)
        assert gone.json["error"]["code"] == unknown.json["error"]["code"] == "not_found"


def test_a_helpers_score_counts_once_the_person_said_yes(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone
) -> None:
    make_share(app, rosa, daniel, read=["symptoms"], write=["symptoms"])
    op = make_op(rosa.space, severity_nrs=9)
    assert caregiver.results(op) == ["ok"]
    assert logged(told(phone, rosa)).startswith("0 of 90")
    assert op["id"] not in phone.client.get(path(rosa, "fhir.json")).text
    # The table says who wrote each row.
    assert f'"{op["id"]}"' in phone.client.get(path(rosa, "csv")).text
    assert '"Daniel"' in phone.client.get(path(rosa, "csv")).text
    phone.pull(rosa.space)
    said = {"confirmed": True, "confirmed_as": as_said(op["set"])}
    assert phone.results(edit(phone, op["id"], **said)) == ["ok"]
    assert logged(told(phone, rosa)).startswith("1 of 90")


def test_what_was_closed_while_a_page_was_set_is_not_handed_out(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = make_share(app, rosa, daniel, read=["symptoms", "daily"])
    narrowed = {"read": ["symptoms"]}
    for act in (
        lambda: phone.client.patch_json(f"/api/v1/shares/{share}", narrowed, status=200),
        lambda: phone.client.delete(f"/api/v1/shares/{share}"),
    ):
        assert caregiver.client.get(path(rosa, "pdf")).body.startswith(b"%PDF-")
        render = pdf.render

        def meanwhile(*words: Any, act: Any = act, render: Any = render) -> bytes:
            done: bytes = render(*words)
            # Another request, beside this one.
            with ThreadPoolExecutor(1) as other:
                other.submit(act).result()
            return done

        with monkeypatch.context() as patched:
            patched.setattr(pdf, "render", meanwhile)
            caregiver.client.get(path(rosa, "pdf"), status=404)


def test_many_at_once_get_a_page_or_are_told_to_wait(app: Flask, rosa: Person, daniel: Person) -> None:
    def ask(number: int) -> int:
        person = (rosa, rosa, daniel)[number % 3]
        with app.test_client() as client:
            client.set_cookie(*cookies[person.id])
            return client.get(path(person, "pdf")).status_code

    cookies = {one.id: next(iter(sign_in(app, one).cookies.items())) for one in (rosa, daniel)}
    with ThreadPoolExecutor(25) as threads:
        answers = Counter(threads.map(ask, range(100)))
    assert set(answers) == {200, 503} and answers[200] >= 2
    assert [ask(0), ask(2)] == [200, 200]


def test_a_table_does_nothing_in_a_spreadsheet(app: Flask, rosa: Person, phone: Phone) -> None:
    make_entry(app, rosa, "allergy", what="=cmd|'/c calc'!A0")
    made = phone.client.get(path(rosa, "csv", "?kind=allergy")).body.decode("utf-8-sig")
    assert "\"'=cmd|'/c calc'!A0\"" in made
    own = make_entry(app, rosa, "custom", vocabulary="triggers", label="@SUM(1)")
    medicine = make_entry(app, rosa, "medicine", regimen={"name": "-1+1"}, **{"class": "opioid"})
    make_entry(app, rosa, "dose", medicine_id=medicine, slot="2026-11-20T08:00", status="taken")
    make_entry(app, rosa, triggers=[own], note="\t=1", own_words="+1")
    for kind in ("symptom", "custom", "medicine", "dose"):
        text = phone.client.get(path(rosa, "csv", f"?kind={kind}")).body.decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert "'" in "".join(cells) and not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]
    phone.client.get(path(rosa, "csv", "?kind=preference"), status=422)


def test_the_bundle_is_fhir(app: Flask, rosa: Person, phone: Phone) -> None:
    make_entry(app, rosa)
    make_entry(app, rosa, "medicine", **{"class": "opioid", "started_on": "2026-01-01"})
    answer = phone.client.get(path(rosa, "fhir.json"))
    assert len(Bundle.model_validate_json(answer.text).entry) == 3


def test_notes_are_in_the_bundle_only_by_asking(app: Flask, rosa: Person, phone: Phone) -> None:
    make_entry(app, rosa, note="canary", own_words="canary")
    assert "canary" not in phone.client.get(path(rosa, "fhir.json")).text
    assert "canary" in phone.client.get(path(rosa, "fhir.json", "?notes=true")).text
    phone.client.get(path(rosa, "fhir.json", "?notes=perhaps"), status=422)


def test_one_report_at_a_time_and_few_at_once(
    app: Flask, rosa: Person, phone: Phone, daniel: Person, caregiver: Phone
) -> None:
    own = path(daniel, "pdf")
    with held(app, rosa.id):
        busy = phone.client.get(path(rosa, "pdf"), status=503)
        assert busy.json["error"]["code"] == "report_busy" and int(busy.headers["Retry-After"]) > 0
        assert caregiver.client.get(own).body.startswith(b"%PDF-")
        phone.client.get(path(rosa))
    with held(app, "somebody"), held(app, "somebody else"):
        caregiver.client.get(own, status=503)
    assert phone.client.get(path(rosa, "pdf")).body.startswith(b"%PDF-")


@contextmanager
def held(app: Flask, account: str) -> Iterator[None]:
    """While somebody's PDF is being made."""
    with ExitStack() as places:
        with app.app_context():
            places.enter_context(desk.place_for(account))
        yield


def test_stories_without_a_day_stand_first_on_either_database(
    app: Flask, rosa: Person, phone: Phone
) -> None:
    for label, on in (("dated", "2026-11-10"), ("undated", None), ("older", "2026-11-01")):
        make_entry(app, rosa, "story", label=label, on=on, at=None, tz=None)
    text = phone.client.get(path(rosa, "csv", "?kind=story")).body.decode("utf-8-sig")
    assert [row["label"] for row in csv.DictReader(io.StringIO(text))] == ["undated", "older", "dated"]
