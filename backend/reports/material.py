"""What a report is made from: the records of a period and of before, and the content packs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from backend.domain.sharing import SCOPES
from backend.reports.wording import Wording

Body = Mapping[str, Any]
Site = tuple[str, str]
LONGEST_SPAN = 31


@dataclass(frozen=True)
class Record:
    """A record somebody may read, with the fields they may read."""

    id: str
    body: Body


@dataclass(frozen=True)
class Material:
    """Everything the report may use.

    records: by kind, oldest first. name: whose diary. by: whose account asked, where that is another.
    read: the scopes that are open; a part that needs another is not there at all.
    patterns: sentences of the insights, {id, sentence, method}. no_pattern: what is said where there is none.
    """

    name: str
    first: date
    last: date
    made_on: date
    records: Mapping[str, Sequence[Record]]
    packs: Mapping[str, Any]
    by: str = ""
    read: frozenset[str] = frozenset(SCOPES)
    patterns: Sequence[Mapping[str, str]] = field(default=())
    no_pattern: str = "No clear pattern in these days."

    def may(self, *scopes: str) -> bool:
        """Whether all these scopes are open."""
        return self.read.issuperset(scopes)

    def of(self, kind: str) -> Sequence[Record]:
        """Every record of a kind."""
        return self.records.get(kind, ())

    def within(self, kind: str) -> list[Record]:
        """Those of the period."""
        return [one for one in self.of(kind) if self.in_period(on_of(one.body))]

    def in_period(self, on: date | None) -> bool:
        """Whether a day lies in the period."""
        return on is not None and self.first <= on <= self.last

    @property
    def days(self) -> int:
        """How long the period is."""
        return (self.last - self.first).days + 1

    @cached_property
    def words(self) -> Wording:
        """Labels, with the person's own words among them."""
        own = {one.id: str(one.body.get("label") or "") for one in self.of("custom")}
        own |= {one.id: str((one.body.get("regimen") or {}).get("name") or "") for one in self.of("medicine")}
        return Wording(self.packs["vocabulary"], {name: label for name, label in own.items() if label})

    @cached_property
    def felt(self) -> "list[Felt]":
        """Every symptom entry of the period and before, a span once for each of its days."""
        return [felt for one in self.of("symptom") for felt in _felt(one)]

    @cached_property
    def pains(self) -> "list[Felt]":
        """Entries of pain in the period."""
        return [felt for felt in self.felt if felt.is_pain and self.in_period(felt.on)]

    @cached_property
    def sites(self) -> "dict[Site, list[Felt]]":
        """Entries of pain in the period by place, the places with the most days first."""
        return grouped(self.pains)

    @cached_property
    def logged(self) -> frozenset[date]:
        """Days, in the period and before, with an entry or with the strip of the day."""
        strips = {on for one in self.of("daily") if (on := on_of(one.body))}
        return frozenset(strips | {felt.on for felt in self.felt})


class Felt(NamedTuple):
    """One entry on one day. first: not a further day of a span. score: 0 to 10, or None: no number was given.

    sites: where, as region and side, or all over. Ten years are 36,500 of these, so all is worked out once.
    """

    on: date
    record: Record
    body: Body
    first: bool
    is_pain: bool
    score: int | None
    sites: tuple[Site, ...]

    @property
    def at(self) -> datetime | None:
        """The moment, where the entry has one day."""
        said = self.body.get("at")
        return datetime.fromisoformat(said) if said and not self.body.get("until_on") else None


def on_of(body: Body) -> date | None:
    """The day a record tells of."""
    said = body.get("on") or body.get("slot") or body.get("at")
    return date.fromisoformat(str(said)[:10]) if said else None


def _felt(record: Record) -> Iterator[Felt]:
    begun = on_of(record.body)
    if begun is None:
        return
    until = record.body.get("until_on")
    last = date.fromisoformat(until) if until else begun
    # Nothing is made of a span longer than a month but its first day: nobody felt all of it alike.
    days = (last - begun).days if begun <= last <= begun + timedelta(days=LONGEST_SPAN) else 0
    body, score = record.body, record.body.get("severity_nrs")
    pain = body.get("symptom") in (None, "pain")
    sites = tuple((one["region"], one["side"]) for one in body.get("regions") or ())
    if body.get("generalised"):
        sites = (("generalised", ""),)
    for number in range(days + 1):
        yield Felt(begun + timedelta(days=number), record, body, number == 0, pain, score, sites)


def grouped(felt: Iterable[Felt]) -> dict[Site, list[Felt]]:
    """Entries by place, the places with the most days first."""
    found: dict[Site, list[Felt]] = defaultdict(list)
    for one in felt:
        for site in one.sites:
            found[site].append(one)
    return dict(sorted(found.items(), key=lambda pair: (-len({one.on for one in pair[1]}), pair[0])))
