"""One flat object of what is known, as the safety rules read it. `pwa/src/domain/facts.js` is the same.

Every input of the pack is in it; None is "nobody said so". A private record counts, since safety comes first.
"""

from collections.abc import Sequence
from typing import Any

from backend.domain import history
from backend.domain.changes import changed_places, new_and_worse, pain_new_or_up, spasms_or_pain_up
from backend.domain.history import Body, days_back, regions_of, within
from backend.domain.known import Known, past, with_today
from backend.domain.records.medicine import Medicine

# Without its relaxant a body is in danger for days, so one that was ended still counts this long.
WITHDRAWAL_DAYS = 7


def facts(known: Known) -> dict[str, Any]:
    """Every input of the pack by its id, answers as `checks.<question>`, and what only the rhythm reads."""
    checks = {f"checks.{name}": answer for name, answer in (known.get("checks") or {}).items()}
    told = {**_entry(known), **_day(known), **_session(known), **_history(known), **_profile(known)}
    return {**told, **_said(known), **checks}


def _entry(known: Known) -> dict[str, Any]:
    entry = known.get("entry")
    said = entry or {}
    return {
        "entry.symptom": said.get("symptom"),
        "entry.severity": said.get("severity_nrs"),
        "entry.regions": None if entry is None else regions_of(entry),
        "entry.words": said.get("words"),
        "entry.patterns": said.get("patterns"),
        "entry.triggers": said.get("triggers"),
        "entry.usual": None if entry is None else bool(said.get("same_as")),
        "place.changed": None
        if entry is None
        else changed_places(entry, past(known, "symptoms"), known["today"]),
    }


def _day(known: Known) -> dict[str, Any]:
    day = known.get("day") or {}
    new, worse = new_and_worse(known)
    today = known["today"]
    fell = [one for one in known.get("events") or () if one.get("type") == "fall" and one.get("on") == today]
    falls = day.get("falls") or {}
    said_falls = falls.get("count") is not None or falls.get("injured") is not None
    fall = bool(fell or falls.get("count") or falls.get("injured"))
    return {
        "day.new_symptoms": new,
        "day.worse_symptoms": worse,
        "day.spasms_or_pain_up": spasms_or_pain_up(known, new, worse),
        "day.heat": day.get("heat"),
        "day.infection": (day.get("infection") or {}).get("state") or _ill(known),
        "day.fall": fall if fell or said_falls else None,
        "day.fall_injured": falls.get("injured"),
    }


def _ill(known: Known) -> str | None:
    today = known["today"]
    for one in known.get("events") or ():
        on = one.get("on")
        if one.get("type") == "illness" and on and on <= today <= (one.get("until_on") or on):
            return "yes"
    return None


def _session(known: Known) -> dict[str, Any]:
    session = known.get("session") or {}
    at = session.get("at")
    hours = history.hours_between(at, known["now"]) if at else None
    return {
        "session.running": session.get("running"),
        "session.hours_since": None if hours is None or hours < 0 else int(hours),
    }


def _history(known: Known) -> dict[str, Any]:
    today, entry = known["today"], known.get("entry")
    symptoms, events = with_today(known, "symptoms", "entry"), known.get("events") or ()
    dailies, moods = with_today(known, "dailies", "day"), with_today(known, "moods", "mood")
    injected = history.injections(known.get("medicines") or (), known.get("doses") or (), known["now"])
    return {
        "history.first_leg_pain": history.first_leg_pain(entry, past(known, "symptoms")),
        "history.hip_days_of_14": history.hip_days_of_14(symptoms, today),
        "history.two_weeks_no_better": history.two_weeks_no_better(symptoms, today),
        "history.strong_days_of_7": history.strong_days_of_7(symptoms, today),
        "history.sleep_lost_nights_of_7": history.sleep_lost_nights_of_7(symptoms, dailies, today),
        "history.falls_of_28_days": history.falls_of_28_days(dailies, events, today),
        "history.rise_after_injections": history.rise_after_injections(injected, symptoms),
        "history.pain_changed": history.pain_changed(known.get("stories") or (), today),
        "history.low_mood_2_weeks": history.low_mood_2_weeks(moods, today),
        "history.hours_since_interferon": int(history.hours_between(injected[-1], known["now"]))
        if injected
        else None,
        "history.pain_new_or_up": pain_new_or_up(known, dailies),
    }


def _profile(known: Known) -> dict[str, Any]:
    profile, today = known.get("profile") or {}, known["today"]
    alemtuzumab = profile.get("alemtuzumab") or {}
    ever = alemtuzumab.get("ever")
    days = days_back(alemtuzumab.get("last_on"), today)
    return {
        "profile.steroids": steroids(profile, known.get("events") or ()),
        "profile.conditions": profile.get("conditions"),
        "profile.alemtuzumab": True if ever is None and alemtuzumab.get("last_on") else ever,
        "profile.alemtuzumab_days": None if days is None or days < 0 else days,
        "profile.medicine_classes": medicine_classes(known.get("medicines") or (), today),
    }


def _said(known: Known) -> dict[str, Any]:
    """Dates on which something changed that questions rest on; a date to come is none yet."""
    today = known["today"]
    relaxants = [one for one in known.get("medicines") or () if one["body"].get("class") == "muscle_relaxant"]
    ids = {one["id"] for one in relaxants}
    changed = [
        *(one["body"].get(name) for one in relaxants for name in ("started_on", "stopped_on")),
        *(one.get("changed_on") for one in relaxants),
        *(
            one.get("on") or (one.get("slot") or "")[:10]
            for one in known.get("doses") or ()
            if one.get("medicine_id") in ids and one.get("status") == "skipped"
        ),
    ]
    drips = [
        ((known.get("profile") or {}).get("alemtuzumab") or {}).get("last_on"),
        *(one.get("on") for one in known.get("events") or () if one.get("type") == "infusion"),
    ]
    return {"said.relaxant": _newest(changed, today), "said.alemtuzumab": _newest(drips, today)}


def _newest(dates: Sequence[str | None], today: str) -> str | None:
    return max((one for one in dates if one and one <= today), default=None)


def steroids(profile: Body, events: Sequence[Body]) -> str | None:
    """Courses as the person said them; courses noted as events count where they are more."""
    said = (profile.get("steroids") or {}).get("times")
    noted = sum(one.get("type") == "steroid_course" for one in events)
    if noted == 0 or (said in ("2_4", "5_plus") and noted < 5):
        return str(said) if said else None
    return "once" if noted == 1 else "2_4" if noted < 5 else "5_plus"


def medicine_classes(medicines: Sequence[Body], today: str) -> list[str] | None:
    """Classes in use. One that was ended counts no more, but for a relaxant in its first week without."""
    if not medicines:
        return None
    used = []
    for one in medicines:
        medicine = Medicine.from_body(one["body"])
        lately = within(medicine.stopped_on, today, WITHDRAWAL_DAYS) and medicine.class_ == "muscle_relaxant"
        if medicine.class_ and (medicine.in_use(today) or lately):
            used.append(medicine.class_)
    return sorted(set(used))
