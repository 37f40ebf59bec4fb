"""What the wire takes of a record: every field by itself, and nothing else."""

import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marshmallow import ValidationError

from backend.domain.records import KINDS
from backend.schemas.records import SCHEMAS, load_set

TIMES = {"at": "2026-11-21T09:41:00+01:00", "on": "2026-11-21", "tz": "Europe/Zurich"}
CUSTOM = "019aa0b4-8a00-7c3e-9b5f-3f1c7f2a4d10"
NAMES = sorted({name for schema in SCHEMAS.values() for name in schema().fields})
patient = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=80
)

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(["2026-11-21", TIMES["at"], "pain", "hip", "right", "08:30", CUSTOM])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["region", "side", "what", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def refused(kind: str, data: Any) -> dict[str, Any]:
    with pytest.raises(ValidationError) as told:
        load_set(kind, data)
    assert isinstance(told.value.messages, dict)
    return told.value.messages


def test_every_kind_has_its_schema() -> None:
    assert set(SCHEMAS) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_of_every_kind_may_be_null(kind: str) -> None:
    nothing_said = dict.fromkeys(SCHEMAS[kind]().fields)
    assert "private" in nothing_said
    assert load_set(kind, nothing_said) == nothing_said


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_name_no_kind_has_is_refused(kind: str) -> None:
    assert "severity" in refused(kind, {"severity": 5})


@pytest.mark.parametrize("number", [-1, 11, 3.5, "5", True, [], float("nan"), float("inf"), 10**400])
def test_a_severity_outside_the_scale_is_refused(number: Any) -> None:
    assert "severity_nrs" in refused("symptom", {"severity_nrs": number})


@pytest.mark.parametrize("number", [0, 10, 7.0])
def test_a_whole_number_on_the_scale_is_taken(number: float) -> None:
    taken = load_set("symptom", {"severity_nrs": number})["severity_nrs"]
    assert taken == number and type(taken) is int


@pytest.mark.parametrize("hours", [-0.5, 16.5, 7.25, 1e308])
def test_sleep_is_told_in_half_hours(hours: float) -> None:
    assert "sleep_hours" in refused("daily", {"sleep_hours": hours})
    assert load_set("daily", {"sleep_hours": 6.5}) == {"sleep_hours": 6.5}


@pytest.mark.parametrize(
    "note", ["\x00", "bell\x07", "\ud800", "abc\u202egnp", "\u2066", "x" * 2001, 5, ["note"]]
)
def test_a_note_that_cannot_be_stored_or_shown_safely_is_refused(note: Any) -> None:
    assert "note" in refused("symptom", {"note": note})


@pytest.mark.parametrize("until", ["tomorrow", "2026-11-31", "2026-11-22T08:00", 20261122])
def test_reminders_rest_until_a_date(until: Any) -> None:
    assert "paused_until" in refused("preference", {"paused_until": until})
    assert load_set("preference", {"paused_until": "2026-11-22"}) == {"paused_until": "2026-11-22"}


def test_a_note_is_brought_to_one_form_and_otherwise_left_alone() -> None:
    assert load_set("symptom", {"note": "  cafe\u0301\n\tat noon "}) == {"note": "  caf\u00e9\n\tat noon "}
    assert load_set("symptom", {"note": "\U0001f9d8" * 2000})


@pytest.mark.parametrize(
    "at", ["2026-11-21", "2026-11-21T09:41:00", "2026-02-30T09:41:00Z", "0001-01-01T00:00:00+14:00", "now", 1]
)
def test_when_it_happened_is_an_instant_with_its_offset(at: Any) -> None:
    assert "at" in refused("symptom", {**TIMES, "at": at})


@pytest.mark.parametrize("name", ["at", "on", "tz"])
def test_when_it_happened_is_set_as_one(name: str) -> None:
    part = {key: value for key, value in TIMES.items() if key != name}
    assert set(refused("symptom", part)) == {name}


def test_an_instant_keeps_the_offset_it_was_written_with() -> None:
    assert load_set("symptom", TIMES) == TIMES


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "", "europe/zurich", 1])
def test_a_zone_is_one_that_exists(zone: Any) -> None:
    assert "tz" in refused("symptom", {**TIMES, "tz": zone})


@pytest.mark.parametrize(
    "slot", ["2026-02-30T08:00", "2026-11-21T24:00", "2026-11-21T08:00Z", "٢026-11-21T08:00"]
)
def test_a_slot_is_a_local_minute_that_exists(slot: str) -> None:
    assert "slot" in refused("dose", {"slot": slot})


def test_a_word_is_of_its_list_or_the_persons_own() -> None:
    assert load_set("symptom", {"words": ["aching", CUSTOM]})
    assert "words" in refused("symptom", {"words": ["lovely"]})
    assert "symptom" in refused("symptom", {"symptom": "Pain"})


@pytest.mark.parametrize(
    "regions",
    [
        [{"region": "hip"}],
        [{"region": "hip", "side": "top"}],
        [{"region": "nose", "side": "left"}],
        [{"region": "hip", "side": "left", "depth": 1}],
        [{"region": "hip", "side": "left"}] * 25,
        ["hip"],
        [None],
    ],
)
def test_a_place_is_a_region_with_a_side(regions: list[Any]) -> None:
    assert "regions" in refused("symptom", {"regions": regions})


def test_a_prescription_is_taken_as_it_was_typed() -> None:
    regimen = {
        "name": "Baclofen",
        "dose_text": "half",
        "unit_text": "of 10 mg",
        "times": ["08:30"],
        "days": ["mon"],
    }
    assert load_set("medicine", {"regimen": regimen, "class": "muscle_relaxant"})["regimen"] == regimen
    assert "regimen" in refused("medicine", {"regimen": {**regimen, "times": ["8.30"]}})


def test_a_share_names_scopes_that_exist() -> None:
    assert load_set("share", {"read": ["symptoms"], "state": "ended", "until": None})
    assert "read" in refused("share", {"read": ["everything"]})


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_what_is_no_object_is_refused(data: Any) -> None:
    assert refused("symptom", data)


@patient
@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), JSON, max_size=4),
)
def test_anything_sent_is_taken_or_refused_and_taking_twice_changes_nothing(
    kind: str, data: dict[str, Any]
) -> None:
    try:
        taken = load_set(kind, data)
    except ValidationError:
        return
    assert taken.keys() == data.keys()
    assert load_set(kind, taken) == taken


@patient
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_words_taken_once_are_in_their_final_form(text: str) -> None:
    try:
        taken = load_set("symptom", {"own_words": text})["own_words"]
    except ValidationError:
        return
    assert taken == unicodedata.normalize("NFC", text)
    assert load_set("symptom", {"own_words": taken}) == {"own_words": taken}


@pytest.mark.parametrize("symptom", ["bladder", "bowel", "constipation", "sexual"])
def test_intimate_symptoms_have_a_field_of_their_own(symptom: str) -> None:
    """In `symptoms` a caregiver with the scope daily would read them."""
    said = [{"symptom": symptom, "change": "new"}]
    with pytest.raises(ValidationError):
        load_set("daily", {"on": "2026-11-21", "symptoms": said})
    assert load_set("daily", {"on": "2026-11-21", "intimate": said})["intimate"] == said
