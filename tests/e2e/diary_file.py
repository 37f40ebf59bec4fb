"""The file of a diary in the browser: a diary of many kinds, its copy, and choosing a file."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
from playwright.sync_api import FileChooser, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.architecture.sources import ROOT
from tests.e2e import acts
from tests.e2e.phone import Phone

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


def list_of_files(phone: Phone, act: Callable[[], None]) -> FileChooser:
    """The list that opens upon an act. A busy browser may open one before it is listened to."""
    for _ in range(2):
        try:
            with phone.page.expect_file_chooser(timeout=10_000) as told:
                act()
            return told.value
        except TooLate:
            continue
    with phone.page.expect_file_chooser() as told:
        act()
    return told.value


def choose(phone: Phone, path: Path) -> None:
    """Choose a file in the phone's own list, and wait until it is read."""
    phone.show("/you/data")
    list_of_files(phone, lambda: phone.button(re.compile("^Bring in a file")).tap()).set_files(path)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Bring in a file")


def bring(phone: Phone, words: str) -> None:
    """Say yes to the file, and wait for the end."""
    phone.button(words).tap()
    expect(phone.button("Back to your data")).to_be_visible()


def bodies(found: dict[str, Any]) -> dict[str, Any]:
    """Kind and body of each record, by its id."""
    return {row["id"]: (row["kind"], row["body"]) for row in found["records"]}


def by_kind(found: dict[str, Any]) -> list[tuple[str, str]]:
    """What a diary says, whatever its ids."""
    uuid = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    return sorted(
        (r["kind"], uuid.sub("id", json.dumps(r["body"], sort_keys=True))) for r in found["records"]
    )


def entry(n: int) -> dict[str, Any]:
    """One of many entries: ten a day."""
    day = f"{2016 + n // 3000}-{n // 250 % 12 + 1:02}-{n // 10 % 28 + 1:02}"
    moment = {"at": f"{day}T09:{n % 60:02}:00Z", "on": day, "tz": "UTC"}
    return {**moment, "symptom": "pain", "severity_nrs": n % 11, "note": f"number {n}"}
