"""Serves the shell's files through whitenoise, one whole version at a time."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.headers import Headers

from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from backend.web import crate, files, lean, shell, worker
from backend.web.copies import Copies
from backend.web.files import ServedFile
from backend.web.headers import CONTENT_SECURITY_POLICY, is_api

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SHELL, WORKER, WORKER_OFF = "/index.html", "/sw.js", "/sw-off.js"
HEALTH = ("/livez", "/readyz")
OWN_PREFIXES = ("/api", "/static", "/pwa", "/content", *HEALTH)
MEDIA_TYPES = {".mjs": "text/javascript", ".webmanifest": "application/manifest+json", "": "text/plain"}
TYPES = WhiteNoise(None, mimetypes=MEDIA_TYPES)
LOOK_AGAIN_S = 1.0


@dataclass(frozen=True)
class Version:
    """Everything the server hands out at one moment, hashed together."""

    name: str
    stamp: tuple[tuple[str, int, int], ...]
    noise: WhiteNoise


class Shelf:
    """Holds the current version, and makes the next one when watching and a file has changed."""

    def __init__(self, instance: Path, watch: bool) -> None:
        self.instance = instance
        self.watch = watch
        # Over a network every byte counts; on a loopback address only the second it takes to pack does.
        self.copies = Copies(instance / "web", thorough=not watch)
        self._map = shell.import_map(shell.template())
        self._version: Version | None = None
        self._looked_at = 0.0
        self._lock = threading.Lock()

    def import_map(self) -> shell.ImportMap:
        """The import map of the page as it is served now."""
        return self._map

    def current(self) -> Version:
        """The version to serve. On a new public instance the first call takes some seconds."""
        with self._lock:
            now = time.monotonic()
            version = self._version
            if version and (not self.watch or now - self._looked_at < LOOK_AGAIN_S):
                return version
            self._looked_at = now
            try:
                self._version = self._renewed(version)
            except (OSError, ValueError):
                # Somebody is in the middle of writing; what was served a second ago still is whole.
                if version is None:
                    raise
            assert self._version
            return self._version

    def _renewed(self, version: Version | None) -> Version:
        """The given version while nothing has changed, else the one on disk now."""
        stamp = files.stamp()
        return version if version and version.stamp == stamp else self._make(stamp)

    def _make(self, stamp: tuple[tuple[str, int, int], ...]) -> Version:
        page = shell.template()
        self._map = shell.import_map(page)
        served = lean.without_comments(shell.one_stylesheet(files.read_all()))
        root = ServedFile("/", shell.render(page, served))
        kept = [root, *(file for file in served if file.offline)]
        # The page is kept with its headers, so a new policy is a new version too.
        others = [
            ServedFile(WORKER, worker.render("", [])),
            ServedFile("policy", CONTENT_SECURITY_POLICY.encode()),
        ]
        name = files.version_of([*kept, *others])
        made = [
            ServedFile(SHELL, root.data),
            ServedFile(WORKER, worker.render(name, kept)),
            ServedFile(WORKER_OFF, worker.render_off()),
            crate.pack(kept, media_type),
        ]
        return Version(name, stamp, _noise([*served, *made], self.copies))


class StaticFiles:
    """WSGI middleware: the shell for the app's own addresses, files for files, the app for the rest."""

    def __init__(self, application: "WSGIApplication", shelf: Shelf) -> None:
        self.application = application
        self.shelf = shelf

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if is_api(path) or path in HEALTH or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self.application(environ, start_response)
        noise = self.shelf.current().noise
        url = self.address(path, environ.get("HTTP_ACCEPT", ""))
        found = noise.files.get(url)
        if found is None:
            return self.application(environ, start_response)
        answer: Iterable[bytes] = noise.serve(found, environ, start_response)
        return answer

    def address(self, path: str, accept: str) -> str:
        """The file that answers a path."""
        if path == "/" or is_app_path(path, accept):
            return SHELL
        if path == WORKER and worker.is_off(self.shelf.instance):
            return WORKER_OFF
        # The page and the worker have one address each, whatever they are called on the shelf.
        return "" if path in (SHELL, WORKER_OFF) else path


def is_app_path(path: str, accept: str) -> bool:
    """Whether a browser asks for a screen of the app: no ending, none of the server's own folders."""
    own = any(path == prefix or path.startswith(prefix + "/") for prefix in OWN_PREFIXES)
    return not own and "." not in path.rpartition("/")[2] and "text/html" in accept


def media_type(url: str) -> str:
    """What a file's answer says it is."""
    headers = Headers()
    TYPES.add_mime_headers(headers, url, url)
    return str(headers["Content-Type"])


def _noise(served: Iterable[ServedFile], copies: Copies) -> WhiteNoise:
    """A whitenoise that knows exactly these files."""
    hashes = {file.url: file.sha256 for file in served}

    def tag(headers: Headers, _path: str, url: str) -> None:
        headers["ETag"] = f'"{hashes[url][:32]}"'
        if "Cache-Control" not in headers:
            headers["Cache-Control"] = "no-cache"

    noise = WhiteNoise(
        None,
        max_age=None,
        allow_all_origins=False,
        mimetypes=MEDIA_TYPES,
        add_headers_function=tag,
        # A vendored file has its version in its address, so its bytes never change.
        immutable_file_test=lambda _path, url: url.startswith("/static/vendor/") and "@" in url,
    )
    for url, path in copies.of(served).items():
        noise.add_file_to_dictionary(url, str(path))
    return noise
