"""A signed-in device on real HTTP. Like the app, it sends a push again until each op is answered."""

import contextlib
import http.client
import json
import time
from dataclasses import dataclass, field
from typing import Any

from tests.factories import PASSWORD, make_id


@dataclass
class Answer:
    """What came back. status: None where the connection broke."""

    status: int | None
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: str = ""


class Device:
    """One person's device. Register or sign in first."""

    def __init__(self, port: int, timeout: float = 30) -> None:
        self.port, self.timeout, self.id = port, timeout, make_id()
        self.cookie = self.account = self.space = ""
        self.statuses: list[int | None] = []

    def register(self) -> "Device":
        """A new person."""
        form = {"display_name": "Rosa", "time_zone": "Europe/Zurich", "password": PASSWORD}
        self.email = f"{make_id()}@example.org"
        return self._enter("register", {**form, "email": self.email}, 201)

    def sign_in(self, other: "Device") -> "Device":
        """Another device of the same person."""
        self.email = other.email
        return self._enter("login", {"email": other.email, "password": PASSWORD}, 200)

    def _enter(self, how: str, form: dict[str, Any], status: int) -> "Device":
        answer = self.send(f"auth/{how}", form)
        assert answer.status == status, answer
        self.cookie = answer.cookies
        self.account, self.space = answer.body["account"]["id"], answer.body["space"]
        return self

    def send(self, path: str, body: dict[str, Any], timeout: float | None = None) -> Answer:
        """One POST on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout or self.timeout)
        origin = {"Origin": f"http://127.0.0.1:{self.port}", "Cookie": self.cookie}
        headers = {"Content-Type": "application/json", **origin}
        with contextlib.closing(connection):
            try:
                connection.request("POST", f"/api/v1/{path}", json.dumps(body), headers)
                answer = connection.getresponse()
                text = answer.read()
            except (OSError, http.client.HTTPException):
                self.statuses.append(None)
                return Answer(None)
            self.statuses.append(answer.status)
            said = {name.lower(): value for name, value in answer.getheaders()}
            cookies = [one.partition(";")[0] for one in answer.headers.get_all("Set-Cookie") or []]
            return Answer(answer.status, json.loads(text or b"{}"), said, "; ".join(cookies))

    @property
    def frame(self) -> dict[str, Any]:
        """What every exchange says of itself."""
        return {"proto": 1, "account": self.account, "device": self.id}

    def push(self, *ops: dict[str, Any], timeout: float | None = None, **more: Any) -> Answer:
        """Send ops once."""
        return self.send("sync/push", {**self.frame, "marks": {}, "ops": list(ops), **more}, timeout)

    def push_until_answered(self, *ops: dict[str, Any], patience: float = 60) -> list[str]:
        """Send the same ops until each has its answer; the answers in order."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            answer = self.push(*ops)
            if answer.status == 200:
                said = {one["op"]: one["s"] for one in answer.body["results"]}
                return [said[op["op"]] for op in ops]
            assert answer.status in (None, 503), answer
            time.sleep(0.01)
        raise AssertionError(f"no answer in {patience} s; the last ones were {self.statuses[-5:]}")

    def pull(self, cursor: str | None = None, **more: Any) -> Answer:
        """One page of the own diary."""
        spaces = {self.space: {"cursor": cursor, "marks": []}}
        return self.send("sync/pull", {**self.frame, "spaces": spaces, **more})

    def rows(self) -> dict[str, dict[str, Any]]:
        """The whole diary as a newly signed-in device reads it."""
        found: dict[str, dict[str, Any]] = {}
        cursor, more = None, True
        while more:
            answer = self.pull(cursor)
            assert answer.status == 200, answer
            page = answer.body["spaces"][self.space]
            found |= {row["id"]: row for row in page["rows"]}
            cursor, more = page["cursor"], page["more"]
        return found
