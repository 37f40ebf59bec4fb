"""Whatever a body holds, a push answers per op and never breaks; nothing half-valid is stored."""

from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.domain.records import KINDS
from backend.schemas.records import SCHEMAS
from tests.api.exchange import Phone
from tests.factories import make_op

pytestmark = pytest.mark.slow
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 20),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(max_size=12).filter(lambda text: "\0" not in text and text.isprintable()),
    st.sampled_from(
        ["2026-11-21", "2026-11-21T09:00:00+01:00", "symptoms", "pain", "active", "Europe/Zurich"]
    ),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner), max_leaves=6
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    names = st.sampled_from([*sorted(SCHEMAS[kind]().fields), "unheard_of"])
    return kind, draw(st.dictionaries(names, VALUES, min_size=1, max_size=5))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies())
def test_any_body_of_any_kind_is_taken_whole_or_refused(
    phone: Phone, case: tuple[str, dict[str, Any]]
) -> None:
    kind, body = case
    op = make_op(phone.person.space, kind="daily", unset=None) | {"kind": kind, "set": body, "was": {}}
    [answer] = phone.push(op)["results"]
    assert answer["s"] in ("ok", "rejected")
    rows = {row["id"]: row for row in phone.new_rows()}
    assert (op["id"] in rows) == (answer["s"] == "ok")
    if answer["s"] == "ok":
        assert set(rows[op["id"]]["body"]) == set(body)


def test_null_is_an_answer_in_every_field_of_every_kind(app: Flask, phone: Phone) -> None:
    for kind, schema in SCHEMAS.items():
        if kind != "share":
            op = make_op(phone.person.space, kind="daily", unset=None) | {"kind": kind, "was": {}}
            op["set"] = dict.fromkeys(schema().fields)
            answer = phone.push(op)["results"][0]
            assert answer["s"] == "ok" or answer["code"] == "empty_entry", (kind, answer)
