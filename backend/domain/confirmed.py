"""What somebody else wrote down for the person counts once the person has said "Yes, that's right".

Until then it stays out of plans, safety rules, what is usual, and every number told of a day. The yes belongs
to what the entry said at that moment: once its writer changes it, it has to be said again. The same as
pwa/src/domain/confirmed.js; both read tests/vectors/confirmed.json.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

Body = Mapping[str, Any]


def is_counted(kind: str, body: Body, author: str | None, owner: str) -> bool:
    """Whether a record of this author may be weighed. author, owner: accounts."""
    return kind != "symptom" or author in (None, owner) or is_confirmed(body)


def is_confirmed(body: Body) -> bool:
    """Whether the person said yes to the entry as it stands."""
    return body.get("confirmed") is True and body.get("confirmed_as") == as_said(body)


def as_said(body: Body) -> str:
    """SHA-1 in hex of all that is weighed in an entry; nothing secret rests on it."""
    said = [
        body.get("on"),
        body.get("until_on"),
        body.get("symptom"),
        body.get("severity_nrs"),
        body.get("minutes_long"),
        body.get("generalised") is True,
        body.get("hard_day") is True,
        _listed(f"{one['region']} {one['side']}" for one in body.get("regions") or ()),
        *(_listed(body.get(name) or ()) for name in ("words", "patterns", "triggers")),
        _listed(_joined(one, "activity", "minutes") for one in body.get("stops_me") or ()),
        _listed(_joined(one, "what", "before_nrs", "after_nrs") for one in body.get("relief") or ()),
    ]
    return hashlib.sha1(json.dumps(said, separators=(",", ":")).encode(), usedforsecurity=False).hexdigest()


def _listed(items: Iterable[str]) -> list[str]:
    return sorted(set(items))


def _joined(one: Body, *names: str) -> str:
    return " ".join("" if one.get(name) is None else str(one[name]) for name in names)
