"""What stands between a phone and the server: it can answer by itself, change what comes, hold or cut."""

import gzip
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PUSH, PULL = "/api/v1/sync/push", "/api/v1/sync/pull"
# Bytes are handed on as they are read, so nothing comes packed.
HOP = {
    "accept-encoding",
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-length",
    "date",
    "server",
}


@dataclass(frozen=True)
class Answer:
    """What a phone gets."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


CUT = Answer(status=0)
# Asked for each request: an answer of its own, or None to let it through.
Before = Callable[[str, str], Answer | None]
# Given each answer of the server by address: what the phone gets instead.
After = Callable[[str, Answer], Answer]


class Between:
    """A network one can stand in. Every request is noted with its moment."""

    def __init__(self) -> None:
        self.before: Before = lambda _method, _path: None
        self.after: After = lambda _path, answer: answer
        self.seen: list[tuple[float, str, bytes]] = []
        self.port = 0
        between = self

        class Handler(_Handler):
            network = between

        self._server = _Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def times(self, path: str) -> list[float]:
        """When an address was asked for, on the monotonic clock."""
        return [at for at, asked, _body in self.seen if asked == path]

    def bodies(self, *paths: str) -> list[dict[str, Any]]:
        """What phones sent to these addresses, in order."""
        sent = [body for _at, asked, body in self.seen if asked in paths]
        return [json.loads(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body) for body in sent]

    def open(self) -> None:
        """Nothing in the way any more."""
        self.before, self.after = lambda _method, _path: None, lambda _path, answer: answer

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A phone that hangs up is no trouble."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    network: Between

    def answer(self) -> None:
        path = self.path.partition("?")[0]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.network.seen.append((time.monotonic(), path, body))
        answer = self.network.before(self.command, path)
        if answer is None:
            answer = self.network.after(path, self.ask(body))
        if answer.status == 0:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            for one in value.split("\n"):
                self.send_header(name, one)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_GET = do_POST = do_DELETE = do_HEAD = answer

    def ask(self, body: bytes) -> Answer:
        """The server's own answer."""
        upstream = http.client.HTTPConnection("127.0.0.1", self.network.port, timeout=30)
        try:
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
            upstream.request(self.command, self.path, body or None, headers)
            found = upstream.getresponse()
            kept: dict[str, str] = {}
            for name, value in found.getheaders():
                if name.lower() not in HOP:
                    kept[name] = f"{kept[name]}\n{value}" if name in kept else value
            return Answer(found.status, found.read(), kept)
        except OSError:
            return CUT
        finally:
            upstream.close()

    def log_message(self, *_args: object) -> None:
        """Tests read what phones show."""
