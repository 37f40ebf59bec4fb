"""Each pain as a clinician asks of it: the Pain Story, places, and strength week by week."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from backend.reports import stopped
from backend.reports.blocks import Block, Section, facts, figure, row, table
from backend.reports.days import commonest, days_of_week, site_name, span, tally, weeks
from backend.reports.material import Felt, Material, Record, Site
from backend.reports.sides import sides
from backend.reports.wording import Wording, count, day, joined, lowered, sentence_case, short_day

SITES_IN_DETAIL, SITES_LISTED = 6, 20
# Rows of the table of strength; a longer period shows its last ones.
WEEKS_MOST = 53
# Answers of the Pain Story that stand with what the person wants.
WISHES = ("wish", "worry")
FIRST_PLACES = ("ankle", "knee", "hip", "lower_back")


def story(material: Material) -> Section:
    """What was answered once, and what the entries of this period say of each place."""
    told = [_told(material, one) for one in material.of("story")]
    sites = list(material.sites.items())[:SITES_IN_DETAIL]
    blocks = [one for one in told if one.get("rows")]
    blocks += [_pain(material, site, felt) for site, felt in sites]
    if not blocks:
        blocks = [facts("story.none", "", [row("story.none.row", "Pain", "No place noted in this period.")])]
    return {"id": "story", "title": "The pains, one by one", "blocks": blocks}


def _pain(material: Material, site: Site, felt: list[Felt]) -> Block:
    words, key = material.words, f"{site[0]}.{site[1]}".rstrip(".")
    found = span(felt)
    entered = count(len({one.on for one in material.pains}), "day")
    strength = f"Median {found.median}, worst {found.worst} (of {count(found.scored, 'day')} with a number)."
    said: dict[str, str] = {
        "Days": f"{found.days} of the {entered} with an entry of pain.",
        "Entries": str(sum(one.first for one in felt)),
        "Strength": strength if found.median is not None else "No number given.",
        "Words": _counted(words, "words", tally(felt, "words"), 5),
        "Pattern": _counted(words, "patterns", tally(felt, "patterns"), 3),
        "Noted before it": _counted(words, "triggers", tally(felt, "triggers"), 4),
        "Tried": _counted(words, "reliefs", tally(felt, "relief", "what"), 4),
        "Gets in the way of": _counted(words, "activities", tally(felt, "stops_me", "activity"), 4),
        "Own words": "; ".join(_own_words(felt)),
    }
    rows = [
        row(f"story.{key}.{number}", label, sentence_case(text))
        for number, (label, text) in enumerate(said.items())
        if text
    ]
    return facts(f"story.{key}", f"{site_name(material, site)}, from the entries", rows)


def _counted(words: Wording, name: str, counts: Mapping[str, int], most: int) -> str:
    """ "aching (72); sore (21)": in how many of the entries."""
    return "; ".join(f"{lowered(words.of(name, one))} ({counts[one]})" for one in commonest(counts, most))


def _own_words(felt: list[Felt]) -> list[str]:
    found = dict.fromkeys(str(one.body["own_words"]) for one in felt if one.body.get("own_words"))
    return list(found)[:3]


def _told(material: Material, one: Record) -> Block:
    """The Pain Story: each question with its answers as sentences."""
    rows = [
        row(f"story.{one.id}.{question['id']}", question["title"], said)
        for question, said in answers(material, one, without=WISHES)
    ]
    label = one.body.get("label") or "Pain Story"
    reviewed = one.body.get("reviewed_on") or one.body.get("on")
    return facts(f"story.{one.id}", f"{label}, in the person's answers ({day(reviewed)})", rows)


def answers(
    material: Material, one: Record, without: Collection[str] = ()
) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The questions that were answered, each with its answers as sentences. without: answers not wanted."""
    given = {name: its for name, its in (one.body.get("answers") or {}).items() if name not in without}
    for question in material.packs["story"]["questions"]:
        said = " ".join(_sentences(material, question, given))
        if said:
            yield question, said


