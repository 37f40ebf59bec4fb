"""The person: mobility and aids, what other causes were named, mood and sleep."""

from collections import Counter
from collections.abc import Iterator
from statistics import median_low

from backend.reports.blocks import Row, Section, facts, listing, row, table, text
from backend.reports.material import Body, Material
from backend.reports.wording import count, day, lowered

OURS = "multiple_sclerosis"
# What hurts alike in people with MS and is easily taken for it (REP-11).
OTHER_CAUSES = (
    "osteoarthritis", "rheumatoid_arthritis", "gout", "sciatica", "recent_fracture", "clot_ever",
    "carpal_tunnel", "osteoporosis", "avascular_necrosis",
)  # fmt: skip
# Sums of the two questions run from 0 to 6; they are printed, never judged.
MOODS = {"good": "good", "so_so": "so-so", "low": "low"}


def _profile(material: Material) -> Body:
    return next((one.body for one in material.of("profile")), {})


def mobility(material: Material) -> Section:
    """How she moves, with which aids, and how long she sits."""
    profile, words = _profile(material), material.words
    rows = []
    if profile.get("mobility"):
        rows.append(row("mobility.level", "Getting about", words.of("mobility", profile["mobility"])))
    if profile.get("weaker_side") not in (None, "not_sure"):
        rows.append(row("mobility.side", "Weaker side", str(profile["weaker_side"]).capitalize()))
    if profile.get("heat_sensitive") is not None:
        rows.append(row("mobility.heat", "Worse in heat", "Yes" if profile["heat_sensitive"] else "No"))
    rows.extend(_loads(material) if material.may("daily") else ())
    aids = [
        row(f"aid.{number}", words.of("aids", one["aid"], medical=True), _hand(one), day(one.get("since_on")),
            day(one.get("checked_on")) or "Not noted")
        for number, one in enumerate(profile.get("aids") or ())
    ]  # fmt: skip
    columns = ["Aid", "Hand or side", "Since", "Last checked"]
    blocks = [facts("mobility.facts", "", rows), table("mobility.aids", "Aids", columns, aids)]
    return {"id": "mobility", "title": "Mobility and aids", "blocks": blocks}


def _hand(aid: Body) -> str:
    return str(aid.get("hand") or "Not said").capitalize()


def _loads(material: Material) -> Iterator[Row]:
    """Medians of what the strip of the day holds."""
    loads = (
        ("sitting_minutes", "Longest sitting, minutes"),
        ("standing_minutes", "Longest standing, minutes"),
        ("wheelchair_hours", "Hours in the wheelchair"),
    )
    dailies = [one.body for one in material.within("daily")]
    for name, label in loads:
        given = [one[name] for one in dailies if one.get(name) is not None]
        if given:
            yield row(f"mobility.{name}", label, f"Median {median_low(given)} ({count(len(given), 'day')}).")
    spells = [(one.get("active_minutes") or {}).values() for one in dailies]
    noted = [[minutes for minutes in spell if minutes is not None] for spell in spells]
    active = [sum(spell) for spell in noted if spell]
    if active:
        said = f"Median {median_low(active)} ({count(len(active), 'day')})."
        yield row("mobility.active_minutes", "Minutes of moving about", said)


def causes(material: Material) -> Section:
    """What the person says a clinician has named. Nothing is concluded from the entries."""
    told = _profile(material).get("conditions") or ()
    words = material.words
    rows = [row(f"causes.{one}", words.of("conditions", one, medical=True)) for one in told if one != OURS]
    blocks = [listing("causes.list", "Told of, besides MS", rows, "None noted.")]
    others = [words.of("conditions", one, medical=True) for one in OTHER_CAUSES if one not in told]
    if others:
        said = "; ".join([others[0], *map(lowered, others[1:])])
        rest = row("causes.others", "Not on the list", f"{said}.")
        blocks.append(facts("causes.rest", "Other causes of such pain", [rest]))
    limit = "The person's own list. What is not on it may not have been looked at yet."
    blocks.append(text("causes.limit", limit))
    return {"id": "causes", "title": "Other causes named so far", "blocks": blocks}


def mood(material: Material) -> Section:
    """Mood, sleep, bladder and bowel: only in a report that asks for it."""
    rows: list[Row] = []
    if material.may("daily"):
        rows.extend(_sleep(material))
    if material.may("mood"):
        rows.extend(_moods(material))
    if material.may("daily", "intimate"):
        rows.extend(_intimate(material))
    return {
        "id": "mood",
        "title": "Mood, sleep, bladder and bowel",
        "blocks": [facts("mood.facts", "As noted on single days", rows)],
    }


def _sleep(material: Material) -> Iterator[Row]:
    dailies = [one.body for one in material.within("daily")]
    hours = [one["sleep_hours"] for one in dailies if one.get("sleep_hours") is not None]
    if hours:
        short = sum(one < 7 for one in hours)
        yield row(
            "mood.sleep",
            "Sleep",
            f"Median {median_low(hours):g} hours; under 7 hours {short} of {count(len(hours), 'night')}.",
        )
    tired = Counter(one["energy"] for one in dailies if one.get("energy"))
    if tired:
        said = f"Low {tired['low']}, very low {tired['very_low']} of {count(tired.total(), 'day')}."
        yield row("mood.energy", "Energy", said)


def _moods(material: Material) -> Iterator[Row]:
    bodies = [one.body for one in material.within("mood")]
    moods = Counter(one["mood"] for one in bodies if one.get("mood"))
    if moods:
        said = ", ".join(f"{MOODS[one]} {moods[one]}" for one in MOODS if moods[one])
        yield row("mood.mood", "Mood", f"{said.capitalize()} ({count(moods.total(), 'day')}).")
    for one in bodies:
        answers = one.get("phq2")
        if answers and len(answers) == 2:
            yield row(f"mood.phq2.{one.get('on')}", "PHQ-2", f"{sum(answers)} of 6 on {day(one.get('on'))}.")


def _intimate(material: Material) -> Iterator[Row]:
    days: Counter[tuple[str, str]] = Counter()
    for one in material.within("daily"):
        days.update((item["symptom"], item["change"]) for item in one.body.get("intimate") or ())
    for symptom in sorted({symptom for symptom, _ in days}):
        new, worse, usual = (days[symptom, change] for change in ("new", "worse", "usual"))
        said = f"Days new {new}, worse {worse}, as usual {usual}."
        yield row(f"mood.{symptom}", material.words.of("symptoms", symptom), said)
