"""Whatever is sent, the server answers as its document says, and never with an error of its own."""

import os

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from backend import create_app
from tests.conftest import SETTINGS, migrated
from tests.factories import HOST, ORIGIN, Person, make_account, make_entry, sign_in

pytestmark = pytest.mark.slow
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = int(os.environ.get("LIMBER_TEST_EXAMPLES", "25"))
HEADERS = {"Host": HOST, "Origin": ORIGIN}


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


schema = schemathesis.pytest.from_fixture("document")
bounded = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


@schema.parametrize()
@bounded
def test_nobody(case: schemathesis.Case) -> None:
    answer = case.call(headers=HEADERS)
    case.validate_response(answer, checks=CHECKS)


@schema.parametrize()
@bounded
def test_somebody(case: schemathesis.Case, fuzzed_app: Flask, person: Person) -> None:
    cookie = sign_in(fuzzed_app, person).cookies["limber"]
    answer = case.call(headers=HEADERS, cookies={"limber": cookie})
    case.validate_response(answer, checks=CHECKS)
