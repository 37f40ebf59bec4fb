"""Every rule of analysis and where it is carried out; docs/statistics.md has a row for each."""

from collections.abc import Mapping

from backend.domain.insights import (
    activity,
    bowel,
    function,
    good_news,
    heat,
    inactive,
    infection,
    injection,
    joints,
    medicine_change,
    mind,
    new_aid,
    relapse_start,
    relief,
    sides,
    sitting,
    sleep,
    spasms,
    spells,
    touch,
    words_used,
)

# Held against chance, all together.
WEIGHED: Mapping[str, str] = {
    one.RULE: one.__name__ for one in (injection, heat, sleep, infection, sitting, inactive, activity, mind)
}
# Counted and shown, with nothing read into it.
COUNTED: Mapping[str, str] = {
    one.RULE: one.__name__
    for one in (
        injection, joints, relapse_start, function, new_aid, relief, spells, sides, words_used, activity,
        medicine_change, touch, spasms, bowel, good_news,
    )
}  # fmt: skip
# Told by a safety message, from the same bodies.
MESSAGES: Mapping[str, str] = {"AN-18": "SAFE-13", "AN-19": "SAFE-17"}
RULES = frozenset({*WEIGHED, *COUNTED, *MESSAGES})
# The facts a pattern rests on, and sources outside the five documents.
FACTS: Mapping[str, tuple[str, ...]] = {
    "AN-01": ("MED-01", "MED-02", "TRG-10"),
    "AN-02": ("MED-02", "ASK-09"),
    "AN-03": ("TRG-20", "ASK-03"),
    "AN-04": ("TRG-01",),
    "AN-05": ("TRG-03", "LIF-03", "REL-07"),
    "AN-06": ("TRG-02",),
    "AN-07": ("TRG-04", "TRG-05", "TRG-12", "ASK-08"),
    "AN-08": ("TRG-15", "MEC-09", "ASK-14"),
    "AN-09": ("REL-01", "REL-13", "ASK-04"),
    "AN-10": ("PT-01", "ASK-01"),
    "AN-11": ("LOC-04", "LOC-14", "MEC-15"),
    "AN-12": ("PT-05", "PT-11"),
    "AN-13": ("MEC-07", "MEC-13", "TRG-19", "EX-17"),
    "AN-14": ("EX-10", "TRG-17"),
    "AN-15": ("MED-13", "DX-10"),
    "AN-16": ("TRG-07", "TRG-08", "EMO-02", "EMO-03"),
    "AN-17": ("TRG-09", "PT-26"),
    "AN-18": ("MED-16", "MED-17"),
    "AN-19": ("RED-03",),
    "AN-21": ("PT-19", "MEC-11"),
    "AN-23": ("MED-15", "NPS-13"),
    "AN-24": ("EMO-06",),
}
OUTSIDE: Mapping[str, tuple[str, ...]] = {"AN-03": ("rlps",), "AN-04": ("heat",), "AN-14": ("2h",)}
