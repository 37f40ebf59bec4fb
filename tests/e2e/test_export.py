"""A diary leaves the phone as a file and comes back from one: offline, on another phone, broken, hostile."""

import csv
import io
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
from playwright.sync_api import expect

from tests.architecture.sources import ROOT
from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.keyboard import reach
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.sizes import SIDEWAYS

MakePhone = Callable[..., Phone]
HOSTILE = (
    '=HYPERLINK("http://evil.test";"x")',
    "+1",
    "@a",
    '"quoted", and\nbroken',
    "שלום <b>",
    "🧊 👨‍👩‍👧",
)
ELSEWHERE = "019aa0b4-8a00-7c3e-9b5f-3f1c7f2a4d10"
# By the app's own way of saving, so that a test fills many kinds in a moment.
FILL = """async (texts) => {
  const { add, put } = await import('/pwa/src/state/records.js');
  const moment = { at: '2026-11-20T09:00:00+01:00', on: '2026-11-20', tz: 'Europe/Zurich' };
  const medicine = await add('medicine', { regimen: { name: 'Baclofen', times: ['08:00'] } });
  await add('dose', { medicine_id: medicine, slot: '2026-11-20T08:00', status: 'taken', ...moment });
  const word = await add('custom', { vocabulary: 'triggers', label: 'The north wind' });
  const regions = [{ region: 'hip', side: 'right' }];
  await add('symptom', { ...moment, symptom: 'pain', severity_nrs: 6, triggers: [word], regions });
  await add('symptom', { ...moment, symptom: 'sexual', severity_nrs: 3, private: true, note: 'only for me' });
  await put('daily', { on: '2026-11-20' }, { energy: 'low', falls: { count: 1, injured: false } });
  await put('mood', { on: '2026-11-20' }, { mood: 'so_so' });
  await put('profile', {}, { mobility: 'walks_far' });
  await add('appointment', { ...moment, who: 'Dr. Frei', questions: ['Why?'] });
  for (const text of texts) await add('contact', { who: text.slice(0, 80), note: text });
}"""
SHARE_SHEET = """() => {
  window.shared = [];
  Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)' });
  Object.defineProperty(navigator, 'canShare', { value: () => true });
  Object.defineProperty(navigator, 'share', { value: async ({ files }) => {
    window.shared.push(`${files[0].name} ${files[0].size > 100}`);
    if (window.shared.length === 1) throw new DOMException('closed', 'AbortError');
  } });
}"""


def register(phone: Phone, name: str, email: str) -> None:
    """Make an account with the diary that is on the phone."""
    phone.open("/account")
    acts.make_account(phone, name, email)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Your account is made")


def copy_of(phone: Phone, into: Path) -> dict[str, Any]:
    """Tap "Save a copy" and read what was saved."""
    phone.show("/you/data")
    with phone.page.expect_download() as told:
        phone.button(re.compile("^Save a copy")).tap()
    assert re.fullmatch(r"limber-\d{4}-\d\d-\d\d\.json", told.value.suggested_filename)
    told.value.save_as(into)
    expect(phone.page.get_by_text(re.compile("is with your downloads")).first).to_be_visible()
    found: dict[str, Any] = json.loads(into.read_text(encoding="utf-8"))
    jsonschema.validate(found, json.loads((ROOT / "docs/export.schema.json").read_text()))
    return found


def choose(phone: Phone, path: Path) -> None:
    """Choose a file in the phone's own list, and wait until it is read."""
    phone.show("/you/data")
    with phone.page.expect_file_chooser() as told:
        phone.button(re.compile("^Bring in a file")).tap()
    told.value.set_files(path)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Bring in a file")


def bring(phone: Phone, words: str) -> None:
    """Say yes to the file, and wait for the end."""
    phone.button(words).tap()
    expect(phone.button("Back to your data")).to_be_visible()


def bodies(found: dict[str, Any]) -> dict[str, Any]:
    return {row["id"]: (row["kind"], row["body"]) for row in found["records"]}


def by_kind(found: dict[str, Any]) -> list[tuple[str, str]]:
    """What a diary says, whatever its ids."""
    uuid = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    return sorted(
        (r["kind"], uuid.sub("id", json.dumps(r["body"], sort_keys=True))) for r in found["records"]
    )


