"""The circle on three real phones: two of Rosa's, one of Daniel's, and what leaves his when she says so."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts, inside
from tests.e2e.circle import begin_with_an_account, invite
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
GONE = "Nobody shares with you here at the moment."


def two_phones_of_rosa(make_phone: MakePhone) -> tuple[Phone, Phone]:
    """One diary on two phones, with a pain in it."""
    first, second = make_phone("rosa"), make_phone("rosa-two")
    begin_with_an_account(first)
    acts.log(first, 6, "Hip")
    first.open("/")
    acts.all_sent(first)
    acts.sign_in(second, "rosa@example.org")
    acts.all_sent(second)
    return first, second


def looked(daniel: Phone) -> None:
    """Daniel opens Rosa's view and reads it."""
    daniel.open("/people")
    daniel.button(re.compile("^More about Rosa")).tap()
    expect(daniel.page.get_by_text(re.compile("right hip", re.IGNORECASE)).first).to_be_visible()


def test_from_invitation_to_first_look_takes_few_taps_on_both_sides(make_phone: MakePhone) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    begin_with_an_account(rosa)
    acts.log(rosa, 6, "Hip")
    rosa.open("/")
    acts.all_sent(rosa)
    rosa.taps = daniel.taps = 0

    rosa.tap(rosa.page.get_by_role("link", name="You"))
    rosa.tap(rosa.button(re.compile("^Sharing")))
    rosa.tap(rosa.button("Invite someone"))
    rosa.page.get_by_label("Who is it?").fill("Daniel")
    rosa.tap(rosa.button("Make the code"))
    code = rosa.page.locator(".sharing-code").inner_text()

    daniel.open("/")
    daniel.tap(daniel.button(re.compile("^I have an invitation")))
    daniel.page.get_by_label("Code").fill(code)
    daniel.tap(daniel.button("Go on"))
    daniel.page.get_by_label("Your name").fill("Daniel")
    daniel.page.get_by_label("Email").fill("daniel@example.org")
    daniel.page.get_by_label("Password", exact=True).fill(acts.PASSWORD)
    daniel.tap(daniel.button("Make my account"))
    daniel.tap(daniel.button("Go to People"))
    expect(daniel.page.get_by_text(GONE)).to_be_visible()

    rosa.tap(rosa.button("Done"))
    rosa.tap(rosa.page.get_by_role("link", name=re.compile("^Daniel")))
    rosa.tap(rosa.button("Yes, let Daniel see this"))
    expect(rosa.button(re.compile("^Change what Daniel sees"))).to_be_visible()

    daniel.open("/people")
    daniel.tap(daniel.button(re.compile("^More about Rosa")))
    expect(daniel.page.get_by_text(re.compile("right hip", re.IGNORECASE)).first).to_be_visible()
    # Two minutes, at some seven seconds a tap for hands that have never done it, and half a minute to type.
    assert rosa.taps + daniel.taps <= 13, (rosa.taps, daniel.taps)


def test_f65_ended_on_one_phone_while_the_other_side_is_offline_it_is_gone_with_the_next_contact(
    make_phone: MakePhone,
) -> None:
    first, second = two_phones_of_rosa(make_phone)
    daniel = make_phone("daniel")
    invite(first, daniel)
    looked(daniel)
    daniel.ready_offline()
    daniel.offline()

    # The other phone ends it: it knows of the share, though it never made one.
    second.open("/you/sharing")
    second.page.get_by_role("link", name=re.compile("^Daniel")).tap()
    second.button("Stop").tap()
    second.button("Stop sharing").tap()
    acts.prove(second)
    expect(second.page.get_by_text("Sharing with Daniel has stopped.")).to_be_visible()

    # Nothing reaches a phone without a connection, and Limber does not say that it could.
    daniel.open("/people")
    expect(daniel.button(re.compile("^More about Rosa"))).to_be_visible()
    assert '"region":"hip"' in daniel.stored()
    daniel.offline(False)
    daniel.open("/people")
    expect(daniel.page.get_by_text(GONE)).to_be_visible(timeout=30_000)
    daniel.wait_for(lambda: '"region":"hip"' not in daniel.stored())
    first.open("/you/sharing")
    expect(first.page.get_by_text(re.compile("^Nobody sees your diary"))).to_be_visible()


def test_where_a_share_is_narrowed_only_those_rows_go(make_phone: MakePhone) -> None:
    first, second = two_phones_of_rosa(make_phone)
    daniel = make_phone("daniel")
    first.open("/")
    low = first.page.get_by_role("group", name="Energy today").get_by_role("button", name="Very low")
    low.tap()
    # The line below it still says "All sent" of what was before: first this has to be stored.
    expect(low).to_have_attribute("aria-pressed", "true")
    inside.sync(first.page)
    first.wait_for(lambda: not [op for op in inside.ops(first.page) if op["state"] == "queued"])
    invite(first, daniel)
    daily = first.page.get_by_role("switch", name=re.compile("^Day by day"))
    first.button(re.compile("^Change what Daniel sees")).tap()
    daily.tap()
    acts.prove(first)
    expect(daily).to_have_attribute("aria-checked", "true")
    looked(daniel)
    daniel.wait_for(lambda: "very_low" in daniel.stored())
    expect(daniel.page.get_by_text(re.compile("energy", re.IGNORECASE)).first).to_be_visible()

    second.open("/you/sharing")
    second.page.get_by_role("link", name=re.compile("^Daniel")).tap()
    second.button(re.compile("^Change what Daniel sees")).tap()
    again = second.page.get_by_role("switch", name=re.compile("^Day by day"))
    again.tap()
    expect(again).to_have_attribute("aria-checked", "false")
    looked(daniel)
    daniel.wait_for(lambda: "very_low" not in daniel.stored())
    assert '"region":"hip"' in daniel.stored(), "what is still shared stays"
    daniel.open("/people")
    expect(daniel.page.get_by_text(re.compile("very low", re.IGNORECASE))).to_have_count(0)
