"""Plans: made from what the diary says, and stored as the owner's own records; the newest one wins."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Protocol

from backend import clock
from backend.content import packs
from backend.domain import history, origin
from backend.domain.planner import Item, Past, Person, Plan, Shelf, chosen, inputs, make_plan
from backend.domain.records import bounds
from backend.domain.records.profile import Profile
from backend.errors import PlanPaused, WrongState
from backend.extensions import db
from backend.models import Record
from backend.services import access, diary, journal, limits
from backend.services.accounts import new_id
from backend.services.ledger import Sender
from backend.services.transaction import writing

KINDS = ("symptom", "daily", "event", "medicine", "dose", "profile", "session", "safety", "plan", "plan_item")
# After an injection two days neither earn nor lose a step.
NEUTRAL_DAYS = 3
LOWERED, RAISED = "PLAN-10", "raised."
ADDING = ("person", "therapist")


class Owner(Protocol):
    """Whose plan it is; whoever is signed in is one."""

    @property
    def id(self) -> str: ...
    @property
    def space_id(self) -> str: ...
    @property
    def time_zone(self) -> str: ...


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The movements and plan rules of this build."""
    return Shelf.of(diary.content())


def preview(form: Mapping[str, Any], address: str | None) -> dict[str, Any]:
    """A plan for the answers of a form; nothing is read of a diary, and nothing is stored.

    address: the network address, for the limit. Raises PlanPaused, TooMany.
    """
    name = limits.key("preview-net", limits.network(address))
    limits.check(name, limits.PREVIEWS_PER_NETWORK)
    limits.count(name, limits.PREVIEWS_PER_NETWORK)
    profile = form["profile"]
    known: Any = {"profile": profile, "events": [], "today": form["start_on"], "now": clock.now().isoformat()}
    person = Person.of(Profile.from_body(profile))
    plan = make_plan(
        shelf(), person, inputs.usual(known), form["start_on"], form["weeks"], template=form["template"]
    )
    return _told(_unlocked(plan))


def make(who: Owner, form: Mapping[str, Any]) -> dict[str, Any]:
    """Make and store a plan under the id the device chose; a second time it answers the same.

    Raises PlanPaused while a message that asks for help first is open, WrongState where the id is another
    record's.
    """
    with writing():
        there = db.session.get(Record, (who.space_id, form["id"]))
        if there is not None and (there.kind != "plan" or there.deleted):
            raise WrongState
        if there is None:
            _store(who, form)
    stored = db.session.get(Record, (who.space_id, form["id"]))
    assert stored is not None
    return {"id": stored.id, **stored.body}


def _store(who: Owner, form: Mapping[str, Any]) -> None:
    now = access.today_in(who.space_id)
    today = now.date().isoformat()
    found = diary.records(who.space_id, KINDS, today)
    known = diary.known(found, today, now.isoformat())
    sessions = [one["body"] for one in found["session"]]
    facts = inputs.usual(known, sessions, diary.waiting(found, today))
    newest = _newest(found["plan"])
    items = _items_of(found["plan_item"], newest)
    profile = Profile.from_body(known.get("profile") or {})
    # What somebody put in or left out stays so, also through a plan that had to be without it.
    every = [one for one in found["plan_item"] if _movement(one["body"])]
    theirs, prescribed = (chosen.put_in(every, who) for who in ADDING)
    person = Person.of(profile, theirs, prescribed, chosen.left_out(found["plan"], every))
    plan = _unlocked(
        make_plan(
            shelf(),
            person,
            facts,
            form["start_on"],
            form["weeks"],
            _past(found, every, items, known),
            form["template"],
        )
    )
    ops = [
        *_ended(found["plan"], form),
        _plan_op(form, plan),
        *(_item_op(form["id"], one) for one in plan.items),
    ]
    common = {"space": who.space_id, "sv": 1, "made_at": now.isoformat(timespec="milliseconds")}
    applied = journal.apply_here(
        who.space_id,
        Sender(who.id),
        [{"op": new_id(), "t": "put", "made_tz": who.time_zone, **common, **op} for op in ops],
    )
    assert all(one["s"] in ("ok", "conflict") for one in applied.answers), applied.answers


