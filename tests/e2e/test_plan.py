"""A plan of one's own in a real browser: questions, the week offline, changes, reasons, paper, calendar."""

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]


def with_account(make_phone: MakePhone) -> Phone:
    phone = make_phone("rosa")
    phone.open("/account")
    acts.make_account(phone, "Rosa", "rosa@example.org")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Your account is made")
    return phone


def answer(phone: Phone, level: str = "Walks with one stick or crutch", clearance: str = "Yes") -> None:
    """Through the questions before the first plan; the rest of them are left open."""
    phone.show("/move")
    phone.button("Answer them").tap()
    title = phone.page.get_by_role("heading", level=1)
    expect(title).to_contain_text("How do you get about")
    said = {
        "How do you get about": level,
        "Has a doctor or therapist": clearance,
        "What would you": "Feel less stiff",
    }
    for _ in range(12):
        asked = title.inner_text()
        if not asked.endswith("?"):
            return
        for begins, row in said.items():
            if asked.startswith(begins):
                phone.button(row).tap()
                expect(phone.button(row)).to_have_attribute("aria-pressed", "true")
        phone.button("Next").tap()
        expect(title).not_to_have_text(asked)


def rows(phone: Phone, kind: str) -> list[dict[str, Any]]:
    """Bodies of the records this phone shows."""
    stored = json.loads(phone.stored())
    recs = [row["rec"] for name, found in stored.items() if name.endswith("/shown") for row in found]
    return [rec["body"] for rec in recs if rec["kind"] == kind and not rec["deleted"]]


def open_today(phone: Phone) -> None:
    """The day of today, and its first movement."""
    phone.show("/move")
    phone.page.get_by_role("link", name=re.compile(", today")).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Today")
    phone.page.locator("main .movement-row").first.tap()
    expect(phone.page.get_by_role("heading", name="How do you want it?")).to_be_visible()


def with_plan(make_phone: MakePhone) -> Phone:
    phone = with_account(make_phone)
    answer(phone)
    expect(phone.page.get_by_text("Very thin bones")).to_be_visible()
    phone.button("Make my plan").tap()
    expect(phone.page.get_by_text("Your plan: Loosen stiff legs")).to_be_visible()
    return phone


def test_a_plan_is_made_of_answers_and_read_changed_and_explained_without_a_network(
    make_phone: MakePhone, server: Server
) -> None:
    phone = with_plan(make_phone)
    assert len(rows(phone, "plan")) == 1
    phone.ready_offline()
    phone.offline()
    server.stop()
    phone.open("/move")
    expect(phone.page.get_by_text("Your plan: Loosen stiff legs")).to_be_visible()
    assert phone.page.locator("a.pick[href^='/move/day/']").count() == 7
    open_today(phone)
    less(phone)
    left_out_and_back(phone)
    more(phone)
    why(phone)


def less(phone: Phone) -> None:
    """One less, on all such days; the toast takes it back."""
    before = json.dumps(sorted(map(json.dumps, rows(phone, "plan_item"))))
    phone.button(re.compile("^Change how much")).tap()
    phone.page.get_by_role("button", name=re.compile(": less$")).last.tap()
    phone.button(re.compile("^Keep: ")).tap()
    phone.button(re.compile("^All such days|^Only this")).tap()
    expect(phone.page.get_by_text(re.compile(r"Saved on this phone\.")).last).to_be_visible()
    assert json.dumps(sorted(map(json.dumps, rows(phone, "plan_item")))) != before
    phone.button("Undo").tap()
    phone.wait_for(lambda: json.dumps(sorted(map(json.dumps, rows(phone, "plan_item")))) == before)


def left_out_and_back(phone: Phone) -> None:
    for choice in ("Leave it out", "I need a hand"):
        phone.button(choice).tap()
        phone.button(re.compile("^Only this ")).tap()
        expect(phone.button(choice)).to_have_attribute("aria-pressed", "true")
    assert sum(one["helper"] == "hand" for one in rows(phone, "plan_item")) == 1


def more(phone: Phone) -> None:
    """More is asked why."""
    phone.button(re.compile("^Change how much")).tap()
    phone.page.get_by_role("button", name=re.compile(": more$")).last.tap()
    phone.button(re.compile("^Keep: ")).tap()
    expect(phone.page.get_by_text("Write a few words first.")).to_be_visible()
    phone.page.get_by_label("Why more?").fill("It went easily for a week.")
    phone.button(re.compile("^Keep: ")).tap()
    phone.button(re.compile("^Only this ")).tap()
    expect(phone.page.get_by_text("You set this. It went easily for a week.")).to_be_visible()
    assert [one["set_by"] for one in rows(phone, "plan_item")].count("person") == 1


def why(phone: Phone) -> None:
    phone.button("Why this").tap()
    expect(phone.page.get_by_text(re.compile("^From the week “Loosen stiff legs”"))).to_be_visible()
    expect(phone.page.get_by_role("link", name=re.compile("^From: ")).first).to_be_visible()
    phone.button("Why not another").tap()
    expect(phone.page.get_by_text(re.compile("^Beyond the gentle set")).first).to_be_visible()
    phone.show("/move/why")
    expect(phone.page.get_by_role("heading", name="Chosen from your diary")).to_be_visible()


