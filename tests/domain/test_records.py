"""What a whole record may say, and what the few typed ones keep."""

from typing import Any

import pytest

from backend.domain.records import KINDS, Daily, Share, Symptom, check_body
from backend.domain.sharing import KIND_SCOPE

TIMES = {"at": "2026-11-21T09:41:00+01:00", "on": "2026-11-21", "tz": "Europe/Zurich"}


def code(kind: str = "symptom", **said: Any) -> str | None:
    return check_body(kind, {**TIMES, "symptom": "pain", **said})


def test_every_kind_has_a_place_in_the_table_of_scopes() -> None:
    assert set(KINDS) == set(KIND_SCOPE)
    assert all(kind.name == name and kind.sv >= 1 for name, kind in KINDS.items())


def test_a_prescription_and_a_movement_never_mix_from_two_phones() -> None:
    assert KINDS["medicine"].groups == {"regimen"}
    assert KINDS["plan_item"].groups == {"dose", "gentle"}


def test_a_day_that_is_not_the_one_written_in_the_instant_is_refused() -> None:
    assert code(severity_nrs=5, on="2026-11-20") == "on_mismatch"


def test_the_day_is_the_one_written_even_where_it_is_another_day_in_utc() -> None:
    assert code(severity_nrs=5, at="2026-11-21T00:30:00+13:00") is None


@pytest.mark.parametrize("kind", ["session", "safety"])
def test_every_kind_with_times_keeps_its_day(kind: str) -> None:
    assert code(kind, on="2026-11-20") == "on_mismatch"


def test_a_span_does_not_end_before_it_begins() -> None:
    assert code(severity_nrs=5, until_on="2026-11-20") == "span_reversed"
    assert code(severity_nrs=5, until_on="2026-11-21") is None
    assert check_body("event", {"on": "2026-11-21", "until_on": "2026-11-01"}) == "span_reversed"


@pytest.mark.parametrize(
    "nothing",
    [
        {},
        {"severity_nrs": None},
        {"regions": [], "words": [], "note": ""},
        {"hard_day": False, "generalised": False},
        {"private": True},
    ],
)
def test_an_entry_that_says_nothing_is_empty(nothing: dict[str, Any]) -> None:
    assert code(**nothing) == "empty_entry"


@pytest.mark.parametrize(
    "something",
    [
        {"severity_nrs": 0},
        {"severity_nrs": 7},
        {"hard_day": True},
        {"generalised": True},
        {"regions": [{"region": "hip", "side": "right"}]},
        {"words": ["aching"]},
        {"own_words": "like a hot wire"},
        {"patterns": ["band_chest"]},
        {"triggers": ["nothing"]},
        {"relief": [{"what": "rest"}]},
        {"stops_me": [{"activity": "walking"}]},
        {"minutes_long": 0},
        {"note": "Better after lunch"},
        {"symptom": "fatigue"},
    ],
)
def test_one_thing_said_is_an_entry(something: dict[str, Any]) -> None:
    assert code(**something) is None


def test_a_day_with_energy_alone_is_a_day() -> None:
    assert check_body("daily", {"on": "2026-11-21", "energy": "low"}) is None


def test_an_entry_keeps_what_was_said_and_nothing_else() -> None:
    body = {
        **TIMES,
        "symptom": "pain",
        "severity_nrs": 0,
        "regions": [{"region": "hip", "side": "right"}],
        "words": ["aching"],
        "hard_day": True,
    }
    assert Symptom.from_body(body).to_body() == body


def test_an_unsaid_number_is_never_zero() -> None:
    entry = Symptom.from_body({**TIMES, "hard_day": True})
    assert entry.severity_nrs is None
    assert "severity_nrs" not in entry.to_body()


def test_places_in_another_order_are_alike() -> None:
    hip, knee = {"region": "hip", "side": "right"}, {"region": "knee", "side": "left"}
    one, other = (
        Symptom.from_body({**TIMES, "severity_nrs": 5, "regions": regions})
        for regions in ([hip, knee], [knee, hip])
    )
    assert one.alike == other.alike


def test_a_day_keeps_what_was_said() -> None:
    body = {"on": "2026-11-21", "energy": "low", "sleep_hours": 6.5, "fatigue_nrs": 0}
    assert Daily.from_body(body).to_body() == body


def test_a_share_lists_its_scopes_in_order() -> None:
    body = {"name": "Sam", "read": ["symptoms", "exercise"], "write": [], "until": None, "state": "active"}
    assert Share.from_body(body).to_body() == {**body, "read": ["exercise", "symptoms"]}


def test_a_share_that_tells_no_state_has_ended() -> None:
    assert Share.from_body({"name": "Sam"}).state == "ended"
