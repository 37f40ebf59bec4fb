"""What must hold at every moment: on the owner's screens, and in every answer a caregiver gets."""

from typing import Any

from tests.sync.broken import Broken
from tests.sync.shapes import Look
from tests.sync.words import SCOPE, opened
from tests.sync.world import World

ON_SCREEN = "what the owner saved stays on the owner's own screen"
NO_ROWS = "no rows after revocation"
IN_SCOPE = "no kind and no field outside a scope, and never a private record"


def judge_screen(story: Any, device: int, look: Look, world: World) -> None:
    """Each field shows what this phone saved last, or what somebody said later; never what was before."""
    for (record, name), op in story.latest[device].items():
        if record in story.erased:
            continue
        mine = story.saved[op]
        rec = look.screen.get(record)
        if record in look.parked:
            continue
        if rec is None or rec["deleted"]:
            deletes = (
                one for one, it in story.saved.items() if it.op["t"] == "del" and it.op["id"] == record
            )
            if all(one in mine.past for one in deletes):
                raise Broken(ON_SCREEN, f"device {device} shows nothing of {record}, saved with {op}")
            continue
        if rec["body"].get(name) == mine.op["set"][name]:
            continue
        by = rec["fop"].get(name)
        asked = any(one["op"] == op and name in one["set"] for one in rec["lost"])
        if (by is None or by in mine.past) and not asked and not _decided(world, record, op, name, rec):
            raise Broken(ON_SCREEN, f"device {device} shows {name} of {record} as it was before {op}")


def _decided(world: World, record: str, op: str, name: str, rec: dict[str, Any]) -> bool:
    """Whether the server keeps the word of an op as lost, or heard the safer one after it, `private`."""
    changes = [one for one in world.changes() if one["record_id"] == record and name in (one["set"] or {})]
    if any(one["op_id"] == op and name in (one["lost"] or {}) for one in changes):
        return True
    if name != "private" or rec["body"].get(name) is not True:
        return False
    until = next((at for at, one in enumerate(changes) if one["op_id"] == op), len(changes))
    return any(one["set"][name] is True for one in changes[until:])


def judge_answer(world: World, answer: dict[str, Any]) -> None:
    """An answer to a caregiver tells what their share opens at this moment, and nothing else."""
    reading = answer.get("pull") if "results" in answer else answer
    if not reading:
        return
    rights = world.rights()
    page = reading["spaces"].get(world.space)
    if rights is None:
        if page is not None or world.space in reading["mine"]:
            raise Broken(NO_ROWS, "a caregiver without a share got an answer about the space")
        return
    if page is None or not page.get("rows"):
        return
    records = {record["id"]: record for record in world.records()}
    for row in page["rows"]:
        judge_row(row, records[row["id"]], rights[0], world.caregiver.id)


def judge_row(row: dict[str, Any], record: dict[str, Any], read: frozenset[str], reader: str) -> None:
    """One row as a caregiver gets it."""
    if row["deleted"]:
        if row["body"] or row["fop"] or row["lost"] or row["conf"]:
            raise Broken(IN_SCOPE, f"a row that is gone tells something: {row}")
        return
    seen = opened(record["kind"], record["body"], read)
    if seen is None or record["deleted"]:
        raise Broken(IN_SCOPE, f"{record['kind']} with {sorted(read)}: {row}")
    if row["body"] != seen:
        raise Broken(IN_SCOPE, f"{row['body']} where {seen} is open")
    own = record["author_account_id"] == reader
    if not own and (row["fop"] or row["conf"] or row["lost"] or row["cur_op"]):
        raise Broken(IN_SCOPE, f"a row of somebody else tells of its history: {row}")
    told = [*row["fop"], *(name for one in row["lost"] for name in one["set"])]
    closed = [
        name for name in told if opened(record["kind"], {name: record["body"].get(name)}, read) in ({}, None)
    ]
    if [name for name in closed if name != "at"]:
        raise Broken(IN_SCOPE, f"{closed} told with {sorted(read)}")


assert set(SCOPE) == {"symptom", "daily", "medicine"}
