"""What every body has in common."""

from typing import Any


def named(**answers: Any) -> dict[str, Any]:
    """The answers that were given; an empty list or object says nothing, false and 0 do."""
    return {name: value for name, value in answers.items() if value is not None and value not in ([], {})}
