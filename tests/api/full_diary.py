"""A diary with every kind and every field, each value saying where it stands."""

from typing import Any

from flask import Flask

from backend.schemas.records import SCHEMAS
from backend.services import journal
from tests.factories import Person, make_op

ON = "2026-11-21"
# What the server reads itself, or compares, has to be what it is; anything else says its own name.
VALUES: dict[str, Any] = {
    "at": f"{ON}T08:07:31+01:00",
    "answered_at": f"{ON}T09:44:59+01:00",
    "on": ON,
    "until_on": ON,
    "tz": "Europe/Zurich",
    "private": False,
    "severity_nrs": 5,
    "hard_day": True,
    "energy": "low",
    "regions": [{"region": "hip", "side": "right"}],
    "answers": {"start": {"chosen": "slowly", "text": "story.answers.text"}},
    "message_id": "SAFE-01",
}
# Kinds of which not every record is opened by the same scope.
VARIANTS: dict[str, dict[str, dict[str, Any]]] = {
    "event": {"event: a fall": {"type": "fall"}, "event: an infusion": {"type": "infusion"}},
    "safety": {"safety: any": {}, "safety: of mood": {"message_id": "SAFE-24"}},
    "observation": {"observation: any": {"type": "spasms"}, "observation: coming": {"type": "coming"}},
}


def bodies() -> dict[str, tuple[str, dict[str, Any]]]:
    """Name -> kind and body, of every kind but the shares that are there anyway."""
    found = {}
    for kind, schema in SCHEMAS.items():
        body = {name: VALUES.get(name, f"{kind}.{name}") for name in schema().fields}
        for name, said in VARIANTS.get(kind, {kind: {}}).items():
            if kind != "share":
                found[name] = (kind, {**body, **said})
    return found


def write(app: Flask, rosa: Person) -> dict[str, str]:
    """Put it into her diary; the name of each record by its id."""
    ops = {name: make_op(rosa.space, kind, **body) for name, (kind, body) in bodies().items()}
    # Nobody has sent these: their values never had to pass the wire.
    for op, (_, body) in zip(ops.values(), bodies().values(), strict=True):
        op["set"], op["was"] = body, {}
    with app.app_context():
        answers = journal.push_ops(rosa.space, rosa.id, None, list(ops.values()))
    assert {answer["s"] for answer in answers} == {"ok"}, answers
    return {op["id"]: name for name, op in ops.items()}
