"""Two pages of the app in one browser: at once, frozen, come back to, and of two versions."""

import json
import re
import threading
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import acts, inside
from tests.e2e.api import Api
from tests.e2e.between import PULL, PUSH, Answer, Between
from tests.e2e.build import Build
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.test_update import newer

MakePhone = Callable[..., Phone]
EMAIL = "rosa@example.org"
BUSY = """async (values) => {
  const { logSymptom } = await import('/pwa/src/state/diary.js');
  const { syncNow } = await import('/pwa/src/state/sync.js');
  globalThis.done = false;
  (async () => {
    for (const severity_nrs of values) {
      await logSymptom({ severity_nrs });
      syncNow();
    }
    globalThis.done = true;
  })();
}"""


def second_tab(phone: Phone) -> Page:
    page = phone.context.new_page()
    page.goto(phone.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Good")
    return page


def test_f53_two_tabs_that_save_and_sync_at_once_send_each_entry_once(
    far_phone: MakePhone, between: Between
) -> None:
    phone = far_phone("rosa")
    inside.with_account(phone)
    tabs = [phone.page, second_tab(phone)]
    for tab in tabs:
        tab.evaluate(BUSY, [n % 11 for n in range(12)])
    for tab in tabs:
        phone.wait_for(lambda tab=tab: tab.evaluate("globalThis.done"))
        inside.sync(tab)
    phone.wait_for(lambda: inside.ops(phone.page) == [])
    api = Api(between.url, EMAIL)
    assert sorted(row["body"]["severity_nrs"] for row in api.own_entries()) == sorted([*range(11), 0] * 2)
    for tab in tabs:
        expect(tab.get_by_text(re.compile("^All sent at"))).to_be_visible()
    # The cursor is where everything is: one more exchange moves nothing.
    moved: list[Any] = []

    def note(path: str, answer: Answer) -> Answer:
        if path in (PUSH, PULL):
            moved.extend(page["rows"] for page in json.loads(answer.body)["spaces"].values())
        return answer

    between.after = note
    inside.sync(tabs[1])
    # The other tab may still hold the lease; then this one comes again by itself.
    phone.wait_for(lambda: moved)
    assert moved == [[]]


def test_f54_a_frozen_tab_that_holds_the_lease_does_not_hold_up_the_other(
    far_phone: MakePhone, between: Between
) -> None:
    phone = far_phone("rosa")
    inside.with_account(phone)
    frozen, other = phone.page, phone.context.new_page()
    other.add_init_script(AHEAD)
    other.goto(phone.url)
    expect(other.get_by_role("heading", level=1)).to_contain_text("Good")
    arrived, go_on = threading.Event(), threading.Event()

    def hold(_method: str, path: str) -> None:
        if path == PUSH and not arrived.is_set():
            arrived.set()
            go_on.wait(30)

    between.before = hold
    began = time.monotonic()
    frozen.evaluate(BUSY, [3])
    phone.wait_for(arrived.is_set)
    session = phone.context.new_cdp_session(frozen)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    inside.save(other, 5)
    inside.sync(other)
    api = Api(between.url, EMAIL)
    # A slow machine may have let the lease run out by now.
    assert values(api) == [] or time.monotonic() - began > 8, "the frozen tab has no lease"
    other.evaluate("globalThis.ahead = 60_000")
    inside.sync(other)
    assert sorted(values(api)) == [3, 5]
    session.send("Page.setWebLifecycleState", {"state": "active"})
    go_on.set()
    phone.wait_for(lambda: len(between.times(PUSH)) > 1 and inside.ops(frozen) == [])
    assert sorted(values(api)) == [3, 5]


def values(api: Api) -> list[int]:
    return [row["body"]["severity_nrs"] for row in api.own_entries()]


# A minute can go by at once.
AHEAD = """(() => {
  const now = Date.now;
  globalThis.ahead = 0;
  Date.now = () => now() + globalThis.ahead;
})()"""
BACK_FORWARD: dict[str, Any] = {"light": False, "ignore_default_args": ["--disable-back-forward-cache"]}
# Another page has signed out, and this one did not hear of it.
NOBODY_HERE = """async () => {
  document.cookie = 'limber-here=; Max-Age=0; Path=/';
  const db = await new Promise((done) => {
    indexedDB.open('limber-device').onsuccess = ({ target }) => done(target.result);
  });
  const work = db.transaction('meta', 'readwrite');
  work.objectStore('meta').put({ k: 'current', v: null });
  await new Promise((done) => { work.oncomplete = done; });
  db.close();
}"""


def test_f55_a_page_that_comes_back_reads_whose_diary_it_is_before_it_syncs(
    far_phone: MakePhone, between: Between
) -> None:
    phone = far_phone("rosa", **BACK_FORWARD)
    inside.with_account(phone)
    phone.page.evaluate("globalThis.same = true")
    phone.page.goto(f"{phone.url}/livez")
    phone.page.evaluate(NOBODY_HERE)
    between.seen.clear()
    phone.page.go_back(wait_until="commit")
    expect(phone.button(re.compile("^Start now, no account"))).to_be_visible()
    assert phone.page.evaluate("globalThis.same"), "the page was loaded anew, it did not come back"
    phone.page.wait_for_timeout(500)
    assert between.bodies(PUSH, PULL) == [], "it synced a diary that is no longer here"


def test_f56_an_old_tab_makes_room_for_a_newer_build_and_keeps_its_words(
    far_phone: MakePhone, build: Build, far_server: Server
) -> None:
    phone = far_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 3)
    phone.ready_offline()
    phone.show("/story")
    phone.button("New story").tap()
    field = phone.page.get_by_role("textbox").first
    field.fill("Legs at night")
    build.grow()
    build.next()
    phone.page.wait_for_timeout(1100)
    # As a page that is loaded past the worker: it is of the newer build at once.
    new = phone.context.new_page()
    past = phone.context.new_cdp_session(new)
    past.send("Network.enable")
    past.send("Network.setBypassServiceWorker", {"bypass": True})
    new.goto(phone.url)
    expect(new.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    assert newer(new)
    inside.save(new, 5)
    expect(phone.page.get_by_text("A newer Limber is in use in another window.")).to_be_visible()
    field.press_sequentially(", worse in bed")
    phone.page.get_by_role("button", name="Load it again").tap()
    phone.wait_for(lambda: newer(phone.page))
    expect(phone.page.get_by_role("textbox").first).to_have_value("Legs at night, worse in bed")
    assert sorted(acts.titles(phone)) == ["Pain 3", "Pain 5"]
