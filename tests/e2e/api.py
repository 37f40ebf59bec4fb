"""The server's own word, asked for by a script: what a test compares a phone with."""

import http.cookiejar
import json
import urllib.request
from typing import Any

from tests.e2e.acts import PASSWORD


class Api:
    """A signed-in script."""

    def __init__(self, url: str, email: str, password: str = PASSWORD) -> None:
        self.url = url
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        told = self.call("POST", "auth/login", {"email": email, "password": password})
        self.space, self.account = str(told["space"]), str(told["account"]["id"])

    @classmethod
    def register(cls, url: str, name: str, email: str) -> "Api":
        """The same, for an account that is made first."""
        form = {"email": email, "password": PASSWORD, "display_name": name, "time_zone": "Europe/Zurich"}
        request = urllib.request.Request(
            f"{url}/api/v1/auth/register",
            json.dumps(form).encode(),
            {"Origin": url, "Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=10).close()
        return cls(url, email)

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """One request; the answer's JSON."""
        headers = {"Origin": self.url, "Content-Type": "application/json"}
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.url}/api/v1/{path}", data, headers, method=method)
        with self._opener.open(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def own_entries(self) -> list[dict[str, Any]]:
        """Every symptom in the person's own space that is not deleted."""
        rows = self.call("GET", f"people/{self.space}/records?kind=symptom")["records"]
        return [row for row in rows if not row["deleted"]]
