"""The short way through a body says the same as the long one, or says nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.content import vocabulary
from backend.schemas.fields import Answer
from backend.schemas.records import SCHEMAS

TEXT = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", " ", "e\u0301", "é", "a\nb", "a\tb", "\u202eturned", "\u200b", "\x00", "🦩", "x" * 3000]
    ),
    st.sampled_from(
        [
            "2026-11-21",
            "2026-02-30",
            "1899-12-31",
            "2026-11-21T09:41:00+01:00",
            "2026-11-21T19:30",
            "Europe/Zurich",
        ]
    ),
    st.sampled_from(
        sorted(vocabulary()["symptoms"])[:3] + sorted(vocabulary()["regions"])[:3] + ["left", "yes"]
    ),
)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 12),
    st.floats(-2, 12),
    st.sampled_from([2**53, 7.0, 1e300]),
    TEXT,
)
NAMES = st.sampled_from(
    ["region", "side", "what", "symptom", "change", "state", "type", "count", "easy", "note", "x"]
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=5
)


def answers() -> list[Any]:
    """Every field of every kind."""
    return [
        pytest.param(field, id=f"{kind}-{name}")
        for kind, schema in SCHEMAS.items()
        for name, field in schema().fields.items()
    ]


@pytest.mark.parametrize("field", answers())
def test_what_fits_is_loaded_as_it_is(field: Any) -> None:
    assert isinstance(field, Answer)

    @settings(max_examples=15, deadline=None)
    @given(VALUES)
    def check(value: Any) -> None:
        if value is not None and field.fits(value):
            loaded = field.deserialize(value)
            assert loaded == value and repr(loaded) == repr(value)

    check()


def test_what_nearly_always_comes_does_fit() -> None:
    said = {
        "at": "2026-11-21T09:41:00+01:00",
        "on": "2026-11-21",
        "tz": "Europe/Zurich",
        "symptom": "pain",
        "severity_nrs": 6,
        "regions": [{"region": "neck", "side": "middle"}],
        "words": ["burning"],
        "hard_day": True,
        "note": "Worse on the stairs.\nBetter after tea. 🦩",
    }
    fields = SCHEMAS["symptom"]().fields
    assert [name for name, value in said.items() if not fields[name].fits(value)] == []  # type: ignore[attr-defined]
