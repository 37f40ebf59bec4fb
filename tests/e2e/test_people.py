"""The helper's home: there at once and offline, honest about its age, telling only what is shared."""

import datetime
import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.keyboard import press
from tests.e2e.owners import Owner, now
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]
MORE = re.compile("^More about Rosa")


def a_hard_day(server: Server, name: str = "Rosa") -> Owner:
    """Somebody with a week of 4 and a 7 today."""
    owner = Owner.register(server.url, name, f"{name.lower()}@example.org")
    assert isinstance(owner, Owner)
    owner.usual(4)
    owner.pain(7, regions=[{"region": "hip", "side": "right"}])
    return owner


def helper(server: Server, name: str = "Daniel") -> Api:
    return Api.register(server.url, name, f"{name.lower()}@example.org")


def signed_in(phone: Phone, name: str = "Daniel") -> None:
    acts.sign_in(phone, f"{name.lower()}@example.org")
    acts.all_sent(phone)


def title(phone: Phone, words: str | re.Pattern[str]) -> None:
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_helper_finds_their_people_first_and_offline_after_a_kill(
    make_phone: MakePhone, server: Server
) -> None:
    rosa, daniel = a_hard_day(server), make_phone("daniel")
    rosa.put("care_card", country="DE", emergency_number="112", help=[{"text": "Tea by the window"}])
    rosa.put("contact", who="MS nurse", role="ms_team", number="+49 30 5550 0101")
    rosa.put("allergy", what="Penicillin", reaction="Rash")
    rosa.share_with(helper(server), "Daniel", "symptoms", "contacts")
    signed_in(daniel)
    expect(daniel.page.get_by_text("A harder day than usual")).to_be_visible()
    expect(daniel.page.get_by_role("link", name="People", exact=True)).to_have_attribute(
        "aria-current", "page"
    )
    assert daniel.page.get_by_role("link", name="Log", exact=True).count() == 0
    daniel.ready_offline()
    daniel.kill()
    server.stop()
    daniel.start(offline=True)
    daniel.open("/")
    expect(daniel.page.get_by_text("A harder day than usual")).to_be_visible()
    daniel.button(MORE).tap()
    title(daniel, "Rosa, today")
    expect(daniel.page.get_by_text(re.compile(r"^Pain 7 .+\. Right hip\.$"))).to_be_visible()
    expect(daniel.page.get_by_text("Most days 4.")).to_be_visible()
    helps = daniel.page.get_by_role("region", name="What helps Rosa")
    expect(helps.get_by_role("listitem")).to_have_text(["Tea by the window"])
    daniel.button(re.compile("^Call for Rosa")).tap()
    title(daniel, "Call for Rosa")
    expect(daniel.button(re.compile("^Call 112"))).to_have_attribute("href", "tel:112")
    expect(daniel.button(re.compile("^Call MS nurse"))).to_have_attribute("href", "tel:+493055500101")
    expect(daniel.page.get_by_text("Penicillin: Rash")).to_be_visible()
    daniel.button("Sight gone all at once.").tap()
    expect(daniel.page.get_by_text("Sudden loss of sight needs eye care at once.")).to_be_visible()


def test_without_contacts_there_are_the_signs_and_the_number_of_the_country(
    make_phone: MakePhone, server: Server
) -> None:
    rosa, daniel = a_hard_day(server), make_phone("daniel", timezone_id="Europe/London")
    rosa.put("care_card", emergency_number="911", help=[{"text": "Tea"}])
    rosa.put("contact", who="MS nurse", role="ms_team", number="+49 30 5550 0101")
    rosa.share_with(helper(server), "Daniel", "symptoms")
    signed_in(daniel)
    daniel.button(MORE).tap()
    expect(daniel.page.get_by_text("A harder day than usual")).to_be_visible()
    assert daniel.page.get_by_role("region", name="What helps Rosa").count() == 0
    daniel.button(re.compile("^Call for Rosa")).tap()
    expect(daniel.button(re.compile("^Call 999"))).to_have_attribute("href", "tel:999")
    expect(daniel.page.get_by_text("If Rosa is in another country")).to_be_visible()
    expect(daniel.button("Choking, or hard to breathe.")).to_be_visible()
    assert daniel.page.get_by_text("MS nurse").count() == 0


