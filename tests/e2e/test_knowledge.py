"""Learn, the movement library and the sources, on a phone that lost its network."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
BRITISH = re.compile(r"physiotherap|walking stick|\bsticks?\b", re.IGNORECASE)
DRAWN = (
    "() => [...document.querySelectorAll('svg.figure .near path')].map((one) => one.getAttribute('d')).join()"
)


def test_what_limber_knows_is_there_without_a_network(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.offline()
    server.stop()
    find_a_card(phone)
    from_a_card_to_its_source(phone)
    find_a_movement(phone)
    read_a_movement(phone)
    see_both_badges(phone)


def find_a_card(phone: Phone) -> None:
    phone.open("/learn")
    phone.page.get_by_label("Find a card").fill("heat pain")
    phone.page.get_by_role("link", name=re.compile("heat", re.IGNORECASE)).first.tap()
    expect(phone.page.get_by_role("heading", name="What to do next")).to_be_visible()


def from_a_card_to_its_source(phone: Phone) -> None:
    phone.button("Why we say this").tap()
    phone.page.get_by_role("link", name=re.compile("^From: ")).first.tap()
    expect(phone.page.get_by_role("heading", name="What it supports here")).to_be_visible()
    phone.page.go_back()
    expect(phone.page.get_by_role("heading", name="What to do next")).to_be_visible()


def find_a_movement(phone: Phone) -> None:
    phone.open("/move")
    phone.button("Find a movement").tap()
    expect(phone.page.get_by_text("142 of 142 movements")).to_be_visible()
    phone.button(re.compile("^Filter")).tap()
    choose(phone, "How do you want to be?", "Seated")
    choose(phone, "Which part of the body?", "Calf")
    phone.button(re.compile("^Filter")).tap()
    phone.page.get_by_label("Find by word").fill("strap")
    told = phone.page.get_by_role("status").filter(has_text="of 142 movements").inner_text()
    assert 1 <= int(told.split()[0]) <= 5
    phone.page.get_by_role("link", name=re.compile("^Calf stretch with strap")).tap()


def choose(phone: Phone, question: str, answer: str) -> None:
    phone.button(re.compile(f"^{re.escape(question)}")).tap()
    phone.page.get_by_role("group", name=question).get_by_role("button", name=answer).tap()


def read_a_movement(phone: Phone) -> None:
    """The position that was looked for comes first; the figure moves only when asked, and swaps sides."""
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Calf stretch with strap")
    expect(phone.page.get_by_role("button", name="Seated", pressed=True)).to_be_visible()
    for heading in ("How to do it", "How much", "How far", "When to stop or leave it out", "With a helper"):
        expect(phone.page.get_by_role("heading", name=heading)).to_be_visible()
    still = phone.page.evaluate(DRAWN)
    phone.page.wait_for_timeout(400)
    assert phone.page.evaluate(DRAWN) == still, "nothing moves by itself"
    phone.button("Show it moving").tap()
    phone.wait_for(lambda: phone.page.evaluate(DRAWN) != still)
    phone.button("Pause").tap()
    phone.button("Other side").tap()
    expect(phone.page.locator("svg.figure > g")).to_have_attribute("transform", re.compile("scale"))
    phone.page.get_by_role("button", name="Lying").tap()
    expect(phone.page.get_by_role("img", name=re.compile("[Ll]ying"))).to_be_visible()


def see_both_badges(phone: Phone) -> None:
    assert phone.page.get_by_role("heading", name="Take care").count() == 0, "hands-on moves stay closed"
    phone.button("A therapist showed us").tap()
    expect(phone.page.get_by_role("heading", name="Take care")).to_be_visible()
    phone.button(re.compile("^About this exercise")).tap()
    expect(phone.page.get_by_text("From the documents")).to_be_visible()
    expect(
        phone.page.get_by_text("Standard physiotherapy practice, clinical review pending", exact=True).first
    ).to_be_visible()


def test_less_motion_shows_the_poses_side_by_side(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", reduced_motion="reduce")
    acts.start_now(phone)
    phone.open("/move/ROM-01")
    expect(phone.page.locator("svg.figure").first).to_be_visible()
    assert phone.page.locator("svg.figure").count() >= 2
    assert phone.page.get_by_role("button", name="Show it moving").count() == 0
    assert phone.page.get_by_role("img").count() == 1, "one picture for who hears it, not one for each pose"


def test_an_american_phone_reads_american_words(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", locale="en-US")
    acts.start_now(phone)
    phone.open("/move/POS-10")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Cane or walker check")
    phone.button(re.compile("^About this exercise")).tap()
    expect(phone.page.get_by_text("physical therapist").first).to_be_visible()
    for path in ("/move", "/move/POS-10", "/learn/CARD-22", "/learn/CARD-40"):
        phone.open(path)
        expect(phone.page.locator("main h2").nth(1)).to_be_visible()
        assert not BRITISH.search(phone.page.inner_text("body")), path


def test_an_address_that_leads_nowhere_says_so(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    for path, told in (
        ("/move/ROM-99", "This movement is not here"),
        ("/move/nothing", "This movement is not here"),
        ("/learn/CARD-99", "This card is not here"),
        ("/learn/from/99", "This source is not here"),
        ("/learn/from/x", "This source is not here"),
    ):
        phone.open(path)
        expect(phone.page.get_by_role("heading", level=1)).to_have_text(told)
