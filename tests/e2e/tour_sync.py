"""The screens that tell of sync: two versions, what was not taken, what is erased for good."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from backend.cli import story
from tests.e2e.api import Api
from tests.e2e.phone import Phone
from tests.factories import make_id, make_op

TWO_VERSIONS = (Path(__file__).parent / "two_versions.js").read_text(encoding="utf-8")


def two_versions(path: str, of: str = "") -> Callable[[Phone], None]:
    """With entries changed in two places, one that was not taken and one without its time."""

    def reach(phone: Phone) -> None:
        phone.show("/")
        ids = phone.page.evaluate(TWO_VERSIONS)
        phone.show(path + ids.get(of, ""))

    return reach


def not_taken(phone: Phone) -> None:
    """What was not taken, with all that can be done about it."""
    two_versions("/sync")(phone)
    phone.page.get_by_role("button", name="More that you can do").first.tap()


def erase(phone: Phone) -> None:
    """The second step before an entry is erased for good."""
    phone.show("/diary")
    phone.page.locator("a.entry").first.tap()
    phone.button("Delete this entry").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Diary")
    phone.show("/diary/find")
    phone.button(re.compile("^Deleted entries")).tap()
    phone.button(re.compile("^Erase for good")).tap()


def late_note(owner: Api, url: str, words: str) -> None:
    """Ines is let in, is shown out, and then sends what she had written before."""
    helper = Api.register(url, "Ines", "ines@demo.limber.example")
    wide = {"read": ["symptoms", "notes"], "write": ["symptoms"]}
    share = owner.call("POST", "shares", {"label": "Ines", **wide})
    helper.call("POST", "shares/accept", {"code": share["code"]})
    owner.call("POST", f"shares/{share['id']}/confirm", {})
    note = make_op(owner.space, note=words)
    owner.call("DELETE", f"shares/{share['id']}")
    frame = {"proto": 1, "account": helper.account, "device": make_id(), "marks": {}}
    [told] = helper.call("POST", "sync/push", {**frame, "ops": [note]})["results"]
    assert told["s"] == "held", told


def held_notes(phone: Phone) -> None:
    """What somebody wrote who has no right to any more, and what the owner can do about it."""
    late_note(Api(phone.url, story.ROSA.email, story.PASSWORD), phone.url, "She slept badly")
    phone.show("/you/sharing/held")
    expect(phone.page.get_by_text("She slept badly")).to_be_visible()


SCREENS: list[tuple[str, Callable[[Phone], None]]] = [
    ("erase", erase),
    ("held", lambda phone: phone.show("/you/sharing/held")),
    ("two-versions", two_versions("/diary/two")),
    ("two-values", two_versions("/diary/two/", "many")),
    ("two-doses", two_versions("/diary/two/", "dose")),
    ("deleted-or-kept", two_versions("/diary/two/", "gone")),
    ("no-time", two_versions("/diary/when/", "early")),
    ("not-taken", not_taken),
]
