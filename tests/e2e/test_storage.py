"""Phones that are full, emptied, killed or have no storage: nothing that was called saved is gone."""

import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.e2e import acts, inside
from tests.e2e.phone import Phone, forget
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
EMAIL = "rosa@example.org"
NOT_SAVED = re.compile("^Not saved yet: this phone is full")
CACHES = "caches.keys()"
LEFT_OVER = """async () => {
  const old = await caches.open('limber-0123456789ab');
  await old.put('/old.js', new Response('x'.repeat(400_000)));
}"""


@contextmanager
def room(phone: Phone, size: int) -> Iterator[None]:
    """The phone started anew with so many bytes for this app; Chromium asks for the limit when it writes."""
    phone.close()
    phone.start()
    session = phone.context.new_cdp_session(phone.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": phone.url, "quotaSize": size})
    phone.open("/")
    yield
    session.detach()


def used(phone: Phone) -> int:
    return int(phone.page.evaluate("async () => (await navigator.storage.estimate()).usage"))


def test_f46_p08_a_full_phone_frees_its_caches_and_else_says_not_saved(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    phone.ready_offline()
    phone.wait_for(lambda: "spare-room" in phone.page.evaluate(CACHES))
    phone.page.evaluate(LEFT_OVER)
    with room(phone, used(phone) - 200_000):
        acts.number(phone, 4)
        (shell,) = phone.page.evaluate(CACHES)
        assert shell.startswith("limber-") and shell != "limber-0123456789ab"
    with room(phone, 1000):
        phone.page.get_by_role("group", name="How strong is your pain now?").get_by_role(
            "button", name=re.compile("^2")
        ).tap()
        expect(phone.page.get_by_text(NOT_SAVED)).to_be_visible()
        assert phone.page.get_by_text(re.compile(r"^Saved on this phone\. ")).count() == 0
        phone.show("/diary")
        phone.page.locator("a.entry", has_text="Pain 6").tap()
        note = phone.page.get_by_label("Note")
        note.fill("like a tight belt")
        expect(phone.page.get_by_text(NOT_SAVED)).to_be_visible()
        expect(note).to_have_value("like a tight belt")
        assert "tight belt" not in phone.stored()
    note.blur()
    phone.wait_for(lambda: "tight belt" in phone.stored())
    expect(phone.page.get_by_text(NOT_SAVED)).to_have_count(0)
    assert phone.page.evaluate(CACHES) == [shell], "the shell in use stays"
    assert sorted(acts.titles(phone)) == ["Pain 4", "Pain 6"]
    assert [op["set"].get("severity_nrs") for op in inside.ops(phone.page)] == [6, 4, None]


# The limit as a pull meets it. A real one also counts what the aborted page has left in the browser's log.
FULL = """(() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    if (globalThis.full && this.name === 'rec') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  };
})()"""
HOW_FAR = """async () => {
  const { db, space } = (await import('/pwa/src/state/opened.js')).mustBeOpen();
  return [await db.rec.count(), (await db.spaces.get(space)).cursor];
}"""


def test_f47_a_page_of_entries_that_does_not_fit_is_taken_back_with_its_cursor(make_phone: MakePhone) -> None:
    first, second = make_phone("first"), make_phone("second")
    inside.with_account(first)
    second.context.add_init_script(FULL)
    acts.sign_in(second, EMAIL)
    acts.all_sent(second)
    before = second.page.evaluate(HOW_FAR)
    second.page.evaluate("globalThis.full = true")
    for value in (3, 5):
        inside.save(first.page, value)
    inside.sync(first.page)
    inside.sync(second.page)
    expect(second.page.get_by_text(re.compile("this phone is full"))).to_be_visible()
    assert second.page.evaluate(HOW_FAR) == before
    acts.number(second, 4)
    second.show("/")
    assert second.page.evaluate(HOW_FAR) == before
    second.page.evaluate("globalThis.full = false")
    inside.sync(second.page)
    acts.all_sent(second)
    assert second.page.evaluate(HOW_FAR)[0] == before[0] + 3
    assert sorted(acts.titles(second)) == ["Pain 3", "Pain 4", "Pain 5"]


def test_f48_an_emptied_phone_whose_person_is_signed_in_reads_everything_anew(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    inside.with_account(phone)
    for value in (3, 5, 8):
        inside.save(phone.page, value)
    inside.sync(phone.page)
    before = acts.titles(phone)
    assert len(before) == 3
    emptied(phone)
    phone.open("/")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")
    acts.all_sent(phone)
    assert acts.titles(phone) == before


def emptied(phone: Phone) -> None:
    """What a browser does that is short of space: everything of the app but its cookies goes."""
    forget(phone, "indexeddb,cache_storage,service_workers,local_storage,file_systems")


def test_f49_an_emptied_phone_with_unsent_entries_says_what_arrived_last(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    inside.with_account(phone)
    inside.save(phone.page, 3)
    inside.sync(phone.page)
    phone.offline()
    inside.save(phone.page, 7)
    emptied(phone)
    phone.offline(False)
    phone.open("/")
    told = phone.page.get_by_text(
        re.compile("emptied by the browser. The server last received something from it today")
    )
    expect(told).to_be_visible()
    assert acts.titles(phone) == ["Pain 3"]


def test_after_a_sign_out_an_emptied_phone_opens_nobodys_diary(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    inside.with_account(phone)
    phone.ready_offline()
    server.stop()
    phone.open("/you")
    phone.button("Sign out").tap()
    phone.page.get_by_role("button", name=re.compile("^Sign out")).last.tap()
    expect(phone.button(re.compile("^Start now, no account"))).to_be_visible()
    server.start()
    emptied(phone)
    phone.open("/")
    expect(phone.button(re.compile("^Start now, no account"))).to_be_visible()


NO_STORAGE = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });"


def test_f50_without_storage_it_is_said_before_anything_is_written(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.context.add_init_script(NO_STORAGE)
    phone.open("/")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Nothing would stay here")
    expect(phone.page.get_by_text("What you write would be gone")).to_be_visible()
    assert phone.button(re.compile("Start now|Sign in")).count() == 0
    assert phone.page.locator("[role=group]").count() == 0


KEEP_SAVING = """(round) => {
  (async () => {
    const { logSymptom } = await import('/pwa/src/state/diary.js');
    for (let i = 0; i < 400; i += 1) {
      const note = `${round}-${i}`;
      await logSymptom({ severity_nrs: i % 11, note });
      said(note);
    }
  })();
}"""


def test_f51_r02_what_was_called_saved_is_there_after_the_browser_was_killed(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", light=False)
    acts.start_now(phone)
    said: list[str] = []
    chance = random.Random(51)
    for turn in range(6):
        phone.context.expose_function("said", lambda note: said.append(note))
        enough = len(said) + chance.randint(2, 12)
        phone.page.evaluate(KEEP_SAVING, turn)
        while len(said) < enough:
            phone.page.wait_for_timeout(5)
        phone.page.wait_for_timeout(chance.uniform(0, 30))
        phone.kill()
        phone.start()
        phone.open("/")
        expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    kept = [op["set"]["note"] for op in inside.ops(phone.page)]
    assert not set(said) - set(kept)
    assert len(set(kept)) == len(kept)
    shown = phone.page.evaluate(
        "async () => (await import('/pwa/src/state/diary.js')).symptoms.value.map(({ body }) => body.note)"
    )
    assert sorted(shown) == sorted(kept)


# The storage dies before the op is written, or when it is written and its page has not heard of it yet.
LOSE = """(() => {
  const lost = () => new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
  const mine = (tx) => tx.mode === 'readwrite' && [...tx.objectStoreNames].includes('ops');
  const now = (when) => globalThis.lose === when && (globalThis.lose = '', true);
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    if (this.name === 'ops' && now('before')) throw lost();
    return add.apply(this, given);
  };
  const whole = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...whole, set(work) {
    whole.set.call(this, (event) => {
      if (!mine(this) || !now('after')) return work.call(this, event);
      Object.defineProperty(this, 'error', { value: lost() });
      return this.onabort(new Event('abort'));
    });
  } });
})()"""


def test_f52_a_storage_lost_in_the_middle_of_a_save_is_opened_again_and_keeps_one(
    make_phone: MakePhone,
) -> None:
    phone = make_phone("rosa")
    phone.context.add_init_script(LOSE)
    acts.start_now(phone)
    for value, when in ((3, "before"), (5, "after")):
        phone.page.evaluate("(when) => { globalThis.lose = when; }", when)
        acts.number(phone, value)
        assert phone.page.evaluate("globalThis.lose") == "", "nothing was lost"
        phone.open("/")
    assert acts.titles(phone) == ["Pain 5", "Pain 3"]
    assert [op["set"]["severity_nrs"] for op in inside.ops(phone.page)] == [3, 5]
