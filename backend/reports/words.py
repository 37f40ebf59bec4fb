"""The words used for pain, counted; without a score and without a reading."""

from collections.abc import Mapping

from backend.reports.blocks import Block, Row, Section, facts, listing, row
from backend.reports.days import commonest, tally
from backend.reports.material import Material
from backend.reports.wording import count

FAMILIES = {
    "nerve": "Nerve-type",
    "muscle": "Muscle or joint",
    "both": "Words that fit both",
}


def section(material: Material) -> Section:
    """Counts of words, without a reading."""
    entries = [one for one in material.pains if one.first and one.body.get("words")]
    known = {word: material.words.family(word) for word in tally(material.pains, "words")}
    families = [{known[word] for word in one.body["words"]} for one in entries]
    whole = count(len(entries), "entry", "entries")
    rows = [
        row(f"words.{family}", label, f"{sum(family in one for one in families)} of {whole} with words.")
        for family, label in FAMILIES.items()
    ]  # fmt: skip
    used, seen = tally(material.pains, "words"), tally(material.pains, "patterns")
    blocks: list[Block] = [
        facts("words.families", "Kinds of words", rows if entries else [], "No words noted."),
        listing("words.used", "Words used", _counted(material, "words", used), "No words noted."),
    ]
    if seen:
        blocks.append(listing("words.patterns", "Special patterns", _counted(material, "patterns", seen)))
    blocks.append(
        {
            "t": "text",
            "id": "words.limit",
            "title": "",
            "text": "These are counts of words. They are not a screening score.",
        }
    )
    return {"id": "words", "title": "Words used for it", "blocks": blocks}  # fmt: skip


def _counted(material: Material, name: str, counts: Mapping[str, int]) -> list[Row]:
    rows = []
    for term in commonest(counts, 12):
        label = material.words.of(name, term, medical=True)
        rows.append(row(f"words.{term}", f"{label}: {count(counts[term], 'entry', 'entries')}"))
    return rows
