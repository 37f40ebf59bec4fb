"""Who may do what, and what of a record somebody sees. The one table every channel asks."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.domain.tact import SYMPTOM_SCOPE, told

SCOPES = (
    "symptoms",
    "daily",
    "mood",
    "medicines",
    "medicine_names",
    "exercise",
    "profile",
    "appointments",
    "observations",
    "safety",
    "contacts",
    "notes",
    "intimate",
    "requests",
)
DEFAULT_READ = ("symptoms", "exercise", "requests")
DEFAULT_WRITE: tuple[str, ...] = ()

KIND_SCOPE: Mapping[str, str | None] = {
    "symptom": "symptoms",
    "story": "symptoms",
    "custom": "symptoms",
    "daily": "daily",
    "mood": "mood",
    "medicine": "medicines",
    "dose": "medicines",
    "event": "daily",
    "profile": "profile",
    "plan": "exercise",
    "plan_item": "exercise",
    "session": "exercise",
    "appointment": "appointments",
    "safety": "safety",
    "observation": "observations",
    "care_card": "contacts",
    "contact": "contacts",
    "allergy": "contacts",
    "request": "requests",
    "preference": None,
    "share": None,
}
EVENTS_OF_MEDICINES = frozenset({"steroid", "steroid_course", "infusion"})
# Messages of mood go to nobody. Those that tell of medicines or rest on intimate answers need two scopes,
# which a record's one scope cannot say; until it can they go to nobody either. The pack's `scopes` say which.
SAFETY_WITHHELD = frozenset({
    # The answers of a day, whatever they were about.
    "CHECK",
    "SAFE-04", "SAFE-09", "SAFE-13", "SAFE-19", "SAFE-19b", "SAFE-20", "SAFE-20b", "SAFE-21", "SAFE-21b",
    "SAFE-22", "SAFE-23", "SAFE-24", "SAFE-24b", "SAFE-30", "SAFE-33",
})  # fmt: skip

NOTES = frozenset({"note", "own_words", "detail", "override_note"})
# Instants, told to the quarter hour alone.
INSTANTS = ("at", "answered_at")
# What a caregiver never receives: reasons and answers that may rest on private entries, links, and
# the numbers a session takes from entries of pain.
NEVER = frozenset(
    {"private", "reason", "why", "because", "checks", "adapted", "at_server", "same_as", "beside"}
    | {"pain_before_nrs", "pain_after_nrs", "pain_2h_nrs", "next_morning_nrs"}
)
CAREGIVER_CREATES = frozenset({"symptom", "dose", "session", "event", "observation"})
# What only the person can say: that a score somebody else gave is right, and how a session was for them.
PERSON_SAYS: Mapping[str, frozenset[str]] = {
    "symptom": frozenset({"confirmed", "confirmed_as"}),
    "session": frozenset(
        {"pain_before_nrs", "pain_after_nrs", "pain_2h_nrs", "next_morning_nrs", "felt", "felt_later"}
    ),
}
# "On my way": the one thing everybody may write who sees the requests. It has no words of its own.
COMING = "coming"
ANSWER = frozenset({"type", "at", "on", "about"})
STEP = timedelta(minutes=15)


@dataclass(frozen=True)
class Access:
    """What one account may do in one space. role: owner or caregiver."""

    role: str
    account_id: str
    read: frozenset[str] = frozenset()
    write: frozenset[str] = frozenset()


# action -> roles that hold it; a role that is not named does not.
GRANTS: Mapping[str, frozenset[str]] = {
    "records.read": frozenset({"owner", "caregiver"}),
    "records.write": frozenset({"owner", "caregiver"}),
    "overview.read": frozenset({"owner", "caregiver"}),
    "report.read": frozenset({"owner", "caregiver"}),
    "bundle.read": frozenset({"owner"}),
    "history.read": frozenset({"owner"}),
    "shares.manage": frozenset({"owner"}),
    "looks.read": frozenset({"owner"}),
}


def may(action: str, access: Access | None) -> bool:
    """Deny unless the table grants it."""
    return access is not None and access.role in GRANTS[action]


def scope_of(kind: str, body: Mapping[str, Any]) -> str | None:
    """The scope that opens a record, or None when nothing does."""
    if kind == "event" and body.get("type") in EVENTS_OF_MEDICINES:
        return "medicines"
    if kind == "safety":
        return None if body.get("message_id") in SAFETY_WITHHELD else "safety"
    if kind == "observation" and body.get("type") == COMING:
        return "requests"
    if kind == "symptom":
        return SYMPTOM_SCOPE.get(str(body.get("symptom")), "symptoms")
    return KIND_SCOPE.get(kind)


def group_of(kind: str, name: str) -> str | None:
    """The group of fields a name belongs to: base, notes, names or intimate; None is never shown."""
    if name in NEVER:
        return None
    if name in NOTES:
        return "notes"
    if kind == "story" and name == "label":
        return "notes"
    if kind == "medicine" and name == "regimen":
        return "names"
    if kind == "daily" and name == "intimate":
        return "intimate"
    return "base"


GROUP_SCOPE: Mapping[str, str] = {"notes": "notes", "names": "medicine_names", "intimate": "intimate"}


def groups_granted(read: Collection[str]) -> tuple[str, ...]:
    """The groups of fields these scopes open, base first."""
    return ("base", *(group for group, scope in GROUP_SCOPE.items() if scope in read))


def visible_body(kind: str, body: Mapping[str, Any], read: Collection[str]) -> dict[str, Any]:
    """The fields of a body these scopes open; instants are rounded down to the quarter hour."""
    granted = groups_granted(read)
    shown = {name: value for name, value in body.items() if group_of(kind, name) in granted}
    shown = told(kind, shown, read)
    for name in INSTANTS:
        if isinstance(shown.get(name), str):
            shown[name] = quarter_hour(shown[name])
    if kind == "story" and "notes" not in granted and isinstance(shown.get("answers"), Mapping):
        shown["answers"] = {question: _without_text(given) for question, given in shown["answers"].items()}
    return shown


def _without_text(given: Any) -> Any:
    """An answer of the Pain Story without what was written in the person's own words."""
    if not isinstance(given, Mapping):
        return given
    return {name: value for name, value in given.items() if name != "text"}


