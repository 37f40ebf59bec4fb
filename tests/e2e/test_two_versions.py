"""One entry changed on two phones: both values are kept, the person chooses, also without a network."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
PUT = """async ({ kind, body, id }) => {
  const { add, change } = await import('/pwa/src/state/records.js');
  if (id) await change(id, body);
  return id ?? add(kind, body);
}"""
SHOWN = """async (id) => {
  const { bring } = await import('/pwa/src/state/records.js');
  const rec = await bring(id);
  return rec && { body: rec.body, conf: rec.conf.length, deleted: rec.deleted };
}"""
SYNC = """async () => {
  const { syncNow } = await import('/pwa/src/state/sync.js');
  await syncNow();
}"""
BACLOFEN = {"name": "Baclofen", "dose_text": "10", "unit_text": "mg", "times": ["08:00"], "route": "By mouth"}


def two_phones(make_phone: MakePhone) -> tuple[Phone, Phone]:
    """One person with the same diary on two phones, both ready to go offline."""
    one, two = make_phone("one"), make_phone("two")
    acts.start_now(one)
    acts.log(one, 6)
    one.show("/account")
    acts.make_account(one, "Rosa", "rosa@example.org")
    expect(one.page.get_by_role("heading", name="Your account is made")).to_be_visible()
    one.show("/")
    acts.all_sent(one)
    acts.sign_in(two, "rosa@example.org")
    acts.all_sent(two)
    for phone in (one, two):
        phone.ready_offline()
    return one, two


def entry_id(phone: Phone) -> str:
    phone.show("/diary")
    link = phone.page.locator("a.entry").first.get_attribute("href")
    assert link
    return link.removeprefix("/diary/")


def put(phone: Phone, body: dict[str, object], kind: str = "symptom", of: str | None = None) -> str:
    return str(phone.page.evaluate(PUT, {"kind": kind, "body": body, "id": of}))


def meet(*phones: Phone) -> None:
    """All come online one after the other, and hear of each other."""
    for phone in (*phones, *phones):
        phone.offline(False)
        phone.page.evaluate(SYNC)


def body(phone: Phone, of: str) -> dict[str, object]:
    found = phone.page.evaluate(SHOWN, of)
    return {**found["body"], "conf": found["conf"], "deleted": found["deleted"]}


def test_f31_two_values_are_kept_and_one_is_chosen_without_a_network(make_phone: MakePhone) -> None:
    one, two = two_phones(make_phone)
    entry = entry_id(one)
    for phone, number in ((one, 4), (two, 8)):
        phone.offline()
        put(phone, {"severity_nrs": number}, of=entry)
    meet(one, two)
    assert [body(phone, entry)["severity_nrs"] for phone in (one, two)] == [4, 4]
    assert [body(phone, entry)["conf"] for phone in (one, two)] == [1, 1]

    two.offline()
    two.show("/diary")
    two.page.get_by_role("link", name="Two versions of one entry Which is right?").tap()
    expect(two.page.get_by_role("heading", level=1)).to_have_text("Two versions")
    expect(two.page.get_by_text("You, on this phone, today at")).to_be_visible()
    expect(two.page.get_by_text("You, on another phone, today at")).to_be_visible()
    by_keyboard(two, "Use this instead: 8 of 10")
    expect(two.page.get_by_role("heading", level=1)).to_have_text("Diary")
    expect(two.page.locator("a.entry b").first).to_have_text("Pain 8, right hip")
    expect(two.page.get_by_text("Two versions of one entry")).to_have_count(0)

    two.button("Undo").tap()
    expect(two.page.get_by_role("heading", level=1)).to_have_text("Two versions")
    assert body(two, entry)["severity_nrs"] == 4
    two.button("Use this instead: 8 of 10").tap()
    two.wait_for(lambda: body(two, entry)["severity_nrs"] == 8)
    meet(two, one)
    for phone in (one, two):
        assert (body(phone, entry)["severity_nrs"], body(phone, entry)["conf"]) == (8, 0)
    every_value_is_there(one, entry)


def by_keyboard(phone: Phone, name: str) -> None:
    """Tab to a button and press it."""
    button = phone.page.get_by_role("button", name=name)
    for _ in range(30):
        if button.evaluate("(here) => here === document.activeElement"):
            break
        phone.page.keyboard.press("Tab")
    phone.page.keyboard.press("Enter")


def every_value_is_there(phone: Phone, of: str) -> None:
    phone.show(f"/diary/versions/{of}")
    for value in ("Number: 4 of 10", "Number: 8 of 10"):
        expect(phone.page.get_by_text(value).first).to_be_visible()


def test_f33_f34_a_dose_is_never_mixed_and_a_delete_is_asked_about(make_phone: MakePhone) -> None:
    one, two = two_phones(make_phone)
    entry = entry_id(one)
    medicine = put(one, {"class": "muscle_relaxant", "regimen": BACLOFEN}, "medicine")
    meet(one, two)
    for phone in (one, two):
        phone.offline()
    put(one, {"regimen": {**BACLOFEN, "dose_text": "20"}}, of=medicine)
    put(two, {"regimen": {**BACLOFEN, "unit_text": "ml"}}, of=medicine)
    put(one, {"note": "Changed here"}, of=entry)
    two.show(f"/diary/{entry}")
    two.button("Delete this entry").tap()
    meet(one, two)

    for phone in (one, two):
        assert body(phone, medicine)["regimen"] == {**BACLOFEN, "dose_text": "20"}
        assert body(phone, entry)["deleted"] is False, "an edit nobody had seen keeps the entry"
    one.show("/diary")
    one.page.get_by_role("link", name="Two versions of 2 entries").tap()
    one.page.get_by_role("link", name="Baclofen").tap()
    expect(one.page.get_by_text("Baclofen, 20 mg")).to_be_visible()
    expect(one.page.get_by_text("Baclofen, 10 ml")).to_be_visible()
    one.button(re.compile("^Use this instead: Baclofen, 10 ml")).tap()
    one.page.get_by_role("link", name=re.compile("^Pain 6, right hip")).tap()
    expect(one.page.get_by_text("You deleted this on one phone and changed it on another.")).to_be_visible()
    one.button("Delete it").tap()
    expect(one.page.get_by_text("Nothing is left to choose.")).to_be_visible()
    meet(one, two)
    for phone in (one, two):
        assert body(phone, medicine)["regimen"] == {**BACLOFEN, "unit_text": "ml"}
        assert body(phone, entry)["deleted"] is True
