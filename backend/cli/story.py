"""The demo person's 120 days, as operations her phone could have sent. Invented from end to end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from backend.cli import helped, life, moving, told, tried
from backend.cli.pen import TIME_ZONE, Pen, local
from backend.domain.ids import shared_id

DAYS = 120
PASSWORD = "sunny-garden-path"  # noqa: S105  printed for everyone, and kept off public servers
SPACE = "5f0c2b1e-6d1a-7c3b-9a52-3f6d2e8b7a10"
DEVICE = "5f0c2b1e-6d1a-7c3b-8b11-90c4d7e5a6f2"

# Days are counted from 0; week 6 is days 35 to 41.
HEAT_WAVE = range(15, 20)
RELAPSE = range(35, 42)
RECOVERY = range(42, 49)
SILENCE = range(60, 65)
INJECTION_DAY = 4
# In these weeks the injection hurt no more than usual: a pattern with exceptions is what people have.
KIND_WEEKS = frozenset({1, 5, 9, 14})
HARD_DAY, PRIVATE_DAY, FALL_DAY, EDITED_DAY, DELETED_DAY = 97, 101, 74, 88, 110

PAIN = {"symptom": "pain"}
HIP = {"region": "hip", "side": "right"}
KNEE = {"region": "knee", "side": "right"}
LEFT_THIGH = {"region": "thigh_front", "side": "left"}
SITES = ("thigh_right", "thigh_left", "upper_arm_right", "upper_arm_left")
TRIGGERS = ("long_sitting", "poor_sleep", "stress", "walking_more", "nothing")
RELIEFS = ("heat_pack", "stretch", "lie_down", "change_position")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NOTES: Mapping[int, str] = {
    9: "Long train ride to my sister. Stood up every half hour, that helped.",
    17: "Too hot to think. Curtains shut, feet in cold water.",
    52: "First walk round the pond since the relapse. Slow, but all of it.",
    84: "New cushion on the desk chair.",
    112: "Ask at the appointment: is the knee from the way I walk?",
}


@dataclass(frozen=True)
class Person:
    """Somebody with a demo account."""

    name: str
    email: str


@dataclass(frozen=True)
class Sharing:
    """One share of the diary. live: it was confirmed and stands; else it was ended again."""

    caregiver: Person
    read: tuple[str, ...]
    live: bool
    write: tuple[str, ...] = ()


ROSA = Person("Rosa Keller", "rosa@demo.limber.example")
DANIEL = Person("Daniel", "daniel@demo.limber.example")
MIA = Person("Mia", "mia@demo.limber.example")


@dataclass(frozen=True)
class Story:
    """One person, her space, what she wrote (wire operations, oldest first) and whom she let in."""

    owner: Person
    space: str
    device: str
    ops: Sequence[dict[str, Any]]
    sharings: Sequence[Sharing]
    # What the first of them wrote for her.
    helped: Sequence[dict[str, Any]]


def build(today: date) -> Story:
    """The story whose last day is `today`; the same day gives the same bytes."""
    pen = Pen(SPACE, Random("Rosa Keller, 120 days"))  # noqa: S311  the same every time is the point
    first = today - timedelta(days=DAYS - 1)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    _injections(pen, days)
    _symptoms(pen, days)
    _dailies(pen, days)
    _relapse(pen, days)
    _single_moments(pen, days)
    life.write(pen, days)
    told.write(pen, days)
    moving.write(pen, days)
    life.this_morning(pen, days[-1])
    ops = sorted(pen.ops, key=lambda op: datetime.fromisoformat(op["made_at"]))
    numbered = [{"n": n, **op} for n, op in enumerate(ops, start=1)]
    daniel = ("symptoms", "daily", "exercise", "requests", "appointments", "contacts", "observations")
    sharings = (Sharing(DANIEL, daniel, live=True, write=("symptoms", "observations", "exercise")),
                Sharing(MIA, ("symptoms", "requests"), live=False))
    return Story(ROSA, SPACE, DEVICE, numbered, sharings, helped.write(SPACE, days))


def _injections(pen: Pen, days: Sequence[date]) -> None:
    start = local(days[0], 8, 5)
    medicine = pen.put("medicine", {
        "class": "interferon_beta", "started_on": (days[0] - timedelta(days=400)).isoformat(),
        "regimen": {"name": "Interferon beta-1a, weekly", "dose_text": "30", "unit_text": "micrograms",
                    "times": ["19:30"], "days": [WEEKDAYS[days[INJECTION_DAY].weekday()]],
                    "route": "Injection into the muscle"},
    }, start)
    for week, on in enumerate(days[INJECTION_DAY::7]):
        late = week == 10
        at = local(on, 22, 10) if late else local(on, 19, 30 + pen.chance.randrange(20))
        pen.put("dose", {"medicine_id": medicine, "slot": f"{on.isoformat()}T19:30", "at": at.isoformat(),
                         "tz": TIME_ZONE, "status": "late" if late else "taken",
                         "body_site": SITES[week % len(SITES)]}, at + timedelta(minutes=1))


def _symptoms(pen: Pen, days: Sequence[date]) -> None:
    usual: list[str] = []
    for number, on in enumerate(days):
        if _silent(pen.chance, number):
            continue
        morning = local(on, 6, 40) if number == DAYS - 1 else local(on, 8, pen.chance.randrange(60))
        _pain(pen, number, morning, usual)
        if number < DAYS - 1 and pen.chance.random() < 0.35:
            _pain(pen, number, local(on, 16, pen.chance.randrange(60)), usual)
        if _after_injection(number) and number % 7 == INJECTION_DAY + 1:
            _pain(pen, number, local(on, 20, pen.chance.randrange(15, 60)), usual)


def _pain(pen: Pen, number: int, at: datetime, usual: list[str]) -> None:
    """One entry of pain. usual: ids of the entries alike, the newest last; grows here."""
    severity, body = _severity(pen.chance, number, at), _detail(pen.chance, number, at)
    if "relief" in body:
        body["relief"] = tried.eased(body["relief"], number, severity)
    alike = severity == 5 and body["regions"] == [HIP]
    if alike and len(usual) >= 3:
        body = {"regions": [HIP], "words": ["aching"], "same_as": usual[-1]}
    elif alike:
        body = {"regions": [HIP], "words": ["aching"]}
    if at.hour == 8 and (stopped := tried.stopped(number)):
        body["stops_me"] = stopped
    if number in NOTES and at.hour == 8:
        body["note"] = NOTES[number]
    written = pen.entry({**PAIN, "severity_nrs": severity, **body}, at)
    if alike:
        usual.append(written)


def _severity(chance: Random, number: int, at: datetime) -> int:
    severity = chance.choices((3, 4, 5), (1, 4, 9))[0]
    if number == DAYS - 1:
        severity = 5
    if number in RELAPSE:
        severity += 3
    elif number in RECOVERY:
        severity += 1
    if _after_injection(number) and _a_day_since(number, at):
        severity += 2
    return min(severity, 9)


def _detail(chance: Random, number: int, at: datetime) -> dict[str, Any]:
    if number in RELAPSE:
        return {"regions": [HIP, KNEE, LEFT_THIGH], "words": ["aching", "burning"], "patterns": ["constant"],
                "triggers": ["relapse_signs"], "stops_me": [{"activity": "walking", "minutes": 5}]}
    if _after_injection(number) and _a_day_since(number, at):
        return {"regions": [HIP, KNEE], "words": ["aching", "sore"], "triggers": ["injection_24_48"],
                "relief": [{"what": "rest"}]}
    if number in HEAT_WAVE:
        return {"regions": [HIP, KNEE], "words": ["aching", "stiff"], "triggers": ["hot_humid"],
                "relief": [{"what": "cool_down", "before_nrs": 5, "after_nrs": 4}]}
    where = chance.choices(([HIP], [KNEE], [HIP, KNEE]), (7, 2, 1))[0]
    body: dict[str, Any] = {"regions": where, "words": ["aching"]}
    if chance.random() < 0.3:
        body["triggers"] = [chance.choice(TRIGGERS)]
    if chance.random() < 0.25:
        body["relief"] = [{"what": chance.choice(RELIEFS)}]
    return body


def _dailies(pen: Pen, days: Sequence[date]) -> None:
    for number, on in enumerate(days[:-1]):
        if number in SILENCE or pen.chance.random() < 0.1:
            continue
        record_id = shared_id(SPACE, f"daily:{on.isoformat()}")
        pen.put("daily", _daily(pen.chance, number, on), local(on, 21, pen.chance.randrange(50)), record_id)


def _daily(chance: Random, number: int, on: date) -> dict[str, Any]:
    hot, ill = number in HEAT_WAVE, number in RELAPSE
    sleep = chance.choice((6.0, 6.5, 7.0, 7.5)) - (1.5 if ill else 0)
    body: dict[str, Any] = {
        "on": on.isoformat(), "sleep_hours": sleep, "sleep_quality": "poor" if sleep < 6 else "so_so",
        "energy": "very_low" if ill else "low" if hot or number in RECOVERY else "usual",
        "stiffness_nrs": chance.choice((3, 4)) + (3 if hot else 2 if ill else 0),
        "sitting_minutes": (25, 35, 45)[number % 3],
        "active_minutes": {"easy": 12 if ill else (20, 25)[number % 2]},
        "heat": "yes" if hot else "no", "spasms": "3_5" if ill else chance.choice(("0", "1_2")),
    }
    if ill:
        body["symptoms"] = [{"symptom": "numbness", "change": "new"},
                            {"symptom": "fatigue", "change": "worse"}]
    if number == FALL_DAY:
        body["falls"] = {"count": 1, "near": 0, "injured": False}
    return body


def _relapse(pen: Pen, days: Sequence[date]) -> None:
    begun = days[RELAPSE.start]
    record = pen.put("event", {"type": "relapse_suspected", "on": begun.isoformat(),
                               "detail": "Left leg numb since waking, hip far worse."}, local(begun, 18, 20))
    pen.change(record, {"type": "relapse_confirmed"}, local(days[RELAPSE.start + 3], 15, 40))
    over = days[RECOVERY.stop]
    pen.change(record, {"type": "relapse_over", "until_on": over.isoformat()}, local(over, 11, 15))
    numb = {"symptom": "numbness", "regions": [LEFT_THIGH], "words": ["numb"], "patterns": ["constant"]}
    pen.entry({**numb, "severity_nrs": 6}, local(begun, 9, 30))
    pen.entry({**numb, "severity_nrs": 4}, local(days[RELAPSE.start + 5], 12, 10))


def _single_moments(pen: Pen, days: Sequence[date]) -> None:
    hard = local(days[HARD_DAY], 9, 10)
    pen.entry({**PAIN, "hard_day": True}, hard)
    pen.put("request", {"ask": "help_me_up", "at": hard.isoformat()}, hard + timedelta(minutes=3))
    pen.entry({**PAIN, "severity_nrs": 6, "regions": [{"region": "pelvis", "side": "middle"}],
               "private": True, "note": "Only for me."}, local(days[PRIVATE_DAY], 22, 30))
    # Written afterwards: one entry for the days she had no strength to open the app.
    span = {**PAIN, "severity_nrs": 6, "regions": [HIP], "until_on": days[SILENCE[2]].isoformat()}
    pen.entry(span, local(days[SILENCE.start], 12, 0), made=local(days[SILENCE.stop], 9, 5))
    noon = local(days[EDITED_DAY], 12, 20)
    slip = pen.entry({**PAIN, "severity_nrs": 7, "regions": [KNEE], "words": ["stabbing"]}, noon)
    pen.change(slip, {"severity_nrs": 6}, noon + timedelta(minutes=8))
    mistake = pen.entry({**PAIN, "severity_nrs": 9, "regions": [HIP]}, local(days[DELETED_DAY], 13, 0))
    pen.delete(mistake, local(days[DELETED_DAY], 13, 2))


def _silent(chance: Random, number: int) -> bool:
    return number in SILENCE or (number < DAYS - 7 and number not in RELAPSE and chance.random() < 0.12)


def _after_injection(number: int) -> bool:
    """Whether the day lies one or two days after an injection that hurt."""
    return number % 7 in (5, 6) and number // 7 not in KIND_WEEKS


def _a_day_since(number: int, at: datetime) -> bool:
    # The rise comes 24 to 48 hours after the evening injection, so not yet on the first morning.
    return (number % 7 == 6 and at.hour < 19) or (number % 7 == 5 and at.hour >= 20)
