"""Which op set each field, kept short, says the same as the whole."""

from hypothesis import given
from hypothesis import strategies as st

from backend.domain import origin

OPS = st.sampled_from(["a", "b", "c"])


@given(st.dictionaries(st.sampled_from("uvwxyz"), OPS), OPS)
def test_short_and_back_is_the_same(fop: dict[str, str], cur_op: str) -> None:
    body = dict.fromkeys(fop, 1)
    short = origin.short(fop, cur_op)
    assert cur_op not in short.values()
    assert origin.whole(body, short, cur_op) == fop
    assert origin.whole(body, fop, cur_op) == fop
