"""Which files the server hands out, under which address, and with which hash."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PWA = ROOT / "pwa"

# A pack lies in the folder itself; what is below it describes the packs.
PACKS = "/content/"
# Address, folder, and the endings taken from it; None takes every file.
TREES: tuple[tuple[str, Path, frozenset[str] | None], ...] = (
    ("/pwa/src/", PWA / "src", frozenset({".js", ".css"})),
    ("/pwa/styles/", PWA / "styles", frozenset({".css"})),
    ("/static/", ROOT / "static", None),
    (PACKS, ROOT / "backend" / "content", frozenset({".json"})),
)
MANIFEST = ("/app.webmanifest", PWA / "app.webmanifest")
# What the app needs without a network. Of static/, licences and screenshots stay out, and all icons but
# the one a browser asks for whenever the page is opened.
KEPT_OF_STATIC = frozenset({".mjs", ".woff2", ".svg"})
KEPT_ICON = "/static/icons/icon-192.png"


@dataclass(frozen=True)
class ServedFile:
    """One address and the bytes behind it."""

    url: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def offline(self) -> bool:
        """Whether the service worker keeps it."""
        if self.url.startswith("/static/"):
            return Path(self.url).suffix in KEPT_OF_STATIC or self.url == KEPT_ICON
        return True


def paths() -> Iterator[tuple[str, Path]]:
    """Address and path of every file on disk that is handed out as it is, sorted by tree and name."""
    for prefix, folder, endings in TREES:
        for path in sorted(folder.glob("*") if prefix == PACKS else folder.rglob("*")):
            relative = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in relative.parts)
            if hidden or path.is_symlink() or not path.is_file():
                continue
            if endings is None or path.suffix in endings:
                yield prefix + relative.as_posix(), path
    if MANIFEST[1].is_file():
        yield MANIFEST


def stamp() -> tuple[tuple[str, int, int], ...]:
    """Changes whenever a file is added, removed or written."""
    own = [("/", PWA / "index.html"), ("/sw.js", PWA / "sw.js")]
    stats = ((url, path.stat()) for url, path in [*paths(), *own])
    return tuple((url, stat.st_mtime_ns, stat.st_size) for url, stat in stats)


def read_all() -> list[ServedFile]:
    """Every file that is handed out as it is."""
    return [ServedFile(url, path.read_bytes()) for url, path in paths()]


def version_of(files: Iterable[ServedFile]) -> str:
    """Twelve hex digits that change with any byte of any file."""
    lines = sorted(f"{file.url} {file.sha256}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:12]
