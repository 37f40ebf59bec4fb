"""Serves the shell's files through whitenoise, from copies in the instance folder.

Each file is copied once under a name that holds its hash, with a brotli and a gzip copy beside it
where that is smaller. So the tree stays as it was checked out, a file changed on disk cannot slip
into a version that was hashed before, and several processes can share the copies.
"""

import gzip
import os
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.headers import Headers

import brotli  # type: ignore[import-untyped]
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from backend.web import files, shell, worker
from backend.web.files import ServedFile
from backend.web.headers import CONTENT_SECURITY_POLICY, is_api

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SHELL, WORKER, WORKER_OFF = "/index.html", "/sw.js", "/sw-off.js"
OWN_PREFIXES = ("/api", "/static", "/pwa", "/content", "/livez", "/readyz")
PACKED = frozenset({".html", ".js", ".mjs", ".css", ".json", ".svg", ".webmanifest"})
MEDIA_TYPES = {".mjs": "text/javascript", ".webmanifest": "application/manifest+json", "": "text/plain"}
LOOK_AGAIN_S = 1.0
FORGET_AFTER_S = 7 * 24 * 60 * 60


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
        self._map = shell.import_map(shell.template())
        self._version: Version | None = None
        self._looked_at = 0.0
        self._lock = threading.Lock()

    def import_map(self) -> shell.ImportMap:
        """The import map of the page as it is served now."""
        return self._map

    def current(self) -> Version:
        """The version to serve. The first call of a fresh instance packs every file, about a second."""
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
        served = files.read_all()
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
        ]
        store = self.instance / "web"
        return Version(name, stamp, _noise([*served, *made], store))


class StaticFiles:
    """WSGI middleware: the shell for the app's own addresses, files for files, the app for the rest."""

    def __init__(self, application: "WSGIApplication", shelf: Shelf) -> None:
        self.application = application
        self.shelf = shelf

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if is_api(path) or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
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


def _noise(served: Iterable[ServedFile], store: Path) -> WhiteNoise:
    """A whitenoise that knows exactly these files."""
    store.mkdir(parents=True, exist_ok=True)
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
    copies = {file.url: _copy(file, store) for file in served}
    for url, copy in copies.items():
        noise.add_file_to_dictionary(url, str(copy))
    _forget(store, {copy.name for copy in copies.values()})
    return noise


def _copy(file: ServedFile, store: Path) -> Path:
    """The file's copy, made with its packed ones unless it is there already."""
    suffix = Path(file.url).suffix
    copy = store / f"{file.sha256[:32]}{suffix}"
    if copy.exists():
        return copy
    if suffix in PACKED:
        for ending, packed in (
            (".br", brotli.compress(file.data, mode=brotli.MODE_TEXT, quality=11)),
            (".gz", gzip.compress(file.data, 9, mtime=0)),
        ):
            if len(packed) < len(file.data):
                _write(copy.with_name(copy.name + ending), packed)
    _write(copy, file.data)
    return copy


def _write(path: Path, data: bytes) -> None:
    """Put the bytes there whole, so that another process never reads half of them."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    os.replace(name, path)


def _forget(store: Path, used: set[str]) -> None:
    """Remove copies out of use for a week; a process started earlier may still serve younger ones."""
    before = time.time() - FORGET_AFTER_S
    for path in store.iterdir():
        name = path.name.removesuffix(".br").removesuffix(".gz")
        if name not in used and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
