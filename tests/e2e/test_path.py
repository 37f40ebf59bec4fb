"""The first whole path, on real phones: log offline, see it on another phone and in a caregiver's view."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.api import Api
from tests.e2e.circle import begin_with_an_account, invite, keep_private, stop_sharing
from tests.e2e.phone import Phone
from tests.e2e.server import Server

MakePhone = Callable[..., Phone]


def test_chromium_would_install_it(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.open("/")
    phone.ready_offline()
    asked = phone.context.new_cdp_session(phone.page).send("Page.getInstallabilityErrors")
    assert asked["installabilityErrors"] == []


def test_a_first_entry_takes_three_taps_and_its_number_is_kept_at_once(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    assert phone.page.locator("[aria-pressed=true]").count() == 0, "a value nobody gave"
    acts.log(phone, 6)
    assert phone.taps <= 3
    acts.number(phone, 4)
    phone.kill()
    phone.start()
    assert acts.titles(phone) == ["Pain 4", "Pain 6, right hip"]


def test_one_tap_is_enough_on_a_usual_and_on_a_hard_day(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    for _ in range(3):
        acts.log(phone, 5)
    phone.taps = 0
    phone.tap(phone.button(re.compile("^Same as usual")))
    expect(
        phone.page.get_by_text(re.compile("^Saved on this phone. Same as usual: right hip, 5"))
    ).to_be_visible()
    # Once a week it is asked whether anything is new with it; what was logged is kept before.
    acts.none_of_these(phone)
    phone.tap(phone.button("Hard day"))
    expect(phone.page.get_by_text("Noted. Everything else can wait.")).to_be_visible()
    assert phone.taps == 2
    assert acts.titles(phone) == ["Hard day", *["Pain 5, right hip"] * 4]


def test_works_offline_and_after_the_browser_was_killed(make_phone: MakePhone, server: Server) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    acts.log(phone, 6)
    phone.ready_offline()
    phone.offline()
    server.stop()
    acts.log(phone, 3)
    change_the_number(phone, "Pain 3, right hip", 2)
    delete_and_undo(phone, "Pain 6, right hip")
    delete(phone, "Pain 6, right hip")
    phone.kill()
    phone.start(offline=True)
    phone.open("/")
    expect(phone.page.get_by_text(re.compile("^On this phone only"))).to_be_visible()
    assert acts.titles(phone) == ["Pain 2, right hip"]
    phone.open("/")
    acts.log(phone, 7)
    assert acts.titles(phone) == ["Pain 7, right hip", "Pain 2, right hip"]


def test_the_diary_moves_into_an_account_and_onto_a_second_phone(
    make_phone: MakePhone, server: Server
) -> None:
    first, second = make_phone("first"), make_phone("second")
    acts.start_now(first)
    acts.log(first, 6)
    acts.log(first, 2)
    first.open("/account")
    acts.make_account(first, "Rosa", "rosa@example.org")
    expect(first.page.get_by_role("heading", name="Your account is made")).to_be_visible()
    first.open("/")
    acts.all_sent(first)
    api = Api(server.url, "rosa@example.org")
    assert sorted(row["body"]["severity_nrs"] for row in api.own_entries()) == [2, 6]

    acts.sign_in(second, "rosa@example.org")
    acts.all_sent(second)
    assert acts.titles(second) == ["Pain 2, right hip", "Pain 6, right hip"]

    first.close()  # the browser keeps a new session's cookie for good within half a minute, or when it closes
    first.start()
    first.open("/")
    first.offline()
    acts.log(first, 9)
    waiting = re.compile(r"^(On this phone \(\d+ waiting\)|Could not send: no connection\. .* safe here)")
    expect(first.page.get_by_text(waiting).first).to_be_visible()
    first.kill()
    first.start()
    first.open("/")
    acts.all_sent(first)
    second.open("/")
    second.wait_for(lambda: "Pain 9, right hip" in acts.titles(second))
    assert len(api.own_entries()) == 3


def test_a_caregiver_sees_by_scope_and_nothing_once_it_is_stopped(make_phone: MakePhone) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    begin_with_an_account(rosa)
    acts.log(rosa, 6, "Hip")
    keep_private(rosa, 8, "Knee")
    rosa.open("/")
    acts.all_sent(rosa)

    invite(rosa, daniel)
    daniel.open("/people")
    daniel.button(re.compile("^More about ")).tap()
    expect(daniel.page.get_by_text(re.compile("right hip", re.IGNORECASE)).first).to_be_visible()
    held = daniel.stored()
    assert '"region":"hip"' in held
    assert '"region":"knee"' not in held, "a private entry leaves no trace"
    assert daniel.page.get_by_role("button", name=re.compile("Log|Delete|Change")).count() == 0

    stop_sharing(rosa)
    daniel.open("/people")
    expect(daniel.page.get_by_text("Nobody shares with you here at the moment.")).to_be_visible(
        timeout=20_000
    )
    daniel.wait_for(lambda: '"region":"hip"' not in daniel.stored())


def change_the_number(phone: Phone, title: str, value: int) -> None:
    phone.open("/diary")
    phone.page.locator("a.entry", has_text=title).tap()
    phone.button(re.compile("^Number")).tap()
    phone.page.get_by_role("group", name="How strong?").get_by_role(
        "button", name=str(value), exact=True
    ).tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(f"Pain {value}, right hip")
    phone.open("/")


def delete(phone: Phone, title: str) -> None:
    phone.open("/diary")
    phone.page.locator("a.entry", has_text=title).tap()
    phone.button("Delete this entry").tap()
    expect(phone.page.get_by_text(f"Deleted: {title}.")).to_be_visible()
    expect(phone.page.locator("a.entry", has_text=title)).to_have_count(0)


def delete_and_undo(phone: Phone, title: str) -> None:
    delete(phone, title)
    phone.button("Undo").tap()
    expect(phone.page.locator("a.entry", has_text=title)).to_have_count(1)
