"""What sets a PDF can reach nothing, is stopped in time, and takes nobody with it when it dies."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend import create_app
from backend.reports import pdf
from tests.conftest import SETTINGS
from tests.factories import Person, make_account, make_entry
from tests.process.server import Server

REPORT: dict[str, Any] = {"title": "t", "name": "n", "period": "p", "lead": "l", "sections": []}
# Runs as the renderer does, but for the second page tries what a hostile note might want.
PROBE = """
import os, socket, sys
sys.path.insert(0, sys.argv[4])
import renderer
pages = []
def page(compiler, source, data):
    pages.append(data)
    if len(pages) == 1:
        return made(compiler, source, data)
    tried = {
        "read": lambda: open("/etc/passwd"),
        "write": lambda: open("x", "w"),
        "list": lambda: os.listdir("."),
        "connect": socket.socket,
    }
    said = {}
    for name, act in tried.items():
        try:
            act()
            said[name] = "done"
        except Exception as error:
            said[name] = type(error).__name__
    said["environment"] = len(os.environ)
    return repr(said).encode()
made, renderer.page = renderer.page, page
renderer.main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
"""


def test_it_has_given_up_every_file_and_connection_before_it_reads_a_word(tmp_path: Path) -> None:
    words = [sys.executable, "-I", "-c", PROBE, str(tmp_path), "20", "1500", str(pdf.RENDERER.parent)]
    done = subprocess.run(words, input=b"{}", capture_output=True, env={}, cwd=tmp_path, timeout=60)
    said = eval(done.stdout)  # our own words
    assert said.pop("environment") <= 1
    assert said == dict.fromkeys(("read", "write", "list", "connect"), "OSError")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("script", "how"),
    [
        ("import time; time.sleep(60)", "too long"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "-9"),
        ("raise SystemExit(3)", "3"),
        ("print('not a page')", "ended with 0"),
    ],
)
def test_one_that_hangs_dies_or_lies_is_said_to_have_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, how: str
) -> None:
    (tmp_path / "broken.py").write_text(script)
    monkeypatch.setattr(pdf, "RENDERER", tmp_path / "broken.py")
    begun = time.monotonic()
    with pytest.raises(pdf.NotRendered, match=how):
        pdf.render(REPORT, "a4", seconds=2)
    assert time.monotonic() - begun < 20


def test_it_cannot_use_up_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MEGABYTES", 200)
    with pytest.raises(pdf.NotRendered):
        pdf.render(long_report(), "a4")


def long_report() -> dict[str, Any]:
    rows = [{"id": str(number), "cells": ["words " * 300]} for number in range(1500)]
    block = {"t": "list", "id": "b", "title": "", "rows": rows, "empty": ""}
    return {**REPORT, "sections": [{"id": "s", "title": "s", "blocks": [block]}]}


@pytest.fixture
def rosa(sqlite_server: Server) -> Person:
    """Somebody with so much in her diary that setting it takes a while."""
    app = create_app({**SETTINGS, "LIMBER_INSTANCE": str(sqlite_server.folder), "LIMBER_DATABASE_URL": ""})
    someone = make_account(app)
    for number in range(500):
        make_entry(
            app, someone, "event", type="illness", on="2026-11-20", detail=f"{number} " + "words " * 320
        )
    return someone


def ask(server: Server, rosa: Person, cookie: str, query: str = "") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=90)
    with contextlib.closing(connection):
        connection.request(
            "GET", f"/api/v1/people/{rosa.space}/report.pdf{query}", headers={"Cookie": cookie}
        )
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def signed_in(server: Server, rosa: Person) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        headers = {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{server.port}"}
        body = json.dumps({"email": rosa.email, "password": rosa.password})
        connection.request("POST", "/api/v1/auth/login", body, headers)
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        return str(answer.getheader("Set-Cookie")).split(";")[0]


def renderers(server: Server) -> Iterator[int]:
    """The processes that set pages for this server."""
    for worker in server.workers:
        for task in Path(f"/proc/{worker}/task").iterdir():
            with contextlib.suppress(OSError):
                yield from (int(pid) for pid in (task / "children").read_text().split())


def test_a_killed_one_is_told_and_the_next_report_is_made(sqlite_server: Server, rosa: Person) -> None:
    cookie = signed_in(sqlite_server, rosa)
    answers: list[tuple[int, dict[str, str], bytes]] = []
    asking = threading.Thread(
        target=lambda: answers.append(ask(sqlite_server, rosa, cookie, "?from=2026-11-01"))
    )
    asking.start()
    until = time.monotonic() + 60
    while not (found := list(renderers(sqlite_server))):
        assert asking.is_alive() and time.monotonic() < until
    # Held still first, so that it cannot be done before it is killed.
    os.kill(found[0], signal.SIGSTOP)
    second = ask(sqlite_server, rosa, cookie, "?from=2026-11-01")
    assert second[0] == 503 and b"report_busy" in second[2]
    assert sqlite_server.lives()
    os.kill(found[0], signal.SIGKILL)
    asking.join(60)
    [(status, headers, body)] = answers
    assert status == 503 and int(headers["Retry-After"]) > 0
    assert json.loads(body)["error"]["code"] == "report_not_made"
    assert ask(sqlite_server, rosa, cookie, "?from=2026-11-01")[2].startswith(b"%PDF-")
    # What was written is in no log.
    assert "words words" not in sqlite_server.log
