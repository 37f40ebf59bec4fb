"""The bounds of every answer, said once; the wire takes them from here."""

from typing import Final

# 0 is no pain, 10 the worst imaginable: a numeric rating scale (NRS) of whole numbers.
NRS: Final = (0, 10)
PHQ_ITEM: Final = (0, 3)
SLEEP_HOURS: Final = (0.0, 16.0)
SLEEP_STEP: Final = 0.5
MINUTES_OF_A_DAY: Final = (0, 1440)
MINUTES_LONG: Final = (0, 10_080)
HOURS_OF_A_DAY: Final = (0, 24)
COUNT: Final = (0, 100)
# A treatment that goes by a count of days: every other day, every two weeks.
EVERY_DAYS: Final = (2, 90)

REGIONS_MOST: Final = 24
LIST_MOST: Final = 40
# Minutes from one break from sitting to the next (PLAN-15).
BREAK_EVERY: Final = (30, 240)
# The answers of one day: every question of the pack, with room.
CHECKS_MOST: Final = 150
OWN_WORDS: Final = 200
NOTE: Final = 2000
NAME: Final = 80
LABEL: Final = 60
QUESTION: Final = 300
OBSERVATION: Final = 500

SIDES: Final = ("left", "right", "both", "middle")
# Symptoms with a scope of their own: they stand in `daily.intimate`, never among the others.
INTIMATE: Final = ("bladder", "bowel", "constipation", "sexual")
CHANGES: Final = ("usual", "worse", "new")
ENERGY: Final = ("usual", "low", "very_low")
SLEEP_QUALITY: Final = ("good", "so_so", "poor")
SPASMS: Final = ("0", "1_2", "3_5", "6_plus", "most_of_day")
HEAT: Final = ("no", "a_bit", "yes")
INFECTION: Final = ("no", "maybe", "yes")
MOODS: Final = ("good", "so_so", "low")
DOSE_STATUS: Final = ("taken", "skipped", "late")
OUTCOMES: Final = ("done", "part", "skipped", "stopped")
FELT: Final = ("easier", "same", "worse")
EVENT_TYPES: Final = (
    "steroid_course",
    "infusion",
    "relapse_suspected",
    "relapse_confirmed",
    "relapse_over",
    "illness",
    "fall",
    "new_aid",
    "operation",
)
SAFETY_ANSWERS: Final = ("seen", "done", "cleared", "mistaken", "not_now", "checked_before", "team_knows")
TIERS: Final = ("E1", "E2", "E3", "E4", "E5")
ASKS: Final = ("cool_drink", "help_me_up", "company", "leave_me_be", "please_dont_ask")
CONTACT_ROLES: Final = ("ms_team", "doctor", "emergency", "pharmacy", "caregiver", "other")
SHARE_STATES: Final = ("offered", "accepted", "active", "paused", "ended")
SET_BY: Final = ("planner", "person", "therapist")
HELPER: Final = ("alone", "hand", "skip")
