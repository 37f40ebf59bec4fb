"""The bugs put in on purpose: each must make the simulation fail."""

import contextlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from backend.domain import merge
from backend.services import feed, journal, ledger

CLIENT = frozenset({"late_answers_taken", "acked_leaves_early", "highest_mark_only"})


class _Everything:
    """A set that holds whatever is looked for."""

    def __contains__(self, _: object) -> bool:
        return True


def last_writer_wins() -> Any:
    """The value that comes last is shown, whatever its maker had seen."""
    return patch.object(merge, "LAST_WINS", _Everything())


class _Whatever:
    """Equal to anything, and what is found anywhere."""

    def __eq__(self, _: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def get(self, *_: object) -> "_Whatever":
        return self


@contextlib.contextmanager
def no_timeline_check() -> Iterator[None]:
    """A number is believed without its tag."""
    tags_at = feed.tags_at
    always = {
        "on_timeline": lambda *_: True,
        "tags_at": lambda *_: _Whatever(),
        "tag_at": lambda space, seq: tags_at(space, [seq]).get(seq, ""),
    }
    with patch.multiple(feed, **always):
        yield


def op_id_as_tag() -> Any:
    """The tag of a number is its op's id, and not drawn fresh."""
    true_change = ledger.Ledger._change

    def change(self: ledger.Ledger, op: Any, *more: Any) -> None:
        true_change(self, op, *more)
        tag = op["op"].replace("-", "")[-16:]
        self._changes[-1]["tag"] = tag
        self.known[op["op"]] = replace(self.known[op["op"]], tag=tag)

    return patch.object(ledger.Ledger, "_change", change)


def equal_takes_over() -> Any:
    """Who says the same value again becomes the one who set it."""
    true_merge = merge.merge

    def merged(state: merge.State | None, op: merge.Op, *more: Any) -> merge.Outcome:
        outcome = true_merge(state, op, *more)
        alike = [name for name, value in op.set.items() if outcome.state.body.get(name) == value]
        fop = {**outcome.state.fop, **dict.fromkeys(alike, op.id)}
        return replace(outcome, state=replace(outcome.state, fop=fop))

    return patch.object(merge, "merge", merged)


def no_dedup() -> Any:
    """An op that comes again is applied again."""
    true_apply = journal._apply_one

    def apply_again(known: ledger.Ledger, rights: Any, op: Any, by_id: Any) -> Any:
        again = {**op, "op": str(uuid.uuid4())} if op["op"] in known.known else op
        return {**true_apply(known, rights, again, by_id), "op": op["op"]}

    return patch.object(journal, "_apply_one", apply_again)


def cursor_too_far() -> Any:
    """After a page that was cut by its limit, the cursor stands one row behind its last."""
    true_page = feed.page

    def page(view: Any, sealed: Any, limit: int = feed.MAX_ROWS, *more: Any) -> Any:
        right = true_page(view, sealed, limit, *more)
        further = true_page(view, sealed, limit + 1, *more) if right.more else right
        return replace(right, cursor=further.cursor, mark=further.mark)

    return patch.object(feed, "page", page)


SERVER: dict[str, Callable[[], Any]] = {
    one.__name__: one
    for one in (no_dedup, last_writer_wins, no_timeline_check, cursor_too_far, equal_takes_over, op_id_as_tag)
}
BUGS = (*SERVER, *sorted(CLIENT))


def switched_on(bug: str | None) -> Any:
    """The server with one of its bugs, or as it is."""
    return SERVER[bug]() if bug in SERVER else contextlib.nullcontext()
