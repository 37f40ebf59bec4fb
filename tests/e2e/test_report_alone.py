"""The phone's own report: all of it without a server, after a kill too; what was chosen stays here."""

import csv
import io
import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import expect

from backend.cli import story
from tests.e2e import acts, tour
from tests.e2e.paper import pages, saved
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.tour_report import open_page

MakePhone = Callable[..., Phone]
PARTS = """() => Object.fromEntries([...document.querySelectorAll('.report-part')]
  .map((part) => [part.dataset.part, part.innerText]))"""
LOOKED = re.compile(r"\s+The server looked for them on \d+ \w+ \d+\. Later entries may change them\.")
OWN = re.compile(r"\s+Made on the phone itself, .*$", re.DOTALL)


@pytest.fixture
def rosa(demo_phone: MakePhone) -> Phone:
    """The demo person's phone, with her 120 days."""
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    return phone


def parts(phone: Phone) -> dict[str, str]:
    """What each part of the page says, without what only a phone adds."""
    found: dict[str, str] = phone.page.evaluate(PARTS)
    found["summary"] = re.sub(r"Patterns of \d+ \w+", "Patterns", found["summary"])
    found["patterns"] = LOOKED.sub("", found["patterns"])
    found["method"] = OWN.sub("", found["method"])
    return found


def own_page(phone: Phone) -> None:
    """The report, made by the phone."""
    expect(phone.page.get_by_text(re.compile("^Made on this phone, without a connection"))).to_be_visible()
    expect(phone.page.get_by_role("heading", name="Method and limits")).to_be_visible()


def test_killed_and_without_a_server_it_is_the_whole_report(rosa: Phone, demo_server: Server) -> None:
    open_page(rosa)
    told = parts(rosa)
    assert len(told) == 14
    assert re.search(r"\d+ of 90 logged", told["summary"])
    assert "hurt about" in told["patterns"]
    rosa.ready_offline()
    rosa.page.evaluate("async () => (await import('/pwa/src/state/drafts.js')).draftsKept()")
    rosa.kill()
    demo_server.stop()
    rosa.start(offline=True)
    rosa.open("/report/page")
    own_page(rosa)
    assert parts(rosa) == told

    sheet = rosa.page.pdf(prefer_css_page_size=True)
    printed = pages(sheet)
    assert [round(length) for length in pypdfium2.PdfDocument(sheet)[0].get_size()] == [595, 842]
    assert "My questions" in printed[0] and "The pains, one by one" in printed[1], "more than a page"
    assert "Method and limits" in " ".join(printed) and printed[-1].strip(), "an empty page"
    assert not any("Print this page" in page or "Leave things out" in page for page in printed)

    rosa.show("/report")
    rosa.button(re.compile("^Save the PDF")).tap()
    expect(rosa.page.get_by_role("alert")).to_contain_text("The page works without one")
    rosa.button(re.compile("^Save tables")).tap()
    table = saved(rosa, "Pain and symptoms").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert rows
    assert {row["kind"] for row in rows} == {"symptom"}
    rosa.button("Other dates").tap()
    rosa.page.get_by_label("From").fill("2001-01-01")
    rosa.page.get_by_label("To").fill("2001-01-02")
    table = saved(rosa, "Pain and symptoms").decode("utf-8-sig")
    assert len(table.splitlines()) == 1, "entries of other days are in the table"


def test_what_was_chosen_outlives_the_app_and_goes_with_the_diary(rosa: Phone) -> None:
    rosa.open("/report")
    rosa.button("30 days").tap()
    rosa.button("Letter").tap()
    rosa.button(re.compile("^Parts")).tap()
    rosa.page.get_by_role("switch", name="Medicines").tap()
    rosa.page.get_by_role("switch", name=re.compile("^Entries marked private")).tap()
    expect(rosa.page.get_by_role("switch", name=re.compile("^Entries marked private"))).to_be_checked()
    rosa.button("See it").tap()
    rosa.page.get_by_role("switch", name=re.compile("^Leave things out")).tap()
    rosa.button(re.compile("^Leave out: Days")).tap()
    expect(rosa.page.get_by_text("1 thing is left out.")).to_be_visible()
    assert rosa.page.url.endswith("/report/page")
    rosa.wait_for(lambda: "summary.days" in rosa.stored())
    rosa.close()
    rosa.start()
    rosa.open("/report/page")
    expect(rosa.page.get_by_text("(30 days)")).to_be_visible()
    expect(rosa.page.get_by_text("1 thing is left out.")).to_be_visible()
    expect(rosa.page.get_by_role("heading", name="Medicines", exact=True)).to_have_count(0)
    assert pypdfium2.PdfDocument(rosa.page.pdf(prefer_css_page_size=True))[0].get_size() == (612, 792)
    rosa.button("Back").tap()
    expect(rosa.button("30 days")).to_have_attribute("aria-pressed", "true")
    expect(rosa.button("Letter")).to_have_attribute("aria-pressed", "true")
    # What is private is asked for each time anew.
    expect(rosa.page.get_by_role("switch", name=re.compile("^Entries marked private"))).not_to_be_checked()

    rosa.show("/you")
    acts.all_sent(rosa)
    rosa.button("Sign out").tap()
    rosa.page.locator("main").get_by_role("button", name="Sign out").last.tap()
    expect(rosa.page.get_by_role("heading", level=1)).to_have_text("Limber")
    assert "summary.days" not in rosa.stored()
    tour.sign_in_as(rosa, story.ROSA)
    rosa.show("/report")
    expect(rosa.button("90 days")).to_have_attribute("aria-pressed", "true")
    expect(rosa.button("A4")).to_have_attribute("aria-pressed", "true")
