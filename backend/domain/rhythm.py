"""Which questions to ask now, so that nobody answers the same ones at every save; also in rhythm.js.

Each check of the pack has a rhythm. every: each time an entry, or the day, brings it. changed: where the
place is new or clearly worse, else once in 7 days. week: once in 7 days, and at once after the date `anew`
names. answer: right after the answer it rests on.
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from backend.domain.history import days_back
from backend.domain.safety import Facts, holds

DAYS = 7
ALARM = ("yes", "not_sure")


class Asked(TypedDict, total=False):
    """What was asked already. of_day: the facts without the entry. given: answers of this round.

    answered: question to the date it was last answered. covered: whether the entry, and the day, went
    through a round since they last changed. today: a date.
    """

    of_day: Facts
    given: Mapping[str, str]
    answered: Mapping[str, str]
    covered: Mapping[str, bool]
    today: str


def due(pack: Mapping[str, Any], facts: Facts, asked: Asked) -> list[dict[str, Any]]:
    """Groups of questions to ask now, `{check, questions}`, in the order of the pack, each question once."""
    explicit = {one["id"] for one in pack["questions"] if one.get("explicit")}
    given, groups, seen = asked.get("given") or {}, [], set(asked.get("given") or {})
    for check in pack["checks"]:
        wants = [
            name for name in check["questions"] if name not in seen and _wants(check, name, facts, asked)
        ]
        # A no to such a question calms, so it is asked alone, and only once its check has an alarm.
        alarm = any(given.get(name) in ALARM for name in check["questions"])
        wants = [name for name in wants if alarm or name not in explicit]
        if wants:
            groups.append({"check": check["id"], "questions": wants})
            seen.update(wants)
    return groups


def answers_of(pack: Mapping[str, Any], shown: list[str], tapped: list[str]) -> dict[str, str]:
    """What one page of rows says: yes for each tapped, no for the others; none of an explicit question."""
    explicit = {one["id"] for one in pack["questions"] if one.get("explicit")}
    return {
        name: "yes" if name in tapped else "no" for name in shown if name in tapped or name not in explicit
    }


def _wants(check: Mapping[str, Any], name: str, facts: Facts, asked: Asked) -> bool:
    return RHYTHMS[check["rhythm"]](check, name, facts, asked)


def _every(check: Mapping[str, Any], name: str, facts: Facts, asked: Asked) -> bool:
    if not holds(check["when"], facts):
        return False
    source = "day" if holds(check["when"], asked.get("of_day") or {}) else "entry"
    return not _covered(asked, source) or (asked.get("answered") or {}).get(name) != asked["today"]


def _changed(check: Mapping[str, Any], name: str, facts: Facts, asked: Asked) -> bool:
    if not holds(check["when"], facts):
        return False
    anew = facts.get("checks.usual_new") in ALARM
    places = facts.get("entry.regions") if anew else facts.get("place.changed")
    if holds(check["when"], {**facts, "entry.regions": places}) and not _covered(asked, "entry"):
        return True
    return _weeks_ago(name, asked)


def _week(check: Mapping[str, Any], name: str, facts: Facts, asked: Asked) -> bool:
    if not holds(check["when"], facts):
        return False
    last, since = (asked.get("answered") or {}).get(name), facts.get(check.get("anew") or "")
    if last and since and (last < since or (last == since and not _covered(asked, "entry"))):
        return True
    return _weeks_ago(name, asked)


def _answer(check: Mapping[str, Any], name: str, facts: Facts, asked: Asked) -> bool:
    said = {name: value for name, value in facts.items() if not name.startswith("checks.")}
    given = {f"checks.{one}": answer for one, answer in (asked.get("given") or {}).items()}
    return holds(check["when"], {**said, **given})


def _covered(asked: Asked, source: str) -> bool:
    return (asked.get("covered") or {}).get(source) is True


def _weeks_ago(name: str, asked: Asked) -> bool:
    back = days_back((asked.get("answered") or {}).get(name), asked["today"])
    return back is None or back >= DAYS


RHYTHMS = {"every": _every, "changed": _changed, "week": _week, "answer": _answer}
