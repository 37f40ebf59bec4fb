"""Medicines as they were typed, doses as they were noted, pain after injections, and steroids so far."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from backend.domain.history import STEROID_PLACES
from backend.reports.blocks import Block, Row, Section, facts, row, table
from backend.reports.injections import in_words, view
from backend.reports.material import Body, Material, Record
from backend.reports.wording import count, day, lowered, sentence_case

EFFECTS = {"better": "pain better", "same": "no change", "worse": "pain worse", "unsure": "not sure"}


def medicine_line(material: Material, one: Record) -> str:
    """ "Interferon beta: Name 30 micrograms, since 1 Sep 2025"."""
    body, dated = one.body, medicine_dates(one.body)
    label = material.words.of("medicine_classes", body.get("class") or "other")
    regimen = regimen_text(body)
    return f"{label}{': ' + regimen if regimen else ''}{', ' + dated if dated else ''}."


def regimen_text(body: Body) -> str:
    """Name, dose and times as they were typed; nothing is worked out from them."""
    regimen = body.get("regimen") or {}
    dose = " ".join(str(regimen[one]) for one in ("dose_text", "unit_text") if regimen.get(one))
    return ", ".join(one for one in (regimen.get("name") or "", dose) if one)


def medicine_dates(body: Body) -> str:
    """Since when, and until when."""
    begun, ended = body.get("started_on"), body.get("stopped_on")
    said = [f"since {day(begun)}" if begun and not ended else f"from {day(begun)}" if begun else ""]
    return " ".join(one for one in (*said, f"stopped {day(ended)}" if ended else "") if one)


def medicines(material: Material) -> Section:
    """The list, pain after injections, and what was said of steroids."""
    rows = [
        row(
            f"medicine.{one.id}",
            material.words.of("medicine_classes", one.body.get("class") or "other", medical=True),
            regimen_text(one.body) or "Not said",
            medicine_dates(one.body) or "Not said",
            _effects(material, one.body),
        )
        for one in material.of("medicine")
    ]
    columns = ["Kind", "Name and dose as typed", "When", "Effect and side effects, as noted"]
    more: list[Row] = []
    seen = view(material) if material.may("symptoms") else None
    if seen:
        more.append(row("medicines.injections", "Pain after injections", *in_words(seen)))
    more.extend(_steroids(material))
    blocks: list[Block] = [table("medicines.list", "", columns, rows)]
    known = {one.id for one in material.of("medicine")}
    again = _maybe_again(one for one in material.within("dose") if one.body.get("medicine_id") in known)
    doses = list(_doses(material, {one.id for one in again}))
    if doses:
        counted = ["Medicine", "Taken", "Taken late", "Skipped"]
        blocks.append(table("medicines.doses", "Doses noted in this period", counted, doses))
    if again:
        said = row("medicines.twice.row", "One dose or two", _twice(len(again)))
        blocks.append(facts("medicines.twice", "Doses noted twice", [said]))
    if more:
        blocks.append(facts("medicines.more", "Injections and steroids", more))
    return {"id": "medicines", "title": "Medicines", "blocks": blocks}


def _maybe_again(doses: Iterable[Record]) -> list[Record]:
    """Those that may be a dose noted before them: of one slot, and nobody said that they are one more."""
    slots: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for dose in doses:
        body = dose.body
        if body.get("medicine_id") and body.get("slot") and body.get("status") in ("taken", "late"):
            slots[body["slot"], body["medicine_id"]].append(dose)
    again: list[Record] = []
    for its in slots.values():
        ids = {one.id for one in its}
        open_ = [one for one in its if one.body.get("beside") not in ids]
        again += sorted(open_, key=lambda one: str(one.body.get("at") or "") + one.id)[1:]
    return again


def _twice(n: int) -> str:
    were, its = ("was", "It") if n == 1 else ("were", "Each")
    return (
        f"{count(n, 'dose')} {were} noted twice, and nobody has said yet whether that was one dose or two."
        f" {its} is counted once."
    )


def _doses(material: Material, again: Collection[str]) -> Iterator[Row]:
    """How often each was noted. What nobody noted is neither taken nor skipped. again: ids not counted."""
    noted: dict[str, Counter[str]] = defaultdict(Counter)
    for dose in material.within("dose"):
        if dose.id in again:
            continue
        noted[str(dose.body.get("medicine_id"))][str(dose.body.get("status"))] += 1
    for one in material.of("medicine"):
        found = noted.get(one.id)
        if found:
            named = regimen_text(one.body) or material.words.of(
                "medicine_classes", one.body.get("class") or "other"
            )
            yield row(
                f"doses.{one.id}", named, *(str(found[status]) for status in ("taken", "late", "skipped"))
            )


def _effects(material: Material, body: Body) -> str:
    side = material.words.listed("side_effects", body.get("side_effects") or ())
    effect = EFFECTS.get(body.get("effect") or "", "")
    return "; ".join(one for one in (effect, f"side effects: {side}" if side else "") if one) or "Not said"


def _steroids(material: Material) -> Iterator[Row]:
    """Beside hip or bone pain a clinician looks for them."""
    profile: Body = next((one.body for one in material.of("profile")), {}) if material.may("profile") else {}
    times = {"never": "never", "once": "once", "2_4": "2 to 4 times", "5_plus": "5 times or more"}
    said = profile.get("steroids") or {}
    had = said.get("times") not in (None, "never")
    if said.get("times"):
        route = (
            f", {lowered(material.words.of('steroid_routes', said['route']))}" if said.get("route") else ""
        )
        last = f", last on {day(said['last_on'])}" if said.get("last_on") else ""
        yield row(
            "medicines.steroids",
            "Steroids so far",
            sentence_case(f"{times.get(said['times'], 'not sure')}{route}{last}."),
        )
    if (profile.get("alemtuzumab") or {}).get("ever"):
        last = profile["alemtuzumab"].get("last_on")
        yield row("medicines.alemtuzumab", "Alemtuzumab", f"Yes{', last on ' + day(last) if last else ''}.")
        had = True
    if had and material.may("symptoms"):
        places = [one for one in material.pains if any(region in STEROID_PLACES for region, _ in one.sites)]
        days = count(len({one.on for one in places}), "day")
        yield row(
            "medicines.bones",
            "Hip, groin, thigh, knee or shoulder",
            f"An entry of pain there on {days} of this period.",
        )
