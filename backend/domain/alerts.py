"""Safety messages over time: which are stored and open, what they leave of a session; also in alerts.js.

A safety record is one message of one day. The record with the message id CHECK holds a day's answers; it is
shared with nobody. Records come in as `{id, body}`, in any order, none of them deleted.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from backend.domain.history import days_back
from backend.domain.rhythm import ALARM
from backend.domain.safety import TIERS, Found

Rec = Mapping[str, Any]
Pack = Mapping[str, Any]

CHECK = "CHECK"
# Days without the same message after an answer; E1 and E2 come with every matching entry.
NOT_NOW_DAYS: Mapping[str, int] = {"E3": 2, "E4": 14}
DONE_DAYS: Mapping[str, int] = {"E3": 7, "E4": 14, "E5": 14}
# Of what is left of a session; the first that stands decides.
SESSIONS = ("lock", "quiet", "pause", "flare", "gentle")


def answered(records: Sequence[Rec]) -> dict[str, str]:
    """Every question to the date it was last answered."""
    last: dict[str, str] = {}
    for body in _days_of(records):
        for name in body.get("checks") or ():
            last[name] = max(last.get(name, ""), body["on"])
    return last


def counted(records: Sequence[Rec], today: str) -> dict[str, str]:
    """Answers of today that still count: an alarm counts no more once its message was answered."""
    closed = {
        name
        for one in _messages(records)
        if one["body"].get("on") == today and one["body"].get("answer") not in (None, "not_now")
        for name, answer in (one["body"].get("checks") or {}).items()
        if answer in ALARM
    }
    told = {
        name: a for body in _days_of(records) if body["on"] == today for name, a in body["checks"].items()
    }
    return {name: answer for name, answer in told.items() if not (name in closed and answer in ALARM)}


def to_store(
    found: Sequence[Found], records: Sequence[Rec], pack: Pack, given: Mapping[str, str], today: str
) -> list[dict[str, Any]]:
    """Messages to store for today, the most urgent first: `{message, tier, checks, reopen}`.

    reopen: an answer given earlier today counts no more. What is quiet, or open already, is left out.
    """
    stored = []
    for one in found:
        mine = sorted(
            (r["body"] for r in _messages(records) if r["body"]["message_id"] == one.message), key=_on
        )
        last = mine[-1] if mine else None
        if last is not None and _rests(one.tier, last, pack, today):
            continue
        now = last if last is not None and last["on"] == today else None
        tier = min(one.tier, now["tier"]) if now else one.tier
        reads = _questions(_rules(pack, one.message))
        checks = {name: answer for name, answer in given.items() if name in reads}
        fresh = any(answer in ALARM for answer in checks.values())
        reopen = now is not None and (tier < now["tier"] or one.tier == "E1" or fresh)
        earlier = (now or {}).get("checks") or {}
        stored.append(
            {"message": one.message, "tier": tier, "checks": {**earlier, **checks}, "reopen": reopen}
        )
    return stored


def _rests(tier: str, last: Rec, pack: Pack, today: str) -> bool:
    """Whether a message is not due again: E3 while open or quiet, E4 and E5 within their days."""
    if tier in ("E1", "E2") or tier < last["tier"]:
        return False
    if (last.get("ask_again_on") or "") > today:
        return True
    days: int = NOT_NOW_DAYS["E3"] if tier == "E3" else _behaviour(pack, tier)["quiet_days"]
    still_open = tier != "E3" or last.get("answer") is None
    return still_open and 0 <= (days_back(last["on"], today) or 0) < days


def open_messages(records: Sequence[Rec], pack: Pack, today: str) -> list[dict[str, Any]]:
    """Messages that wait for an answer, the most urgent first: `{id, message, tier, on, shown, effect}`.

    One that was answered closes those before it. shown: false while a "not now" rests; it counts all the
    same.
    """
    by_message: dict[str, list[Rec]] = {}
    for one in sorted(_messages(records), key=lambda rec: _on(rec["body"])):
        by_message.setdefault(one["body"]["message_id"], []).append(one)
    all_open = (_open_of(message, mine, pack, today) for message, mine in by_message.items())
    by_day = sorted((one for one in all_open if one), key=lambda one: str(one["on"]), reverse=True)
    return sorted(by_day, key=lambda one: TIERS.index(one["tier"]))


def _open_of(message: str, mine: Sequence[Rec], pack: Pack, today: str) -> dict[str, Any] | None:
    since = max((i + 1 for i, one in enumerate(mine) if _closes(one["body"], pack, today)), default=0)
    waiting = [one for one in mine[since:] if not _over(one["body"], pack, today)]
    row = next((one for one in pack["messages"] if one["id"] == message), None)
    if not waiting or row is None:
        return None
    tier, body = min(one["body"]["tier"] for one in waiting), waiting[-1]["body"]
    rests = body.get("answer") == "not_now" and (body.get("ask_again_on") or "") > today
    return {
        "id": waiting[-1]["id"],
        "message": message,
        "tier": tier,
        "on": body["on"],
        "shown": tier in ("E1", "E2") or not rests,
        "effect": _effect(row, tier),
    }


def sessions_allowed(waiting: Sequence[Mapping[str, Any]], pack: Pack, today: str) -> dict[str, Any]:
    """What open messages leave of a session: `{state, leave_out, add, ease}`.

    state: lock (none), quiet and pause (breathing, resting), flare (the tiny set), gentle, or all. A note of
    E5 holds for its own day.
    """
    now = [one for one in waiting if one["tier"] != "E5" or one["on"] == today]
    effects = {one["effect"] for one in now}
    plans = [
        (one["effect"], row["plan"]) for one in now for row in pack["messages"] if row["id"] == one["message"]
    ]
    return {
        "state": next((state for state in SESSIONS if state in effects), "all"),
        "leave_out": _each_once(plan.get("leave_out", ()) for effect, plan in plans if effect == "limit"),
        "add": _each_once(plan.get("add", ()) for _, plan in plans),
        "ease": bool(effects & {"ease", "lighter"}),
    }


def answer_of(tier: str, answer: str, pack: Pack, today: str) -> dict[str, Any]:
    """The fields an answer stores: the answer, and the date before which the message rests."""
    if answer == "team_knows":
        days: int | None = _behaviour(pack, tier)["quiet_days"]
    else:
        days = (NOT_NOW_DAYS if answer == "not_now" else DONE_DAYS).get(tier)
    again = None if days is None else (date.fromisoformat(today) + timedelta(days)).isoformat()
    return {"answer": answer, "ask_again_on": again}


def _closes(body: Rec, pack: Pack, today: str) -> bool:
    answer, tier = body.get("answer"), body["tier"]
    unlock_by = _behaviour(pack, tier)["unlock_by"]
    if answer == "team_knows" and "team_knows" in unlock_by:
        return (body.get("ask_again_on") or "9") > today
    always = ("seen", "cleared") if tier == "E1" else ("seen", "cleared", "checked_before")
    return answer in (*unlock_by, *always)


def _over(body: Rec, pack: Pack, today: str) -> bool:
    """A note of E5 goes by itself after its days."""
    days: int = _behaviour(pack, "E5")["quiet_days"]
    return body["tier"] == "E5" and (days_back(body["on"], today) or 0) >= days


def _messages(records: Sequence[Rec]) -> list[Rec]:
    whole = (one for one in records if one["body"].get("on") and one["body"].get("tier") in TIERS)
    return [one for one in whole if one["body"].get("message_id") not in (None, CHECK)]


def _days_of(records: Sequence[Rec]) -> list[Rec]:
    bodies = (one["body"] for one in records if one["body"].get("message_id") == CHECK)
    return [body for body in bodies if body.get("on") and body.get("checks")]


def _on(body: Rec) -> tuple[str, str]:
    return str(body["on"]), str(body.get("at") or "")


def _behaviour(pack: Pack, tier: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(one["behaviour"] for one in pack["tiers"] if one["id"] == tier)
    return found


def _effect(row: Mapping[str, Any], tier: str) -> str:
    rule: Mapping[str, Any] = next((one for one in row["rules"] if one["tier"] == tier), {})
    return str(rule.get("effect") or row["plan"]["effect"])


def _rules(pack: Pack, message: str) -> list[Any]:
    return [rule["when"] for row in pack["messages"] if row["id"] == message for rule in row["rules"]]


def _questions(rule: Any) -> set[str]:
    """The questions a rule reads."""
    if isinstance(rule, list):
        return {name for one in rule for name in _questions(one)}
    if not isinstance(rule, Mapping):
        return set()
    name = rule.get("var")
    if isinstance(name, str):
        return {name.removeprefix("checks.")} if name.startswith("checks.") else set()
    return {name for one in rule.values() for name in _questions(one)}


def _each_once(lists: Any) -> list[str]:
    return list(dict.fromkeys(name for one in lists for name in one))
