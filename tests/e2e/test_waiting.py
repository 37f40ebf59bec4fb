"""What waits to be sent, what was not taken and why, late notes, an entry without its time."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.tour_sync import late_note

MakePhone = Callable[..., Phone]
ADD = """async (body) => {
  const { add } = await import('/pwa/src/state/records.js');
  const { nowParts } = await import('/pwa/src/domain/time.js');
  return add('symptom', { symptom: 'pain', ...nowParts(), ...body });
}"""
# What a helper's phone writes into the diary it helps with.
ADD_THERE = """async ({ space, body }) => {
  const { mustBeOpen } = await import('/pwa/src/state/opened.js');
  const { save } = await import('/pwa/src/data/records.js');
  const { newRecordId } = await import('/pwa/src/data/chance.js');
  const { nowParts } = await import('/pwa/src/domain/time.js');
  const set = { symptom: 'pain', ...nowParts(), ...body };
  await save(mustBeOpen().db, { space, id: newRecordId(), kind: 'symptom', t: 'put', set });
}"""
SYNC = "async () => { await (await import('/pwa/src/state/sync.js')).syncNow(); }"
EMPTIED = """async (at) => {
  const { mustBeOpen } = await import('/pwa/src/state/opened.js');
  await mustBeOpen().db.meta.put({ k: 'evicted', v: { last_received_at: at, at } });
  await (await import('/pwa/src/state/sync-facts.js')).lookAtFacts();
}"""


def with_account(phone: Phone, name: str = "Rosa") -> None:
    acts.start_now(phone)
    phone.show("/account")
    acts.make_account(phone, name, f"{name.lower()}@example.org")
    expect(phone.page.get_by_role("heading", name="Your account is made")).to_be_visible()
    phone.show("/")


def test_f14_what_was_not_taken_is_kept_explained_and_mended(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    with_account(phone)
    phone.page.evaluate(ADD, {"severity_nrs": 99, "note": "Worse at night"})
    phone.page.evaluate(ADD, {"severity_nrs": 77})
    phone.button("See why").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Waiting to be sent")
    expect(phone.page.get_by_role("heading", name="Needs your attention")).to_be_visible()
    expect(phone.page.get_by_text("Note: Worse at night.")).to_be_visible()
    reason = phone.page.get_by_text("The server does not take one part of this entry.", exact=False)
    expect(reason).to_have_count(2)
    expect(phone.page.get_by_text("validation")).to_have_count(0)

    card = phone.page.get_by_role("group", name="Pain 77")
    card.get_by_role("button", name="More that you can do").press("Enter")
    with phone.page.expect_download() as kept:
        card.get_by_role("button", name="Save as file: Pain 77").press("Enter")
    assert re.fullmatch(r"limber-\d{4}-\d\d-\d\d\.json", kept.value.suggested_filename)
    card.get_by_role("button", name="Discard: Pain 77").press("Space")
    expect(phone.page.get_by_text("Discarded: Pain 77.")).to_be_visible()
    expect(reason).to_have_count(1)
    phone.button("Undo").tap()
    expect(reason).to_have_count(2)

    for was in ("Pain 99", "Pain 77"):
        phone.button(f"Change it: {was}").tap()
        phone.button(re.compile("^Number")).tap()
        scale = phone.page.get_by_role("group", name="How strong?")
        scale.get_by_role("button", name=re.compile("^7")).tap()
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("Pain 7")
        phone.show("/sync")
    expect(phone.page.get_by_text("Nothing is waiting.")).to_be_visible()
    sent = Api(server.url, "rosa@example.org").own_entries()
    assert [row["body"]["severity_nrs"] for row in sent] == [7, 7]
    erase(phone, Api(server.url, "rosa@example.org"), [row["id"] for row in sent])


def erase(phone: Phone, api: Api, entries: list[str]) -> None:
    """By keyboard, in two steps, of which the second names what goes and from where."""
    assert "Worse at night" in phone.stored()
    phone.show("/diary")
    for left in (2, 1):
        expect(phone.page.locator("a.entry")).to_have_count(left)
        phone.page.locator("a.entry").first.tap()
        phone.button("Delete this entry").tap()
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("Diary")
    phone.show("/diary/find")
    phone.button(re.compile("^Deleted entries")).press("Enter")
    for _ in range(2):
        phone.page.get_by_role("button", name=re.compile("^Erase for good: Pain 7")).first.press("Enter")
        expect(phone.page.get_by_text("This cannot be undone.")).to_be_visible()
        phone.page.get_by_role("button", name=re.compile("^Erase for good, now: Pain 7")).press("Enter")
        expect(phone.page.get_by_text("This cannot be undone.")).to_have_count(0)
    expect(phone.page.get_by_text("Nothing was deleted.")).to_be_visible()
    phone.page.evaluate(SYNC)
    assert "Worse at night" not in phone.stored()
    for entry in entries:
        told = api.call("GET", f"people/{api.space}/records/{entry}/history")["changes"]
        assert told[-1]["t"] == "erase"
        assert [one["set"] for one in told] == [{}] * len(told)


def test_f66_late_notes_wait_for_a_decision(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    for phone, name in ((rosa, "Rosa"), (daniel, "Daniel")):
        with_account(phone, name)
        acts.all_sent(phone)
    owner, helper = Api(server.url, "rosa@example.org"), Api(server.url, "daniel@example.org")
    wide = {"read": ["symptoms", "notes"], "write": ["symptoms"]}
    share = owner.call("POST", "shares", {"label": "Daniel", **wide})
    helper.call("POST", "shares/accept", {"code": share["code"]})
    owner.call("POST", f"shares/{share['id']}/confirm", {})
    daniel.page.evaluate(SYNC)
    daniel.offline()
    for number in (4, 9):
        daniel.page.evaluate(ADD_THERE, {"space": owner.space, "body": {"severity_nrs": number}})
    owner.call("DELETE", f"shares/{share['id']}")
    daniel.offline(False)
    daniel.page.evaluate(SYNC)
    daniel.show("/sync")
    expect(daniel.page.get_by_text("2 notes wait for Rosa’s approval.")).to_be_visible()
    daniel.button("I have read this").tap()
    expect(daniel.page.get_by_text("2 notes wait")).to_have_count(0)

    rosa.show("/you/sharing")
    rosa.page.get_by_role("link", name=re.compile("^2 notes wait for you")).tap()
    expect(rosa.page.get_by_text(re.compile("^Daniel, today at"))).to_have_count(2)
    rosa.button("Leave out: Pain 9").tap()
    expect(rosa.page.get_by_text("Leave out “Pain 9” from Daniel?")).to_be_visible()
    rosa.button("Leave it out: Pain 9").tap()
    expect(rosa.page.get_by_text("Left out.")).to_be_visible()
    rosa.button("Keep: Pain 4").tap()
    expect(rosa.page.get_by_text("No note waits for you.")).to_be_visible()
    rosa.page.evaluate(SYNC)
    assert acts.titles(rosa) == ["Pain 4"]
    expect(rosa.page.get_by_text("by Daniel")).to_be_visible()


def test_f41_an_entry_of_a_flat_battery_is_sent_and_asks_when_it_was(
    make_phone: MakePhone, server: Server
) -> None:
    phone = make_phone("rosa")
    with_account(phone)
    phone.page.clock.set_fixed_time(datetime(1970, 1, 1, 0, 3, tzinfo=UTC))
    phone.page.evaluate(ADD, {"severity_nrs": 5})
    phone.page.clock.set_fixed_time(datetime.now(UTC))
    phone.page.evaluate(SYNC)
    rows = Api(server.url, "rosa@example.org").own_entries()
    assert [row["body"]["on"] for row in rows] == ["1970-01-01"]
    phone.open("/diary")
    phone.page.get_by_role("link", name="When was this? Pain 5").tap()
    phone.button("Yesterday").tap()
    phone.button("I do not know the time").tap()
    expect(phone.page.get_by_role("heading", name="Yesterday")).to_be_visible()
    expect(phone.page.get_by_text("When was this?")).to_have_count(0)
    expect(phone.page.get_by_text("1970")).to_have_count(0)


def test_f49_an_emptied_phone_says_so_until_it_was_read(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    with_account(phone)
    phone.page.evaluate(EMPTIED, "2026-11-20T18:22:00Z")
    for path in ("/", "/sync"):
        phone.show(path)
        expect(
            phone.page.get_by_text(re.compile("The server last received something from it"))
        ).to_be_visible()
    phone.button("I have read this").tap()
    expect(phone.page.get_by_text(re.compile("emptied by the browser"))).to_have_count(0)
    phone.open("/")
    expect(phone.page.get_by_text(re.compile("emptied by the browser"))).to_have_count(0)


def test_a_late_note_appears_on_the_screen_that_is_open(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    with_account(phone)
    phone.show("/you/sharing/held")
    expect(phone.page.get_by_text("No note waits for you.")).to_be_visible()
    late_note(Api(server.url, "rosa@example.org", acts.PASSWORD), server.url, "She slept badly")
    phone.page.evaluate(SYNC)
    expect(phone.page.get_by_text("She slept badly")).to_be_visible()
