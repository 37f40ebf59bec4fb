"""Whatever is sent, the server answers as its document says, and never with an error of its own."""

import os

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from backend import create_app
from tests.conftest import SETTINGS, migrated
from tests.factories import HOST, ORIGIN, Person, make_account, make_entry, sign_in

pytestmark = pytest.mark.slow
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = int(os.environ.get("LIMBER_TEST_EXAMPLES", "25"))
# As it is: what looks at the answers does not unpack them.
HEADERS = {"Host": HOST, "Origin": ORIGIN, "Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def fuzzed_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("fuzzed")
    migrated("", folder)
    return create_app({**SETTINGS, "LIMBER_INSTANCE": str(folder), "LIMBER_DATABASE_URL": ""})


@pytest.fixture(scope="module")
def person(fuzzed_app: Flask) -> Person:
    someone = make_account(fuzzed_app)
    make_entry(fuzzed_app, someone)
    return someone


@pytest.fixture(scope="module")
def document(fuzzed_app: Flask) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", fuzzed_app, headers=HEADERS)


def try_everything(document: schemathesis.BaseSchema, cookies: dict[str, str]) -> None:
    """Send each operation what its description allows and what it does not."""
    for found in document.get_all_operations():
        operation = found.ok()
        # These end the session that the others need, or give it another token.
        if operation.path.endswith(("/auth/logout", "/auth/password")):
            continue

        modes = list(GenerationMode) if operation.body or operation.query else [GenerationMode.POSITIVE]
        strategies = [operation.as_strategy(generation_mode=mode) for mode in modes]

        @given(case=strategies[0] if len(strategies) == 1 else strategies[0] | strategies[1])
        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
        )
        def try_one(case: schemathesis.Case) -> None:
            answer = case.call(headers=HEADERS, cookies=cookies)
            case.validate_response(answer, checks=CHECKS)

        try_one()


def test_nobody_can_break_it(document: schemathesis.BaseSchema) -> None:
    try_everything(document, {})


def test_nor_can_somebody_who_is_signed_in(
    document: schemathesis.BaseSchema, fuzzed_app: Flask, person: Person
) -> None:
    cookie = sign_in(fuzzed_app, person).cookies["limber"]
    try_everything(document, {"limber": cookie})
