"""Scripts without the comments on lines of their own: those are for people, and a quarter of what travels.

A phone gets each module as it lies in the tree but for these lines. What stands beside code stays, so that
nothing here has to understand JavaScript; tests/pwa/lean.test.mjs holds that every module means the same.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from backend.web.files import ServedFile

OWN_SCRIPTS = "/pwa/src/"
# From the line's beginning to its end, and nothing else on it.
COMMENT = re.compile(rb"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/|//[^\r\n]*)[ \t]*\r?\n", re.MULTILINE)


def without_comments(files: Iterable[ServedFile]) -> list[ServedFile]:
    """The files, of which Limber's own scripts have no comment on a line of its own."""
    return [
        replace(file, data=COMMENT.sub(b"", file.data)) if _is_own_script(file.url) else file
        for file in files
    ]


def _is_own_script(url: str) -> bool:
    return url.startswith(OWN_SCRIPTS) and url.endswith(".js")