def test_a_diary_goes_from_phone_to_phone_without_a_network(
    make_phone: MakePhone, server: Server, tmp_path: Path
) -> None:
    rosa = make_phone("rosa")
    acts.start_now(rosa)
    rosa.ready_offline()
    rosa.page.evaluate(FILL, list(HOSTILE))
    rosa.offline()
    server.stop()
    file = tmp_path / "copy.json"
    first = copy_of(rosa, file)
    kinds = {row["kind"] for row in first["records"]}
    assert {"symptom", "daily", "mood", "profile", "medicine", "dose", "custom", "contact"} <= kinds
    assert [row["body"]["note"] for row in first["records"] if row["body"].get("private")] == ["only for me"]
    assert {row["body"]["note"] for row in first["records"] if row["kind"] == "contact"} == set(HOSTILE)

    # A second time brings nothing; by keyboard alone.
    reach(rosa, "Bring in a file")
    with rosa.page.expect_file_chooser() as told:
        rosa.page.keyboard.press("Enter")
    told.value.set_files(file)
    expect(rosa.page.get_by_text("Nothing in this file is new here.")).to_be_visible()
    rosa.button("Back to your data").tap()

    # A spreadsheet must not run what was written.
    rosa.button(re.compile("^Save a table")).tap()
    with rosa.page.expect_download() as saved:
        rosa.button(re.compile("^Numbers")).tap()
    written = Path(saved.value.path()).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert {row["note"].removeprefix("'") for row in rows} == set(HOSTILE)
    assert not [row for row in rows if row["note"][0] in "=+-@"]

    # Another phone with a diary of its own: asked first, then all of it is there, and all of it is sent.
    server.start()
    rosa.close()
    maya = make_phone("maya")
    acts.start_now(maya)
    choose(maya, file)
    expect(maya.page.get_by_text("This file is from another diary.")).to_be_visible()
    bring(maya, f"Bring in {len(first['records'])} entries")
    maya.button("Back to your data").tap()
    second = copy_of(maya, tmp_path / "second.json")
    assert by_kind(second) == by_kind(first)
    register(maya, "Maya", "maya@example.org")
    maya.open("/you")
    acts.all_sent(maya)
    assert len(Api(server.url, "maya@example.org").own_entries()) == 2


def test_the_same_account_on_a_new_phone_and_what_differs_there(
    make_phone: MakePhone, server: Server, tmp_path: Path
) -> None:
    rosa = make_phone("rosa")
    acts.start_now(rosa)
    rosa.page.evaluate(FILL, [])
    register(rosa, "Rosa", "rosa@example.org")
    rosa.open("/you")
    acts.all_sent(rosa)
    file = tmp_path / "copy.json"
    first = copy_of(rosa, file)
    assert {row["written_by"]["name"] for row in first["records"]} == {"Rosa"}
    rosa.close()

    second = make_phone("second")
    acts.sign_in(second, "rosa@example.org")
    second.wait_for(lambda: second.stored().count("Baclofen"))
    assert bodies(copy_of(second, tmp_path / "second.json")) == bodies(first)
    mood = next(row for row in first["records"] if row["kind"] == "mood")
    contact = next(row for row in first["records"] if row["kind"] == "appointment")
    mood["body"]["mood"] = "low"
    contact["body"] |= {"agreed": "come again", "who": None}
    broken = {
        **mood,
        "id": "019aa0b4-8a00-7c3e-9b5f-3f1c7f2a4d10",
        "body": {"on": "2026-11-21", "mood": "=1+1"},
    }
    first["records"].append(broken)
    file.write_text(json.dumps(first), encoding="utf-8")
    choose(second, file)
    expect(second.page.get_by_text("1 entry says something else in the file than here.")).to_be_visible()
    expect(
        second.page.get_by_text(re.compile(r"^Row \d+, mood, .*: The field “mood”"))
    ).to_be_visible()
    with second.page.expect_download() as saved:
        second.button("Save the list").tap()
    assert saved.value.suggested_filename.endswith("-list.csv")
    bring(second, "Bring in 1 entry")
    expect(second.page.get_by_text("1 entry was completed.")).to_be_visible()
    second.button("Back to your data").tap()
    choose(second, file)
    second.button(re.compile("^Use the file’s")).tap()
    bring(second, "Bring in 1 entry")
    second.button("Back to your data").tap()
    changed = bodies(copy_of(second, tmp_path / "third.json"))
    assert changed[mood["id"]][1]["mood"] == "low"
    assert changed[contact["id"]][1] == {**contact["body"], "who": "Dr. Frei"}
    second.open("/you")
    acts.all_sent(second)
    for bad in ("nothing of ours", '{"format":"limber-diary","version":9,"records":[]}'):
        file.write_text(bad, encoding="utf-8")
        choose(second, file)
        expect(second.page.get_by_text("Nothing was changed.")).to_be_visible()
        second.button("Back to your data").tap()


