"""What is new and what is worse than a person's own usual. `pwa/src/domain/changes.js` is the same."""

from collections.abc import Sequence

from backend.domain import history
from backend.domain.history import Body, days_back, is_pain, median, regions_of, within
from backend.domain.known import Known, past, with_today

SPASMS = ("0", "1_2", "3_5", "6_plus", "most_of_day")


def changed_places(entry: Body, symptoms: Sequence[Body], today: str) -> list[str]:
    """Regions not logged in 28 days on that side, or 2 above the own median there, or 8 and more."""
    if not is_pain(entry):
        return regions_of(entry)
    nrs = entry.get("severity_nrs")
    recent = [one for one in symptoms if is_pain(one) and within(one.get("on"), today, history.USUAL_DAYS)]
    changed = []
    for place in entry.get("regions") or ():
        there = [one for one in recent if _knows(one, place)]
        usual = median(one["severity_nrs"] for one in there if one.get("severity_nrs") is not None)
        up = nrs is not None and (
            nrs >= history.STRONG or (usual is not None and nrs - usual >= history.RISE)
        )
        if not there or up:
            changed.append(place["region"])
    return list(dict.fromkeys(changed))


def _knows(entry: Body, place: Body) -> bool:
    """Whether an entry named a place on its side; "both" holds left and right, not the other way round."""
    return any(
        one["region"] == place["region"] and one["side"] in (place["side"], "both")
        for one in entry.get("regions") or ()
    )


def new_and_worse(known: Known) -> tuple[list[str] | None, list[str] | None]:
    """Symptoms of today that are new, and that are worse: by the strip, the mood and entries.

    A logged one is new when 28 days before knew none of it, worse when 2 or more above its own median.
    Pain is in neither: it has rules of its own. A low mood counts as the symptom of that name.
    """
    entry, day, mood, today = known.get("entry"), known.get("day"), known.get("mood"), known["today"]
    if entry is None and day is None and mood is None:
        return None, None
    strip = [*((day or {}).get("symptoms") or ()), *((day or {}).get("intimate") or ())]
    new = [one["symptom"] for one in strip if one["change"] == "new"]
    worse = [one["symptom"] for one in strip if one["change"] == "worse"]
    logged = [
        one for one in with_today(known, "symptoms", "entry") if one.get("symptom") not in (None, "pain")
    ]
    for symptom in dict.fromkeys(one["symptom"] for one in logged if one.get("on") == today or one is entry):
        if not _known_before(known, symptom):
            new.append(symptom)
        elif _above_usual([one for one in logged if one["symptom"] == symptom], today, entry):
            worse.append(symptom)
    if (mood or {}).get("mood") == "low":
        (worse if _known_before(known, "low_mood") else new).append("low_mood")
    return _names(new), _names(worse)


def _names(found: list[str]) -> list[str]:
    return [one for one in dict.fromkeys(found) if one != "pain"]


def _known_before(known: Known, symptom: str) -> bool:
    """Whether one of the 28 days before today tells of a symptom."""
    today = known["today"]

    def before(body: Body) -> bool:
        return 0 < (days_back(body.get("on"), today) or 0) <= history.USUAL_DAYS

    entries = any(one.get("symptom") == symptom and before(one) for one in past(known, "symptoms"))
    strips = any(
        row["symptom"] == symptom
        for one in past(known, "dailies")
        if before(one)
        for row in [*(one.get("symptoms") or ()), *(one.get("intimate") or ())]
    )
    low = symptom == "low_mood" and any(
        one.get("mood") == "low" and before(one) for one in past(known, "moods")
    )
    return entries or strips or low


def _above_usual(logged: Sequence[Body], today: str, entry: Body | None) -> bool:
    numbers = [one for one in logged if one.get("severity_nrs") is not None]
    now = [one["severity_nrs"] for one in numbers if one.get("on") == today or one is entry]
    usual = median(
        one["severity_nrs"]
        for one in numbers
        if one is not entry and within(one.get("on"), today, 29) and one.get("on") != today
    )
    return bool(now) and usual is not None and max(now) - usual >= history.RISE


def spasms_or_pain_up(known: Known, new: list[str] | None, worse: list[str] | None) -> bool | None:
    """SAFE-09: spasms worse or above the own median of 28 days, or today's pain 2 or more above its own."""
    if "spasms" in [*(worse or ()), *(new or ())]:
        return True
    today, entry = known["today"], known.get("entry")
    now = (known.get("day") or {}).get("spasms")
    before = [
        SPASMS.index(one["spasms"])
        for one in past(known, "dailies")
        if one.get("spasms") in SPASMS and one.get("on") != today and within(one.get("on"), today, 29)
    ]
    usual = median(before) if len(before) >= 3 else None
    spasms = None if now not in SPASMS or usual is None else SPASMS.index(now) > usual
    pains = [one for one in with_today(known, "symptoms", "entry") if is_pain(one)]
    has_number = any(
        one.get("severity_nrs") is not None and (one.get("on") == today or one is entry) for one in pains
    )
    pain = _above_usual(pains, today, entry) if has_number else None
    return None if spasms is None and pain is None else bool(spasms) or bool(pain)


def pain_new_or_up(known: Known, dailies: Sequence[Body]) -> bool | None:
    """AN-03: new pain, or 2 above the own median for 24 hours, within 7 days of a new or worse symptom.

    A diary of less than a week cannot tell new from not yet written; the person is asked then.
    """
    entry, today, symptoms = known.get("entry"), known["today"], past(known, "symptoms")
    if entry is None or not is_pain(entry) or not regions_of(entry) or entry.get("severity_nrs") == 0:
        return None
    if not any((days_back(one.get("on"), today) or 0) >= history.DIARY_KNOWN_DAYS for one in symptoms):
        return None
    new, worse = new_and_worse(known)
    signs = bool(new or worse) or any(
        row["change"] in ("new", "worse") and row["symptom"] != "pain"
        for one in dailies
        if within(one.get("on"), today, 8)
        for row in [*(one.get("symptoms") or ()), *(one.get("intimate") or ())]
    )
    return signs and (_new_place(entry, symptoms, today) or _up_for_a_day(entry, symptoms, today))


def _new_place(entry: Body, symptoms: Sequence[Body], today: str) -> bool:
    recent = [one for one in symptoms if is_pain(one) and within(one.get("on"), today, history.USUAL_DAYS)]
    return any(not any(_knows(one, place) for one in recent) for place in entry.get("regions") or ())


def _up_for_a_day(entry: Body, symptoms: Sequence[Body], today: str) -> bool:
    """2 above the median of the weeks before, and so already a day ago."""
    pains = [one for one in symptoms if is_pain(one) and one.get("severity_nrs") is not None]
    before = [
        one["severity_nrs"]
        for one in pains
        if 2 < (days_back(one.get("on"), today) or 0) <= history.USUAL_DAYS
    ]
    usual, nrs = median(before), entry.get("severity_nrs")
    if usual is None or nrs is None or nrs - usual < history.RISE:
        return False
    if (entry.get("minutes_long") or 0) >= 24 * 60 or (entry.get("until_on") or "") > (entry.get("on") or ""):
        return True
    lately = [one["severity_nrs"] for one in pains if 1 <= (days_back(one.get("on"), today) or 0) <= 2]
    return bool(lately) and min(lately) - usual >= history.RISE
