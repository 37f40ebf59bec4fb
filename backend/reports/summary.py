"""The first page: what a clinician reads in a minute. Short lines; all of them come again in detail."""

from collections.abc import Iterator
from datetime import date, timedelta

from backend.reports import injections
from backend.reports.blocks import Block, Row, Section, facts, figure, row
from backend.reports.change import changes
from backend.reports.days import Span, after_minutes, commonest, series, site_name, span, tally
from backend.reports.exercise import counted as exercise_counted
from backend.reports.fitting import fitting
from backend.reports.material import Body, Material
from backend.reports.medicines import medicine_line
from backend.reports.relief import lines as relief_lines
from backend.reports.timeline import event_lines, safety_lines
from backend.reports.visit import questions
from backend.reports.wording import between, count, sentence_case

TOP_SITES = 3


def section(material: Material) -> Section:
    """The whole page. A line whose scope is not open is not there."""
    rows = [list(_before_the_chart(material)), list(_after_the_chart(material))]
    before, after = fitting(rows)
    blocks: list[Block] = [facts("summary.facts", "", before)]
    if material.may("symptoms"):
        blocks.append(chart(material))
    blocks.append(facts("summary.more", "", after))
    return {"id": "summary", "title": "On one page", "blocks": [one for one in blocks if _has_more(one)]}


def chart(material: Material) -> Block:
    """Every day, or every week, of the period."""
    data = series(material)
    whole = span(material.pains)
    if whole.median is None:
        said = "No pain was given a number in this period."
    else:
        said = (
            f"Worst pain of each {data['unit']}, 0 to 10, on {count(whole.scored, 'day')} with a number:"
            f" median {whole.median}, highest {whole.worst}. Grey bar: the worst; black line: the median"
            f" of that {data['unit']}. A gap is a {data['unit']} without a number."
        )
    return figure("chart", "summary.chart", "Pain over the period", said, {**data, "marks": _marks(material)})


def _before_the_chart(material: Material) -> Iterator[Row]:
    if material.may("symptoms"):
        yield row("summary.days", "Days", _days(material))
        yield from _changes(material)
        yield row("summary.sites", "Where, how strong", *_sites(material))
        yield row("summary.function", "Gets in the way of", _function(material))


def _after_the_chart(material: Material) -> Iterator[Row]:
    if material.may("daily"):
        yield row("summary.events", "Events", *(event_lines(material) or ["None noted."]))
    if material.may("symptoms"):
        found = [one["sentence"] for one in material.patterns]
        yield row("summary.patterns", "Patterns", *(found or [material.no_pattern]))
        yield row("summary.relief", "What was tried", *(relief_lines(material) or ["Nothing noted."]))
    if material.may("exercise"):
        yield row("summary.exercise", "Exercise", exercise_counted(material))
    if material.may("medicines"):
        yield from _medicines(material)
    if material.may("safety"):
        yield row("summary.safety", "Safety messages", *(safety_lines(material) or ["None."]))
    if material.may("appointments"):
        yield row("summary.questions", "My questions", *(questions(material) or ["None noted."]))


def _has_more(block: Block) -> bool:
    return block["t"] == "chart" or bool(block.get("rows"))


def _days(material: Material) -> str:
    logged = sum(material.in_period(on) for on in material.logged)
    hard = len({one.on for one in material.pains if one.body.get("hard_day")})
    marked = f" {count(hard, 'day')} marked hard, without a number." if hard else ""
    return (
        f"{logged} of {material.days} logged, {material.days - logged} not."
        f" Nothing is assumed for days without an entry.{marked}"
    )


def _changes(material: Material) -> Iterator[Row]:
    seen = changes(material)
    if seen.not_compared:
        yield row("summary.change", "Change", seen.windows, seen.not_compared)
        return
    lines = [f"{word.capitalize()}: {'; '.join(found)}" for word, found in seen.found.items() if found]
    quiet = [word for word, found in seen.found.items() if not found]
    if quiet:
        lines.append(f"Nothing {' or '.join([', '.join(quiet[:-1]), quiet[-1]] if quiet[1:] else quiet)}.")
    yield row("summary.change", "Change", seen.windows, *lines)


def _sites(material: Material) -> list[str]:
    lines = []
    for site, felt in list(material.sites.items())[:TOP_SITES]:
        words = material.words.listed("words", commonest(tally(felt, "words"), 3))
        said = f". {sentence_case(words)}." if words else "."
        lines.append(f"{site_name(material, site)}: {count_of(span(felt))}{said}")
    return lines or ["No place noted."]


def count_of(found: Span) -> str:
    """ "41 days, median 5, worst 8"."""
    strength = f", median {found.median}, worst {found.worst}" if found.median is not None else ", no number"
    return f"{count(found.days, 'day')}{strength}"


def _function(material: Material) -> str:
    entries = tally(material.pains, "stops_me", "activity")
    if not entries:
        return "Nothing noted."
    named = []
    for one in commonest(entries, 4):
        times = count(entries[one], "entry", "entries")
        minutes = after_minutes(material.pains, one)
        after = f", {minutes}" if minutes else ""
        named.append(f"{material.words.of('activities', one).lower()} ({times}{after})")
    return sentence_case(f"{', '.join(named)}.")


def _medicines(material: Material) -> Iterator[Row]:
    using = [medicine_line(material, one) for one in material.of("medicine") if _in_use(material, one.body)]
    yield row("summary.medicines", "Medicines", *(using or ["None noted."]))
    seen = injections.view(material) if material.may("symptoms") else None
    if seen:
        yield row("summary.injections", "After injections", *injections.in_words(seen))


def _in_use(material: Material, body: Body) -> bool:
    stopped = body.get("stopped_on")
    begun = body.get("started_on")
    return not (stopped and stopped < material.first.isoformat()) and not (
        begun and begun > material.last.isoformat()
    )


def _marks(material: Material) -> list[dict[str, str]]:
    """What happened on a day, to be named over the chart."""
    kinds = {"relapse_suspected": "Relapse?", "relapse_confirmed": "Relapse", "relapse_over": "Relapse"}
    kinds |= {"steroid_course": "Steroids", "infusion": "Infusion"}
    found = [
        {"on": str(one.body["on"]), "label": kinds[one.body["type"]]}
        for one in material.within("event")
        if one.body.get("type") in kinds
    ]
    apart: list[dict[str, str]] = []
    for one in sorted(found, key=lambda mark: mark["on"]):
        if not apart or _days_between(apart[-1]["on"], one["on"]) * 8 > material.days:
            apart.append(one)
    return apart


def _days_between(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)) // timedelta(days=1)


def period(material: Material) -> str:
    """ "24 Aug to 21 Nov 2026 (90 days)"."""
    return f"{between(material.first, material.last)} ({count(material.days, 'day')})"