def test_asked_for_without_a_network_it_comes_with_the_next_connection(make_phone: MakePhone) -> None:
    phone = with_account(make_phone)
    phone.ready_offline()
    phone.offline()
    answer(phone, clearance="I have not asked")
    phone.button("Make my plan").tap()
    expect(phone.page.get_by_text(re.compile("^Your plan is asked for"))).to_be_visible()
    phone.close()
    phone.start()
    phone.open("/move")
    expect(phone.page.get_by_text(re.compile("^Your plan: "))).to_be_visible(timeout=30_000)
    assert len(rows(phone, "plan")) == 1
    assert {one["dose"]["position_variant"] for one in rows(phone, "plan_item")} <= {"lying", "seated"}


def test_a_diary_without_an_account_has_a_starter_week_by_its_answers(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.show("/move")
    expect(phone.page.get_by_text(re.compile("^A starter week"))).to_be_visible()
    answer(phone, "Wheelchair most of the time", "Yes")
    phone.button("Use the starter week").tap()
    expect(phone.page.get_by_text("A starter week: Calmer legs and a working heart")).to_be_visible()
    phone.page.get_by_role("link", name=re.compile(", today")).tap()
    phone.page.locator("main .movement-row").first.tap()
    expect(phone.page.get_by_role("heading", name="To change this")).to_be_visible()
    assert rows(phone, "plan_item") == []


def test_a_plan_that_ends_soon_is_followed_by_the_next(make_phone: MakePhone) -> None:
    phone = with_account(make_phone)
    answer(phone)
    short = """async () => {
      const [id, start_on] = [crypto.randomUUID(), new Date().toLocaleDateString('sv')];
      const body = JSON.stringify({ id, start_on, weeks: 1 });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/plans', { method: 'POST', headers, body })).status;
    }"""
    assert phone.page.evaluate(short) == 200
    # Opened anew, the app looks at what the server has.
    phone.open("/move")
    expect(phone.page.get_by_text(re.compile("^Your plan: "))).to_be_visible()
    phone.wait_for(lambda: len(rows(phone, "plan")) == 2)
    this, following = sorted(rows(phone, "plan"), key=lambda one: one["started_on"])
    assert this["ended_on"] == this["started_on"] < following["started_on"]
    assert following["weeks"] == 2


def test_a_day_is_moved_to_another_and_back(make_phone: MakePhone) -> None:
    phone = with_plan(make_phone)
    days = phone.page.locator("section[aria-labelledby=week] li")
    # Next week is whole on every day of the year.
    phone.button("Next week").tap()
    expect(phone.button("Back to this week")).to_be_visible()
    before = days.all_inner_texts()
    busy = next(at for at, words in enumerate(before) if "A free day" not in words)
    days.nth(busy).get_by_role("link").tap()
    phone.button("Do this on another day").tap()
    card = phone.page.locator(".card", has_text="The two days change places.")
    name = card.get_by_role("button").first.inner_text().splitlines()[0]
    card.get_by_role("button").first.tap()
    expect(phone.page.get_by_text(f"Moved to {name}.")).to_be_visible()
    phone.button("Undo").tap()
    phone.show("/move")
    phone.button("Next week").tap()
    expect(days.nth(busy)).to_have_text(re.compile(re.escape(before[busy].splitlines()[-1])))


def test_the_week_fits_one_page_and_the_calendar_says_nothing(make_phone: MakePhone) -> None:
    phone = with_plan(make_phone)
    phone.show("/move/sheet")
    expect(phone.page.locator(".sheet-lines svg").first).to_be_visible()
    printer = phone.context.new_cdp_session(phone.page)
    pdf = base64.b64decode(printer.send("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1
    assert re.findall(rb"/MediaBox\s*\[0 0 59[45][\d.]* 84[12]", pdf), "A4"
    with phone.page.expect_download() as given:
        phone.button("Save the calendar file").tap()
    text = Path(given.value.path()).read_text(encoding="utf-8")
    assert given.value.suggested_filename == "limber.ics"
    assert text.count("BEGIN:VEVENT") >= 8 and set(re.findall("SUMMARY:(.*)\r", text)) <= {"Limber"}
    assert not re.search("pain|exercise|MS|stretch|health", text)


def test_a_starter_week_leaves_out_what_nobody_wants_and_takes_it_back(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.show("/move")
    phone.page.get_by_role("link", name=re.compile(", today")).tap()
    first = phone.page.locator("main .movement-row").first
    name = first.locator("b").inner_text()
    first.tap()
    out = phone.page.get_by_role("switch", name="Leave it out")
    out.tap()
    expect(out).to_have_attribute("aria-checked", "true")
    phone.button("Back").tap()
    row = phone.page.locator("main .movement-row", has_text=name)
    expect(row).to_contain_text("Left out")
    phone.show("/")
    expect(phone.page.get_by_role("heading", name=re.compile("minutes, "))).to_be_visible()
    assert name.lower() not in phone.page.locator("main").inner_text().lower()
    phone.show(f"/move/{rows(phone, 'profile')[0]['left_out'][0]}")
    phone.page.get_by_role("switch", name="Left out of my sessions").tap()
    expect(phone.page.get_by_role("switch", name="Left out of my sessions")).to_have_count(0)
    assert rows(phone, "profile")[0]["left_out"] == []
