"""The Diary: deleting and its undo, versions, finding, a list as long as a life, an older phone's storage."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from scripts.bench.ten_years import SEED
from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]

OLD = (Path(__file__).parent / "first_version.js").read_text(encoding="utf-8")
# Everything so far was written two hours ago.
EARLIER = """async () => {
  const { mustBeOpen } = await import('/pwa/src/state/opened.js');
  const ago = new Date(Date.now() - 7_200_000).toISOString().replace(/\\.\\d+Z/, '+00:00');
  await mustBeOpen().db.ops.toCollection().modify({ made_at: ago });
}"""


def test_what_was_deleted_or_changed_comes_back(make_phone: MakePhone) -> None:
    phone = make_phone("anna")
    acts.start_now(phone)
    acts.log(phone, 6)
    acts.log(phone, 3, "Knee")
    open_entry(phone, "Pain 3, right knee")
    phone.button("Delete this entry").tap()
    phone.button("Undo").tap()
    listed(phone, "Pain 3, right knee", "Pain 6, right hip")
    open_entry(phone, "Pain 3, right knee")
    phone.button("Delete this entry").tap()
    expect(phone.page.get_by_text("Deleted: Pain 3, right knee.")).to_be_visible()
    phone.page.reload()
    phone.open("/diary")
    listed(phone, "Pain 6, right hip")
    bring_back(phone)
    go_back_to_the_first_version(phone)


def open_entry(phone: Phone, title: str) -> None:
    phone.open("/diary")
    phone.page.get_by_role("link", name=re.compile(re.escape(title))).first.tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(title)


def bring_back(phone: Phone) -> None:
    phone.button("Find").tap()
    phone.button(re.compile("^Deleted entries")).tap()
    phone.button(re.compile("^Bring back: Pain 3, right knee")).tap()
    expect(phone.page.get_by_text("Nothing was deleted.")).to_be_visible()
    phone.open("/diary")
    listed(phone, "Pain 3, right knee", "Pain 6, right hip")


def listed(phone: Phone, *titles: str) -> None:
    expect(phone.page.locator("a.entry b")).to_have_text(list(titles))


def go_back_to_the_first_version(phone: Phone) -> None:
    """A change of another hour makes a version of its own."""
    phone.page.evaluate(EARLIER)
    open_entry(phone, "Pain 3, right knee")
    phone.button(re.compile("^Number")).tap()
    phone.page.get_by_role("group", name="How strong?").get_by_role("button", name=re.compile("^8")).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Pain 8, right knee")
    phone.page.get_by_role("button", name=re.compile("^Changed")).tap()
    expect(phone.page.get_by_text("Number: 8 of 10. Before: 3 of 10.")).to_be_visible()
    phone.page.get_by_role("button", name=re.compile("^Go back to this one")).last.tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Pain 3, right knee")


def test_a_long_diary_is_read_found_and_walked_by_keyboard(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    today = phone.page.evaluate("() => new Date().toISOString().slice(0, 10)")
    count = phone.page.evaluate(SEED, {"days": 400, "each": 3, "today": today, "as": "ops"})
    assert count == 1600
    phone.open("/diary")
    expect(phone.page.locator("a.entry").first).to_be_visible()
    expect(phone.page.locator(".days > li").first).to_have_attribute("aria-setsize", "400")
    assert phone.page.locator(".days > li").count() < 20
    walk(phone)
    jump(phone, today)
    find(phone)


def walk(phone: Phone) -> None:
    """Tab by Tab the list follows, and the focus is never lost."""
    seen = [focused(phone)]
    for _ in range(90):
        phone.page.keyboard.press("Tab")
        seen.append(focused(phone))
    days = [day for day in seen if day]
    assert len(set(days)) >= 12
    assert days == sorted(days, key=int), "the way leads from day to day"
    assert seen.index(days[0]) + len(days) == len(seen), "once in the list, the focus stays there"
    # What holds the focus stays drawn, however far one looks away.
    phone.page.evaluate("() => { document.querySelector('.scroll').scrollTop = 60000; }")
    phone.page.wait_for_timeout(300)
    assert focused(phone) == days[-1]


def focused(phone: Phone) -> str:
    return str(
        phone.page.evaluate("() => document.activeElement?.closest('[aria-posinset]')?.ariaPosInSet ?? ''")
    )


def jump(phone: Phone, today: str) -> None:
    year = str(int(today[:4]) - 1)
    phone.page.evaluate("() => { document.querySelector('.scroll').scrollTop = 0; }")
    phone.button("Go to a month").tap()
    phone.button(year).tap()
    phone.page.get_by_role("group", name=f"Months of {year}").get_by_role("button").last.tap()
    heading = phone.page.locator(".days h2:focus")
    expect(heading).to_contain_text(year)
    expect(heading).to_be_in_viewport()


def find(phone: Phone) -> None:
    phone.page.evaluate("() => { document.querySelector('.scroll').scrollTop = 0; }")
    phone.button("Find").tap()
    field = phone.page.get_by_label("Find by word")
    status = phone.page.get_by_role("status").filter(has_text=re.compile(r"entr"))
    field.fill("cafe ne")
    expect(status).to_have_text(re.compile(r"^\d+ entries$"))
    one_word = int(status.inner_text().split()[0])
    field.fill("cafe ne left hip burn")
    expect(status).not_to_have_text(f"{one_word} entries")
    phone.page.get_by_role("link", name=re.compile(r"left hip.*burning", re.DOTALL)).first.tap()
    expect(phone.page.get_by_text("Note: Né avec un café.")).to_be_visible()
    phone.page.go_back()
    expect(field).to_have_value("cafe ne left hip burn")
    phone.button(re.compile("^Filter")).tap()
    phone.page.get_by_role("switch", name=re.compile("^Private")).tap()
    field.fill("")
    expect(status).to_have_text(re.compile(r"^[1-9]\d* entr"))
    expect(phone.page.get_by_text("private").first).to_be_visible()


def test_storage_of_the_first_version_is_taken_over_whole(make_phone: MakePhone) -> None:
    phone = make_phone("otto")
    phone.page.goto(f"{phone.url}/api/v1/health")
    phone.page.evaluate(OLD)
    before = ops_of(phone)
    assert len(before) == 700
    phone.open("/diary")
    expect(phone.page.locator("a.entry").first).to_be_visible()
    expect(phone.page.locator(".days > li").first).to_have_attribute("aria-setsize", "700")
    assert ops_of(phone) == before
    phone.open("/")
    acts.number(phone, 7)
    assert len(ops_of(phone)) == 701


def ops_of(phone: Phone) -> list[object]:
    stored = json.loads(phone.stored())
    return [op for name, rows in stored.items() if name.endswith("/ops") for op in rows]
