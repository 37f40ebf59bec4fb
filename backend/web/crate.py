"""Every text the service worker keeps, in one answer: a first visit asks once, not seven hundred times.

`/pwa/crate.json` is `{address: [media type, text]}`. Together the files pack to half of what they pack to one
by one. The worker holds each text against the hash it knows, and fetches by itself what is not in here or is
not what it should be; an update, of which few files differ, asks for those alone.
"""

import json
from collections.abc import Callable, Iterable

from backend.web.files import ServedFile

CRATE = "/pwa/crate.json"


def pack(files: Iterable[ServedFile], media_type: Callable[[str], str]) -> ServedFile:
    """The crate of those files that are text. The page stays out: it is kept with its own headers."""
    texts = {file.url: _text(file.data) for file in files if file.url != "/"}
    # Like beside like packs better.
    order = sorted((url for url, text in texts.items() if text is not None), key=_ending)
    crate = {url: [media_type(url), texts[url]] for url in order}
    return ServedFile(CRATE, json.dumps(crate, separators=(",", ":"), ensure_ascii=False).encode())


def _text(data: bytes) -> str | None:
    """None for what is no text, as a font."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _ending(url: str) -> tuple[str, str]:
    return url.rpartition(".")[2], url
