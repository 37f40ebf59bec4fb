"""Acting for somebody, on two phones: added offline and signed, said yes to, held, noted twice."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e import acts, inside
from tests.e2e.api import Api
from tests.e2e.circle import stop_sharing
from tests.e2e.helper import SOON, half_a_minute_goes_by, her_page, scale, title, two_phones
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
MEDICINE = """async () => {
  const { nowParts } = await import('/pwa/src/domain/time.js');
  const { add } = await import('/pwa/src/state/records.js');
  const regimen = { name: 'Tablet A', times: [nowParts().at.slice(11, 16)] };
  await add('medicine', { class: 'painkiller', regimen });
}"""


def test_a_score_given_offline_is_signed_and_counts_after_the_yes(
    make_phone: MakePhone, server: Server
) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    rosa.open("/")
    acts.log(rosa, 4)
    add = her_page(daniel, api)
    daniel.ready_offline()
    daniel.offline()
    daniel.taps = 0
    daniel.tap(add.get_by_role("link", name=re.compile("^A number for pain")))
    scale(daniel, "How strong is Rosa’s pain now?", 9)
    assert daniel.taps == 2
    expect(title(daniel)).to_have_text("Pain 9")
    expect(daniel.page.get_by_text("signed with your name")).to_be_visible()
    daniel.button("Done").tap()
    mine = daniel.page.get_by_role("region", name="Added by you")
    expect(mine.get_by_role("link", name=re.compile("^Pain 9.*waiting to be sent"))).to_be_visible()
    daniel.offline(False)
    expect(mine.get_by_role("link", name=re.compile("waiting"))).to_have_count(0, timeout=SOON)

    said_yes_to(rosa)
    changed_again(rosa, daniel, api)


def said_yes_to(rosa: Phone) -> None:
    """What Daniel noted waits; it counts after the yes."""
    acts.all_sent(rosa)
    inside.sync(rosa.page)
    week = rosa.page.get_by_role("region", name="Last 7 days")
    expect(week).to_contain_text("4", timeout=SOON)
    rosa.button("Read it").tap(timeout=SOON)
    expect(title(rosa)).to_have_text("What helpers noticed")
    expect(rosa.page.get_by_text(re.compile("^Added by Daniel"))).to_be_visible()
    rosa.show("/")
    expect(week).to_contain_text("4")
    expect(week).not_to_contain_text("9")
    expect(rosa.button("Read it")).to_have_count(0)
    rosa.show("/diary")
    rosa.page.get_by_role("link", name=re.compile("^Pain 9.*by Daniel.*not counted yet")).tap()
    expect(rosa.page.get_by_text("Added by Daniel.")).to_be_visible()
    rosa.button(re.compile("^Yes, that’s right")).tap()
    expect(rosa.page.get_by_text("You said that this is right.")).to_be_visible()
    rosa.show("/")
    expect(week).to_contain_text("9")


def changed_again(rosa: Phone, daniel: Phone, api: Api) -> None:
    """Once Daniel changes it, it is asked for again."""
    week = rosa.page.get_by_role("region", name="Last 7 days")
    acts.all_sent(rosa)
    daniel.show(f"/people/{api.space}")
    inside.sync(daniel.page)
    daniel.page.get_by_role("link", name=re.compile("^Pain 9")).tap()
    expect(daniel.page.get_by_text("After a change it is asked again.")).to_be_visible(timeout=SOON)
    daniel.button("Another number").tap()
    scale(daniel, "How strong?", 8)
    expect(title(daniel)).to_have_text("Pain 8")
    daniel.wait_for(lambda: any(row["body"]["severity_nrs"] == 8 for row in api.own_entries()))
    inside.sync(rosa.page)
    expect(week).not_to_contain_text("8", timeout=SOON)
    assert not re.search("[89]", week.inner_text().replace("Last 7 days", ""))


def test_what_the_person_wrote_has_nothing_to_change_it_with(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    rosa.open("/")
    acts.log(rosa, 5)
    acts.all_sent(rosa)
    [entry] = api.own_entries()
    her_page(daniel, api)
    expect(daniel.page.get_by_text(re.compile("^Pain 5")).first).to_be_visible(timeout=SOON)
    expect(daniel.page.get_by_role("link", name=re.compile("Pain 5"))).to_have_count(0)
    daniel.show(f"/people/{api.space}/add/{entry['id']}")
    expect(daniel.page.get_by_text("This entry is not here.")).to_be_visible()
    expect(daniel.button("Take it out")).to_have_count(0)


def test_a_note_written_before_the_end_was_heard_of_waits_for_the_person(
    make_phone: MakePhone, server: Server
) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    her_page(daniel, api)
    daniel.ready_offline()
    daniel.offline()
    daniel.page.get_by_role("link", name=re.compile("^What I noticed")).tap()
    daniel.button("Very tired").tap()
    expect(title(daniel)).to_have_text("Very tired")
    field = daniel.page.get_by_label("A few words, if they help")
    field.fill("Slept after lunch.")
    field.blur()
    daniel.wait_for(lambda: "Slept after lunch." in daniel.stored())
    stop_sharing(rosa)
    daniel.offline(False)
    inside.sync(daniel.page)
    expect(daniel.page.get_by_text("This view is not available.")).to_be_visible(timeout=SOON)
    # What became of it is told without a word of why.
    daniel.show("/sync")
    expect(daniel.page.get_by_text("1 note waits for Rosa’s approval.")).to_be_visible(timeout=SOON)
    expect(daniel.page.get_by_text(re.compile("ended|stopped|changed"))).to_have_count(0)

    rosa.show("/you/sharing/held")
    rosa.button(re.compile("^Keep: Daniel noticed: Very tired")).first.tap(timeout=SOON)
    rosa.button(re.compile("^Keep: ")).first.tap(timeout=SOON)
    expect(rosa.page.get_by_text("No note waits for you.")).to_be_visible(timeout=SOON)
    inside.sync(rosa.page)
    rosa.show("/you/noticed")
    expect(rosa.page.get_by_role("heading", name="Very tired")).to_be_visible(timeout=SOON)
    expect(rosa.page.get_by_text("Slept after lunch.", exact=True)).to_be_visible()
    rosa.button(re.compile("^Take it out")).tap()
    expect(rosa.page.get_by_role("heading", name="Very tired")).to_have_count(0)
    rosa.page.get_by_role("button", name="Undo").tap()
    expect(rosa.page.get_by_role("heading", name="Very tired")).to_be_visible()


def test_one_dose_or_two_is_asked_on_both_phones(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel, api = two_phones(make_phone, server)
    rosa.open("/")
    rosa.page.evaluate(MEDICINE)
    inside.sync(rosa.page)
    add = her_page(daniel, api)
    inside.sync(daniel.page)
    daniel.ready_offline()
    daniel.offline()
    dose(daniel, add)
    half_a_minute_goes_by(rosa)
    rosa.button(re.compile("^Taken: Tablet A")).tap(timeout=SOON)
    rosa.wait_for(lambda: len(doses(api)) == 1)
    daniel.offline(False)
    inside.sync(daniel.page)
    for phone in (daniel, rosa):
        inside.sync(phone.page)
        expect(phone.page.get_by_role("heading", name="One dose or two?")).to_be_visible(timeout=SOON)
    # The form asks before one more is kept, too.
    daniel.show(f"/people/{api.space}/add/dose")
    daniel.page.get_by_role("button", name=re.compile("^Tablet A")).tap()
    daniel.button("One dose, leave it").tap()
    expect(daniel.page.get_by_text(re.compile("^Already noted"))).to_have_count(0)
    daniel.show(f"/people/{api.space}")
    daniel.button(re.compile("^One dose:")).tap()
    expect(daniel.page.get_by_role("heading", name="One dose or two?")).to_have_count(0)
    expect(daniel.page.get_by_role("region", name="Added by you")).to_have_count(0)
    daniel.wait_for(lambda: len(doses(api)) == 1)
    inside.sync(rosa.page)
    expect(rosa.page.get_by_role("heading", name="One dose or two?")).to_have_count(0, timeout=SOON)
    assert [row["author"]["name"] for row in doses(api)] == ["Rosa"]


def dose(daniel: Phone, add: Locator) -> None:
    """A dose given, from the card on Rosa's page."""
    more = add.get_by_role("link", name=re.compile("^More to add"))
    if more.count():
        more.tap()
    daniel.page.get_by_role("link", name=re.compile("^A dose given")).tap()
    daniel.page.get_by_role("button", name=re.compile("^Tablet A")).tap()
    expect(daniel.page.get_by_text(re.compile("given.$")).first).to_be_visible()


def doses(api: Api) -> list[dict[str, object]]:
    rows = api.call("GET", f"people/{api.space}/records?kind=dose")["records"]
    return [row for row in rows if not row["deleted"]]
