"""Somebody who shares a diary, without a phone of their own: a script writes it and lets people in."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.e2e.api import Api
from tests.factories import make_id

# Where the phones of the browser tests are.
ZONE = "Europe/Zurich"


def now() -> datetime.datetime:
    return datetime.datetime.now(ZoneInfo(ZONE)).replace(microsecond=0)


class Owner(Api):
    """A diary and its sharing."""

    def put(self, kind: str, **body: Any) -> str:
        """Store a record; its id."""
        op = {
            "op": make_id(),
            "n": 1,
            "space": self.space,
            "id": make_id(),
            "kind": kind,
            "sv": 1,
            "t": "put",
            "set": body,
            "was": dict.fromkeys(body),
            "made_at": now().isoformat(timespec="milliseconds"),
            "made_tz": ZONE,
        }
        form = {
            "proto": 1,
            "account": self.account,
            "device": self.device,
            "sent_at": op["made_at"],
            "marks": {},
            "ops": [op],
        }
        [result] = self.call("POST", "sync/push", form)["results"]
        assert result["s"] == "ok", result
        return str(op["id"])

    @property
    def device(self) -> str:
        """One device for all that is written."""
        self._device = getattr(self, "_device", "") or make_id()
        return self._device

    def pain(self, severity: int, days_ago: int = 0, **more: Any) -> str:
        """An entry of pain, now or as long ago."""
        at = now() - datetime.timedelta(days=days_ago)
        body = {"symptom": "pain", "severity_nrs": severity, **more}
        return self.put("symptom", at=at.isoformat(), on=at.date().isoformat(), tz=ZONE, **body)

    def usual(self, severity: int) -> None:
        """A week with the same number every day."""
        for days in range(1, 8):
            self.pain(severity, days)

    def share_with(self, helper: Api, name: str, *read: str) -> str:
        """Offered, accepted, confirmed; the share's id."""
        offered = self.call("POST", "shares", {"label": name, "read": list(read)})
        helper.call("POST", "shares/accept", {"code": offered["code"]})
        share = str(offered["id"])
        self.call("POST", f"shares/{share}/confirm")
        return share
