"""Whether the next plan may ask for more, must ask for less, or comes back after a break (PLAN-09, 10, 19).

Sessions come in as bodies of records, none of them deleted. Days near an injection neither earn nor lose.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from backend.domain.history import Body, within
from backend.domain.planner.dose import Dose, up
from backend.domain.planner.shelf import Shelf
from backend.domain.safety import Facts, holds

UP, SAME, DOWN, RETURN = "up", "same", "down", "return"
ASK_PHYSIO = "ask-physiotherapist"
ALARMING = ("E1", "E2", "E3")


@dataclass(frozen=True)
class Verdict:
    """kind: up, same, down or return. why: rule ids. share: of the doses before, where it is a return."""

    kind: str
    why: tuple[str, ...] = ()
    share: Fraction = Fraction(1)
    share_then: Fraction = Fraction(1)
    ask_physio: bool = False


def verdict(
    shelf: Shelf,
    facts: Facts,
    sessions: Sequence[Body],
    today: str,
    neutral: Collection[str] = (),
    lowered: Sequence[str] = (),
    raised: Sequence[str] = (),
) -> Verdict:
    """What the last week has earned. neutral: dates near an injection.

    lowered, raised: dates on which doses went down or up before.
    """
    coming_back = next(one for one in shelf.plans["overlays"] if one["id"] == "return")
    relapse = facts.get("relapse.state") in ("suspected", "confirmed")
    if relapse or holds(coming_back["when"], facts):
        told = coming_back["parameters"]
        return Verdict(
            RETURN, ("PLAN-19",), Fraction(*told["share_first_week"]), Fraction(*told["then_share"])
        )
    recent = [
        one
        for one in sessions
        if within(one.get("on"), today, shelf.rule("PLAN-09")["quiet_days"]) and one.get("on") not in neutral
    ]
    if _too_much(shelf, recent, facts):
        told = shelf.rule("PLAN-10")
        before = sum(within(on, today, told["regression_days"]) for on in lowered)
        return Verdict(DOWN, ("PLAN-10",), ask_physio=before + 1 >= told["regressions"])
    if _earned(shelf, recent, facts, today, raised):
        return Verdict(UP, ("PLAN-09",))
    return Verdict(SAME)


def _too_much(shelf: Shelf, recent: Sequence[Body], facts: Facts) -> bool:
    told = shelf.rule("PLAN-10")
    tired = (facts.get("log.fatigue") or 0) >= 6 and facts.get("log.sleep_quality") == "poor"
    stopped = sum(any(one["outcome"] == "stopped" for one in session.get("done") or ()) for session in recent)
    hurt = any(_later_rise(one) >= told["pain_up"] for one in recent)
    worse = any("worse" in _felt(one) for one in recent)
    return hurt or worse or stopped >= told["stopped_early"] or (tired and bool(recent))


def _felt(session: Body) -> set[str]:
    """How it felt, right after and when asked once more; empty where nobody said."""
    return {session[name] for name in ("felt", "felt_later") if session.get(name)}


def _later_rise(session: Body) -> int:
    """How much more it hurt two hours after, or the next morning; 0 where nobody said."""
    before = session.get("pain_before_nrs")
    after = [session.get(name) for name in ("pain_2h_nrs", "next_morning_nrs")]
    return max((one - before for one in after if one is not None and before is not None), default=0)


def _earned(shelf: Shelf, recent: Sequence[Body], facts: Facts, today: str, raised: Sequence[str]) -> bool:
    told = shelf.rule("PLAN-09")
    good = [one for one in recent if _is_good(one, told)]
    fell = facts.get("recent.days_since_fall")
    quiet = not set(ALARMING) & set(facts.get("open.tiers") or ()) and not (
        fell is not None and fell <= told["quiet_days"]
    )
    lately = any(within(on, today, 7) for on in raised)
    return len(good) >= told["sessions_done"] and len(good) == len(recent) and quiet and not lately


def _is_good(session: Body, told: Mapping[str, Any]) -> bool:
    """Done as planned, and the pain at most a point up, or said to be no worse where there is no number."""
    outcomes = {one["outcome"] for one in session.get("done") or ()}
    if "done" not in outcomes or "stopped" in outcomes:
        return False
    numbers = [session.get(name) for name in ("pain_2h_nrs", "pain_after_nrs")]
    before, after = session.get("pain_before_nrs"), next((one for one in numbers if one is not None), None)
    if before is None or after is None:
        return bool(_felt(session)) and "worse" not in _felt(session)
    return bool(after - before <= told["pain_change_most"])


def raised_dose(
    shelf: Shelf, doses: Mapping[str, Dose], sessions: Sequence[Body], today: str
) -> tuple[str, str, Dose] | None:
    """The one thing that goes up this week: movement, lever and new dose; None where all is at its top.

    The movement most often done in the last week comes first, so that what is liked grows.
    """
    done: dict[str, int] = {}
    for session in sessions:
        if within(session.get("on"), today, 7):
            for one in session.get("done") or ():
                if one["outcome"] == "done":
                    done[one["movement"]] = done.get(one["movement"], 0) + 1
    for name in sorted(shelf.in_pack_order(doses), key=lambda one: -done.get(one, 0)):
        if not done.get(name):
            break
        step = up(doses[name], shelf.movements[name], shelf.rule("PLAN-09")["reps"])
        if step is not None:
            return name, step[0], step[1]
    return None
