"""The page every address of the app answers with: pwa/index.html with its files listed."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from backend.web.files import PWA, ServedFile
from backend.web.imports import graph

ENTRY = "/pwa/src/main.js"
STYLES = "/pwa/all.css"
STYLES_MARK = "<!-- styles -->"
MODULES_MARK = "<!-- modules -->"
IMPORT_MAP = re.compile(r'<script type="importmap">(.*?)</script>', re.DOTALL)
# The order of the layers has to be known before any rule; the rest is read in this order for people.
FIRST_STYLES = ("layers", "tokens", "reset", "base", "layout")


@dataclass(frozen=True)
class ImportMap:
    """The one inline script of the page."""

    text: str

    @property
    def source_hash(self) -> str:
        """The CSP source expression that allows exactly this text."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    @property
    def names(self) -> dict[str, str]:
        imports: dict[str, str] = json.loads(self.text)["imports"]
        return imports


def template() -> str:
    return (PWA / "index.html").read_text(encoding="utf-8")


def import_map(page: str) -> ImportMap:
    """The page's import map. Raises ValueError when there is not exactly one."""
    (text,) = IMPORT_MAP.findall(page)
    return ImportMap(text)


def render(page: str, files: Iterable[ServedFile]) -> bytes:
    """The page with a link for its stylesheet and a hint for every module it will need at first."""
    sources = {file.url: file.data for file in files}
    modules = graph(ENTRY, sources, import_map(page).names)
    page = page.replace(STYLES_MARK, _link("stylesheet", STYLES))
    page = page.replace(MODULES_MARK, "\n    ".join(_link("modulepreload", url) for url in modules))
    return page.encode()


def one_stylesheet(files: Iterable[ServedFile]) -> list[ServedFile]:
    """The files with every stylesheet joined into one: each file costs a slow phone milliseconds."""
    every = list(files)
    sheets = {file.url: file.data for file in every if file.url.endswith(".css")}
    joined = b"\n".join(b"/* %s */\n%s" % (url.encode(), sheets[url]) for url in styles(sheets))
    return [file for file in every if file.url not in sheets] + [ServedFile(STYLES, joined)]


def styles(urls: Iterable[str]) -> list[str]:
    """Every stylesheet: the general ones, layers first, then each component's."""
    found = [url for url in urls if url.endswith(".css")]
    return sorted(found, key=_style_order)


def _style_order(url: str) -> tuple[bool, int, str]:
    general = url.startswith("/pwa/styles/")
    name = url.rpartition("/")[2].removesuffix(".css")
    place = FIRST_STYLES.index(name) if general and name in FIRST_STYLES else len(FIRST_STYLES)
    return not general, place, url


def _link(rel: str, url: str) -> str:
    return f'<link rel="{rel}" href="{html.escape(url)}">'
