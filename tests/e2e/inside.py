"""What a test asks of the app from inside its page, where taps would tell nothing more."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.phone import Phone

REGISTER = """async (form) => {
  await (await import('/pwa/src/state/session.js')).register(form);
}"""
SAVE = """async ([severity_nrs, note]) => {
  return (await import('/pwa/src/state/diary.js')).logSymptom({ severity_nrs, ...(note ? { note } : {}) });
}"""
SYNC = """async () => { await (await import('/pwa/src/state/sync.js')).syncNow(); }"""
OPS = """async () => {
  const { db } = (await import('/pwa/src/state/opened.js')).mustBeOpen();
  return db.ops.toArray();
}"""


def with_account(phone: Phone, email: str = "rosa@example.org") -> None:
    """A diary with an account, on Today."""
    acts.start_now(phone)
    register(phone, email)


def register(phone: Phone, email: str = "rosa@example.org") -> None:
    """An account for the diary that is open here; Today says when all of it is sent."""
    expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    phone.page.evaluate(REGISTER, {"email": email, "password": acts.PASSWORD, "display_name": "Rosa"})
    expect(phone.page.get_by_text(re.compile("^All sent at"))).to_be_visible()


def save(page: Page, value: int, note: str = "") -> str:
    """Store an entry; its id."""
    return str(page.evaluate(SAVE, [value, note]))


def sync(page: Page) -> None:
    """Send and receive now; returns when that has ended, well or not."""
    page.evaluate(SYNC)


def ops(page: Page) -> list[dict[str, Any]]:
    """The outbox, acknowledged ops that were not read back included."""
    found: list[dict[str, Any]] = page.evaluate(OPS)
    return found
