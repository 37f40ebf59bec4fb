"""Trends on a phone: from what lies on it, in the server's own words, and with the last patterns kept."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from backend.cli import story
from tests.e2e import acts, keyboard, tour, tour_trends
from tests.e2e.phone import Phone

CAPTIONS = "(all) => all.map((one) => one.caption?.textContent ?? '')"
MakePhone = Callable[..., Phone]
PATTERN = re.compile("^The second day after injection hurt about")
# The phone's series beside the server's, for the days on the screen.
BESIDE = """async (days) => {
  const { series } = await import('/pwa/src/state/trends.js');
  const { opened } = await import('/pwa/src/state/opened.js');
  const answer = await fetch(`/api/v1/people/${opened.value.space}/insights?days=${days}`);
  const told = await answer.json();
  const here = {
    pain: series.pain, spells: series.spells, regions: series.places, sides: series.sides,
    words: series.words, relief: series.relief, injections: series.injections,
    function: series.activities, exercise: series.moved, touch: series.touch, aids: series.aids,
    medicines: series.medicines, spasms: series.spasms, bowel: series.bowel,
  };
  const both = Object.entries(here).map(([name, one]) => [name, one.value, told.series[name]]);
  return [...both, ['usual', series.band.value, told.usual]];
}"""


def drawing(phone: Phone) -> Locator:
    return phone.page.get_by_role("img", name=re.compile("^Pain, 0 to 10"))


def test_charts_need_no_account_and_no_network(make_phone: MakePhone) -> None:
    phone = make_phone("anna")
    acts.start_now(phone)
    phone.show("/trends")
    expect(phone.page.get_by_role("heading", name="No pain noted in this time.")).to_be_visible()
    phone.show("/")
    acts.log(phone, 6)
    phone.ready_offline()
    phone.kill()
    phone.start(offline=True)
    phone.open("/trends")
    expect(phone.page.get_by_role("heading", name="Pain noted on 1 day of 30.")).to_be_visible()
    expect(drawing(phone)).to_be_visible()
    expect(phone.page.get_by_text(re.compile("so it needs an account"))).to_be_visible()
    keyboard.press(phone, "As a table: Pain, the strongest and the middle")
    row = phone.page.get_by_role("row", name="Today 6 6")
    expect(row).to_be_visible()
    keyboard.press(phone, "Where and what kind")
    expect(phone.page.get_by_role("img", name="Front, days by place: Right hip 1")).to_be_visible()
    keyboard.press(phone, "7 days")
    expect(phone.page.get_by_role("heading", name="Pain noted on 1 day of 7.")).to_be_visible()


def test_no_falling_lines_stays_with_the_diary(make_phone: MakePhone) -> None:
    phone = make_phone("anna")
    acts.start_now(phone)
    acts.log(phone, 6)
    phone.show("/trends")
    expect(drawing(phone)).to_be_visible()
    phone.page.get_by_role("switch", name=re.compile("^No falling lines")).tap()
    expect(drawing(phone)).to_have_count(0)
    phone.wait_for(lambda: "no_falling_lines" in phone.stored())
    phone.kill()
    phone.start()
    phone.open("/trends")
    expect(phone.page.get_by_text("The usual is told from 8 days with a number.")).to_be_visible()
    expect(drawing(phone)).to_have_count(0)


def test_no_falling_lines_follows_the_person_to_another_phone(demo_phone: MakePhone) -> None:
    phone, other = demo_phone("rosa"), demo_phone("tablet")
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/trends")
    expect(drawing(phone)).to_be_visible()
    phone.page.get_by_role("switch", name=re.compile("^No falling lines")).tap()
    phone.wait_for(lambda: "no_falling_lines" in phone.stored())
    phone.show("/")
    acts.all_sent(phone)
    tour.sign_in_as(other, story.ROSA)
    other.show("/trends")
    expect(other.page.get_by_role("switch", name=re.compile("^No falling lines"))).to_be_checked()
    expect(drawing(other)).to_have_count(0)


def test_without_falling_lines_the_report_waits_with_its_chart_but_on_paper(demo_phone: MakePhone) -> None:
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/report/page")
    chart = phone.page.get_by_role("img", name=re.compile("^A chart"))
    expect(chart).to_be_visible()
    tour_trends.without_lines(phone)
    phone.show("/report/page")
    opener = phone.page.get_by_role("button", name="Show the chart")
    expect(opener).to_be_visible()
    expect(chart).to_be_hidden()
    phone.page.emulate_media(media="print")
    expect(chart).to_be_visible()
    expect(opener).to_be_hidden()
    phone.page.emulate_media(media="screen")
    keyboard.press(phone, "Show the chart")
    expect(chart).to_be_visible()
    expect(phone.page.locator("figure", has=chart)).to_be_focused()


def test_the_last_patterns_are_there_without_a_network(demo_phone: MakePhone) -> None:
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/trends")
    expect(phone.page.get_by_text(PATTERN)).to_be_visible()
    phone.ready_offline()
    phone.wait_for(lambda: "24_48" in phone.stored())
    phone.kill()
    phone.start(offline=True)
    phone.open("/trends")
    expect(phone.page.get_by_text(PATTERN)).to_be_visible()
    expect(phone.page.get_by_text("It may be chance", exact=False).first).to_be_visible()
    phone.button("Why we say this").tap()
    expect(phone.page.get_by_role("link", name=re.compile("^From: ")).first).to_be_visible()


def test_a_pattern_is_put_into_the_report_by_keyboard(demo_phone: MakePhone) -> None:
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/trends")
    expect(phone.page.get_by_text(re.compile("^It is in your report"))).to_be_visible()
    tour_trends.not_in_report(phone)
    expect(phone.page.get_by_text(re.compile("^It is in your report"))).to_have_count(0)
    keyboard.press(phone, re.compile("^Put in my report: The second day after injection"))
    link = phone.page.get_by_role("link", name="See the report")
    expect(link).to_be_focused()
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_be_focused()
    phone.button(re.compile("^Parts")).tap()
    expect(phone.page.get_by_role("switch", name="Patterns seen")).to_be_checked()


def test_every_chart_has_its_numbers_in_a_table_with_a_name(demo_phone: MakePhone) -> None:
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    tour_trends.opened(phone)
    names = set(phone.page.get_by_role("table").evaluate_all(CAPTIONS))
    assert "" not in names
    assert names >= {
        "Pain, the strongest and the middle",
        "The strongest pain by day",
        "The commonest places",
        "Places by month",
        "All that was tried",
        "The middle of pain by time since an injection",
        "Medicines that changed: pain before and after",
        "Minutes by day",
        "Pain after moving, beside before",
    }
    day = phone.page.get_by_role("table", name="The strongest pain by day")
    expect(day.get_by_role("columnheader")).to_have_text(["When", "Strongest", "Entries"])
    expect(phone.page.get_by_text(re.compile("^Medicine begun on [0-9]+ [A-Z]"))).to_be_visible()
    for image in phone.page.get_by_role("img").all():
        assert image.get_attribute("aria-label")


@pytest.mark.parametrize("days", [30, 90])
def test_the_phone_counts_as_the_server_does(demo_phone: MakePhone, days: int) -> None:
    phone = demo_phone("rosa")
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/trends")
    phone.button(f"{days} days").tap()
    expect(phone.page.get_by_text(re.compile(f"^[0-9]+ days of {days} noted"))).to_be_visible()
    # Older days are read a moment later: entries that began before and go on.
    names = {name for name, here, there in phone.page.evaluate(BESIDE, days) if here}
    assert {"pain", "injections", "function", "exercise", "usual", "medicines"} <= names
    phone.wait_for(lambda: not differing(phone, days))


def differing(phone: Phone, days: int) -> list[str]:
    return [name for name, here, there in phone.page.evaluate(BESIDE, days) if here != there]
