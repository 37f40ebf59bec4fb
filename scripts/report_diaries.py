"""Made-up diaries for the vectors of the report: a person's weeks, and records of any form."""

from collections.abc import Iterator
from random import Random
from typing import Any

from backend.domain.confirmed import as_said
from scripts.any_form import KINDS, a_record
from scripts.report_records import about, days_of, on

OWNER, HELPER = "rosa", "daniel"
Rec = dict[str, Any]
PLACES = (
    ("hip", "right"),
    ("knee", "left"),
    ("lower_back", "middle"),
    ("ankle", "both"),
    ("shoulder", "left"),
    ("foot", "right"),
)
TRIGGERS = ("stress", "poor_sleep", "anxious", "full_bladder", "long_sitting")
WORDS = ("aching", "burning", "stabbing", "tingling", "cramping")
# Days from one injection to the next, over and over; none in the last.
RHYTHMS = ((7,), (2, 2, 3), (2,), (1,), (14,), ())


def moment(ago: int, hour: int) -> str:
    return f"{on(ago)}T{hour:02}:15:00+01:00"


def lived(chance: Random, number: int, days: int) -> list[Rec]:
    """Some weeks of a person, of the period and before."""
    reach = min(days, 130) + chance.choice((0, 40, 80))
    found = [*_pains(chance, number, reach), *days_of(chance, reach), *about(chance, number)]
    found += _injections(chance, RHYTHMS[number % len(RHYTHMS)], reach)
    for one in found:
        one.setdefault("author", OWNER)
        if chance.random() < 0.05:
            one["body"]["private"] = True
    return found


def _pains(chance: Random, number: int, reach: int) -> Iterator[Rec]:
    busy = 0.9 if number % 4 == 2 else chance.choice((0.15, 0.4, 0.7))
    own = ["own-trigger"] if number % 2 else []
    for ago in range(reach):
        # Quiet weeks, so that something can be new and something gone.
        if chance.random() > busy * (0.2 if ago % 60 > 48 else 1):
            continue
        for count in range(chance.choice((1, 1, 2))):
            body = _pain(chance, ago, number, own)
            yield _written(chance, f"pain-{ago:03}-{count}", body)


def _pain(chance: Random, ago: int, number: int, own: list[str]) -> dict[str, Any]:
    at = moment(ago, chance.randrange(6, 22))
    # Worse of late in some, better in others.
    harder = ago < 30 if number % 2 else ago > 28 and number % 4 == 2
    strong = chance.randrange(2, 6) + (4 if harder else 0)
    named = chance.sample(PLACES[: 3 + number % 4], chance.choice((1, 1, 2)))
    body: dict[str, Any] = {
        "on": on(ago), "at": at, "tz": "Europe/Zurich", "severity_nrs": strong,
        "symptom": chance.choice(("pain",) * 8 + ("spasms", "bladder", "low_mood", None)),
        "regions": [{"region": region, "side": side} for region, side in named],
    }  # fmt: skip
    extra: dict[str, Any] = {
        "words": chance.sample(WORDS, 2),
        "patterns": [chance.choice(("constant", "shock_neck_bend"))],
        "triggers": [*own, *chance.sample(TRIGGERS, 2)],
        "relief": [{"what": chance.choice(("heat_pack", "rest", "nothing_helped")), "before_nrs": strong,
                    "after_nrs": chance.choice((strong, max(0, strong - 2), None))}],
        "stops_me": [{"activity": chance.choice(("walking", "sitting", "sleeping")),
                      "minutes": chance.choice((5, 10, 1, None))}],
        "own_words": chance.choice(("as if in a vice", "ein Ziehen", "ß and 😀", "MS hug, again")),
    }  # fmt: skip
    body |= {name: value for name, value in extra.items() if chance.random() < 0.4}
    odd = chance.random()
    if odd < 0.06:
        body |= {"severity_nrs": None, "hard_day": True}
    elif odd < 0.12:
        body |= {"until_on": on(max(0, ago - chance.choice((1, 4, 40))))}
    elif odd < 0.16:
        body |= {"generalised": True, "regions": []}
    return body


def _written(chance: Random, record_id: str, body: dict[str, Any]) -> Rec:
    """By the person, or by a helper: without a yes, with one, and changed after it."""
    who = chance.random()
    if who < 0.85:
        return {"id": record_id, "kind": "symptom", "body": body}
    if who < 0.95:
        body |= {"confirmed": True, "confirmed_as": as_said(body)}
    if who > 0.92:
        body |= {"severity_nrs": 9}
    return {"id": record_id, "kind": "symptom", "body": body, "author": HELPER}


def _injections(chance: Random, rhythm: tuple[int, ...], reach: int) -> Iterator[Rec]:
    if not rhythm:
        return
    kind = {"class": "interferon_beta", "regimen": {"name": "Weekly", "dose_text": "30", "unit_text": "µg"}}
    yield {
        "id": "interferon",
        "kind": "medicine",
        "body": {**kind, "started_on": on(400), "side_effects": ["drowsy"]},
    }
    ago, count = reach, 0
    while ago >= 0:
        status = chance.choice(("taken",) * 6 + ("late", "skipped"))
        body = {"medicine_id": "interferon", "slot": f"{on(ago)}T19:00", "status": status}
        if status != "skipped":
            body["at"] = moment(ago, 19)
        yield {"id": f"dose-{ago:03}", "kind": "dose", "body": body}
        ago -= rhythm[count % len(rhythm)]
        count += 1


def any_form(chance: Random) -> list[Rec]:
    """Records drawn from the rules of every field."""
    found: list[Rec] = []
    for kind in KINDS:
        for number in range(5):
            body = a_record(chance, kind)
            body.pop("private", None)
            found.append({"id": f"{kind}-{number}", "kind": kind, "body": body, "author": OWNER})
    return found
