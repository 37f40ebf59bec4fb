"""The bundle is FHIR R4 by its structure, and means what it says by its values."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from backend.reports.bundle import bundle
from tests.reports.world import Diary, ago, content, full_diary

# Code systems and what they may say here; structure alone would let any word pass.
STATUS = {
    "Observation": {"final"},
    "MedicationStatement": {"active", "completed", "unknown"},
    "QuestionnaireResponse": {"completed"},
}
SYSTEMS = {
    "http://loinc.org": {"72514-3"},
    "http://terminology.hl7.org/CodeSystem/observation-category": {"survey"},
    "http://terminology.hl7.org/CodeSystem/data-absent-reason": {"unknown"},
}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    diary = full_diary()
    diary.pain(1, None, hard_day=True)
    diary.pain(6, 0, until_on=ago(4))
    diary.put("symptom", symptom="numbness", severity_nrs=6, on=ago(2), at=f"{ago(2)}T09:00:00+01:00")
    diary.put("medicine", started_on=ago(90), stopped_on=ago(10), **{"class": "opioid"})
    diary.put("medicine", **{"class": "other"})
    return bundle(diary.material())


def resources(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one["resource"] for one in made["entry"] if one["resource"]["resourceType"] == kind]


def codings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from value.get("coding", ())
        for one in value.values():
            yield from codings(one)
    elif isinstance(value, list):
        for one in value:
            yield from codings(one)


def test_its_structure_is_that_of_r4(made: dict[str, Any]) -> None:
    Bundle.model_validate_json(json.dumps(made))


def test_every_status_and_code_is_one_that_exists(made: dict[str, Any]) -> None:
    lists = content()["vocabulary"]["lists"]
    ours = {item["code"] for items in lists.values() for item in items if "code" in item}
    for kind, allowed in STATUS.items():
        assert {one["status"] for one in resources(made, kind)} <= allowed
    found = list(codings(made))
    assert found
    for one in found:
        assert one["code"] in (ours if one["system"] == "http://snomed.info/sct" else SYSTEMS[one["system"]])


def test_pain_is_a_whole_number_and_nothing_stands_in_for_a_missing_one(made: dict[str, Any]) -> None:
    for one in resources(made, "Observation"):
        assert ("valueInteger" in one) != ("dataAbsentReason" in one)
        assert type(one.get("valueInteger", 0)) is int and 0 <= one.get("valueInteger", 0) <= 10
        assert not {"valueQuantity", "valueCodeableConcept", "bodySite"} & one.keys()
    hard = [one for one in resources(made, "Observation") if "dataAbsentReason" in one]
    assert [one["dataAbsentReason"]["text"] for one in hard] == ["Marked as a hard day; no number was given."]


def test_a_span_is_one_observation_with_its_days(made: dict[str, Any]) -> None:
    spans = [one for one in resources(made, "Observation") if "effectivePeriod" in one]
    assert [one["effectivePeriod"] for one in spans] == [{"start": ago(6), "end": ago(4)}]
    assert [one["valueInteger"] for one in spans] == [0]


def test_what_is_not_pain_has_no_code_of_pain(made: dict[str, Any]) -> None:
    numb = [one for one in resources(made, "Observation") if one["code"]["text"] == "Numb or tingling"]
    assert len(numb) == 1 and "coding" not in numb[0]["code"]


def test_medicines_say_whether_they_are_in_use_and_their_dose_is_text(made: dict[str, Any]) -> None:
    weekly, ended, unsaid = resources(made, "MedicationStatement")
    assert weekly["dosage"] == [{"text": "Weekly, 30 micrograms"}] and weekly["status"] == "active"
    assert ended["status"] == "completed" and ended["effectivePeriod"]["end"] == ago(10)
    assert unsaid["status"] == "unknown" and "effectivePeriod" not in unsaid


def test_the_pain_story_is_a_form_with_its_answers(made: dict[str, Any]) -> None:
    [story] = resources(made, "QuestionnaireResponse")
    answers = {item["linkId"]: item["answer"][0]["valueString"] for item in story["item"]}
    assert answers["course"] == "It comes and goes. It lasts hours."


def test_own_words_are_in_it_only_where_they_are_wanted() -> None:
    diary = full_diary()
    diary.pain(1, 5, note="canary one", own_words="canary two")
    diary.put(
        "story", label="Knee", answers={"worry": {"text": "canary three"}, "course": {"choices": ["hours"]}}
    )
    assert "canary" not in json.dumps(bundle(diary.material()))
    told = json.dumps(bundle(diary.material(), notes=True))
    assert all(f"canary {number}" in told for number in ("one", "two", "three"))
    # What was chosen stays either way.
    assert len(resources(bundle(diary.material()), "QuestionnaireResponse")) == 2


def test_every_reference_leads_to_something_in_it(made: dict[str, Any]) -> None:
    names = [one["fullUrl"] for one in made["entry"]]
    assert len(names) == len(set(names))
    for one in resources(made, "Observation"):
        assert one["subject"]["reference"] in names


def test_only_the_period_is_in_it() -> None:
    diary = Diary()
    diary.pain(100, 5)
    assert not resources(bundle(diary.material()), "Observation")
