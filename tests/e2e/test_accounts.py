"""Several diaries and several people on one phone: none is lost, mixed, or left behind."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
ROSA, BEN = "rosa@example.org", "ben@example.org"
CANARY = "the canary sings at dusk"
# Whatever the browser keeps for this app outside of its databases, and what is in this page.
KEPT = """async () => {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }),
    JSON.stringify(history.state), document.documentElement.outerHTML, document.title, location.href];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      texts.push(request.url, await (await cache.match(request)).text());
    }
  }
  const worker = await navigator.serviceWorker.getRegistration();
  for (const shown of await worker?.getNotifications() ?? []) texts.push(shown.title, shown.body);
  return texts.join('\\n');
}"""


def fill(phone: Phone, email: str) -> None:
    phone.page.get_by_label("Email").fill(email)
    phone.page.get_by_label("Password", exact=True).fill(acts.PASSWORD)
    phone.button("Sign in").tap()


def title(page: Page) -> Any:
    return expect(page.get_by_role("heading", level=1))


def numbers(api: Api) -> list[int]:
    return sorted(row["body"]["severity_nrs"] for row in api.own_entries())


def test_a_diary_without_an_account_joins_the_one_that_signs_in(
    make_phone: MakePhone, server: Server
) -> None:
    api = Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa")
    acts.start_now(phone)
    for value in (6, 2):
        acts.log(phone, value)
    phone.show("/sign-in")
    fill(phone, ROSA)
    expect(phone.page.get_by_role("heading", name="This phone has 2 entries of its own")).to_be_visible()
    expect(phone.page.get_by_text("Add them to Rosa’s diary?")).to_be_visible()
    phone.button(re.compile("^Keep them apart")).tap()
    expect(phone.page.get_by_label("Email")).to_be_visible()
    assert api.own_entries() == []
    fill(phone, ROSA)
    expect(phone.button(re.compile("^Add to Rosa’s diary"))).to_be_visible()
    # Killed as the button is tapped: wherever it stood, the next start of the app goes on from there.
    phone.page.evaluate(
        "() => [...document.querySelectorAll('button')]"
        ".find((one) => one.innerText.startsWith('Add to')).click()"
    )
    phone.kill()
    phone.start()
    phone.open("/")
    expect(phone.page.get_by_text(re.compile("^Good "))).to_be_visible()
    if phone.page.get_by_text("On this phone only").count():
        phone.show("/sign-in")
        fill(phone, ROSA)
        phone.button(re.compile("^Add to Rosa’s diary")).tap()
    sign_in_again(phone)
    acts.all_sent(phone)
    assert numbers(api) == [2, 6]
    assert acts.titles(phone) == ["Pain 2, right hip", "Pain 6, right hip"]


def sign_in_again(phone: Phone) -> None:
    """A killed browser may have lost the cookie of a session that was seconds old."""
    again = phone.page.get_by_role("link", name="Sign in")
    sent = phone.page.get_by_text(re.compile(r"^All sent at"))
    expect(again.or_(sent).first).to_be_visible()
    if sent.count() == 0:
        again.first.tap()
        expect(phone.page.get_by_label("Email")).to_have_value(ROSA)
        phone.page.get_by_label("Password", exact=True).fill(acts.PASSWORD)
        phone.button("Sign in").tap()


def test_f60_an_ended_session_asks_for_the_password_alone_and_then_sends(
    make_phone: MakePhone, server: Server
) -> None:
    api = Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa")
    acts.sign_in(phone, ROSA)
    acts.all_sent(phone)
    phone.context.clear_cookies()
    acts.log(phone, 6)
    acts.log(phone, 4)
    banner = re.compile(r"^Could not send: you are signed out\. Sign in to send \d entries\.$")
    expect(phone.page.get_by_text(banner).first).to_be_visible()
    phone.page.get_by_role("link", name="Sign in").first.tap()
    title(phone.page).to_have_text(re.compile(r"^Sign in to send \d entries$"))
    expect(phone.page.get_by_label("Email")).to_have_value(ROSA)
    phone.page.get_by_label("Password", exact=True).fill(acts.PASSWORD)
    phone.button("Sign in").tap()
    acts.all_sent(phone)
    assert numbers(api) == [4, 6]


def test_s24_signing_out_without_a_network_leaves_nothing_behind(
    make_phone: MakePhone, server: Server
) -> None:
    api = Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa", ignore_default_args=["--disable-back-forward-cache"])
    acts.sign_in(phone, ROSA)
    acts.log(phone, 6)
    phone.show("/story")
    phone.button("New story").tap()
    phone.page.get_by_label("Name of this pain").fill(f"half {CANARY}")
    phone.show("/you/settings/reminders")
    phone.button("Add a reminder").tap()
    phone.button("Morning, 08:00").tap()
    phone.page.get_by_label("What it says").fill(CANARY)
    phone.page.keyboard.press("Tab")
    phone.show("/you")
    acts.all_sent(phone)
    assert CANARY in phone.stored() and f"half {CANARY}" in phone.stored()
    other = phone.context.new_page()
    other.goto(f"{server.url}/diary")
    expect(other.locator("a.entry").first).to_be_visible()
    signed_in = len(devices(api))
    phone.ready_offline()
    phone.offline()
    phone.button("Sign out").tap()
    phone.page.locator("main").get_by_role("button", name="Sign out").last.tap()
    title(phone.page).to_have_text("Limber")
    title(other).to_have_text("Limber")
    other.close()
    nothing_left(phone, "Rosa", ROSA)
    for _ in range(4):
        phone.page.go_back()
        title(phone.page).to_have_text("Limber")
        nothing_left(phone, "Rosa", ROSA)
    phone.page.reload()
    title(phone.page).to_have_text("Limber")
    assert numbers(api) == [6]
    phone.offline(False)
    phone.open("/")
    phone.wait_for(lambda: len(devices(api)) == signed_in - 1)


def devices(api: Api) -> Any:
    return api.call("GET", "devices")["devices"]


def nothing_left(phone: Phone, *words: str) -> None:
    everywhere = phone.stored() + str(phone.page.evaluate(KEPT))
    for word in (CANARY, *words):
        assert word not in everywhere, f"{word}: {everywhere[max(0, everywhere.find(word) - 80) :][:200]}"
    assert '"region"' not in phone.stored()


def test_f63_p15_one_after_the_other_on_one_phone(make_phone: MakePhone, server: Server) -> None:
    rosa, ben = Api.register(server.url, "Rosa", ROSA), Api.register(server.url, "Ben", BEN)
    phone = make_phone("shared")
    acts.sign_in(phone, ROSA)
    acts.log(phone, 6)
    acts.all_sent(phone)
    phone.ready_offline()
    phone.offline()
    acts.log(phone, 2)
    phone.show("/you")
    phone.button("Sign out").tap()
    expect(phone.page.get_by_text("1 entry is not sent yet.")).to_be_visible()
    phone.button("Erase it").tap()
    assert phone.button(re.compile("^Erase 1 entry")).count() == 0, "not without the word"
    phone.page.get_by_label(re.compile("^Type the word")).fill("erase")
    expect(phone.button("Erase 1 entry and sign out")).to_be_visible()
    phone.button(re.compile("^Wait and send")).tap()
    expect(phone.page.get_by_text(re.compile("^Could not send: no connection")).first).to_be_visible()
    phone.button(re.compile("^Keep 1 unsent entry on this phone")).tap()
    expect(phone.page.get_by_text("1 unsent entry of Rosa is kept on this phone.")).to_be_visible()
    phone.offline(False)
    acts.sign_in(phone, BEN)
    acts.log(phone, 9)
    acts.all_sent(phone)
    assert acts.titles(phone) == ["Pain 9, right hip"]
    assert (numbers(rosa), numbers(ben)) == ([6], [9])
    phone.show("/you")
    phone.button("Sign out").tap()
    phone.page.locator("main").get_by_role("button", name="Sign out").last.tap()
    title(phone.page).to_have_text("Limber")
    acts.sign_in(phone, ROSA)
    acts.all_sent(phone)
    assert acts.titles(phone) == ["Pain 2, right hip", "Pain 6, right hip"]
    assert (numbers(rosa), numbers(ben)) == ([2, 6], [9])


def test_s25_f73_a_lost_phone_is_removed_and_says_when_it_is_empty(
    make_phone: MakePhone, server: Server
) -> None:
    api = Api.register(server.url, "Rosa", ROSA)
    here, lost = make_phone("here"), make_phone("lost")
    acts.sign_in(lost, ROSA)
    acts.log(lost, 6)
    acts.all_sent(lost)
    lost.ready_offline()
    lost.offline()
    acts.log(lost, 3)
    acts.sign_in(here, ROSA)
    here.show("/you/devices")
    # The script that asks the server is a device too; it was used before the phones were.
    here.button(re.compile("^Remove Chrome")).tap()
    here.page.get_by_role("button", name=re.compile("^Remove Chrome")).last.tap()
    expect(here.page.get_by_text("Removed. Will be emptied when it next connects.")).to_be_visible()
    assert '"region"' in lost.stored()
    lost.offline(False)
    lost.open("/")
    removed = re.compile("^This phone was removed from the devices of Rosa")
    expect(lost.page.get_by_text(removed)).to_be_visible()
    expect(lost.page.get_by_text("1 unsent entry of Rosa is kept on this phone.")).to_be_visible()
    assert '"severity_nrs":6' not in lost.stored()
    here.open("/you/devices")
    expect(here.page.get_by_text(re.compile(r"^Removed\. Emptied on \d+ \w+\."))).to_be_visible()
    assert numbers(api) == [6]


def test_an_account_is_deleted_with_the_word_typed_and_the_phone_is_empty(
    make_phone: MakePhone, server: Server
) -> None:
    Api.register(server.url, "Rosa", ROSA)
    phone = make_phone("rosa")
    acts.sign_in(phone, ROSA)
    acts.log(phone, 6)
    acts.all_sent(phone)
    phone.show("/you/delete")
    assert phone.button("Delete my account for good").count() == 0
    phone.page.get_by_label(re.compile("^Type the word")).fill("delete")
    phone.button("Delete my account for good").tap()
    title(phone.page).to_have_text("Limber")
    nothing_left(phone, "Rosa", ROSA)
    phone.show("/sign-in")
    fill(phone, ROSA)
    expect(phone.page.get_by_text("Email and password do not match.")).to_be_visible()
