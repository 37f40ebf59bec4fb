"""What was chosen in earlier plans: movements put in, doses of a therapist, and what nobody wants.

Live records come in, as `{id, body, fop, cur_op}`. The same as chosenIn() of pwa/src/domain/plan.js.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from backend.domain import origin
from backend.domain.history import Body

Rec = Mapping[str, Any]


def put_in(items: Iterable[Rec], who: str) -> set[str]:
    """Movements that somebody put in: person or therapist."""
    return {_movement(one) for one in items if one["body"].get("set_by") == who}


def prescribed(items: Iterable[Rec]) -> dict[str, Body]:
    """A therapist's doses by movement; of several the one that was said last, for whatever day."""
    said = sorted(items, key=lambda one: origin.whole(one["body"], one["fop"], one["cur_op"]).get("dose", ""))
    return {_movement(one): one["body"]["dose"] for one in said if one["body"].get("set_by") == "therapist"}


def left_out(plans: Iterable[Rec], items: Iterable[Rec]) -> set[str]:
    """What the last of its days leaves out: one day without it is one day.

    Days that a newer plan took over say nothing any more.
    """
    ends = {one["id"]: last_day(one["body"]) for one in plans if one["body"].get("started_on")}
    last: dict[str, tuple[str, bool]] = {}
    for one in items:
        name, on = _movement(one), str(one["body"].get("on") or "")
        if not on or on > ends.get(one["body"].get("plan_id"), ""):
            continue
        then, out = last.get(name, ("", True))
        if on >= then:
            last[name] = (on, one["body"].get("helper") == "skip" and (out or on > then))
    return {name for name, (_, out) in last.items() if out}


def last_day(plan: Body) -> str:
    """The last day a plan has."""
    weeks = plan.get("weeks") or 2
    last = (date.fromisoformat(plan["started_on"]) + timedelta(days=weeks * 7 - 1)).isoformat()
    return min(last, plan.get("ended_on") or last)


def _movement(item: Rec) -> str:
    return str((item["body"].get("dose") or {}).get("movement", ""))
