"""`flask --app wsgi demo`: a person with 120 days of diary, one caregiver who sees it and one who did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext

from backend import clock
from backend.cli import story
from backend.cli.pen import TIME_ZONE
from backend.errors import EmailTaken, RegistrationClosed, SpaceTaken, WrongCredentials
from backend.services import accounts, audit, diary, journal, plans, removal, shares
from backend.services.accounts import new_id

# As many as one push may hold.
BATCH = 500
# It begins a week before this one and ends a week after.
PLAN, WEEKS = "5f0c2b1e-6d1a-7c3b-8d21-4b7e9a0c6f35", 3
# What she wants a hand with.
WITH_A_HAND = frozenset({"ROM-04", "ROM-05"})


@dataclass(frozen=True)
class Owner:
    """Whose plan it is."""

    id: str
    space_id: str
    time_zone: str


@click.command("demo")
@click.option("--reset", is_flag=True, help="Remove the demo accounts first, with all they hold.")
@click.option("--public", is_flag=True, help="Do it on an https server too, where anyone could sign in.")
@with_appcontext
def demo_command(reset: bool, public: bool) -> None:
    """Load Rosa's diary of the last 120 days, with two caregivers."""
    if current_app.config["LIMBER_SECURE"] and not public:
        raise click.ClickException("The demo's password is known to everyone. Add --public if you want that.")
    with audit.by_operator():
        if reset:
            _remove()
        new = _load()
    click.echo("The demo diary is ready." if new else "The demo diary is here already. Nothing was changed.")
    for person, who in ((story.ROSA, "keeps the diary"), (story.DANIEL, "sees part of it"),
                        (story.MIA, "no longer sees it")):
        click.echo(f"  {person.name:<12} {person.email:<28} {story.PASSWORD}   {who}")
    click.echo(f"Sign in at {current_app.config['LIMBER_BASE_URL']}/sign-in")


def _load() -> bool:
    """Bring the demo to its full state, whatever is there. Returns whether anything was missing."""
    rosa, begun_at = _account(story.ROSA, story.SPACE)
    tale = story.build(begun_at.astimezone(ZoneInfo(TIME_ZONE)).date())
    so_far = [op for op in tale.ops if datetime.fromisoformat(op["made_at"]) <= begun_at]
    written = _write(rosa, so_far, story.DEVICE)
    planned = _plan(rosa, begun_at.astimezone(ZoneInfo(TIME_ZONE)).date())
    shared = [_share(rosa, sharing) for sharing in tale.sharings]
    helped = _write(_account(tale.sharings[0].caregiver)[0], tale.helped)
    return written or planned or any(shared) or helped


def _account(person: story.Person, space: str | None = None) -> tuple[str, datetime]:
    """The id of a demo account, made where it is missing, and the moment it was made."""
    try:
        accounts.register(person.email, story.PASSWORD, person.name, TIME_ZONE, space)
    except (EmailTaken, RegistrationClosed):
        pass  # it may be there already; signing in tells
    except SpaceTaken:
        raise click.ClickException("The demo diary's place is taken by another account.") from None
    try:
        account = accounts.authenticate(person.email, story.PASSWORD, None)
    except WrongCredentials:
        said = f"{person.email} cannot be used: it has another password, or LIMBER_REGISTRATION is not open."
        raise click.ClickException(said) from None
    return account.id, account.created_at


def _write(who: str, ops: Sequence[dict[str, Any]], device: str | None = None) -> bool:
    """Push what somebody wrote; what was pushed before answers `dup` and changes nothing."""
    results = [result for start in range(0, len(ops), BATCH)
               for result in journal.push_ops(story.SPACE, who, device, ops[start:start + BATCH])]
    refused = [result for result in results if result["s"] not in ("ok", "dup")]
    if refused:
        raise click.ClickException(f"The diary was not taken whole: {refused[0]}")
    return any(result["s"] == "ok" for result in results)


def _plan(rosa: str, on: date) -> bool:
    """A plan round a day, made as the app asks for one. Returns whether it was missing."""
    if any(one["id"] == PLAN for one in diary.records(story.SPACE, ("plan",), on.isoformat())["plan"]):
        return False
    monday = on - timedelta(days=on.weekday() + 7)
    plans.make(Owner(rosa, story.SPACE, TIME_ZONE),
               {"id": PLAN, "start_on": monday.isoformat(), "weeks": WEEKS, "template": None})
    items = diary.records(story.SPACE, ("plan_item",), on.isoformat())["plan_item"]
    same = {"space": story.SPACE, "kind": "plan_item", "t": "put", "sv": 1, "set": {"helper": "hand"},
            "made_at": clock.now().isoformat(), "made_tz": TIME_ZONE}
    wanted = [one for one in items if one["body"]["dose"]["movement"] in WITH_A_HAND]
    _write(rosa, [{**same, "op": new_id(), "n": number, "id": one["id"], "was": {"helper": one["cur_op"]}}
                  for number, one in enumerate(wanted, start=1)])
    return True


def _share(rosa: str, sharing: story.Sharing) -> bool:
    """Offer, accept and confirm a share, and end it where the story does. Returns whether it was missing."""
    caregiver, _ = _account(sharing.caregiver)
    wanted = "active" if sharing.live else "ended"
    reached = [share for share in shares.of_owner(rosa) if share["state"] == wanted and share["caregiver"]]
    if any(share["caregiver"].id == caregiver for share in reached):
        return False
    offered, code, _ = shares.offer(rosa, sharing.caregiver.name, list(sharing.read), list(sharing.write))
    share_id = offered.id
    shares.accept(caregiver, code)
    shares.confirm(rosa, share_id)
    if not sharing.live:
        shares.end(rosa, share_id)
    return True


def _remove() -> None:
    for person in (story.ROSA, story.DANIEL, story.MIA):
        try:
            removal.remove(accounts.authenticate(person.email, story.PASSWORD, None).id)
        except WrongCredentials:
            continue  # not there, or not ours to remove
