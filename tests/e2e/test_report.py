"""The report for a visit: chosen, read, lines left out, saved in each form."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from backend.cli import story
from tests.e2e import acts, tour
from tests.e2e.keyboard import press, reach
from tests.e2e.paper import fact, saved, words
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
BUSY = {"error": {"code": "report_busy", "message": "", "details": {}, "request_id": "x"}}


@pytest.fixture
def rosa(demo_phone: MakePhone) -> Phone:
    """The demo person's phone, with her 120 days."""
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    return phone


def test_chosen_read_and_a_line_left_out_of_page_and_pdf(rosa: Phone) -> None:
    rosa.open("/you")
    rosa.button(re.compile("^A report for a visit")).tap()
    expect(rosa.page.get_by_role("heading", level=1)).to_have_text("A report for a visit")
    rosa.button("30 days").tap()
    expect(rosa.page.get_by_text("(30 days).")).to_be_visible()
    rosa.button(re.compile("^Parts")).tap()
    rosa.page.get_by_role("switch", name="Medicines").tap()
    rosa.button("See it").tap()
    expect(rosa.page.get_by_role("heading", name="Pain report: Rosa Keller")).to_be_visible()
    expect(rosa.page.get_by_text("Self-reported.")).to_be_visible()
    expect(rosa.page.get_by_role("heading", name="Patterns seen")).to_be_visible()
    expect(rosa.page.get_by_role("heading", name="Medicines", exact=True)).to_have_count(0)
    assert "ain" not in rosa.page.title() + rosa.page.url

    rosa.page.get_by_role("switch", name=re.compile("^Leave things out")).tap()
    expect(fact(rosa, "Days")).to_be_visible()
    rosa.button(re.compile("^Leave out: Days")).tap()
    expect(fact(rosa, "Days")).to_have_count(0)
    expect(rosa.page.get_by_role("heading", name="On one page")).to_be_focused()
    rosa.page.get_by_role("button", name="Undo").tap()
    expect(fact(rosa, "Days")).to_be_visible()
    rosa.button(re.compile("^Leave out: Days")).tap()
    expect(rosa.page.get_by_text("1 thing is left out.")).to_be_visible()

    rosa.button("Back").tap()
    expect(rosa.page.get_by_text("1 thing is left out.")).to_be_visible()
    made = saved(rosa, "Save the PDF")
    assert made.startswith(b"%PDF")
    text = words(made)
    assert "Rosa Keller" in text
    assert "Gets in the way of" in text
    assert "Nothing is assumed for days without an entry" not in text
    rosa.button(re.compile("^Put all back")).tap()
    assert "Nothing is assumed for days without an entry" in words(saved(rosa, "Save the PDF"))
    rosa.button(re.compile("^More")).tap()
    assert json.loads(saved(rosa, "FHIR"))["resourceType"] == "Bundle"


def test_a_renderer_that_is_busy_says_what_works(rosa: Phone) -> None:
    rosa.page.route("**/report.pdf*", lambda route: route.fulfill(status=503, json=BUSY))
    rosa.open("/report")
    rosa.button(re.compile("^Save the PDF")).tap()
    expect(rosa.page.get_by_role("alert")).to_contain_text("The page works meanwhile.")


def test_a_diary_without_an_account_has_its_report_too(make_phone: MakePhone) -> None:
    phone = make_phone("local")
    acts.start_now(phone)
    acts.log(phone, 6)
    phone.show("/report")
    expect(phone.page.get_by_text("The PDF needs an account.")).to_be_visible()
    phone.button("See it").tap()
    expect(fact(phone, "Days")).to_contain_text("1 of 90 logged, 89 not.")
    expect(fact(phone, "Where, how strong")).to_contain_text("Right hip: 1 day, median 6, worst 6.")
    expect(phone.page.get_by_text("only a server looks for those")).to_be_visible()
    phone.page.emulate_media(media="print")
    expect(phone.page.get_by_role("heading", name="Pain report")).to_be_visible()
    expect(phone.button("Print this page")).to_be_hidden()


def test_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("keys")
    acts.start_now(phone)
    acts.log(phone, 6)
    phone.show("/report")
    press(phone, "30 days")
    expect(phone.page.get_by_text("(30 days).")).to_be_visible()
    press(phone, "See it")
    title = phone.page.get_by_role("heading", level=1)
    expect(title).to_have_text("The report")
    expect(title).to_be_focused()
    reach(phone, phone.page.get_by_role("switch", name=re.compile("^Leave things out")))
    phone.page.keyboard.press("Enter")
    press(phone, re.compile("^Leave out: Days"))
    expect(fact(phone, "Days")).to_have_count(0)
    expect(phone.page.get_by_role("heading", name="On one page")).to_be_focused()


def test_since_the_last_visit(rosa: Phone) -> None:
    rosa.open("/you/visits")
    rosa.page.get_by_role("link", name=re.compile("Neurology clinic")).first.tap()
    rosa.button("A report for this visit").tap()
    expect(rosa.page.get_by_role("heading", level=1)).to_have_text("A report for a visit")
    rosa.button("Since the last visit").tap()
    expect(rosa.button("Since the last visit")).to_have_attribute("aria-pressed", "true")
    period = rosa.page.get_by_text(re.compile(r"\(7\d days\)\.$"))
    expect(period).to_be_visible()
    visit = re.match(r"(\d+ \w+)", period.inner_text())
    assert visit
    rosa.button("See it").tap()
    expect(fact(rosa, "Change")).to_contain_text(f"the 4 weeks up to the visit of {visit[1]}")
    agreed = rosa.page.get_by_role("region", name="What I want to ask and reach").locator(".report-fact")
    expect(agreed.filter(has_text=visit[1]).first).to_contain_text("Physiotherapist")
