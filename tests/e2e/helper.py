"""Two phones of which one helps the other, for tests of acting and of asking."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e import inside
from tests.e2e.api import Api
from tests.e2e.circle import begin_with_an_account, invite
from tests.e2e.phone import Phone
from tests.e2e.server import Server

READ = ["symptoms", "daily", "medicines", "exercise", "observations", "requests"]
WRITE = ["symptoms", "daily", "medicines", "exercise", "observations"]
# A connection that is there, and a phone that is slow.
SOON = 60_000
# A page that is looked at asks this often by itself: see pwa/src/state/often.js and views/today/doses.js.
OFTEN_MS = 30_000


def two_phones(make_phone: Callable[..., Phone], server: Server) -> tuple[Phone, Phone, Api]:
    """Rosa, and Daniel who may add all that can be added."""
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    for phone in (rosa, daniel):
        phone.page.clock.install()
    begin_with_an_account(rosa)
    invite(rosa, daniel)
    api = Api(server.url, "rosa@example.org")
    share = api.call("GET", "shares")["shares"][0]["id"]
    api.call("PATCH", f"shares/{share}", {"read": [*READ, "medicine_names"], "write": WRITE})
    return rosa, daniel, api


def her_page(daniel: Phone, api: Api) -> Locator:
    """Rosa's page on Daniel's phone, once what may be added has come."""
    daniel.show(f"/people/{api.space}")
    inside.sync(daniel.page)
    add = daniel.page.get_by_role("region", name="Add for Rosa")
    expect(add).to_be_visible(timeout=SOON)
    return add


def half_a_minute_goes_by(phone: Phone) -> None:
    """Nobody touches the page, and nobody waits for it either."""
    phone.page.clock.fast_forward(OFTEN_MS + 1000)


def scale(phone: Phone, name: str, value: int) -> None:
    group = phone.page.get_by_role("group", name=name)
    phone.tap(group.get_by_role("button", name=re.compile(rf"^{value}(,|$)")))


def title(phone: Phone) -> Locator:
    return phone.page.get_by_role("heading", level=1)
