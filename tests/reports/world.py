"""A diary to make reports from, in memory: days are counted back from 21 November 2026."""

import json
from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from backend.content import packs
from backend.domain.sharing import SCOPES
from backend.reports.blocks import Block, Section
from backend.reports.build import build
from backend.reports.material import Material, Record

LAST = date(2026, 11, 21)
HIP, KNEE = {"region": "hip", "side": "right"}, {"region": "knee", "side": "left"}


@lru_cache(maxsize=1)
def content() -> dict[str, Any]:
    return {name: json.loads(pack.data) for name, pack in packs().items()}


class Diary:
    """Records put in by hand."""

    def __init__(self) -> None:
        self.records: dict[str, list[Record]] = defaultdict(list)

    def put(self, kind: str, record_id: str = "", **body: Any) -> str:
        """A record; its id is returned."""
        name = record_id or f"{kind}-{len(self.records[kind])}"
        self.records[kind].append(Record(name, body))
        return name

    def pain(self, ago: int, nrs: int | None, hour: int = 9, **body: Any) -> str:
        """An entry of pain so many days ago, in the hip where nothing else is said."""
        on = (LAST - timedelta(days=ago)).isoformat()
        at = f"{on}T{hour:02}:00:00+01:00"
        said = {
            "symptom": "pain",
            "severity_nrs": nrs,
            "regions": [HIP],
            "on": on,
            "at": at,
            "tz": "Europe/Berlin",
        }
        return self.put("symptom", **{**said, **body})

    def material(self, days: int = 90, read: frozenset[str] = frozenset(SCOPES), **more: Any) -> Material:
        """What a report of the last days is made from."""
        return Material(
            name="Rosa Keller",
            first=LAST - timedelta(days=days - 1),
            last=LAST,
            made_on=LAST,
            records=self.records,
            packs=content(),
            read=read,
            **more,
        )

    def report(self, days: int = 90, **more: Any) -> dict[str, Any]:
        """The report of the last days."""
        wanted = {name: more.pop(name) for name in ("parts", "leave_out") if name in more}
        return build(self.material(days, **more), **wanted)


def ago(days: int) -> str:
    """The date so many days before the last one."""
    return (LAST - timedelta(days=days)).isoformat()


def section(report: dict[str, Any], name: str) -> Section:
    found: Section = next(one for one in report["sections"] if one["id"] == name)
    return found


def block(report: dict[str, Any], name: str) -> Block:
    found: Block = next(one for part in report["sections"] for one in part["blocks"] if one["id"] == name)
    return found


def line(report: dict[str, Any], name: str) -> list[str]:
    """The cells of a row, without its label."""
    rows = [
        row for part in report["sections"] for one in part["blocks"] for row in one.get("rows", ())
        if row["id"] == name
    ]  # fmt: skip
    return rows[0]["cells"][1:]


def full_diary() -> Diary:
    """Something of everything, with words from four scripts and texts that try to be a program."""
    diary = Diary()
    for number in range(88):
        hurts = 3 + (number * 7) % 5
        diary.pain(
            number,
            hurts,
            words=["aching", "burning"],
            triggers=["stress"],
            patterns=["constant"],
            relief=[{"what": "heat_pack", "before_nrs": hurts, "after_nrs": hurts - 1}],
            stops_me=[{"activity": "walking", "minutes": 10}],
            own_words=f"Ελληνικά, русский, #read {number}",
        )
    clinic = {"who": "Clinic", "questions": ["Why?", "#panic()", "What now?", "And then?"]}
    diary.put("appointment", on=ago(-5), at=f"{ago(-5)}T10:00:00+01:00", **clinic)
    diary.put(
        "appointment", on=ago(40), at=f"{ago(40)}T10:00:00+01:00", agreed="Physiotherapy, twice a week."
    )
    diary.put(
        "event", type="relapse_over", on=ago(60), until_on=ago(50), detail='#import "@preview/cetz:0.3.0"'
    )
    diary.put(
        "daily",
        on=ago(3),
        falls={"count": 1, "injured": False},
        sleep_hours=6.5,
        sitting_minutes=90,
        symptoms=[{"symptom": "fatigue", "change": "worse"}],
        intimate=[{"symptom": "bladder", "change": "new"}],
    )
    diary.put("mood", on=ago(3), mood="low", phq2=[1, 2])
    person(diary)
    return diary


def person(diary: Diary) -> None:
    """Medicines, and what is told once."""
    ifn = diary.put(
        "medicine",
        **{
            "class": "interferon_beta",
            "regimen": {"name": "Weekly", "dose_text": "30", "unit_text": "micrograms"},
            "started_on": ago(300),
            "side_effects": ["drowsy"],
            "effect": "same",
        },
    )
    for week in range(12):
        at = f"{ago(week * 7 + 2)}T19:30:00+01:00"
        diary.put("dose", medicine_id=ifn, slot=at[:16], at=at, status="taken")
    told_once(diary)


def told_once(diary: Diary) -> None:
    """The profile and the Pain Story, a session, two messages."""
    diary.put(
        "profile",
        mobility="stick",
        aids=[{"aid": "stick", "hand": "left", "since_on": ago(500)}],
        conditions=["osteoarthritis"],
        goals=["climb_stairs"],
        own_goal="The pond",
        weaker_side="right",
        steroids={"times": "2_4", "route": "drip"},
        heat_sensitive=True,
    )
    diary.put(
        "session",
        on=ago(2),
        done=[{"movement": "ROM-01", "outcome": "done"}],
        pain_before_nrs=5,
        pain_after_nrs=4,
        felt="easier",
    )
    diary.put("safety", message_id="SAFE-14", tier="E2", on=ago(3), answer="seen")
    diary.put("safety", message_id="SAFE-24", tier="E3", on=ago(3), answer="done")
    diary.put(
        "story",
        label="Hip",
        on=ago(20),
        answers={
            "course": {"choices": ["comes_and_goes", "hours"]},
            "stops": {"choices": ["walking"], "numbers": {"walk": 10}},
            "before": {"choices": ["had_before"], "text": "Last winter. #eval(1)"},
        },
    )
    return diary  # fmt: skip
