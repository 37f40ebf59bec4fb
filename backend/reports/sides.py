"""Left or right: entries by side, and which side is weaker or holds the aid. Counted, without a reading."""

from backend.reports.material import Body, Material
from backend.reports.wording import count


def sides(material: Material) -> list[str]:
    """ "Left only 2, right only 30, both 4 of 40 entries.", then what the profile says of the sides."""
    entries = [one for one in material.pains if one.first]
    found = [_side(one.body) for one in entries]
    counted = (
        f"Left only {found.count('left')}, right only {found.count('right')}, both {found.count('both')}"
        f" of {count(len(entries), 'entry', 'entries')}."
    )
    return [counted, *_known(material)]


def _side(body: Body) -> str:
    named = {one["side"] for one in body.get("regions") or ()}
    if "both" in named or named >= {"left", "right"}:
        return "both"
    return "left" if "left" in named else "right" if "right" in named else ""


def _known(material: Material) -> list[str]:
    profile: Body = next((one.body for one in material.of("profile")), {}) if material.may("profile") else {}
    said = []
    if profile.get("weaker_side") in ("left", "right"):
        said.append(f"The {profile['weaker_side']} side is the weaker one.")
    hands = {str(aid["hand"]) for aid in profile.get("aids") or () if aid.get("hand") in ("left", "right")}
    if hands:
        said.append(f"The aid is on the {' and the '.join(sorted(hands))}.")
    return said
