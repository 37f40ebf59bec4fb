"""Words that advise, blame, doubt or promise; and sentences that are not ours."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from backend.content.check.texts import Packs, texts

# Limber is no clinician: it says what is there, what to do in a movement, and when to call.
ADVICE = (
    r"you (?:should|must|need to|ought to|have to)|we (?:recommend|advise|suggest)|"
    r"(?:is|are) (?:recommended|advised)|recommended dose|diagnos(?:es|ed) you|cures?\b|cured|heals?\b|"
    r"guarantees?d?|treats? your|will (?:prevent|cure|fix|stop)|"
    r"(?:increase|reduce|double|halve|skip|stop|change) your (?:medicine|tablet|dose|injection|medication)s?|"
    r"stop taking|start taking"
)
BLAME = (
    r"fail(?:s|ed|ure|ing)?\b|streaks?\b|missed a|lazy|laziness|excuses?\b|non-?adheren\w*|complian\w*|"
    r"should have|your fault|cheat\w*|guilt\w*|no pain,? no gain|simply\b|obviously|of course"
)
DOUBT = r"really\?|are you sure|is it that bad|do you really|honestly|exaggerat\w*|only in your"
DRAMA = r"wipe[sd]? out|crumbl\w*|combat\w*|miracle|myth\b|vast majority|fobbed"
PUSH = r"(?<!never )(?<!not )push(?:ing)? through"
FORM = r"[!—–…]|e\.g\.|i\.e\.|  |[‘’“”]"
KINDS = {
    "advises": ADVICE,
    "blames": BLAME,
    "doubts": DOUBT,
    "is drama": DRAMA,
    "pushes": PUSH,
    "has a form we do not write": FORM,
}
FOUND = {
    kind: re.compile(
        rf"(?:\b(?:{pattern}))" if kind not in ("has a form we do not write", "pushes") else pattern,
        re.IGNORECASE,
    )
    for kind, pattern in KINDS.items()
}
PERCENT = re.compile(r"\d+(?:\.\d+)? ?%|\b\d+\.\d+\b")
RUN = 8
# The documents are not ours to pass on; fingerprints of their runs are enough to compare with.
RUNS_FILE = Path(__file__).parent / "document-runs.bin"
FINGERPRINT = 5
PLAIN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def problems(packs: Packs) -> Iterator[str]:
    """Every word that is not ours to say, with the place it stands in."""
    for text in texts(packs):
        for kind, pattern in FOUND.items():
            found = pattern.search(text.text)
            if found:
                yield f"{text.place}: “{found[0]}” {kind}: {text.text}"
        if PERCENT.search(text.text):
            yield f"{text.place}: whole numbers and plain words: {text.text}"
        if text.text != text.text.strip() or not text.text:
            yield f"{text.place}: an empty text or a space at its end"


def borrowed(packs: Packs, seeds: Path | None = None) -> Iterator[str]:
    """Runs of 8 words that stand in a document too, by the fingerprints kept here or by the documents."""
    theirs = fingerprints(seeds) if seeds else _kept()
    for text in texts(packs):
        found = next((run for run in _runs(text.text) if _fingerprint(run) in theirs), None)
        if found:
            yield f"{text.place}: “{found}” stands in one of the documents"


def fingerprints(folder: Path) -> set[bytes]:
    """Of every run of 8 words in the text files of a folder."""
    found: set[bytes] = set()
    for path in sorted(folder.glob("*.txt")):
        found |= {_fingerprint(run) for run in _runs(path.read_text(encoding="utf-8", errors="replace"))}
    return found


def _kept() -> set[bytes]:
    data = RUNS_FILE.read_bytes()
    return {data[at : at + FINGERPRINT] for at in range(0, len(data), FINGERPRINT)}


def _fingerprint(run: str) -> bytes:
    return hashlib.sha256(run.encode()).digest()[:FINGERPRINT]


def _runs(text: str) -> list[str]:
    words = PLAIN.findall(text.lower().replace("’", "'"))
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
