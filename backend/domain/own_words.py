"""What one device said in a row, where a server that was put back has lost what came in between.

Each device has seen whatever it said before. That is told by the ops its edits name as seen, as long as those
are what this server's own past shows. Where they are not, the places in the device's outbox tell it. They do
not always: of one device there may be two copies, each with words the other has not seen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# So many own edits are followed back. Honest ones are one or two: each is taken, and shown, in its turn.
MOST = 20


@dataclass(frozen=True)
class Said:
    """An op as far as it tells of order. n: its place in the device's outbox. was: field -> op id seen.

    lost: what it said and this server did not take.
    """

    device: str | None
    n: int | None
    was: Mapping[str, str | None]
    set: Mapping[str, Any] = field(default_factory=dict)
    lost: Mapping[str, Any] = field(default_factory=dict)


def goes_on(op: Said, name: str, shown: Said | None, find: Callable[[str], Said | None]) -> bool:
    """Whether an op overwrites its own device's earlier word for field `name`, and had seen another past.

    shown: the op that set the value shown. find: an op by its id, None where this server does not know it.
    True where what the op names as seen, or the own words on the way to that, is not known here, has lost
    here, or says what is shown. Else what was seen is known, and it counts.
    """
    if shown is None or op.device is None or shown.device != op.device or not _before(shown, op):
        return False
    for _ in range(MOST):
        seen = op.was.get(name)
        earlier = find(seen) if seen else None
        if seen is None or earlier is None:
            return seen is not None
        if name in earlier.set and earlier.set[name] == shown.set.get(name):
            return True
        # It lost to a word that had seen it: that one was held, and taken before it came.
        if name in earlier.lost and shown.was.get(name) == seen:
            return True
        if earlier.device != op.device:
            return name in earlier.lost
        if not _before(earlier, op):
            return False
        op = earlier
    return False


def rests_on_gone(seen: str, name: str, find: Callable[[str], Said | None]) -> bool:
    """Whether what an op names as seen for field `name` is of a past that a restore took away.

    That is an op not known here, or one that lost here and had itself seen such a one.
    """
    for _ in range(MOST):
        earlier = find(seen)
        if earlier is None:
            return True
        before = earlier.was.get(name)
        if name not in earlier.lost or before is None:
            return False
        seen = before
    return False


def overtaken(
    op_id: str, seen: str | None, name: str, shown: Said | None, find: Callable[[str], Said | None]
) -> bool:
    """Whether the value of field `name` that is shown came after an op that is told, or told again, only now.

    seen: what that op names as seen. shown: the op that set the value. True where its words lead back to
    that op; or to one not known here, said in a past that a restore took away, which what comes now may be
    part of, as long as what comes now does not itself name such a one.
    """
    for _ in range(MOST):
        before = shown.was.get(name) if shown is not None else None
        if before is None:
            return False
        if before == op_id:
            return True
        shown = find(before)
        if shown is None:
            return seen is None or find(seen) is not None
    return False


def _before(one: Said, other: Said) -> bool:
    return one.n is not None and other.n is not None and one.n < other.n
