"""Sessions in a diary as the guided one leaves them, and the screens that tell of them."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.e2e.phone import Phone

# Keeps sessions as the guided one does, each so many hours ago.
KEEP = """async (all) => {
  const { keepSession, setAfter } = await import('/pwa/src/state/sessions.js');
  const { lived, zoneNow } = await import('/pwa/src/domain/time.js');
  for (const { hours, felt, ...more } of all) {
    const moment = lived(new Date(Date.now() - hours * 3_600_000), zoneNow());
    const id = await keepSession({ ...moment, adapted: { rules: [], flare_set: false }, ...more });
    if (felt) await setAfter(id, { felt });
  }
}"""
STRETCH = "STR-04"
CALM = "CLM-01"


def did(movement: str, outcome: str = "done", **more: Any) -> dict[str, Any]:
    return {"movement": movement, "outcome": outcome, "position": "seated", **more}


def keep(phone: Phone, *sessions: dict[str, Any]) -> None:
    phone.page.evaluate(KEEP, list(sessions))


def a_year(phone: Phone) -> None:
    """Sessions of this week, of the last weeks and of long ago, with pain before and after."""
    day = 24
    keep(
        phone,
        *(
            {
                "hours": hours,
                "minutes": 8,
                "done": [did(STRETCH, hold_s=30, seconds=120), did(CALM, "part"), did("RST-05")],
                "pain_before_nrs": 4,
                "pain_after_nrs": 3,
            }
            for hours in (4, 7 * day, 9 * day, 15 * day, 16 * day)
        ),
        {"hours": 100 * day, "minutes": 3, "done": [did(STRETCH, hold_s=20), did("RST-23")]},
    )


def progress(phone: Phone) -> None:
    """What was moved over weeks, with where it comes from."""
    a_year(phone)
    phone.show("/move/progress")
    expect(phone.page.get_by_role("table", name=re.compile("before and after"))).to_be_visible()
    phone.button("Why we say this").tap()


def entry(phone: Phone) -> None:
    """One session, on a page of its own."""
    keep(phone, {"hours": 2, "minutes": 8, "done": [did(STRETCH, hold_s=20, reps=2), did(CALM, "stopped")]})
    phone.show("/diary")
    phone.page.get_by_role("link", name=re.compile("^Moved 8 minutes")).first.tap()


def asked_again(phone: Phone) -> None:
    """The question after a session, once more."""
    keep(phone, {"hours": 2, "minutes": 8, "done": [did(STRETCH)]})
    phone.page.evaluate(
        "async () => { await (await import('/pwa/src/state/diary.js')).logSymptom({ severity_nrs: 4 }); }"
    )
    phone.show("/")
    expect(phone.page.get_by_role("group", name=re.compile("^After your last session"))).to_be_visible()


SCREENS: list[tuple[str, Callable[[Phone], None]]] = [
    ("moved", progress),
    ("moved-entry", entry),
    ("moved-asked", asked_again),
]
