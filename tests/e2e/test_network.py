"""Networks that lie and servers that ask to wait; clocks and zones that change under the app."""

import datetime
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e import acts, inside
from tests.e2e.api import Api
from tests.e2e.between import CUT, PUSH, Answer, Between
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
EMAIL = "rosa@example.org"
PORTAL = Answer(200, b"<!doctype html><title>Sign in to this Wi-Fi</title>", {"Content-Type": "text/html"})
BACK = "dispatchEvent(new Event('online'))"


def sent(between: Between) -> list[int]:
    rows = Api(between.url, EMAIL).own_entries()
    return sorted(row["body"]["severity_nrs"] for row in rows)


@pytest.mark.parametrize("answer", [CUT, PORTAL], ids=["f01_cut", "f11_captive_portal"])
def test_f01_f11_what_is_no_answer_of_the_server_keeps_the_entry_for_later(
    far_phone: MakePhone, between: Between, answer: Answer
) -> None:
    phone = far_phone("rosa")
    inside.with_account(phone)
    phone.ready_offline()
    between.before = lambda _method, _path: answer
    acts.number(phone, 6)
    phone.show("/")
    expect(phone.page.get_by_text(re.compile("^Could not send: no connection.*safe here"))).to_be_visible()
    assert between.times(PUSH)
    assert len(inside.ops(phone.page)) == 1
    between.open()
    phone.page.evaluate(BACK)
    acts.all_sent(phone)
    assert sent(between) == [6]


@pytest.mark.parametrize("status", [429, 503])
def test_f13_a_server_that_asks_for_time_gets_it(far_phone: MakePhone, between: Between, status: int) -> None:
    phone = far_phone("rosa")
    inside.with_account(phone)
    wait = Answer(status, b"{}", {"Content-Type": "application/json", "Retry-After": "4"})
    between.before = lambda _method, path: wait if path == PUSH and len(between.times(PUSH)) == 1 else None
    between.seen.clear()
    acts.number(phone, 6)
    phone.wait_for(lambda: between.times(PUSH))
    for _ in range(5):
        inside.save(phone.page, 3)
        phone.page.evaluate(BACK)
    phone.wait_for(lambda: len(between.times(PUSH)) > 1)
    first, second = between.times(PUSH)[:2]
    assert second - first >= 4
    phone.show("/")
    acts.all_sent(phone)
    assert sent(between) == [3, 3, 3, 3, 3, 6]


def test_f45_a_zone_that_changes_while_the_app_is_open_moves_no_entry(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", timezone_id=None)
    session = phone.context.new_cdp_session(phone.page)
    session.send("Emulation.setTimezoneOverride", {"timezoneId": "Europe/Zurich"})
    acts.start_now(phone)
    acts.number(phone, 3)
    phone.show("/")
    before = inside.ops(phone.page)[0]
    session.send("Emulation.setTimezoneOverride", {"timezoneId": "Pacific/Auckland"})
    acts.number(phone, 5)
    first, second = inside.ops(phone.page)
    assert first == before
    zones = [op["set"]["tz"] for op in (first, second)]
    assert zones == ["Europe/Zurich", "Pacific/Auckland"]
    east, west = (datetime.datetime.fromisoformat(op["set"]["at"]) for op in (second, first))
    assert (east.utcoffset() or datetime.timedelta()) - (
        west.utcoffset() or datetime.timedelta()
    ) >= datetime.timedelta(hours=10)
    assert abs(east - west) < datetime.timedelta(minutes=5), "the same moment, lived elsewhere"
    assert [op["set"]["on"] for op in (first, second)] == [f"{west:%Y-%m-%d}", f"{east:%Y-%m-%d}"]
    assert acts.titles(phone) == ["Pain 5", "Pain 3"]


def test_f40_f41_a_wrong_clock_stops_no_entry_and_no_sync(make_phone: MakePhone, server: Server) -> None:
    ahead, flat = make_phone("ahead"), make_phone("flat")
    now = datetime.datetime.now(datetime.UTC)
    ahead.page.clock.install(time=now + datetime.timedelta(days=1))
    inside.with_account(ahead)
    inside.save(ahead.page, 4)
    inside.sync(ahead.page)
    ahead.page.clock.set_system_time(now)
    inside.save(ahead.page, 5)
    inside.sync(ahead.page)
    flat.page.clock.install(time=datetime.datetime(1970, 1, 1, 0, 5, tzinfo=datetime.UTC))
    acts.sign_in(flat, EMAIL)
    acts.number(flat, 7)
    inside.sync(flat.page)
    api = Api(server.url, EMAIL)
    rows = {row["body"]["severity_nrs"]: row["body"]["on"] for row in api.own_entries()}
    assert sorted(rows) == [4, 5, 7]
    assert rows[4] > rows[5] > rows[7] == "1970-01-01"
    inside.sync(ahead.page)
    # The list begins with the last weeks; what is older comes when the outline was read.
    acts.titles(ahead)
    expect(ahead.page.locator("a.entry b")).to_have_text(["Pain 4", "Pain 5", "Pain 7"])
    assert inside.ops(ahead.page) == []
