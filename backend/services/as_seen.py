"""What a caregiver takes for the newest state of their own entry: the last change they were shown.

The person may say something of it that is not for them. That must not show in what they read, nor in what
becomes of their own next word.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import sqlalchemy as sa

from backend.domain import sharing
from backend.models import Change, Record
from backend.prepared import AnyOf, Prepared

_CHANGES: Any = Change.__table__
_SAID = Prepared(
    sa.select(_CHANGES.c.seq, _CHANGES.c.op_id).where(
        _CHANGES.c.space_id == sa.bindparam("space"), AnyOf(_CHANGES.c.seq, "numbers")
    )
)


def newest(space_id: str, access: sharing.Access, records: Iterable[Record]) -> dict[str, str]:
    """Record id -> the name of its newest state, as somebody with this access was shown it."""
    at = {one.id: (_shown_at(access, partial(getattr, one)), one.seq, one.cur_op) for one in records}
    if not at:
        return {}
    said = _ops_at(space_id, [number for number, _, _ in at.values()])
    return {
        one: cur_op if number == seq else said.get(number, cur_op)
        for one, (number, seq, cur_op) in at.items()
    }


def with_base(
    space_id: str, access: sharing.Access | None, op: Mapping[str, Any], row: Mapping[str, Any] | None
) -> Mapping[str, Any]:
    """The op as one that had seen the newest state, where it had seen all that is shown to its maker."""
    if access is None or access.role == "owner" or row is None or op.get("base") is None:
        return op
    number = _shown_at(access, row.__getitem__)
    seen = _ops_at(space_id, [number]).get(number)
    return {**op, "base": row["cur_op"]} if number != row["seq"] and seen == op["base"] else op


def _shown_at(access: sharing.Access, of_row: Callable[[str], Any]) -> int:
    """The number of the last change of a record that this access shows."""
    return max(int(of_row(f"seq_{group}")) for group in sharing.groups_granted(access.read))


def _ops_at(space_id: str, numbers: list[int]) -> dict[int, str]:
    return dict(_SAID.rows({"space": space_id, "numbers": numbers}))
