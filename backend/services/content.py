"""The content packs by name, and whether they hold together."""

from pathlib import Path

from backend.content import Pack, packs

__all__ = ["Pack", "packs", "problems_of_packs", "write_runs"]


def problems_of_packs(documents: Path | None = None) -> list[str]:
    """One sentence for each thing that is wrong with the packs.

    Raises ModuleNotFoundError without the developer packages.
    """
    # Only here, since a server that runs has no use for it.
    from backend.content.check import problems

    return problems({name: pack.data for name, pack in packs().items()}, documents)


def write_runs(documents: Path) -> int:
    """Keep the fingerprints of the documents' runs of 8 words; returns how many there are."""
    from backend.content.check.words import RUNS_FILE, fingerprints

    found = fingerprints(documents)
    RUNS_FILE.write_bytes(b"".join(sorted(found)))
    return len(found)