def _sentences(material: Material, question: Mapping[str, Any], answers: Mapping[str, Any]) -> Iterator[str]:
    for part in question["parts"]:
        given = answers.get(part.get("answer") or question["id"]) or {}
        said, chosen = part.get("say", "{}"), given.get("choices") or []
        if part["kind"] in ("one", "many"):
            own = {option["id"]: option["say"] for option in part.get("options") or ()}
            if "list" in part:
                taken = {one["id"] for q in question["parts"] for one in q.get("options") or ()}
                terms = [one for one in chosen if one not in taken]
                if terms:
                    yield said.format(material.words.listed(part["list"], terms))
            yield from (own[one] for one in chosen if one in own)
        elif part["kind"] == "text" and given.get("text"):
            # Who ends their words with a full stop gets no second one.
            text = str(given["text"])
            yield said.replace("{}", text.removesuffix(".") if said.endswith("{}.") else text)
        elif part["kind"] == "date" and given.get("on"):
            yield said.format(day(given["on"]))
        elif part["kind"] == "number" and (given.get("numbers") or {}).get(part["id"]) is not None:
            yield said.format(given["numbers"][part["id"]])


def places(material: Material) -> Section:
    """The body with its marks, then every place with its days; the joints asked of first stand first."""
    sites = material.sites
    ordered = sorted(sites, key=lambda site: site[0] not in FIRST_PLACES)[:SITES_LISTED]
    rows = [
        row(f"places.{site[0]}.{site[1]}".rstrip("."), site_name(material, site), str(span(sites[site]).days),
            *_numbers(sites[site]))
        for site in ordered
    ]  # fmt: skip
    most = [
        f"{lowered(site_name(material, site))} {span(felt).days}" for site, felt in list(sites.items())[:4]
    ]
    summary = (
        "A body from the front and the back; R and L are the person's own right and left."
        f" Days with an entry: {joined(most)}."
        if most
        else "A body without marks: no place was noted."
    )
    marks = [{"region": site[0], "side": site[1], "days": span(felt).days} for site, felt in sites.items()]
    joints, many, whole = _joints_or_all_over(material)
    return {
        "id": "places",
        "title": "Where it hurts",
        "blocks": [
            figure("body", "places.map", "Places on the body", summary, {"places": marks}),
            table("places.table", "Days with an entry, by place", ["Place", "Days", "Median", "Worst"], rows),
            facts("places.counts", "Sides, knees and hips, many places", [
                row("places.sides", "Left or right", *sides(material)),
                row("places.joints", "Knee or hip only", f"{joints} of {whole}."),
                row("places.many", "4 places or more, or all over", f"{many} of {whole}."),
            ]),
        ],
    }  # fmt: skip


def _numbers(felt: list[Felt]) -> tuple[str, str]:
    """Median and worst; a dash is a place without a number."""
    found = span(felt)
    return ("–", "–") if found.median is None else (str(found.median), str(found.worst))


def _joints_or_all_over(material: Material) -> tuple[int, int, str]:
    entries = [one for one in material.pains if one.first]
    regions = [{site[0] for site in one.sites} for one in entries]
    joints = sum(bool(named) and named <= {"knee", "hip"} for named in regions)
    many = sum(bool(one.body.get("generalised")) or len(one.sites) >= 4 for one in entries)
    return joints, many, count(len(entries), "entry", "entries")


def strength(material: Material) -> Section:
    """Pain week by week: days written, median and worst. The numbers behind the chart."""
    by_day: dict[date, list[Felt]] = defaultdict(list)
    for one in material.pains:
        by_day[one.on].append(one)
    rows = []
    for start in weeks(material)[-WEEKS_MOST:]:
        days = days_of_week(start, material)
        numbers = _numbers([one for on in days for one in by_day.get(on, ())])
        logged = sum(on in material.logged for on in days)
        label = f"{short_day(days[0])} to {short_day(days[-1])} {days[-1].year}"
        rows.append(row(f"strength.{start.isoformat()}", label, f"{logged} of {len(days)}", *numbers))
    columns = ["Week", "Days logged", "Median of the daily worst", "Worst"]
    return {
        "id": "strength",
        "title": "Strength and function",
        "blocks": [
            table("strength.weeks", "Pain by week, 0 to 10", columns, rows),
            *stopped.blocks(material),
        ],
    }
