"""What the people of a simulation write, and the small numbers that stand for it."""

from typing import Any

from backend.domain.ids import shared_id

KINDS = ("symptom", "daily", "medicine", "preference")
OWNER, CAREGIVER = (0, 1), (2, 3)
DEVICES = (*OWNER, *CAREGIVER)
# An older build does not know this kind.
NEW_KIND = "medicine"


def _regimen(dose: str, times: list[str]) -> dict[str, Any]:
    return {
        "name": "Baclofen",
        "dose_text": dose,
        "unit_text": "mg",
        "times": times,
        "days": [],
        "route": None,
    }


NOTES = ("slept badly", "warm shower helped", "long walk", None)
# Few values, so that two people often write the same.
FIELDS: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {
    "symptom": (("severity_nrs", (2, 4, 6, 8)), ("note", NOTES), ("private", (True, False, None, False))),
    "daily": (
        ("energy", ("usual", "low", "very_low", None)),
        ("note", NOTES),
        (
            "intimate",
            ([], [{"symptom": "bladder", "change": "worse"}], [{"symptom": "bowel", "change": "new"}], None),
        ),
        ("private", (True, False, None, False)),
    ),
    "medicine": (
        (
            "regimen",
            tuple(_regimen(*one) for one in (("5", ["08:00"]), ("10", ["08:00"]), ("10", []), ("15", []))),
        ),
        ("effect", ("better", "same", "worse", None)),
        ("private", (True, False, None, False)),
    ),
    "preference": (("theme", ("system", "light", "dark", None)), ("hand", ("left", "right", "left", None))),
}
FOREIGN = {"note": "notes", "regimen": "medicine_names", "intimate": "intimate"}
SCOPE = {"symptom": "symptoms", "daily": "daily", "medicine": "medicines"}


def new_body(kind: str, value: int, private: bool, at: str) -> dict[str, Any]:
    """The fields of a new record."""
    name, values = FIELDS[kind][0]
    body = {name: values[value], **({"private": True} if private and kind != "preference" else {})}
    if kind == "symptom":
        return {"at": at, "on": at[:10], "tz": "UTC", "symptom": "pain", "note": f"entry {value}", **body}
    return {"on": "2026-11-21", **body} if kind == "daily" else body


def known_id(space: str, kind: str) -> str | None:
    """The id two phones must agree on, or None where each record has its own."""
    if kind == "daily":
        return shared_id(space, "daily:2026-11-21")
    return shared_id(space, kind) if kind == "preference" else None


def opened(kind: str, body: dict[str, Any], read: frozenset[str]) -> dict[str, Any] | None:
    """What a share with these scopes opens of a record that is not private; None when nothing.

    Said here a second time, and differently, so that the server's own table is not judged by itself.
    """
    if SCOPE.get(kind) not in read or body.get("private") is True:
        return None
    seen = {
        name: value
        for name, value in body.items()
        if FOREIGN.get(name, SCOPE[kind]) in read and name != "private"
    }
    if "at" in seen:
        hour, minute = seen["at"][:14], int(seen["at"][14:16])
        seen["at"] = f"{hour}{minute // 15 * 15:02d}:00{seen['at'][19:]}"
    return seen
