"""The content packs: data with its sources, read by Python and served to the browser as they are."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """One file of content. version: the first 12 digits of its SHA-256."""

    name: str
    version: str
    data: bytes


@lru_cache(maxsize=1)
def packs() -> Mapping[str, Pack]:
    """Every pack by name."""
    found = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.json"))}
    return {name: Pack(name, hashlib.sha256(data).hexdigest()[:12], data) for name, data in found.items()}


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, frozenset[str]]:
    """The ids of every vocabulary list."""
    lists = json.loads(packs()["vocabulary"].data)["lists"]
    return {name: frozenset(item["id"] for item in items) for name, items in lists.items()}
