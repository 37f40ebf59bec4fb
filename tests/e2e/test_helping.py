"""Today's plan as a caregiver reads it: where a hand is wanted, how to lend it, nothing once unshared."""

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e import acts, inside
from tests.e2e.api import Api
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.test_path import begin_with_an_account, invite

MakePhone = Callable[..., Phone]
IN_BED = """async () => (await import('/pwa/src/state/records.js')).put('profile', {},
  { mobility: 'bed', clearance: 'yes', helper_available: true })"""
TODAY = "async () => (await import('/pwa/src/domain/time.js')).nowParts().on"
DONE = """async () => {
  const { nowParts } = await import('/pwa/src/domain/time.js');
  const { add } = await import('/pwa/src/state/records.js');
  await add('session', { ...nowParts(), minutes: 3, done: [{ movement: 'ROM-01', outcome: 'done' }] });
}"""


def test_a_caregiver_reads_todays_plan_and_how_to_help(make_phone: MakePhone, server: Server) -> None:
    rosa, daniel = make_phone("rosa"), make_phone("daniel")
    begin_with_an_account(rosa)
    rosa.page.evaluate(IN_BED)
    inside.sync(rosa.page)
    api = Api(server.url, "rosa@example.org")
    today = rosa.page.evaluate(TODAY)
    api.call("POST", "plans", {"id": str(uuid.uuid4()), "start_on": today, "weeks": 1})
    invite(rosa, daniel)

    plan = open_plan(daniel)
    expect(plan.get_by_text(re.compile(r"Needs a hand\.$"))).not_to_have_count(0)
    expect(plan.get_by_text(re.compile("clinical review pending"))).to_be_visible()
    how_to_help(plan)
    daniel.ready_offline()
    daniel.offline()
    daniel.page.reload()
    expect(plan.get_by_role("button", name=re.compile("^How to help"))).not_to_have_count(0)
    daniel.offline(False)

    rosa.open("/")
    rosa.page.evaluate(DONE)
    inside.sync(rosa.page)
    plan = open_plan(daniel)
    expect(plan.get_by_text("Done today.")).to_be_visible(timeout=20_000)
    expect(plan.get_by_role("button", name=re.compile("^How to help"))).to_have_count(0)

    acts.all_sent(rosa)
    share = api.call("GET", "shares")["shares"][0]["id"]
    api.call("PATCH", f"shares/{share}", {"read": ["symptoms"]})
    daniel.page.reload()
    expect(plan).to_have_count(0, timeout=20_000)
    daniel.wait_for(lambda: "plan_id" not in daniel.stored() and '"session"' not in daniel.stored())


def open_plan(phone: Phone) -> Locator:
    """The card on the one person's page."""
    phone.open("/people")
    phone.button(re.compile("^More about ")).tap()
    plan = phone.page.locator("section.card", has=phone.page.get_by_role("heading", name="Today’s plan"))
    expect(plan).to_be_visible()
    return plan


def how_to_help(plan: Locator) -> None:
    """Hands-on help stays closed until a therapist has shown it."""
    hands_on = plan.get_by_role("listitem").filter(has=plan.page.get_by_role("heading", name="Ankle pumps"))
    hands_on.get_by_role("button", name=re.compile("^How to help")).tap()
    expect(hands_on.get_by_text("Hands-on moves are shown once a therapist")).to_be_visible()
    expect(hands_on.get_by_role("heading", name="Take care")).to_have_count(0)
    hands_on.get_by_role("button", name="A therapist showed me").tap()
    expect(hands_on.get_by_role("heading", name="Take care")).to_be_visible()
