"""One op merged into its record, with what the journal tells of the past its maker had seen."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import sqlalchemy as sa

from backend.domain import merge, own_words
from backend.domain.own_words import Said
from backend.extensions import db
from backend.services.ledger import CHANGES, Ledger, Sender, Wire

Find = Callable[[str], Said | None]

_SAID = sa.select(CHANGES.c.device_id, CHANGES.c.n, CHANGES.c.was, CHANGES.c.set, CHANGES.c.lost).where(
    CHANGES.c.space_id == sa.bindparam("space"), CHANGES.c.op_id == sa.bindparam("op")
)

# What a device said of a record up to one of its words: which ops it named as seen.
_SEEN_BY = sa.select(CHANGES.c.base, CHANGES.c.was).where(
    CHANGES.c.space_id == sa.bindparam("space"),
    CHANGES.c.record_id == sa.bindparam("record"),
    CHANGES.c.device_id == sa.bindparam("device"),
    CHANGES.c.n <= sa.bindparam("n"),
)


def merged(ledger: Ledger, op: Wire, by_id: Mapping[str, Wire]) -> merge.Outcome:
    """What an op makes of its record. by_id: the ops of the same push. Raises merge.Impossible.

    Where it would lose to its own device's earlier word, it is one that had seen that. A preference that
    whoever said the shown one had seen is kept as lost, and nobody is asked.
    """
    state, said = ledger.state(op["id"]), as_op(op)

    def find(one: str) -> Said | None:
        if one in ledger.known and one in by_id:
            return replace(_said(by_id[one], ledger.sender), lost=ledger.lost_by(one))
        row = db.session.execute(_SAID, {"space": ledger.space_id, "op": one}).first()
        return Said(row[0], row[1], *(part or {} for part in row[2:])) if row else None

    mine = _said(op, ledger.sender)
    if state is not None and op["kind"] == "preference" and not state.erased:
        return _last_word(state, said, mine, find, lambda shown: _had_seen(ledger, op, shown))
    if state is not None and not state.erased:
        said = _said_anew(state, said, find)
    outcome = merge.merge(state, said)
    if state is None or not outcome.lost:
        return outcome
    own = {
        name: state.fop[name]
        for name in outcome.lost
        if name in state.fop and own_words.goes_on(mine, name, find(state.fop[name]), find)
    }
    return merge.merge(state, replace(said, was={**said.was, **own})) if own else outcome


def _said_anew(state: merge.State, op: merge.Op, find: Find) -> merge.Op:
    """As it is merged where a restore took what it saw of a field, and nothing here stands against it.

    Nobody has ever said the field, or what is shown is what the op says. It says so after what is gone: else
    an older word that comes again would find the field untouched since, and nobody would be asked.
    """
    unlike = {name: seen for name in op.set if (seen := op.was.get(name)) and seen != state.fop.get(name)}
    alone = (name for name in unlike if name not in state.fop or state.body.get(name) == op.set[name])
    anew = {name: state.fop.get(name) for name in alone if own_words.rests_on_gone(unlike[name], name, find)}
    return replace(op, was={**op.was, **anew}) if anew else op


def _had_seen(ledger: Ledger, op: Wire, shown: Said | None) -> bool:
    """Whether the device of what is shown had named an op as seen by then, be it for another field."""
    if shown is None or shown.device is None or shown.n is None:
        return False
    by = {"space": ledger.space_id, "record": op["id"], "device": shown.device, "n": shown.n}
    said = db.session.execute(_SEEN_BY, by)
    return any(base == op["op"] or op["op"] in (was or {}).values() for base, was in said)


def _last_word(
    state: merge.State, op: merge.Op, mine: Said, find: Find, had_seen: Callable[[Said | None], bool]
) -> merge.Outcome:
    """The newest accepted word counts, unless what is shown came after it, before a server was put back."""

    def came_after(name: str) -> bool:
        shown = find(state.fop[name])
        if own_words.goes_on(mine, name, shown, find):
            return False
        return own_words.overtaken(op.id, op.was.get(name), name, shown, find) or had_seen(shown)

    unseen = (name for name in op.set if name in state.fop and state.fop[name] != op.was.get(name))
    overtaken = {name: op.set[name] for name in unseen if came_after(name)}
    left = {name: value for name, value in op.set.items() if name not in overtaken}
    if overtaken and not left:
        return merge.Outcome(merge.OK, state, lost=overtaken)
    outcome = merge.merge(state, replace(op, set=left) if overtaken else op)
    return replace(outcome, lost={**outcome.lost, **overtaken})


def as_op(op: Wire) -> merge.Op:
    """An op of the wire as it is merged."""
    return merge.Op(
        op["op"],
        op["t"],
        op["kind"],
        op.get("set") or {},
        op.get("was") or {},
        op.get("base"),
        tuple(op.get("ops") or ()),
    )


def _said(op: Wire, sender: Sender) -> Said:
    return Said(sender.device_id, op.get("n"), op.get("was") or {}, op.get("set") or {})
