"""What must hold of the journal: read from first to last, it tells how every value came and went."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.sync.broken import Broken
from tests.sync.screen import set_by
from tests.sync.words import CAREGIVER, FOREIGN

LOST = "every value not shown was knowingly overwritten or is marked as lost"
SELF = "no device conflicts with itself, and none without a reason"
HIDES = "a delete hides only what its maker had seen"
TELLS = "the journal tells what the record shows"
# The newest word simply counts.
LAST_COUNTS = frozenset({"preference"})
DONE = frozenset({"ok", "conflict"})


@dataclass
class Field:
    """One field of a record over time. by: the op that first said the value shown, none that repeats it.

    Who says it after a delete, or after something that went with a past, does not repeat it.
    """

    value: Any = None
    by: str | None = None


@dataclass
class Past:
    """Which ops of a record are known so far, and which lost a field to a past that is gone."""

    known: set[str] = field(default_factory=set)
    adrift: set[tuple[str, str]] = field(default_factory=set)

    def is_gone(self, change: dict[str, Any], name: str) -> bool:
        """Whether what a change had seen of a field went with a past, or lost here after such a thing."""
        seen = (change["was"] or {}).get(name)
        return seen is not None and (seen not in self.known or (seen, name) in self.adrift)

    def lose(self, change: dict[str, Any], name: str) -> None:
        """A change that was not taken."""
        if self.is_gone(change, name):
            self.adrift.add((change["op_id"], name))


def accepted_id(op: str) -> str:
    """The id under which a held op is stored once more when its owner takes it."""
    return str(uuid.uuid5(uuid.UUID(op), "accepted"))


def judge_journal(story: Any, records: list[dict[str, Any]], changes: list[dict[str, Any]]) -> None:
    """Replay every record's changes by their numbers alone."""
    by_record: dict[str, list[dict[str, Any]]] = defaultdict(list)
    opened = {change["seq"]: change["set"]["read"] for change in changes if "read" in (change["set"] or {})}
    under = {accepted_id(op): op for op in story.saved}
    for change in changes:
        if change["status"] in DONE:
            # What was held and then accepted is remembered under the op it came with.
            known_as = under.get(change["op_id"], change["op_id"])
            by_record[change["record_id"]].append({**change, "op_id": known_as})
    for record in records:
        if record["id"] not in story.erased:
            _judge_record(story, record, by_record[record["id"]], opened)


def _judge_record(
    story: Any, record: dict[str, Any], changes: list[dict[str, Any]], opened: dict[int, list[str]]
) -> None:
    """opened: what the share let read, by the number since when."""
    fields: dict[str, Field] = defaultdict(Field)
    past = Past()
    deletes = {change["op_id"] for change in changes if change["t"] == "del"}
    for change in changes:
        for name in change["set"] or {}:
            if name in (change["lost"] or {}):
                _judge_conflict(story, change, name, fields[name], past.known)
                past.lose(change, name)
            else:
                _say(fields[name], change, name, past, deletes)
        past.known.add(change["op_id"])
    for name, told in fields.items():
        if record["body"].get(name) != told.value:
            raise Broken(
                TELLS, f"{name} of {record['id']} is {record['body'].get(name)}, told was {told.value}"
            )
    resolves = (
        story.saved[c["op_id"]].op for c in changes if c["t"] == "resolve" and c["op_id"] in story.saved
    )
    _judge_delete(story, record, changes, opened)
    reviewed = {one for op in resolves for one in op["ops"]}
    for change in changes:
        marked = change["op_id"] in record["conf"] or change["op_id"] in reviewed
        if change["lost"] and not marked and record["kind"] not in LAST_COUNTS:
            raise Broken(LOST, f"{change['op_id']} lost {change['lost']} and nobody is asked")
        if change["t"] == "del" and change["status"] == "conflict" and not marked:
            raise Broken(LOST, f"the delete {change['op_id']} did not count and nobody is asked")
        for name, value in (change["set"] or {}).items():
            if record["kind"] not in LAST_COUNTS and name not in (change["lost"] or {}):
                _judge_value(story, record, change, name, value, changes)