def quarter_hour(at: str) -> str:
    """An RFC 3339 instant rounded down to the quarter hour, in its own offset."""
    moment = datetime.fromisoformat(at)
    whole = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
    return whole.isoformat()


def hidden(access: Access, kind: str, body: Mapping[str, Any], author: str | None) -> bool:
    """Whether a record that is there has to look to this account as if it were not."""
    if access.role == "owner" or author == access.account_id:
        return False
    return body.get("private") is True or scope_of(kind, body) not in access.read


def may_name(access: Access, record_id: str) -> bool:
    """Whether this account may use an id for a new record.

    Ids of one-a-day records can be worked out by anyone; a collision would tell that a private one is there.
    """
    return access.role == "owner" or uuid.UUID(record_id).version == 7


def may_say(access: Access, kind: str, said: Collection[str]) -> bool:
    """Whether this account may set these fields: nobody writes what they could not read back.

    Nor does anybody say for the person what only they can know.
    """
    if access.role == "owner":
        return True
    if not PERSON_SAYS.get(kind, frozenset()).isdisjoint(said):
        return False
    granted = {None, *groups_granted(access.read)}
    return all(group_of(kind, name) in granted for name in said)


def is_answer(body: Mapping[str, Any]) -> bool:
    """Whether an observation says "On my way" to a request, and nothing else."""
    return body.get("about") is not None and ANSWER.issuperset(
        n for n, said in body.items() if said is not None
    )


def refusal(access: Access, op_type: str, kind: str, scope: str | None, author: str | None) -> str | None:
    """Why this account may not make this op, or None when it may.

    author: account that wrote the record, None for a new one.
    """
    if access.role == "owner":
        return None
    writes = access.write | ({"requests"} & access.read if kind == "observation" else frozenset())
    if scope is None or scope not in writes or op_type == "erase":
        return "no_right"
    if author is not None and author != access.account_id:
        return "not_author"
    if author is None and (op_type != "put" or kind not in CAREGIVER_CREATES):
        return "no_right"
    return None


def narrows(now: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether a change of a share takes away only: fewer scopes, an earlier end, a pause or the end."""
    if not set(wanted.get("read", now["read"])) <= set(now["read"]):
        return False
    if not set(wanted.get("write", now["write"])) <= set(now["write"]):
        return False
    if (
        "until" in wanted
        and now["until"] is not None
        and (wanted["until"] is None or wanted["until"] > now["until"])
    ):
        return False
    state = wanted.get("state", now["state"])
    return state == now["state"] or state in ("paused", "ended")
