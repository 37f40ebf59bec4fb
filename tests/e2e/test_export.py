"""A diary leaves the phone as a file and comes back from one: offline, on another phone, broken, hostile."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.diary_file import (
    ELSEWHERE,
    FILL,
    HOSTILE,
    bodies,
    bring,
    by_kind,
    choose,
    copy_of,
    entry,
    list_of_files,
    register,
)
from tests.e2e.keyboard import reach
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.sizes import SIDEWAYS

MakePhone = Callable[..., Phone]
SHARE_SHEET = """() => {
  window.shared = [];
  Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)' });
  Object.defineProperty(navigator, 'canShare', { value: () => true });
  Object.defineProperty(navigator, 'share', { value: async ({ files }) => {
    window.shared.push(`${files[0].name} ${files[0].size > 100}`);
    if (window.shared.length === 1) throw new DOMException('closed', 'AbortError');
  } });
}"""


def nothing_new_by_keyboard(phone: Phone, file: Path) -> None:
    """A phone's own file, chosen without a pointer, brings nothing."""

    def enter() -> None:
        reach(phone, "Bring in a file")
        phone.page.keyboard.press("Enter")

    list_of_files(phone, enter).set_files(file)
    expect(phone.page.get_by_text("Nothing in this file is new here.")).to_be_visible()
    phone.button("Back to your data").tap()


def table_of_numbers(phone: Phone) -> list[dict[str, str]]:
    """The contacts as a spreadsheet reads them."""
    phone.button(re.compile("^Save a table")).tap()
    with phone.page.expect_download() as saved:
        phone.button(re.compile("^Numbers")).tap()
    written = Path(saved.value.path()).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def spoiled(found: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A file that says one thing otherwise, one more, and one that cannot be: the first two records."""
    mood = next(row for row in found["records"] if row["kind"] == "mood")
    visit = next(row for row in found["records"] if row["kind"] == "appointment")
    mood["body"]["mood"] = "low"
    visit["body"] |= {"agreed": "come again", "who": None}
    found["records"].append({**mood, "id": ELSEWHERE, "body": {"on": "2026-11-21", "mood": "=1+1"}})
    return mood, visit


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

    nothing_new_by_keyboard(rosa, file)
    rows = table_of_numbers(rosa)
    assert {row["note"].removeprefix("'") for row in rows} == set(HOSTILE)
    assert not [row for row in rows if row["note"][0] in "=+-@"], "a spreadsheet would run it"
    rosa.close()

    # Another phone with a diary of its own: asked first, then all of it is there, and all of it is sent.
    server.start()
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
    mood, visit = spoiled(first)
    file.write_text(json.dumps(first), encoding="utf-8")
    choose(second, file)
    expect(second.page.get_by_text("1 entry says something else in the file than here.")).to_be_visible()
    expect(second.page.get_by_text(re.compile(r"^Row \d+, mood, .*: The field “mood”"))).to_be_visible()
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
    assert changed[visit["id"]][1] == {**visit["body"], "who": "Dr. Frei"}
    second.open("/you")
    acts.all_sent(second)


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
    for bad in ("nothing of ours", '{"format":"limber-diary","version":9,"records":[]}'):
        (tmp_path / "bad.json").write_text(bad, encoding="utf-8")
        choose(phone, tmp_path / "bad.json")
        expect(phone.page.get_by_text("Nothing was changed.")).to_be_visible()
        phone.button("Back to your data").tap()
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
        for n in range(3000)
    ]
    head = f'{{"format":"limber-diary","version":1,"space":"{ELSEWHERE}","records":[\n'
    file.write_text(head + ",\n".join(map(json.dumps, rows)) + '\n],"count":3000}\n', encoding="utf-8")
    phone.page.evaluate(
        "() => { window.slow = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(one) => { window.slow = Math.max(window.slow, one.duration); })).observe({ type: 'longtask' }); }"
    )
    choose(phone, file)
    phone.button("Bring in 3,000 entries").tap(timeout=60_000)
    phone.button("Stop here").tap()
    expect(phone.page.get_by_text("You stopped before the end.")).to_be_visible()
    phone.button("Back to your data").tap()
    choose(phone, file)
    phone.button(re.compile(r"^Bring in [\d,]+ entries")).tap()
    expect(phone.page.get_by_text(re.compile(r"entries were added\."))).to_be_visible(timeout=120_000)
    phone.button("Back to your data").tap()
    assert len(copy_of(phone, tmp_path / "again.json")["records"]) == 3000
    assert phone.page.evaluate("() => window.slow") < 1000
