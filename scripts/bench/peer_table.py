"""Limber beside its peers: the same diary, the same machine, turn by turn."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from scripts.ensure import node_folder

PEERS = Path(__file__).parent / "peers"
PACKAGES = ("pouchdb@9.0.0", "pouchdb-adapter-memory@9.0.0", "pouchdb-server@4.2.0")
# The floor is an append-only file behind HTTP, with no account, no check and no query.
SHOWN = {
    "floor": "floor",
    "pouch-raw": "PouchDB Server by plain HTTP",
    "pouch": "PouchDB",
    "limber": "Limber",
}
TITLES = ("what", *SHOWN.values(), "Limber / PouchDB", "must", "aim", "verdict")
PEER, OWN = "pouch", "limber"
Found = dict[tuple[str, str, str], dict[int, float]]


@dataclass(frozen=True)
class Figure:
    """One row: a step of the harness and what is read of it, and the ratios it is held to.

    peer_op: PouchDB's step where it is another one. each: the figure is for all entries, so shown for one.
    bytes_must, bytes_aim: the bars where bytes themselves are held to one.
    """

    what: str
    op: str
    field: str
    unit: str
    must: float = 1.0
    aim: float | None = None
    peer_op: str = ""
    each: bool = False
    bytes_must: float | None = None
    bytes_aim: float | None = None


FIGURES = (
    Figure("push, all acknowledged", "push", "ms", "ms", must=0.333, aim=0.1),
    Figure("pull into an empty client", "pull", "ms", "ms", must=0.067, aim=0.029),
    Figure("pull of 10 edits, p50", "incr_pull", "p50_ms", "ms", must=0.15, aim=0.06),
    Figure("push of 10 edits, p50", "incr_push", "p50_ms", "ms"),
    Figure("one entry, p50", "one", "p50_ms", "ms", must=0.3, aim=0.12),
    Figure("one entry, p99", "one", "p99_ms", "ms", must=0.4, aim=0.2),
    Figure("one entry, p50, beside an open replication", "one", "p50_ms", "ms", peer_op="one_live"),
    Figure("server's processor time for the push", "push", "server_cpu_ms", "ms", must=0.35, aim=0.12),
    Figure("server's processor time for the pull", "pull", "server_cpu_ms", "ms"),
    Figure("bytes an entry, push, sent", "push", "bytes_up", "B", each=True, bytes_must=150, bytes_aim=95),
    Figure(
        "bytes an entry, pull, received", "pull", "bytes_down", "B", each=True, bytes_must=120, bytes_aim=85
    ),
    Figure("server's memory at its peak", "server", "peak_mb", "MB"),
)


def dependencies() -> Path:
    """PouchDB in a cache folder of the person who measures, fetched once."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "limber-bench"
    stamp = cache / "installed"
    if not stamp.exists() or stamp.read_text() != " ".join(PACKAGES):
        cache.mkdir(parents=True, exist_ok=True)
        words = ("i", "--prefix", str(cache), "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES)
        subprocess.run([_node("npm"), *words], check=True, env=_environment())
        stamp.write_text(" ".join(PACKAGES))
    return cache


def played(entries: int, rounds: int) -> Iterator[dict[str, Any]]:
    """What the harness says, row by row."""
    words = ("--deps", str(dependencies()), "--python", sys.executable, "--sizes", str(entries))
    harness = [_node("node"), str(PEERS / "sync_peer.mjs"), *words, "--rounds", str(rounds)]
    with subprocess.Popen(harness, stdout=subprocess.PIPE, text=True, env=_environment()) as running:
        assert running.stdout is not None
        for line in running.stdout:
            print(line, end="", flush=True)
            yield json.loads(line)
    if running.returncode:
        sys.exit("The peers could not be measured.")


def table(rows: Iterable[dict[str, Any]], entries: int) -> list[tuple[str, ...]]:
    """A line for every figure. The ratio is the median of the rounds' own: all met the same machine."""
    found: Found = {}
    for row in rows:
        for name in row.keys() - {"adapter", "n", "round", "op"}:
            if "op" in row:
                found.setdefault((row["adapter"], row["op"], name), {})[row["round"]] = row[name]
    return [_line(figure, found, entries) for figure in FIGURES if (OWN, figure.op, figure.field) in found]


def _line(figure: Figure, found: Found, entries: int) -> tuple[str, ...]:
    own = found[OWN, figure.op, figure.field]
    peer_op = figure.peer_op or figure.op
    peer = found[PEER, peer_op, figure.field]
    ratio = median(own[number] / peer[number] for number in own)
    shown = []
    for name in SHOWN:
        its = found.get((name, peer_op if name == PEER else figure.op, figure.field))
        shown.append(
            _shown(median(its.values()) / (entries if figure.each else 1), figure.unit) if its else ""
        )
    if figure.bytes_must is not None:
        each = median(own.values()) / entries
        bars = (f"{figure.bytes_must:g} B", f"{figure.bytes_aim:g} B")
        return (
            figure.what,
            *shown,
            f"{ratio:.2f}",
            *bars,
            verdict(each, figure.bytes_must, figure.bytes_aim),
        )
    aim = "" if figure.aim is None else f"{figure.aim:g}"
    judged = verdict(ratio, figure.must, figure.aim)
    return (figure.what, *shown, f"{ratio:.3f}", f"{figure.must:g}", aim, judged)


def verdict(value: float, must: float, aim: float | None = None) -> str:
    """What is to be said of a figure that should be small."""
    if aim is not None and value <= aim:
        return "aim reached"
    return "holds" if value <= must else "**does not hold**"


def _shown(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"


def _node(program: str) -> str:
    folder = node_folder()
    if folder is None:
        sys.exit("Node is missing: install Node 20 or newer with npm.")
    return str(folder / program)


def _environment() -> dict[str, str]:
    """Programs of node find node itself on the path."""
    return {**os.environ, "PATH": f"{Path(_node('node')).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
