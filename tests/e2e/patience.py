"""Taps at the pace of a person."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Locator

PACE_S = 0.4


@contextmanager
def unhurried() -> Iterator[None]:
    """What comes sooner at the same place is the rest of a double tap to the app, and is not heard."""
    tap, last = Locator.tap, [0.0]

    def patient(self: Locator, **options: Any) -> None:
        self.page.wait_for_timeout(max(0.0, PACE_S - (time.monotonic() - last[0])) * 1000)
        tap(self, **options)
        last[0] = time.monotonic()

    with patch.object(Locator, "tap", patient):
        yield
