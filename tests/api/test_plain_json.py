"""The short way of reading a body takes what the strict one takes, and nothing else."""

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.api import strict_json
from backend.errors import BadJson

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
PLAIN = st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | TEXT
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=12
)


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_both_ways_agree(value: object) -> None:
    body = orjson.dumps(value)
    short = strict_json._plain(body)
    if short is not None:
        assert short == strict_json._strictly(body)


@pytest.mark.parametrize("pair", ["[]", "{}"])
@pytest.mark.parametrize(("depth", "taken"), [(20, True), (21, False), (40, False), (900, False)])
def test_so_deep_and_no_deeper(pair: str, depth: int, taken: bool) -> None:
    opening, closing = ("[", "]") if pair == "[]" else ('{"a":', "}")
    body = (opening * (depth - 1) + pair + closing * (depth - 1)).encode()
    assert strict_json._too_deep(body) is not taken
    if taken:
        assert strict_json.decode(body) is not None
    else:
        with pytest.raises(BadJson):
            strict_json.decode(body)


def test_brackets_in_texts_do_not_count() -> None:
    body = orjson.dumps({"note": "[" * 50 + '"{' * 50 + "\\"})
    assert strict_json._plain(body) == orjson.loads(body)