def _judge_delete(
    story: Any, record: dict[str, Any], changes: list[dict[str, Any]], opened: dict[int, list[str]]
) -> None:
    """What a deleted record says was before the eyes of somebody who deleted it.

    And since then nobody who had seen it brought the record back. That it is not private is told to no
    caregiver, who may delete an entry of their own, and neither is a note that their share does not open.
    """
    if not record["deleted"]:
        return

    def untold(change: dict[str, Any], act: Any, name: str) -> bool:
        if act.device not in CAREGIVER:
            return False
        reads = [read for seq, read in sorted(opened.items()) if seq < change["seq"]]
        return name == "private" or (name in FOREIGN and FOREIGN[name] not in (reads or [[]])[-1])

    for name, op in set_by(record).items():
        gone = False
        for change in changes:
            act = story.saved.get(change["op_id"])
            says = change["t"] in ("del", "restore") or change["set"]
            if act and says and (op in act.past or untold(change, act, name)):
                gone = change["t"] == "del" and change["status"] == "ok"
        if not gone:
            raise Broken(HIDES, f"{record['id']} is deleted; nobody who deleted it had seen {name} of {op}")


def _say(told: Field, change: dict[str, Any], name: str, past: Past, deletes: set[str]) -> None:
    value = change["set"][name]
    anew = change["kind"] in LAST_COUNTS or change["base"] in deletes or past.is_gone(change, name)
    if told.value != value or told.by is None or anew:
        told.value, told.by = value, change["op_id"]


def _judge_conflict(story: Any, change: dict[str, Any], name: str, told: Field, known: set[str]) -> None:
    """A conflict needs two people, or two phones, and a value its maker had not seen."""
    seen = (change["was"] or {}).get(name)
    if seen is None and name in FOREIGN and _by_caregiver(story, change):
        return  # whoever may not, or may no longer, read a note has not seen their own
    if _said_before(story, told.by, change["op_id"]):
        raise Broken(SELF, f"{change['op_id']} lost {name} to {told.by} of the same device")
    if seen is not None and seen not in known:
        return  # a server that was put back does not know what was seen
    if seen == told.by:
        raise Broken(SELF, f"{change['op_id']} lost {name} though it had seen {told.value!r}")


def _by_caregiver(story: Any, change: dict[str, Any]) -> bool:
    return change["op_id"] in story.saved and story.saved[change["op_id"]].device in CAREGIVER


def _said_before(story: Any, one: str | None, other: str) -> bool:
    """Whether a device had said one op before it said another."""
    earlier, later = story.saved.get(one), story.saved.get(other)
    return bool(
        earlier
        and later
        and (earlier.device, earlier.life) == (later.device, later.life)
        and earlier.op["n"] < later.op["n"]
    )


def _judge_value(
    story: Any,
    record: dict[str, Any],
    change: dict[str, Any],
    name: str,
    value: Any,
    changes: list[dict[str, Any]],
) -> None:
    if record["body"].get(name) == value or (name == "private" and value is not True):
        return  # shown; and where two disagree about privacy the safer word wins
    alike = {one["op_id"] for one in changes if name in (one["set"] or {}) and one["set"][name] == value}
    taken: set[str] = set()
    told = Field()
    for one in changes:
        if name not in (one["set"] or {}):
            continue
        seen = (one["was"] or {}).get(name)
        if seen in alike:
            return
        if name not in (one["lost"] or {}):
            # What was seen was shown in a past that is gone; the device goes on from its own words.
            elsewhere = seen is not None and seen not in taken
            # Whoever says what is shown leaves it to the one who said it first.
            first = told.by if change["op_id"] in taken and told.by in alike else change["op_id"]
            if elsewhere and any(_said_before(story, it, one["op_id"]) for it in (change["op_id"], first)):
                return
            taken.add(one["op_id"])
            if told.by is None or told.value != one["set"][name]:
                told = Field(one["set"][name], one["op_id"])
    raise Broken(
        LOST, f"{name}={value!r} of {change['op_id']} is not shown and nobody overwrote it knowingly"
    )
