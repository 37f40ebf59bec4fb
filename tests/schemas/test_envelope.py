"""The short look at an envelope says yes only where the long one finds nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.schemas.envelope import is_usual, problem_of
from tests.factories import make_id

USUAL: dict[str, Any] = {
    "n": 7,
    "op": make_id(),
    "space": make_id(),
    "id": make_id(),
    "kind": "symptom",
    "sv": 1,
    "t": "put",
    "was": {},
    "set": {"severity_nrs": 4},
    "made_at": "2026-11-21T08:03:10.120Z",
    "made_tz": "Europe/Zurich",
}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2**60),
    st.floats(allow_nan=False),
    st.sampled_from(
        [
            "",
            "put",
            "del",
            "erase",
            make_id(),
            make_id() + "\n",
            make_id()[:35],
            "0" + make_id(),
            "2026-11-21T08:03:10",
            "2026-13-21T08:03:10Z",
            "x" * 41,
            "x" * 65,
        ]
    ),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(
        st.sampled_from(["severity_nrs", "note"]), st.one_of(st.none(), st.just("x")), max_size=2
    ),
)


def test_what_phones_send_is_usual() -> None:
    assert is_usual(USUAL)
    assert is_usual({**USUAL, "was": None, "base": None})


@pytest.mark.parametrize("name", ["space", "id"])
def test_an_id_is_not_mistaken_for_its_neighbour(name: str) -> None:
    assert not is_usual({**USUAL, "space": USUAL["space"] + USUAL["id"], "id": ""})
    assert not is_usual({**USUAL, name: USUAL[name] + "\n"})


@pytest.mark.parametrize("name", [*USUAL, "base", "ops"])
@pytest.mark.parametrize("empty", ["", 0, False, 0.0, [], {}])
def test_what_is_empty_is_not_what_is_missing(name: str, empty: Any) -> None:
    op = {**USUAL, name: empty}
    assert not is_usual(op) or problem_of(op) is None


@given(st.sampled_from([*USUAL, "base", "ops", "more"]), ODD, st.booleans())
def test_the_short_look_never_takes_what_the_long_one_refuses(name: str, value: Any, gone: bool) -> None:
    op = {**USUAL, name: value}
    if gone:
        del op[name]
    if is_usual(op):
        assert problem_of(op) is None
