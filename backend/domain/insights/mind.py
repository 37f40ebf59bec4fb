"""AN-16: days of stress, low mood or too much time alone, against other days."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Diary, Span

RULE = "AN-16"
LEAST = (7, 7)
HIGH_STRESS = 7
NAMES = (("stress", "high stress"), ("low", "low mood"), ("alone", "too much time alone"))


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """A day is marked by any of the three; the sentence names only those that were met."""
    met: dict[int, set[str]] = {}
    for number, stress in diary.said("stress_nrs"):
        met.setdefault(number, set()).update({"stress"} if stress >= HIGH_STRESS else ())
    for number, body in diary.moods.items():
        if body.get("mood") is not None or body.get("alone_too_much") is not None:
            parts = {"low": body.get("mood") == "low", "alone": body.get("alone_too_much") is True}
            met.setdefault(number, set()).update(name for name, is_so in parts.items() if is_so)
    units = of_days(diary, span, {number: bool(parts) for number, parts in met.items()})
    named = {name for unit in units if unit.marked for name in met[unit.number]}
    words = [word for name, word in NAMES if name in named]
    found = compare(RULE, "mind", Phrases(f"Days of {_listed(words)}"), units, LEAST) if words else None
    return [found] if found else []


def _listed(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
