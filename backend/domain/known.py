"""What the facts are built from: bodies of records, none of them deleted."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from backend.domain.history import Body


class Past(TypedDict, total=False):
    """Bodies of what was logged before, in any order, without the entry in question."""

    symptoms: Sequence[Body]
    dailies: Sequence[Body]
    moods: Sequence[Body]


class Known(TypedDict, total=False):
    """What the facts are built from. entry: the one just saved. day, mood: of its date.

    checks: answers by question, yes, no or not_sure. medicines: {id, body, changed_on?}; the
    other lists are bodies.
    session: {running?, at?}, at an instant, the end of the last one. today: a date. now: an instant.
    """

    entry: Body | None
    day: Body | None
    mood: Body | None
    checks: Mapping[str, str]
    profile: Body | None
    medicines: Sequence[Body]
    doses: Sequence[Body]
    stories: Sequence[Body]
    events: Sequence[Body]
    session: Body | None
    past: Past
    today: str
    now: str


def past(known: Known, name: str) -> Sequence[Body]:
    """What was logged before, of one kind: symptoms, dailies or moods."""
    return (known.get("past") or {}).get(name) or ()  # type: ignore[return-value]


def with_today(known: Known, name: str, of_today: str) -> list[Body]:
    """What was logged before, with the record of today once."""
    now: Body | None = known.get(of_today)  # type: ignore[assignment]
    if now is None:
        return list(past(known, name))
    if of_today == "entry":
        return [*past(known, name), now]
    return [
        *(one for one in past(known, name) if one.get("on") != known["today"]),
        {**now, "on": known["today"]},
    ]
