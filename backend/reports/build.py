"""The whole report: which parts there are, which a reader may see, and their order."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from backend.domain.sharing import SCOPES
from backend.domain.tact import SYMPTOM_SCOPE, told
from backend.reports import exercise, medicines, pains, person, relief, summary, timeline, visit, words
from backend.reports.blocks import Section, listing, row, without
from backend.reports.material import Body, Material, Record
from backend.reports.wording import clipped

VERSION = 1
NAME_MOST = 40
Maker = Callable[[Material], Section]


def _tried(material: Material) -> Section:
    blocks = [relief.block(material)]
    if material.may("exercise"):
        blocks += exercise.blocks(material)
    return {"id": "tried", "title": "What was tried", "blocks": blocks}


def _patterns(material: Material) -> Section:
    rows = [row(f"pattern.{one['id']}", one["sentence"], one.get("method", "")) for one in material.patterns]
    block = listing("patterns.list", "At most three, with how they were found", rows, material.no_pattern)
    return {"id": "patterns", "title": "Patterns seen", "blocks": [block]}


def _safety(material: Material) -> Section:
    return timeline.safety(material, tender=False)


# The parts after the first page, in the order a clinician asks, each with the scopes it needs.
PARTS: Mapping[str, tuple[Maker, tuple[str, ...]]] = {
    "story": (pains.story, ("symptoms",)),
    "places": (pains.places, ("symptoms",)),
    "words": (words.section, ("symptoms",)),
    "strength": (pains.strength, ("symptoms",)),
    "tried": (_tried, ("symptoms",)),
    "events": (timeline.events, ("daily",)),
    "medicines": (medicines.medicines, ("medicines",)),
    "mobility": (person.mobility, ("profile",)),
    "patterns": (_patterns, ("symptoms",)),
    "safety": (_safety, ("safety",)),
    "causes": (person.causes, ("profile",)),
    "wishes": (visit.section, ()),
    "mood": (person.mood, ()),
}
TITLES = {
    "summary": "On one page",
    "story": "The pains, one by one",
    "places": "Where it hurts",
    "words": "Words used for it",
    "strength": "Strength and function",
    "tried": "What was tried",
    "events": "Other symptoms and events",
    "medicines": "Medicines",
    "mobility": "Mobility and aids",
    "patterns": "Patterns seen",
    "safety": "Safety messages",
    "causes": "Other causes named so far",
    "wishes": "What I want to ask and reach",
    "mood": "Mood, sleep, bladder and bowel",
}
# Printed only where the person asks for it.
ASKED_FOR = frozenset({"mood"})
TENDER = frozenset({"mood", "intimate"})
USUAL = tuple(name for name in TITLES if name not in ASKED_FOR)


def build(
    material: Material, parts: Collection[str] | None = None, leave_out: Collection[str] = ()
) -> dict[str, Any]:
    """The report as plain data. parts: ids of those wanted, the usual ones where nothing is said."""
    wanted = USUAL if parts is None else parts
    material = tactful(material, wanted)
    sections = [summary.section(material)] if "summary" in wanted else []
    for name, (make, scopes) in PARTS.items():
        if name in wanted and material.may(*scopes):
            section = _with_tender(material) if name == "safety" and "mood" in wanted else make(material)
            sections.append(section)
    sections = without([one for one in sections if one["blocks"]], leave_out)
    return {
        "version": VERSION,
        "title": f"Pain report: {material.name}",
        "language": "en-GB",
        "name": material.name,
        "from": material.first.isoformat(),
        "to": material.last.isoformat(),
        "made_on": material.made_on.isoformat(),
        "period": summary.period(material),
        "lead": _lead(material),
        "parts": [{"id": name, "title": TITLES[name]} for name in TITLES if _open(material, name)],
        "sections": [*sections, _method(material)],
    }


def tactful(material: Material, parts: Collection[str] | None) -> Material:
    """Without entries and words that tell of mood, bladder and bowel, where their part is not asked for."""
    if parts is not None and "mood" in parts:
        return material
    rest = frozenset(SCOPES) - TENDER
    records = {
        kind: [Record(one.id, told(kind, one.body, rest)) for one in found if not _is_tender(kind, one.body)]
        for kind, found in material.records.items()
        if kind in ("symptom", "daily")
    }
    return replace(material, records={**material.records, **records})


def _is_tender(kind: str, body: Body) -> bool:
    return kind == "symptom" and SYMPTOM_SCOPE.get(str(body.get("symptom"))) in TENDER


def _open(material: Material, name: str) -> bool:
    return name == "summary" or material.may(*PARTS[name][1])


def _with_tender(material: Material) -> Section:
    return timeline.safety(material, tender=True)


def _lead(material: Material) -> str:
    # Whole in the title; the first page has no room for three of the longest names.
    name, by = clipped(material.name, NAME_MOST), clipped(material.by, NAME_MOST)
    whose = f" Made by {by} from what {name} shares." if by else ""
    return f"Written down by {name} in Limber; not checked by a clinician.{whose}"


def _method(material: Material) -> Section:
    said = [
        "Written down by the person. The app makes no diagnosis and gives no advice on treatment.",
        "Pain is a whole number from 0 (none) to 10 (worst imaginable). A day counts with its worst number.",
        "A median is the middle value; of two middle values it is the lower one.",
        "An entry with several places counts for each of them.",
        "A day without an entry is missing. It is not counted as a day without pain.",
        "Change: median of the daily worst, four weeks against four weeks; at least 5 days with a number in"
        " each, and 2 points apart. New and gone need 7 logged days on each side.",
        "A pattern or a difference can be chance. None of them says what caused what. Patterns look back half"
        " a year, whatever the period is.",
        "Entries by helpers count only after the person has said that they are right.",
        "The person chose the period and the parts of this report. Entries marked private are left out"
        " unless the person puts them in.",
    ]
    rows = [row(f"method.{number}", one) for number, one in enumerate(said, 1)]
    return {"id": "method", "title": "Method and limits", "blocks": [listing("method.list", "", rows)]}
