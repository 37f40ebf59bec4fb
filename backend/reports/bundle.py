"""The period as a FHIR R4 bundle, for other programs: observations, medicines as stated, the Pain Story.

Pain from 0 to 10 is an integer. A code is used only where the vocabulary gives one; all else is text.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from backend.reports import medicines, pains
from backend.reports.material import Body, Felt, Material, Record
from backend.reports.wording import Wording

LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
# Its value is the number itself: one of LOINC's own answer codes reads "2 or more".
PAIN = {"coding": [{"system": LOINC, "code": "72514-3"}], "text": "Pain severity, 0 to 10, as reported"}
Resource = dict[str, Any]


def bundle(material: Material, *, notes: bool = False) -> Resource:
    """Everything of the period that fits. notes: also what was written in the person's own words."""
    patient = str(uuid5(NAMESPACE_URL, f"limber:{material.name}:{material.made_on}"))
    about = {"reference": f"urn:uuid:{patient}"}
    resources = [
        (patient, {"resourceType": "Patient", "id": patient, "name": [{"text": material.name}]}),
        *((one.record.id, _observation(one, about, material.words, notes)) for one in _entries(material)),
        *((one.id, _statement(one, about, material)) for one in material.of("medicine")),
        *((one.id, form) for one in _stories(material, notes) if (form := _story(one, about, material))),
    ]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": f"urn:uuid:{name}", "resource": resource} for name, resource in resources],
    }


def _entries(material: Material) -> Iterator[Felt]:
    seen: set[str] = set()
    for one in material.felt:
        if material.in_period(one.on) and one.record.id not in seen:
            seen.add(one.record.id)
            yield one


def _stories(material: Material, notes: bool) -> Iterator[Record]:
    """The Pain Stories, their free text only where it is wanted."""
    for one in material.of("story"):
        given: Mapping[str, Any] = one.body.get("answers") or {}
        chosen = {name: {part: its for part, its in answer.items() if notes or part != "text"}
                  for name, answer in given.items() if isinstance(answer, Mapping)}  # fmt: skip
        yield Record(one.id, {**one.body, "answers": chosen})


def _observation(felt: Felt, about: Resource, words: Wording, notes: bool) -> Resource:
    body = felt.body
    made: Resource = {
        "resourceType": "Observation",
        "id": felt.record.id,
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": "survey"}]}],
        "code": PAIN if felt.is_pain else _concept(words, "symptoms", str(body.get("symptom"))),
        "subject": about,
        "performer": [about],
        **_when(body),
    }
    if felt.score is not None:
        made["valueInteger"] = felt.score
    else:
        said = (
            "Marked as a hard day; no number was given." if body.get("hard_day") else "No number was given."
        )
        made["dataAbsentReason"] = {"coding": [{"system": ABSENT, "code": "unknown"}], "text": said}
    parts = list(_components(felt, words))
    if parts:
        made["component"] = parts
    written = [str(body[name]) for name in ("own_words", "note") if notes and body.get(name)]
    if written:
        made["note"] = [{"text": one} for one in written]
    return made


def _when(body: Body) -> Resource:
    until, at = body.get("until_on"), body.get("at")
    if until:
        return {"effectivePeriod": {"start": str(body["on"]), "end": str(until)}}
    return {"effectiveDateTime": str(at or body["on"])}


def _components(felt: Felt, words: Wording) -> Iterator[Resource]:
    """Where, and how it felt. The codes of places are those of pain there, so they stand here."""
    for region, side in felt.sites:
        where = {"text": "All over"} if region == "generalised" else _concept(words, "regions", region)
        named = where["text"] if region == "generalised" else words.place(region, side)
        yield {"code": {"text": "Place"}, "valueCodeableConcept": {**where, "text": named}}
    for name, label in (("words", "Word used"), ("patterns", "Pattern"), ("triggers", "Noted before it")):
        for term in felt.body.get(name) or ():
            yield {"code": {"text": label}, "valueCodeableConcept": _concept(words, name, term)}


def _concept(words: Wording, name: str, term: str) -> Resource:
    code = words.code(name, term)
    coded = {"coding": [{"system": SNOMED, "code": code}]} if code else {}
    return {**coded, "text": words.of(name, term)}


def _statement(one: Record, about: Resource, material: Material) -> Resource:
    """A medicine as the person says it; its dose is text, since nothing is worked out from it."""
    body = one.body
    begun, ended = body.get("started_on"), body.get("stopped_on")
    over = bool(ended) and date.fromisoformat(str(ended)) <= material.made_on
    named = (body.get("regimen") or {}).get("name")
    made: Resource = {
        "resourceType": "MedicationStatement",
        "id": one.id,
        "status": "completed" if over else "active" if begun else "unknown",
        "medicationCodeableConcept": {
            "text": str(named or material.words.of("medicine_classes", body.get("class") or "other"))
        },
        "subject": about,
        "informationSource": about,
    }
    if begun or ended:
        period = {"start": begun, "end": ended}
        made["effectivePeriod"] = {name: str(on) for name, on in period.items() if on}
    dose = medicines.regimen_text(body)
    if dose:
        made["dosage"] = [{"text": dose}]
    return made


def _story(one: Record, about: Resource, material: Material) -> Resource | None:
    """The Pain Story: each question with its answers in words."""
    items = [
        {"linkId": question["id"], "text": question["ask"], "answer": [{"valueString": said}]}
        for question, said in pains.answers(material, one)
    ]
    if not items:
        return None
    made: Resource = {
        "resourceType": "QuestionnaireResponse",
        "id": one.id,
        "status": "completed",
        "subject": about,
        "author": about,
        "source": about,
        "item": items,
    }
    on = one.body.get("reviewed_on") or one.body.get("on")
    return {**made, "authored": str(on)} if on else made
