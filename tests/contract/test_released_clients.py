"""What released versions of the app send is still taken: it was recorded once and never changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend.domain.records import KINDS
from backend.schemas.answers import PullAnswerSchema, PushAnswerSchema
from tests.factories import Person, make_account, sign_in

VERSIONS = sorted(path for path in Path(__file__).parents[1].joinpath("vectors/clients").iterdir())


def filled(value: Any, known: dict[str, str | None]) -> Any:
    """The recorded request with what only this server knows."""
    if isinstance(value, dict):
        return {key: filled(inner, known) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, known) for inner in value]
    return known.get(value, value) if isinstance(value, str) else value


def replay(client: TestApp, rosa: Person, folder: Path) -> list[dict[str, Any]]:
    """Send every request of a version in order; what was answered to its ops."""
    known: dict[str, str | None] = {"<account>": rosa.id, "<cursor>": None}
    results = []
    for path in sorted(folder.glob("*.json")):
        request = json.loads(path.read_text())
        answer = client.post_json(f"/api/v1/{request['path']}", filled(request["body"], known)).json
        schema = PushAnswerSchema() if request["path"].endswith("push") else PullAnswerSchema()
        assert not schema.validate(answer), path.name
        results += answer.get("results", [])
        page = answer.get("pull", answer)["spaces"][rosa.space]
        assert "reset" not in page, path.name
        known["<cursor>"] = page["cursor"]
    return results


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: path.name)
def test_r14_every_request_of_a_released_version_is_taken(app: Flask, folder: Path) -> None:
    recorded = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    rosa = make_account(app, space=recorded[0]["space"])
    results = replay(sign_in(app, rosa), rosa, folder)
    ops = [op for request in recorded for op in request["body"].get("ops", [])]
    assert [answer["op"] for answer in results] == [op["op"] for op in ops]
    assert {answer["s"] for answer in results} <= {"ok", "conflict"}, [
        (op["kind"], answer) for op, answer in zip(ops, results, strict=True) if answer["s"] != "ok"
    ]


def test_r14_the_first_version_is_recorded_with_every_kind_and_every_act() -> None:
    bodies = [json.loads(path.read_text())["body"] for path in VERSIONS[0].glob("*.json")]
    ops = [op for body in bodies for op in body.get("ops", [])]
    assert {op["kind"] for op in ops} == set(KINDS) - {"share"}
    assert {op["t"] for op in ops} == {"put", "del", "restore", "resolve", "erase"}
