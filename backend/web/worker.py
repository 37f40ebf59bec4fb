"""The service worker's text: pwa/sw.js with the list of files it has to keep, or the one that leaves.

The list is made from the same bytes the server hands out, so it cannot be out of date. It is put in
front of the script as `self.shell = {version, files: {address: sha256}}`.

Kill switch: when a file named `LIMBER_SW_OFF` lies in the instance folder (its content does not
matter), /sw.js answers pwa/sw-off.js instead. Every phone that looks for an update then removes its
worker and the kept shell, and loads from the network until the file is gone again. Diaries are not
touched: they lie in IndexedDB. The file is looked for at each request, so no restart is needed.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from backend.web.files import PWA, ServedFile

OFF_SWITCH = "LIMBER_SW_OFF"


def is_off(instance: Path) -> bool:
    """Whether the operator has asked the phones to let go of their worker."""
    return (instance / OFF_SWITCH).exists()


def render(version: str, files: Iterable[ServedFile]) -> bytes:
    """The worker's script for this version."""
    kept = {file.url: file.sha256 for file in files if file.offline}
    shell = json.dumps({"version": version, "files": kept}, separators=(",", ":"), sort_keys=True)
    return f"self.shell = {shell};\n".encode() + (PWA / "sw.js").read_bytes()


def render_off() -> bytes:
    """The script that unregisters the worker and removes what it kept."""
    return (PWA / "sw-off.js").read_bytes()
