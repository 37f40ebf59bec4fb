"""Events, other symptoms and safety messages, with their dates."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from backend.reports.blocks import Row, Section, listing, row, table
from backend.reports.material import Material, on_of
from backend.reports.wording import count, day, lowered

EVENTS = {
    "relapse_suspected": "Relapse suspected by the person",
    "relapse_confirmed": "Relapse, marked as confirmed",
    "relapse_over": "Relapse, marked as over",
    "steroid_course": "Steroid course",
    "infusion": "Infusion",
    "illness": "Illness",
    "fall": "Fall",
    "new_aid": "New aid",
    "operation": "Operation",
}
ANSWERS = {
    "seen": "was seen by a clinician",
    "cleared": "was told it is safe",
    "done": "did as it says",
    "mistaken": "marked as a mistake",
    "not_now": "put off",
    "checked_before": "was checked before",
    "team_knows": "the team knows",
}
# Messages that rest on these are printed with the part that tells of mood and bowel.
TENDER = frozenset({"intimate"})


def events(material: Material) -> Section:
    """The dated timeline, and symptoms other than pain that were new or worse."""
    dated = sorted(_dated(material), key=lambda pair: pair[0])
    rows = [one for _, one in dated]
    columns = ["Symptom", "Days new", "Days worse", "First and last"]
    blocks = [
        table("events.timeline", "What happened when", ["Date", "What", "In the person's words"], rows),
        table("events.symptoms", "Other symptoms", columns, _symptoms(material)),
    ]
    return {"id": "events", "title": "Other symptoms and events", "blocks": blocks}


def event_lines(material: Material) -> list[str]:
    """ "30 Aug 2026 to 13 Sep 2026: Relapse, marked as over: “My leg was numb.”" The oldest first."""
    dated = sorted(_dated(material), key=lambda pair: pair[0])
    return [_event_line(*one["cells"]) for _, one in dated]


def _event_line(when: str, what: str, own: str) -> str:
    return f"{when}: {what}: “{own}”" if own else f"{when}: {what}."


def _dated(material: Material) -> Iterator[tuple[date, Row]]:
    for one in material.of("event"):
        on, until = on_of(one.body), one.body.get("until_on")
        last = date.fromisoformat(until) if until else on
        if on is None or last is None or on > material.last or last < material.first:
            continue
        where = ", ".join(material.words.place(p["region"], p["side"]) for p in one.body.get("regions") or ())
        what = EVENTS.get(one.body.get("type") or "", "Event") + (f" ({lowered(where)})" if where else "")
        when = f"{day(on)} to {day(until)}" if until and until != one.body.get("on") else day(on)
        yield on, row(f"event.{one.id}", when, what, str(one.body.get("detail") or ""))
    for one in material.within("daily"):
        on = on_of(one.body)
        falls, ill = one.body.get("falls") or {}, one.body.get("infection") or {}
        if on and falls.get("count"):
            hurt = (
                ", injured"
                if falls.get("injured")
                else ", not injured"
                if falls.get("injured") is False
                else ""
            )
            yield on, row(f"fall.{one.id}", day(on), f"{count(falls['count'], 'fall')}{hurt}", "")
        if on and ill.get("state") == "yes":
            kind = material.words.of("infection_types", ill["type"]) if ill.get("type") else ""
            yield (
                on,
                row(f"infection.{one.id}", day(on), f"Infection{': ' + lowered(kind) if kind else ''}", ""),
            )


def _symptoms(material: Material) -> list[Row]:
    days: dict[str, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for one in material.within("daily"):
        for item in one.body.get("symptoms") or ():
            on = on_of(one.body)
            if on and item["change"] in ("new", "worse"):
                days[item["symptom"]][item["change"]].append(on)
    rows = []
    for symptom, found in sorted(days.items()):
        every = [on for some in found.values() for on in some]
        label = material.words.of("symptoms", symptom, medical=True)
        spell = day(min(every)) if min(every) == max(every) else f"{day(min(every))}, {day(max(every))}"
        rows.append(row(f"events.{symptom}", label, str(len(found["new"])), str(len(found["worse"])), spell))
    return rows


def safety_lines(material: Material, *, tender: bool = False) -> list[str]:
    """ "3 Oct 2026: Chest pain or tightness (Emergency now); was seen by a clinician." The newest first."""
    return [one["cells"][0] for one in _safety_rows(material, tender)]


def safety(material: Material, *, tender: bool) -> Section:
    """Every message that was shown and is meant for a report."""
    rows = _safety_rows(material, tender)
    block = listing(
        "safety.messages", "Messages the app showed, and the answers", rows, "None in this period."
    )
    return {"id": "safety", "title": "Safety messages", "blocks": [block]}


def _safety_rows(material: Material, tender: bool) -> list[Row]:
    pack = material.packs["safety"]
    messages = {one["id"]: one for one in pack["messages"]}
    tiers = {one["id"]: one for one in pack["tiers"]}
    rows = []
    for one in reversed(material.within("safety")):
        message, tier = messages.get(one.body.get("message_id") or ""), tiers.get(one.body.get("tier") or "")
        if message is None or tier is None or not tier["behaviour"]["report_line"]:
            continue
        scopes = set(message["scopes"])
        if not tender and (not scopes or scopes & TENDER):
            continue
        answer = ANSWERS.get(one.body.get("answer") or "", "not answered")
        said = f"{day(on_of(one.body))}: {message['title']} ({tier['name']}); {answer}."
        rows.append(row(f"safety.{one.id}", said))
    return rows
