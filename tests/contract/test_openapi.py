"""The OpenAPI document is valid, and what it says is there."""

from typing import Any

from flask import Flask
from openapi_spec_validator import OpenAPIV31SpecValidator
from webtest import TestApp

PATH = "/api/v1/openapi.json"


def document(client: TestApp) -> dict[str, Any]:
    found: dict[str, Any] = client.get(PATH, status=200).json
    return found


def test_is_valid_openapi_3_1(client: TestApp) -> None:
    spec = document(client)
    assert spec["openapi"].startswith("3.1")
    assert [str(error) for error in OpenAPIV31SpecValidator(spec).iter_errors()] == []


def test_describes_every_route(app: Flask, client: TestApp) -> None:
    described = set(document(client)["paths"])
    routes = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/")}
    plain = {
        rule.replace("<", "{").replace(">", "}").replace("string:", "").replace("uuid:", "")
        for rule in routes
    }
    undescribed = {path for path in plain if path not in described} - {
        PATH,
        "/api/v1/docs",
        "/api/v1/docs.css",
        "/api/v1/csp-report",
    }
    assert not undescribed


def test_every_operation_has_a_line_of_its_own(client: TestApp) -> None:
    verbs = {"get", "post", "patch", "put", "delete"}
    operations = [
        (verb, path, one)
        for path, item in document(client)["paths"].items()
        for verb, one in item.items()
        if verb in verbs
    ]
    assert not [(verb, path) for verb, path, one in operations if not one.get("summary")]
    summaries = [one["summary"] for _, _, one in operations]
    assert len(summaries) == len(set(summaries))
