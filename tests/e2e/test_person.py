"""What a person says of herself, her visits, her numbers and her country: by tap, by keyboard, by name."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.keyboard import press, reach
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]


def test_about_me_by_tap_by_keyboard_and_kept(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/you/about")
    phone.button(re.compile("^Getting about")).tap()
    choose(phone, "How do you get about most days?", "Walks with one stick or crutch")
    phone.button("Next").tap()
    choose(phone, "Which aids do you use?", "Walking stick")
    phone.button("Next").tap()
    phone.page.get_by_label("Since when", exact=True).fill("2025-03-05")
    choose(phone, "Which hand or side?", "Left")
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("About me")
    by_keyboard_alone(phone)
    phone.open("/you/about")
    for row in (
        "Getting about Walks with one stick or crutch",
        "Aids Walking stick",
        "Heat makes it worse No",
        "Conditions and operations Not said",
    ):
        expect(phone.page.get_by_role("button", name=row)).to_be_visible()
    phone.button(re.compile("^Aids")).tap()
    phone.button("Next").tap()
    expect(phone.page.get_by_label("Since when", exact=True)).to_have_value("2025-03-05")
    expect(phone.page.get_by_role("button", name="Left", pressed=True)).to_be_visible()


def choose(phone: Phone, question: str, answer: str) -> None:
    button = phone.page.get_by_role("group", name=question).get_by_role("button", name=answer)
    button.tap()
    expect(button).to_have_attribute("aria-pressed", "true")


def by_keyboard_alone(phone: Phone) -> None:
    """Tab to a row, Enter; Tab to the answer, Space; Tab to "Done", Enter."""
    reach(phone, "Heat makes it worse")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("warmth or fever")
    reach(phone, phone.button("No"))
    phone.page.keyboard.press("Space")
    expect(phone.page.get_by_role("button", name="No", pressed=True)).to_be_visible()
    reach(phone, phone.button("Done"))
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("About me")


def test_a_visit_with_its_questions_in_order(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/you/visits")
    phone.button("Add a visit").tap()
    phone.page.get_by_label("Who you will see").fill("Dr Meier")
    for text in ("Why is the knee worse in the evening?", "May I swim?"):
        phone.page.get_by_label("A question", exact=True).fill(text)
        phone.button("Add this question").tap()
        expect(phone.page.get_by_role("button", name=re.compile(re.escape(text)))).to_be_visible()
    phone.page.get_by_role("switch", name=re.compile("^Take my report")).tap()
    phone.page.get_by_label("Day", exact=True).fill("2099-05-04")
    phone.page.get_by_label("Time", exact=True).fill("10:30")
    phone.button("2. May I swim?").tap()
    phone.button("Ask it earlier").tap()
    expect(phone.button("1. May I swim?")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Dr Meier")
    phone.button("2. Why is the knee worse in the evening?").tap()
    phone.button("Take it away").tap()
    expect(phone.page.get_by_role("button", name=re.compile("knee"))).to_have_count(0)
    phone.button("Undo").tap()
    expect(phone.button("2. Why is the knee worse in the evening?")).to_be_visible()
    phone.button("Done").tap()
    row = phone.page.get_by_role("region", name="Coming up").get_by_role("link", name=re.compile("^Dr Meier"))
    expect(row).to_contain_text("4 May 2099, 10:30 · 2 questions")


def test_a_visit_a_number_and_an_allergy_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/you/visits")
    press(phone, "Add a visit")
    typed(phone, "Who you will see", "Dr Meier")
    typed(phone, "A question", "May I swim?")
    press(phone, "Add this question")
    expect(phone.button("1. May I swim?")).to_be_visible()
    press(phone, "Done")
    press(phone, re.compile("^Dr Meier"))
    expect(phone.page.get_by_label("Who you will see")).to_have_value("Dr Meier")
    phone.open("/you/numbers")
    press(phone, "Add a number")
    typed(phone, "Who", "MS nurse")
    typed(phone, "Number", "+44 20 5550 0101")
    press(phone, "MS team", "Space")
    expect(phone.page.get_by_role("button", name="MS team", pressed=True)).to_be_visible()
    press(phone, "Done")
    press(phone, "Add an allergy")
    typed(phone, "What you cannot take", "Penicillin")
    press(phone, "Done")
    expect(phone.button(re.compile("^Penicillin"))).to_be_visible()
    expect(phone.button(re.compile("^MS nurse MS team"))).to_be_visible()


def typed(phone: Phone, label: str, text: str) -> None:
    """Tab to a field and write into it."""
    reach(phone, phone.page.get_by_label(label, exact=True))
    phone.page.keyboard.type(text)


def test_numbers_help_and_country_also_without_a_network(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa", timezone_id="Europe/London")
    phone.open("/help")
    expect(phone.page.get_by_role("link", name=re.compile("^Call 999"))).to_have_attribute("href", "tel:999")
    acts.start_now(phone)
    phone.open("/you/numbers")
    phone.button("Add a number").tap()
    phone.page.get_by_label("Who", exact=True).fill("MS nurse")
    phone.page.get_by_label("Number", exact=True).fill("ask at the desk")
    phone.page.get_by_role("group", name="Who is it?").get_by_role("button", name="MS team").tap()
    expect(phone.page.get_by_text("Not kept yet.")).to_be_visible()
    phone.page.get_by_label("Number", exact=True).fill("+44 20 5550 0101")
    expect(phone.button("Call this number")).to_have_attribute("href", "tel:+442055500101")
    phone.button("Done").tap()
    add_an_allergy(phone)
    ways_to_help(phone)
    choose_a_country(phone)
    phone.ready_offline()
    phone.offline()
    server.stop()
    phone.open("/help")
    expect(phone.page.get_by_role("link", name=re.compile("^Call 911"))).to_be_visible()
    expect(phone.page.get_by_role("link", name=re.compile("^Call MS nurse"))).to_be_visible()


def add_an_allergy(phone: Phone) -> None:
    phone.button("Add an allergy").tap()
    phone.page.get_by_label("What you cannot take").fill("Penicillin")
    phone.page.get_by_label("What it does").fill("Rash")
    phone.button("Done").tap()
    expect(phone.button(re.compile("^Penicillin Rash"))).to_be_visible()
    expect(phone.button(re.compile("^MS nurse"))).to_be_visible()


def ways_to_help(phone: Phone) -> None:
    phone.button(re.compile("^Ways to help")).tap()
    choose(phone, "What helps me", "Cooling down")
    phone.page.get_by_label("In my own words").fill("Hold my arm on the stairs")
    phone.button("Add this").tap()
    phone.button("2. Hold my arm on the stairs").tap()
    phone.button("Move it up").tap()
    expect(phone.button("2. Cooling down")).to_be_visible()
    phone.button("Done").tap()
    expect(phone.button(re.compile("^Ways to help"))).to_contain_text(
        "Hold my arm on the stairs, cooling down"
    )


def choose_a_country(phone: Phone) -> None:
    """Numbers, words and degrees change at once."""
    phone.open("/you/settings/country")
    expect(phone.page.get_by_text("Your phone seems to be in United Kingdom.")).to_be_visible()
    phone.button("Show all countries").tap()
    choose(phone, "Choose your country", "United States")
    expect(phone.page.get_by_role("link", name=re.compile("^Call 988 Lifeline"))).to_be_visible()
    expect(phone.page.get_by_text("American words. Temperatures in °F.")).to_be_visible()
    phone.open("/you/about")
    phone.button(re.compile("^Getting about")).tap()
    expect(phone.button("Walks with one cane or crutch")).to_be_visible()
