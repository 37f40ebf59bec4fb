"""What was tried against pain: how often, and what the number did where it was given before and after."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import median_low

from backend.reports.blocks import Block, row, table
from backend.reports.material import Material
from backend.reports.wording import count

# Fewer pairs than this are told as they are, without a median.
PAIRS_LEAST = 5
NOTHING = "nothing_helped"


@dataclass(frozen=True)
class Tried:
    """One reliever. pairs: numbers before and after, where both were given."""

    what: str
    uses: int
    pairs: tuple[tuple[int, int], ...]

    @property
    def no_gain(self) -> int:
        """How often the number did not go down."""
        return sum(after >= before for before, after in self.pairs)

    def result(self) -> str:
        """What the pairs say, in words."""
        if not self.pairs:
            return "not noted"
        if len(self.pairs) < PAIRS_LEAST:
            return ", ".join(f"{before} to {after}" for before, after in self.pairs[:PAIRS_LEAST])
        drop = median_low(before - after for before, after in self.pairs)
        change = (
            f"{count(drop, 'point')} less"
            if drop > 0
            else f"{count(-drop, 'point')} more"
            if drop
            else "no change"
        )
        return f"{change} (median), no gain {self.no_gain} of {len(self.pairs)} times"


def tried(material: Material) -> list[Tried]:
    """Every reliever of the period, the most used first."""
    uses: dict[str, int] = defaultdict(int)
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in material.pains:
        for item in (one.body.get("relief") or ()) if one.first else ():
            what, before, after = item["what"], item.get("before_nrs"), item.get("after_nrs")
            uses[what] += 1
            if before is not None and after is not None:
                pairs[what].append((before, after))
    ordered = sorted(uses, key=lambda what: (-uses[what], what))
    return [Tried(what, uses[what], tuple(pairs[what])) for what in ordered]


def lines(material: Material) -> list[str]:
    """ "Heat pack: 8 times; 2 points less (median), ..."."""
    return [
        f"{material.words.of('reliefs', one.what)}: {count(one.uses, 'time')}"
        + ("." if one.what == NOTHING or not one.pairs else f"; {one.result()}.")
        for one in tried(material)
    ]


def block(material: Material) -> Block:
    """The whole list."""
    rows = [
        row(f"tried.{one.what}", material.words.of("reliefs", one.what, medical=True), str(one.uses),
            "" if one.what == NOTHING else one.result())
        for one in tried(material)
    ]  # fmt: skip
    return table(
        "tried.relief", "What was tried against pain", ["What", "Times", "Pain before and after"], rows
    )
