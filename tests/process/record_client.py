"""Record what this version of the app sends, for later servers: `python -m tests.process.record_client v2`.

A released version's requests are recorded once and never changed: tests/contract/test_released_clients.py
holds every later server to them. What only a running server knows is a name in angle brackets.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.conftest import migrated
from tests.factories import make_op
from tests.process.app_phone import AppPhone
from tests.process.device import Device
from tests.process.server import Server

FOLDER = Path(__file__).parents[1] / "vectors" / "clients"


def play(phone: AppPhone, other: Device) -> list[tuple[str, list[dict[str, Any]]]]:
    """What a person does, and the requests it leads to, by name."""
    told = []

    def part(name: str, act: Any = None) -> None:
        if act:
            act()
        phone("sync")
        told.append((name, phone("sent")))

    kinds: dict[str, str] = {}
    part("first-reading")
    part("every-kind", lambda: kinds.update(phone("log_every_kind")))
    entry = kinds["symptom"]
    part("edit", lambda: phone("save", t="put", id=entry, kind="symptom", set={"note": "in the evening"}))
    part("delete", lambda: phone("save", t="del", id=entry))
    part("restore", lambda: phone("save", t="restore", id=entry))
    row = other.rows()[entry]
    theirs = make_op(other.space, record=entry, note="on the stairs")
    theirs["was"] = {"note": row["fop"].get("note", row["cur_op"])}
    other.push_until_answered(theirs)
    part("conflict", lambda: phone("save", t="put", id=entry, kind="symptom", set={"note": "at night"}))
    conf = other.rows()[entry]["conf"]
    resolve = {"t": "resolve", "id": entry, "ops": conf, "set": {"note": "at night, on the stairs"}}
    part("resolve", lambda: phone("save", **resolve))
    part("erase", lambda: phone("save", t="erase", id=kinds["mood"]))
    part("many", lambda: [phone("log", set={"symptom": "pain", "severity_nrs": n % 11}) for n in range(40)])
    return told


def blank(value: Any, account: str, name: str = "") -> Any:
    """The same with names for what only a running server knows; sealed marks are left out."""
    if isinstance(value, dict):
        return {
            key: blank(inner, account, "marks" if name == "marks" else key) for key, inner in value.items()
        }
    if isinstance(value, list):
        return [] if name == "marks" else [blank(inner, account) for inner in value]
    if name == "cursor" and value:
        return "<cursor>"
    return "<account>" if value == account else value


def main(version: str) -> None:
    """Write one file a request."""
    folder = FOLDER / version
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as home:
        migrated("", Path(home))
        server = Server(Path(home)).start()
        try:
            rosa = Device(server.port).register()
            phone = AppPhone(rosa, server.port)
            told = play(phone, Device(server.port).sign_in(rosa))
            phone.end()
        finally:
            server.kill()
    number = 0
    for name, requests in told:
        for request in requests:
            number += 1
            body = blank(request["body"], rosa.account)
            said = {"path": request["path"], "space": rosa.space, "body": body}
            path = folder / f"{number:02}-{name}.json"
            path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n")
    print(f"{number} requests of {version}")


if __name__ == "__main__":
    main(sys.argv[1])