def _unlocked(plan: Plan) -> Plan:
    if plan.locked:
        raise PlanPaused({"because": list(plan.locked)})
    return plan


def _newest(plans: Sequence[diary.Rec]) -> diary.Rec | None:
    return max(plans, key=lambda one: (one["body"].get("started_on") or "", one["id"]), default=None)


def _items_of(items: Sequence[diary.Rec], plan: diary.Rec | None) -> list[Mapping[str, Any]]:
    """Bodies of one plan's items, the earliest first."""
    mine = [one["body"] for one in items if plan and one["body"].get("plan_id") == plan["id"]]
    return sorted(mine, key=lambda one: (one.get("on") or "", one.get("order") or 0))


def _movement(item: Mapping[str, Any]) -> str:
    name = (item.get("dose") or {}).get("movement", "")
    return name if name in shelf().movements else ""


def _past(
    found: Mapping[str, Sequence[diary.Rec]],
    every: Sequence[diary.Rec],
    items: Sequence[Mapping[str, Any]],
    known: Any,
) -> Past:
    """What earlier plans left; of each movement the dose that was planned last."""
    doses = {_movement(one): one["dose"] for one in items if _movement(one)}
    injected = history.injections(known["medicines"], known["doses"], known["now"])
    plans = [one["body"] for one in found["plan"]]
    return Past(
        doses,
        chosen.prescribed(every),
        [one["body"] for one in found["session"]],
        {
            (date.fromisoformat(at[:10]) + timedelta(days=more)).isoformat()
            for at in injected
            for more in range(NEUTRAL_DAYS)
        },
        [one["started_on"] for one in plans if LOWERED in (one.get("reason") or ())],
        [
            one["started_on"]
            for one in plans
            if any(why.startswith(RAISED) for why in one.get("reason") or ())
        ],
    )


def _ended(plans: Sequence[diary.Rec], form: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The newest plan wins: those that still run end the day before it begins."""
    last = (date.fromisoformat(form["start_on"]) - timedelta(days=1)).isoformat()
    running = [one for one in plans if (one["body"].get("ended_on") or "9999") > last]
    return [
        {
            "id": one["id"],
            "kind": "plan",
            "set": {"ended_on": last},
            "was": {"ended_on": origin.whole(one["body"], one["fop"], one["cur_op"]).get("ended_on")},
            "base": one["cur_op"],
        }
        for one in running
    ]


def _plan_op(form: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    body = {
        "template": plan.template,
        "started_on": plan.start_on,
        "weeks": plan.weeks,
        "reason": list(plan.reason)[: bounds.LIST_MOST],
        "generated_by": "planner.1",
        "content_version": packs()["plans"].version,
    }
    return {"id": form["id"], "kind": "plan", "set": body}


def _item_op(plan_id: str, item: Item) -> dict[str, Any]:
    body = {
        "plan_id": plan_id,
        "on": item.on,
        "position": item.dose.position,
        "session_no": 1,
        "order": item.order,
        "lengths": list(item.lengths),
        "dose": item.dose.to_body(),
        "gentle": item.gentle.to_body() if item.gentle else None,
        "set_by": item.set_by,
        "helper": item.helper,
        "why": list(item.why)[: bounds.LIST_MOST],
    }
    made = uuid.uuid5(uuid.UUID(plan_id), f"{item.on}:{item.order}")
    return {"id": str(made), "kind": "plan_item", "set": {n: v for n, v in body.items() if v is not None}}


def _told(plan: Plan) -> dict[str, Any]:
    """A plan on the wire, with what was left out and why."""
    return {
        "template": plan.template,
        "started_on": plan.start_on,
        "weeks": plan.weeks,
        "reason": list(plan.reason),
        "items": [
            {
                "on": one.on,
                "order": one.order,
                "lengths": list(one.lengths),
                "dose": one.dose.to_body(),
                "gentle": one.gentle.to_body() if one.gentle else None,
                "helper": one.helper,
                "why": list(one.why),
            }
            for one in plan.items
        ],
        "left_out": {name: list(why) for name, why in plan.left_out.items()},
        "uncovered": {name: list(why) for name, why in plan.uncovered.items()},
        "instead": dict(plan.instead),
    }