def test_f77_too_old_for_its_server_or_signed_out_a_copy_can_be_made(
    make_phone: MakePhone, server: Server, tmp_path: Path
) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    register(phone, "Rosa", "rosa@example.org")
    old = {"error": {"code": "update_needed", "message": "", "details": {}, "request_id": "x"}}
    phone.page.route("**/api/v1/sync/*", lambda route: route.fulfill(status=426, json=old))
    phone.open("/you/settings")
    phone.page.get_by_role("switch", name=re.compile("^Simple mode")).tap()
    assert len(copy_of(phone, tmp_path / "old.json")["records"]) == 2
    phone.page.unroute("**/api/v1/sync/*")
    gone = {"error": {"code": "not_signed_in", "message": "", "details": {}, "request_id": "x"}}
    phone.page.route("**/api/v1/**", lambda route: route.fulfill(status=401, json=gone))
    phone.open("/you")
    expect(phone.button(re.compile("^Sign in")).first).to_be_visible()
    assert len(copy_of(phone, tmp_path / "out.json")["records"]) == 2

    # Where a phone keeps no downloads, its share sheet; closed without a choice, the file is still there.
    phone.page.evaluate(SHARE_SHEET)
    phone.page.wait_for_timeout(750)
    phone.button(re.compile("^Save a copy")).tap()
    expect(phone.page.get_by_text("It is not saved yet.").first).to_be_visible()
    phone.button("Save the file").tap()
    expect(phone.page.get_by_text("is where you put it.").first).to_be_visible()
    assert phone.page.evaluate("() => window.shared.length") == 2
    phone.page.set_viewport_size({"width": 320, "height": 640})
    assert not phone.page.evaluate(SIDEWAYS)


def test_ten_years_are_read_and_brought_in_while_the_page_answers(
    make_phone: MakePhone, tmp_path: Path
) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    file = tmp_path / "years.json"
    rows = [
        {"id": f"019aa0b4-8a00-7c3e-9b5f-{n:012x}", "kind": "symptom", "sv": 1, "body": entry(n)}
        for n in range(6000)
    ]
    head = f'{{"format":"limber-diary","version":1,"space":"{ELSEWHERE}","records":[\n'
    file.write_text(head + ",\n".join(map(json.dumps, rows)) + '\n],"count":6000}\n', encoding="utf-8")
    phone.page.evaluate(
        "() => { window.slow = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(one) => { window.slow = Math.max(window.slow, one.duration); })).observe({ type: 'longtask' }); }"
    )
    choose(phone, file)
    phone.button("Bring in 6,000 entries").tap(timeout=60_000)
    phone.button("Stop here").tap()
    expect(phone.page.get_by_text("You stopped before the end.")).to_be_visible()
    phone.button("Back to your data").tap()
    choose(phone, file)
    began = time.monotonic()
    phone.button(re.compile(r"^Bring in [\d,]+ entries")).tap()
    expect(phone.page.get_by_text(re.compile(r"entries were added\."))).to_be_visible(timeout=120_000)
    phone.button("Back to your data").tap()
    assert len(copy_of(phone, tmp_path / "again.json")["records"]) == 6000
    print(f"longest {phone.page.evaluate('() => window.slow')} ms, {time.monotonic() - began:.1f} s")
    assert phone.page.evaluate("() => window.slow") < 1000


def entry(n: int) -> dict[str, Any]:
    """One of many entries: ten a day."""
    day = f"{2016 + n // 3000}-{n // 250 % 12 + 1:02}-{n // 10 % 28 + 1:02}"
    moment = {"at": f"{day}T09:{n % 60:02}:00Z", "on": day, "tz": "UTC"}
    return {**moment, "symptom": "pain", "severity_nrs": n % 11, "note": f"number {n}"}