def test_an_old_copy_looks_old_and_after_two_weeks_is_covered(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel = a_hard_day(server), make_phone("daniel")
    rosa.put("contact", who="MS nurse", role="ms_team", number="+49 30 5550 0101")
    rosa.share_with(helper(server), "Daniel", "symptoms", "contacts")
    signed_in(daniel)
    expect(daniel.page.get_by_text("A harder day than usual")).to_be_visible()
    daniel.ready_offline()
    daniel.offline()

    daniel.page.clock.install(time=now() + datetime.timedelta(days=3))
    daniel.page.reload()
    card = daniel.page.locator(".people-card")
    expect(card).to_contain_text("This may be old.")
    expect(card).to_contain_text("Nothing from today has arrived here.")
    expect(card).to_have_class(re.compile("people-stale"))
    daniel.button(MORE).tap()
    title(daniel, "Rosa")
    days = daniel.page.get_by_role("button", name=re.compile("^The last days"))
    expect(days).to_have_attribute("aria-expanded", "true")
    expect(daniel.page.get_by_text(re.compile("^Pain 7"))).to_be_visible()

    daniel.page.clock.set_system_time(now() + datetime.timedelta(days=15))
    daniel.page.reload()
    expect(daniel.page.get_by_text("Connect once to see this again.")).to_be_visible()
    assert daniel.page.get_by_text("Pain 7").count() == 0
    daniel.show(f"/people/{rosa.space}/call")
    expect(daniel.button("Sight gone all at once.")).to_be_visible()
    assert daniel.page.get_by_text("MS nurse").count() == 0
    daniel.show("/")
    expect(card).to_contain_text("Connect once to see this again.")


def test_several_people_and_one_person_with_two_helpers(make_phone: MakePhone, server: Server) -> None:
    rosa, emil = a_hard_day(server), Owner.register(server.url, "Emil", "emil@example.org")
    assert isinstance(emil, Owner)
    emil.usual(5)
    emil.pain(5)
    rosa.put("daily", on=now().date().isoformat(), energy="very_low")
    daniel_, ana_ = helper(server), helper(server, "Ana")
    rosa.share_with(daniel_, "Daniel", "symptoms")
    rosa.share_with(ana_, "Ana", "daily")
    emil.share_with(daniel_, "Daniel", "symptoms")

    daniel, ana = make_phone("daniel"), make_phone("ana")
    signed_in(daniel)
    for name, words in (("Rosa", "A harder day than usual"), ("Emil", "Much as usual")):
        its = daniel.page.locator(".people-card", has=daniel.page.get_by_role("heading", name=name))
        expect(its).to_contain_text(words)
    daniel.button(re.compile("^More about Emil")).tap()
    title(daniel, "Emil, today")
    expect(daniel.page.get_by_text(re.compile("^Pain 5"))).to_be_visible()
    assert daniel.page.get_by_text("Pain 7").count() == 0

    signed_in(ana, "Ana")
    expect(ana.page.locator(".people-card")).to_contain_text("Energy very low.")
    ana.button(MORE).tap()
    expect(ana.page.get_by_text("Energy very low.")).to_be_visible()
    assert ana.page.get_by_text(re.compile("Pain|usual|Daniel")).count() == 0
    daniel.show(f"/people/{rosa.space}")
    expect(daniel.page.get_by_text(re.compile("^Pain 7"))).to_be_visible()
    assert daniel.page.get_by_text("Energy").count() == 0


def test_an_address_of_somebody_else_says_no_more_than_one_that_was_never_there(
    make_phone: MakePhone, server: Server
) -> None:
    rosa, emil = a_hard_day(server), Owner.register(server.url, "Emil", "emil@example.org")
    rosa.share_with(helper(server), "Daniel", "symptoms")
    daniel = make_phone("daniel")
    signed_in(daniel)
    for space in (emil.space, "00000000-0000-7000-8000-000000000000"):
        for path in (f"/people/{space}", f"/people/{space}/call"):
            daniel.show(path)
            expect(daniel.page.get_by_text("This view is not available.")).to_be_visible()


def test_by_keyboard_from_home_to_a_sign_and_back(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel = a_hard_day(server), make_phone("daniel")
    rosa.share_with(helper(server), "Daniel", "symptoms")
    signed_in(daniel)
    press(daniel, MORE)
    title(daniel, "Rosa, today")
    expect(daniel.page.get_by_role("heading", level=1)).to_be_focused()
    press(daniel, re.compile("^The last days"), "Space")
    expect(daniel.page.get_by_role("heading", name="Yesterday")).to_be_visible()
    press(daniel, "People")
    title(daniel, re.compile("^(People|Good )"))
    press(daniel, MORE)
    press(daniel, re.compile("^Call for Rosa"))
    title(daniel, "Call for Rosa")
    press(daniel, "Sight gone all at once.", "Space")
    expect(daniel.page.get_by_text("Sudden loss of sight needs eye care at once.")).to_be_visible()
    press(daniel, "Back")
    title(daniel, "Rosa, today")


def test_how_a_helper_is_stays_on_their_phone(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel = a_hard_day(server), make_phone("daniel")
    rosa.share_with(helper(server), "Daniel", "symptoms")
    signed_in(daniel)
    sent: list[str] = []
    daniel.context.on("request", lambda request: sent.append(str(request.post_data_buffer or b"")))
    daniel.button(re.compile("^A minute for me")).tap()
    daniel.button("A sore back").tap()
    daniel.button("No break").tap()
    expect(daniel.page.get_by_role("button", name="No break", pressed=True)).to_be_visible()
    expect(daniel.page.get_by_text(re.compile("^Lift nothing alone for now"))).to_be_visible()
    daniel.page.evaluate("async () => (await import('/pwa/src/state/drafts.js')).draftsKept()")
    daniel.page.reload()
    expect(daniel.page.get_by_role("button", name="No break", pressed=True)).to_be_visible()
    acts_of_sync = "async () => { await (await import('/pwa/src/state/sync.js')).syncNow(); }"
    daniel.page.evaluate(acts_of_sync)
    assert sent, "the phone did speak with its server"
    assert not [data for data in sent if "break" in data or "helper-check" in data]
    held = daniel.page.evaluate("async () => (await import('/pwa/src/state/opened.js')).loaded.value.length")
    assert held == 0, "it is no record"
    daniel.button("I am all right").tap()
    expect(daniel.page.get_by_role("button", name="No break", pressed=True)).to_have_count(0)
    daniel.button("Take it away").tap()
    expect(daniel.page.get_by_text(re.compile("^Noted"))).to_have_count(0)
    daniel.wait_for(lambda: "helper-check" not in daniel.stored())


def test_who_keeps_a_diary_finds_their_people_on_today(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel_ = a_hard_day(server), Owner.register(server.url, "Daniel", "daniel@example.org")
    assert isinstance(daniel_, Owner)
    rosa.share_with(daniel_, "Daniel", "symptoms")
    daniel = make_phone("daniel")
    signed_in(daniel)
    daniel.button("Keep a diary of my own").tap()
    expect(daniel.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    expect(daniel.page.get_by_role("link", name="Log", exact=True)).to_be_visible()
    acts.log(daniel, 3)
    daniel.page.reload()
    daniel.button(re.compile("^People I help")).tap()
    title(daniel, "People")
    expect(daniel.button(MORE)).to_be_visible()
