"""What one operation does to one record. Order never comes from a clock: only from which op set a field.

Per field: if the op saw the value that is shown now (its `was` names the op that set it), its value is
taken. If both say the same, nothing changes, not even who said it. Otherwise the shown value stays and the
other is kept as lost, to be reviewed. Deleting needs to have seen the newest state; an edit beats a delete.
Reviewing names the ops that were looked at, and may say which value counts. Erasing leaves nothing to merge.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

OK, CONFLICT = "ok", "conflict"

# Where the newest accepted word simply counts: preferences, and shares, whose ops only ever take away.
LAST_WINS = frozenset({"preference", "share"})


@dataclass(frozen=True)
class State:
    """One record as it stands. fop: field -> id of the op that set it. conf: ops not yet reviewed.

    cur_op: the op that made the newest state, or a name for a state of which no op knew all.

    erased: blanked for good; such a record stays deleted and empty.
    """

    body: Mapping[str, Any]
    fop: Mapping[str, str]
    cur_op: str
    deleted: bool = False
    conf: tuple[str, ...] = ()
    erased: bool = False


@dataclass(frozen=True)
class Op:
    """One change. was: field -> op id seen when the edit was made (an absent name means null).

    base: the newest state that was seen; a put of an older build does not say. ops: ids a `resolve` has
    reviewed.
    """

    id: str
    t: str
    kind: str
    set: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, str | None] = field(default_factory=dict)
    base: str | None = None
    ops: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """The new state, what happened, and the values that lost."""

    status: str
    state: State
    changed: frozenset[str] = frozenset()
    lost: Mapping[str, Any] = field(default_factory=dict)
    came_or_went: bool = False


class Impossible(Exception):
    """The op cannot apply to what is there; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def merge(state: State | None, op: Op) -> Outcome:
    """Apply one op. Raises Impossible where there is nothing it could apply to."""
    if state is not None and state.erased:
        return _on_erased(state, op)
    if op.t == "erase":
        return Outcome(OK, State({}, {}, op.id, deleted=True, erased=True), came_or_went=True)
    if state is None:
        if op.t == "put":
            return _create(op)
        raise Impossible("no_such_record")
    return STEPS[op.t](state, op)


def _create(op: Op) -> Outcome:
    # In the order of the fields: what repeats in the same order packs well on its way.
    state = State(dict(op.set), dict.fromkeys(op.set, op.id), op.id)
    return Outcome(OK, state, frozenset(op.set), came_or_went=True)


def _patch(state: State, op: Op) -> Outcome:
    return _merged(state, op, state.conf)


def _resolve(state: State, op: Op) -> Outcome:
    left = tuple(one for one in state.conf if one not in op.ops)
    if op.set:
        return _merged(state, op, left)
    # A deleted record goes on being known by what deleted it.
    newest = state.cur_op if state.deleted else _newest(state, op)
    return Outcome(OK, replace(state, cur_op=newest, conf=left))


def _merged(state: State, op: Op, conf: tuple[str, ...]) -> Outcome:
    """The fields of an op taken one by one; conf: what stays to be reviewed whatever they say."""
    body, fop = dict(state.body), dict(state.fop)
    lost: dict[str, Any] = {}
    changed: set[str] = set()
    for name, value in op.set.items():
        if op.kind in LAST_WINS or fop.get(name) == op.was.get(name):
            body[name], fop[name] = value, op.id
            changed.add(name)
        elif body.get(name) == value:
            continue  # attribution stays: taking it over would break the chain and cause false conflicts
        elif name == "private" and value is True:
            body[name], fop[name] = value, op.id  # in a conflict the safer word wins
            changed.add(name)
        else:
            lost[name] = value
    if state.deleted and state.cur_op not in op.ops and op.base != state.cur_op:
        conf = (*conf, state.cur_op)  # the delete had not seen this edit, or this edit not the delete
    if lost:
        conf = (*conf, op.id)
    # A losing op that changed nothing does not become the newest state: a later delete by its maker
    # has not seen the value that is shown.
    moved = bool(changed) or not lost or state.deleted
    new = State(body, fop, _newest(state, op) if moved else state.cur_op, False, conf)
    return Outcome(CONFLICT if lost else OK, new, frozenset(changed), lost, came_or_went=state.deleted)


def _newest(state: State, op: Op) -> str:
    """What the newest state is called after an op.

    Where two edits met that had not seen each other, or a record was begun that is there already, neither
    maker's delete may pass for one that had seen both: the state gets a name that both have yet to read.
    """
    older_build = op.base is None and (op.ops or any(op.was.values()))
    if older_build or op.base == state.cur_op:
        return op.id
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{state.cur_op} {op.id}"))


def _delete(state: State, op: Op) -> Outcome:
    if state.deleted:
        return Outcome(OK, replace(state, cur_op=op.id))
    if op.base == state.cur_op:
        return Outcome(OK, replace(state, cur_op=op.id, deleted=True), came_or_went=True)
    return Outcome(CONFLICT, replace(state, conf=(*state.conf, op.id)))


def _restore(state: State, op: Op) -> Outcome:
    if not state.deleted:
        return Outcome(OK, state)
    new = replace(state, cur_op=op.id, deleted=False)
    if op.base == state.cur_op:
        return Outcome(OK, new, came_or_went=True)
    return Outcome(CONFLICT, replace(new, conf=(*state.conf, state.cur_op)), came_or_went=True)


def _on_erased(state: State, op: Op) -> Outcome:
    """Nothing comes back by an op that did not know of the erasing; a new word that saw it begins anew."""
    if op.t in ("del", "erase"):
        return Outcome(OK, state)
    if op.t == "put" and all(op.was.get(name) == state.cur_op for name in op.set):
        return _create(op)
    raise Impossible("erased")


STEPS = {"put": _patch, "resolve": _resolve, "del": _delete, "restore": _restore}
