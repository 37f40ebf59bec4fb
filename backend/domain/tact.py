"""What a word tells beyond the scope it travels with: "poor sleep" among a pain's triggers tells of a night.

Such a word goes only where its own scope is granted too. The phone's twin is pwa/src/domain/tact.js.
"""

from collections.abc import Collection, Mapping
from typing import Any

# A symptom that is a record of its own is opened by this scope alone; among others of a day by both.
SYMPTOM_SCOPE: Mapping[str, str] = {
    **dict.fromkeys(("bladder", "bowel", "constipation", "sexual"), "intimate"),
    **dict.fromkeys(("low_mood", "anxious"), "mood"),
}
TRIGGER_SCOPE: Mapping[str, str] = {
    **dict.fromkeys(("hot_humid", "whole_body_heat", "fever", "infection"), "daily"),
    **dict.fromkeys(("poor_sleep", "fall", "relapse_signs", "stress"), "daily"),
    **dict.fromkeys(("anxious", "low_mood", "alone"), "mood"),
    **dict.fromkeys(("injection_0_24", "injection_24_48", "new_medicine", "missed_medicine"), "medicines"),
    **dict.fromkeys(("full_bladder", "constipation", "urine_infection"), "intimate"),
}


def told(kind: str, body: Mapping[str, Any], read: Collection[str]) -> dict[str, Any]:
    """A body without the words of its lists that tell more than `read` opens.

    A list left empty was never there.
    """
    shown = dict(body)
    if kind == "symptom" and isinstance(shown.get("triggers"), list):
        _keep(shown, "triggers", lambda one: TRIGGER_SCOPE.get(str(one)), read)
    if kind == "daily" and isinstance(shown.get("symptoms"), list):
        _keep(shown, "symptoms", lambda one: SYMPTOM_SCOPE.get(str(one.get("symptom"))), read)
    return shown


def _keep(shown: dict[str, Any], name: str, scope_of: Any, read: Collection[str]) -> None:
    before = shown[name]
    shown[name] = [one for one in before if (scope_of(one) or "") in ("", *read)]
    if before and not shown[name]:
        del shown[name]
