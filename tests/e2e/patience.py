"""Taps at the pace of a person: another place at once, the same place or control after a moment."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Error, Locator

# What the app takes for the rest of a double tap, and a little more: see pwa/src/ui/act.js.
SAME_CONTROL_S, SAME_PLACE_S, SAME_PLACE_PX = 0.75, 0.4, 50.0
# A number for each control of this page, and its middle where a finger would meet it there.
WHERE = """(found) => {
  const control = found.closest('button, a, label') ?? found;
  const known = globalThis[Symbol.for('tapped')] ??= new WeakMap();
  if (!known.has(control)) known.set(control, `${performance.timeOrigin} ${Math.random()}`);
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const met = document.elementFromPoint(x, y);
  return [known.get(control), met && (found.contains(met) || met.contains(found)) ? [x, y] : null];
}"""


Place = tuple[float, float] | None


class Finger:
    """When and where it came down last. A place is None where the page had yet to scroll to it."""

    def __init__(self) -> None:
        self.at = 0.0
        self.place: Place = None
        self.control_at: dict[str, float] = {}

    def pause(self, control: str, place: Place) -> float:
        """The seconds a person takes before a tap there; below zero for none."""
        apart = place and self.place and math.dist(place, self.place) > SAME_PLACE_PX
        since = 0.0 if apart else self.at + SAME_PLACE_S
        return max(since, self.control_at.get(control, 0.0) + SAME_CONTROL_S) - time.monotonic()

    def came_down(self, control: str, place: Place) -> None:
        """Remember a tap."""
        self.at = self.control_at[control] = time.monotonic()
        self.place = place


def met(control: Locator, patience: dict[str, float]) -> tuple[str, Place]:
    """What WHERE tells of a control once in sight; looks again, as a tap does, where it was drawn anew."""
    for _ in range(5):
        try:
            control.scroll_into_view_if_needed(**patience)
            found: tuple[str, Place] = control.evaluate(WHERE)
            return found
        except Error as gone:
            if "not attached" not in str(gone):
                raise
    raise AssertionError(f"{control} is drawn anew again and again")


@contextmanager
def unhurried() -> Iterator[None]:
    """What comes sooner is the rest of a double tap to the app, and is not heard."""
    tap, finger = Locator.tap, Finger()

    def patient(self: Locator, **options: Any) -> None:
        patience = {"timeout": options["timeout"]} if "timeout" in options else {}
        control, place = met(self, patience)
        if (pause := finger.pause(control, place)) > 0:
            self.page.wait_for_timeout(pause * 1000)
        tap(self, **options)
        finger.came_down(control, place)

    with patch.object(Locator, "tap", patient):
        yield
