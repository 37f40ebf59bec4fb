"""Whether every pack has the shape its schema tells. A family of packs such as `movements-rom` shares one."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from backend.content.check.texts import Packs

SCHEMAS = Path(__file__).parent.parent / "schemas"


def schema_of(pack: str) -> Path:
    """The schema's file: the pack's own, else that of its family."""
    own = SCHEMAS / f"{pack}.json"
    return own if own.exists() else SCHEMAS / f"{pack.partition('-')[0]}-any.json"


def problems(packs: Packs) -> Iterator[str]:
    """The first few misshapen places of each pack."""
    for pack, data in packs.items():
        path = schema_of(pack)
        if not path.exists():
            yield f"{pack}: there is no schema for it"
            continue
        found: list[Any] = list(_validator(path).iter_errors(data))
        for error in found[:5]:
            yield f"{pack} {'/'.join(str(step) for step in error.absolute_path)}: {error.message[:200]}"


@lru_cache
def _validator(path: Path) -> Any:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
