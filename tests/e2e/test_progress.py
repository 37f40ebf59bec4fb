"""What was done: asked about once more, told in the diary and over weeks, changed and taken out."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e import acts
from tests.e2e.moved import CALM, STRETCH, a_year, did, keep
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]


def test_a_session_is_asked_about_once_more_and_told_in_the_diary(make_phone: MakePhone) -> None:
    phone = make_phone("anna")
    acts.start_now(phone)
    done = [did(STRETCH, hold_s=20, reps=2), did(CALM, "part"), did("ROM-01", "stopped")]
    keep(phone, {"hours": 2, "minutes": 8, "done": done, "felt": "same", "pain_before_nrs": 4})
    phone.open("/")
    asked = phone.page.get_by_role("heading", name="After your last session: easier, same or worse now?")
    expect(phone.page.get_by_role("heading", name="Last 7 days")).to_have_count(0)
    expect(asked).to_have_count(0)
    acts.log(phone, 3)
    expect(asked).to_be_visible()
    phone.button("Easier").tap()
    expect(phone.page.get_by_text("Saved on this phone. Easier.")).to_be_visible()
    expect(asked).to_have_count(0)
    phone.button("Undo").tap()
    expect(asked).to_be_visible()
    phone.button("Not now").tap()
    expect(asked).to_have_count(0)
    # What is put away is a draft: it is stored a moment after the tap.
    phone.wait_for(lambda: "felt_put_away" in phone.stored())
    in_the_diary(phone)


def in_the_diary(phone: Phone) -> None:
    phone.open("/")
    expect(phone.page.get_by_role("heading", name="Last 7 days")).to_be_visible()
    expect(phone.page.get_by_role("heading", name=re.compile("^After your last session"))).to_have_count(0)
    row = "Moved 8 minutes, seated · 1 movement done, 1 in part · stopped early"
    phone.open("/diary")
    phone.page.get_by_role("link", name=re.compile(re.escape(row))).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Moved 8 minutes, seated")
    expect(phone.page.get_by_text("Stopped early. That was a good choice.")).to_be_visible()
    # Logged two hours after, by the person.
    expect(phone.page.get_by_text("Pain some two hours later, from your log: 3.")).to_be_visible()
    felt = phone.page.get_by_role("group", name="How did it feel?")
    expect(felt.get_by_role("button", name="Same")).to_have_attribute("aria-pressed", "true")
    felt.get_by_role("button", name="Worse").tap()
    expect(felt.get_by_role("button", name="Worse")).to_have_attribute("aria-pressed", "true")
    phone.page.get_by_label("Note").fill("Warm room")
    phone.button("Delete this session").tap()
    expect(row_of(phone)).to_have_count(0)
    phone.button("Undo").tap()
    expect(row_of(phone)).to_have_count(1)
    found_by_movement(phone)


def found_by_movement(phone: Phone) -> None:
    phone.open("/diary/find")
    for word in ("moved", "hamstring", "warm"):
        phone.page.get_by_label("Find by word").fill("zeppelin")
        expect(row_of(phone)).to_have_count(0)
        phone.page.get_by_label("Find by word").fill(word)
        expect(row_of(phone)).to_have_count(1)


def row_of(phone: Phone) -> Locator:
    return phone.page.get_by_role("link", name=re.compile("^Moved 8 minutes, seated"))


def test_weeks_are_told_in_words_and_nothing_less_is_compared(make_phone: MakePhone) -> None:
    phone = make_phone("anna")
    acts.start_now(phone)
    phone.open("/move/progress")
    expect(phone.page.get_by_text("Nothing here yet.")).to_be_visible()
    a_year(phone)
    phone.open("/move/progress")
    expect(phone.page.get_by_text("You moved once, for 8 minutes.")).to_be_visible()
    expect(phone.page.get_by_text(re.compile(r": held 20 seconds in \w+( \d{4})?, 30 now\."))).to_be_visible()
    expect(phone.page.get_by_text(re.compile(r"Before it was step 1\."))).not_to_have_count(0)
    pains = phone.page.get_by_role("table", name=re.compile("before and after"))
    stretches = pains.get_by_role("row", name=re.compile("^Stretches"))
    expect(stretches.get_by_role("cell")).to_have_text("4 before, 3 after")
    expect(phone.page.get_by_text(re.compile("150 minutes a week as a direction"))).to_be_visible()
    assert not re.search(r"\b(fail|miss|streak|worse|less than)", phone.page.inner_text("main"), re.I)
    # While a message asks for help there is nothing to aim at.
    phone.page.evaluate(
        """async () => {
          const { put } = await import('/pwa/src/state/records.js');
          const { nowParts } = await import('/pwa/src/domain/time.js');
          await put('safety', { message_id: 'SAFE-11' }, { ...nowParts(), tier: 'E3' });
        }"""
    )
    expect(phone.page.get_by_text(re.compile("150 minutes"))).to_have_count(0)
    expect(phone.page.get_by_text("You moved once, for 8 minutes.")).to_be_visible()
