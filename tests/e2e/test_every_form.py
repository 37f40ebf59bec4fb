"""Nothing the app writes is refused: each kind of record, as wide as forms allow, reaches a second phone."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
FILL = (Path(__file__).parent / "every_form.js").read_text()
KINDS = {"symptom", "daily", "mood", "story", "custom", "medicine", "dose", "event"} | {
    *("profile", "preference", "appointment", "contact", "care_card", "allergy", "safety", "session")
}


def test_nothing_the_app_writes_is_refused(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    phone.open("/account")
    acts.make_account(phone, "Rosa", "rosa@example.org")
    phone.button("Go to Today").tap()
    acts.all_sent(phone)
    filled = phone.page.evaluate(FILL)
    assert set(filled["kinds"]) == KINDS and filled["asked"] > 0 and filled["told"] > 0, filled
    phone.wait_for(lambda: unsent(phone) == [] or refused(phone), 90)
    assert refused(phone) == []
    other = make_phone("tablet")
    acts.sign_in(other, "rosa@example.org")
    acts.all_sent(other)
    assert bodies(other) == bodies(phone)
    for path in (
        "/",
        "/diary",
        "/cabinet",
        "/events",
        "/story",
        "/you/visits",
        "/you/numbers",
        "/you/about",
        "/you/settings/reminders",
    ):
        other.open(path)
        expect(other.page.locator("h1")).to_be_visible()
        assert other.page.locator("img[src=x]").count() == 0
        assert re.fullmatch(r"Limber( · \w+)?", other.page.title())
        for link in other.page.locator("a[href]").evaluate_all(
            "(all) => all.map((a) => a.getAttribute('href'))"
        ):
            assert re.match(r"/|#|tel:\+?\d+$|https:", link), link
    assert other.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()") == [
        "limber-look",
        "limber-page",
    ]


def tables(phone: Phone, ending: str) -> list[dict[str, Any]]:
    stored = json.loads(phone.stored())
    return [row for name, rows in stored.items() if name.endswith(ending) for row in rows]


def unsent(phone: Phone) -> list[dict[str, Any]]:
    return [op for op in tables(phone, "/ops") if op["state"] != "acked"]


def refused(phone: Phone) -> list[Any]:
    """What the server did not take: kind, reason, and what was sent."""
    return [
        (op["kind"], op.get("code"), list(op.get("set", [])))
        for op in unsent(phone)
        if op["state"] == "blocked"
    ]


def bodies(phone: Phone) -> dict[str, Any]:
    """What the phone shows of each record."""
    return {row["rec"]["id"]: row["rec"]["body"] for row in tables(phone, "/shown")}
