"""Newer versions: whole or not at all, offered and never forced, and a way out of a broken one."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error, Page, expect

from backend.web.worker import OFF_SWITCH
from tests.e2e import acts, inside
from tests.e2e.between import CUT, Answer, Between
from tests.e2e.build import Build
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
# The server looks for changed files once a second.
NOTICED_MS = 1100
SHELLS = "async () => (await caches.keys()).filter((name) => name.startsWith('limber-'))"
KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
  }
  return kept;
}"""
LOOK = (
    "async () => (await navigator.serviceWorker.getRegistration()).update().then(() => 'found', () => 'no')"
)
OFFER = "A newer Limber is ready"


def newer(page: Page) -> bool:
    """Whether this page is of the newer version. A page that is just being loaded is asked again."""
    try:
        return bool(page.evaluate("Boolean(globalThis.newer)"))
    except Error:
        return False


def offered(page: Page) -> None:
    expect(page.get_by_role("heading", name=OFFER)).to_be_visible()


def tried(phone: Phone, between: Between, path: str) -> None:
    """Wait until the phone has tried to take the newer version, and has let it be."""
    between.seen.clear()
    phone.page.evaluate(LOOK)
    phone.wait_for(lambda: between.times(path))
    phone.wait_for(
        lambda: phone.page.evaluate(
            "async () => !(await navigator.serviceWorker.getRegistration()).installing"
        )
    )


def test_f58_p06_a_version_that_came_half_or_spoilt_leaves_the_one_before_whole(
    far_phone: MakePhone, between: Between, build: Build
) -> None:
    phone = far_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    phone.ready_offline()
    (old,) = phone.page.evaluate(SHELLS)
    build.next()
    phone.page.wait_for_timeout(NOTICED_MS)
    changed = "/pwa/src/router.js"

    between.after = lambda path, answer: spoilt(answer) if path == changed else answer
    tried(phone, between, changed)
    assert phone.page.evaluate(SHELLS) == [old]
    between.open()
    between.before = lambda _method, path: CUT if path == changed else None
    tried(phone, between, changed)
    assert phone.page.evaluate(SHELLS) == [old]

    between.before = lambda _method, _path: CUT
    phone.open("/")
    assert not newer(phone.page)
    assert phone.page.get_by_role("heading", name=OFFER).count() == 0
    assert acts.titles(phone) == ["Pain 6"]
    phone.show("/learn")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Learn")

    between.open()
    phone.open("/")
    offered(phone.page)
    assert not newer(phone.page), "nothing changes before it is taken"
    phone.button("Use it now").tap()
    phone.wait_for(lambda: newer(phone.page))
    phone.wait_for(lambda: len(phone.page.evaluate(SHELLS)) == 1)
    assert phone.page.evaluate(SHELLS) != [old]
    assert acts.titles(phone) == ["Pain 6"]
    assert not [path for path in phone.page.evaluate(KEPT) if path.startswith("/api")]


def spoilt(answer: Answer) -> Answer:
    return Answer(answer.status, answer.body + b"\n", answer.headers)


def test_p07_an_update_taken_in_one_tab_loads_both_and_keeps_what_was_typed(
    far_phone: MakePhone, build: Build
) -> None:
    phone = far_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    other = phone.context.new_page()
    other.goto(f"{phone.url}/story")
    other.get_by_role("button", name="New story").tap()
    typed(other, "Legs at night")
    phone.show("/you/numbers/helps")
    typed(phone.page, "A cool cloth")
    build.next()
    phone.page.wait_for_timeout(NOTICED_MS)
    phone.show("/")
    phone.page.evaluate("dispatchEvent(new Event('focus'))")
    offered(phone.page)
    assert not any(newer(page) for page in (phone.page, other))
    phone.button("Use it now").tap()
    for page in (phone.page, other):
        phone.wait_for(lambda page=page: newer(page))
    expect(other.get_by_role("textbox").first).to_have_value("Legs at night")
    phone.show("/you/numbers/helps")
    expect(phone.page.get_by_role("textbox").first).to_have_value("A cool cloth")


def typed(page: Page, words: str) -> None:
    """Half-written: the words stand in the field, and the field is left."""
    field = page.get_by_role("textbox").first
    field.fill(words)
    field.blur()


def test_f57_an_old_page_goes_on_with_a_newer_server_and_hears_of_it_when_it_comes_back(
    far_phone: MakePhone, build: Build, far_server: Server
) -> None:
    phone = far_phone("rosa")
    inside.with_account(phone)
    phone.ready_offline()
    far_server.stop()
    build.next()
    build.change("backend/api/sync.py", "orjson.dumps(answer)", 'orjson.dumps({**answer, "hint": [1]})')
    far_server.start()
    inside.save(phone.page, 4)
    inside.sync(phone.page)
    acts.all_sent(phone)
    assert not newer(phone.page)
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    offered(phone.page)


def test_p06_a_broken_worker_is_let_go_by_the_switch_and_the_diary_is_there(
    far_phone: MakePhone, between: Between, build: Build, far_server: Server
) -> None:
    build.change(
        "pwa/sw.js",
        "event.respondWith(fromCache(address, event.request))",
        "event.respondWith(Response.error())",
    )
    phone = far_phone("rosa")
    acts.start_now(phone)
    acts.number(phone, 6)
    phone.ready_offline()
    assert not opens(phone), "this worker was to be broken"
    switch = far_server.instance / OFF_SWITCH
    switch.touch()
    phone.wait_for(lambda: opens_after_a_look(phone, between), 60)
    assert acts.titles(phone) == ["Pain 6"]
    assert phone.page.evaluate(SHELLS) == []
    switch.unlink()
    build.change(
        "pwa/sw.js",
        "event.respondWith(Response.error())",
        "event.respondWith(fromCache(address, event.request))",
    )
    phone.page.wait_for_timeout(NOTICED_MS)
    phone.open("/")
    phone.wait_for(lambda: len(phone.page.evaluate(SHELLS)) == 1)
    phone.open("/")
    assert acts.titles(phone) == ["Pain 6"]


def opens(phone: Phone) -> bool:
    try:
        phone.page.goto(phone.url)
    except Error:
        return False
    return True


def opens_after_a_look(phone: Phone, between: Between) -> bool:
    """Tried again once the browser has looked for a newer worker, as it does some time after a visit.

    Each visit puts that off, so a phone that is asked without a pause is never freed.
    """
    looked = len(between.times("/sw.js"))
    with suppress(AssertionError):
        phone.wait_for(lambda: len(between.times("/sw.js")) > looked, 8)
    phone.page.wait_for_timeout(500)
    return opens(phone)
