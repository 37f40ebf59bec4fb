"""The guided session in WebKitGTK, the engine nearest to an iPhone's that runs here."""

import time
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.e2e.server import Server
from tests.webkit.tablet import Tablet

FOUND = """
const told = ({ id, nodes }) => `${id} ${nodes[0].html}`;
return axe.run(document).then(({ violations }) => violations.map(told));
"""


def to_today(tablet: Tablet) -> None:
    """From the first screen to Today, without an account, with its session card."""
    tablet.open()
    tablet.tap("Start now, no account")
    tablet.shows("8 minutes")


def to_the_first_movement(tablet: Tablet) -> None:
    """Through the set-up card and the start check."""
    tablet.tap("Start")
    tablet.tap("All ready")
    tablet.tap("None of these")
    tablet.shows("Movement 1 of")


def count(tablet: Tablet) -> str:
    return tablet.text(".player-number")


def reach(tablet: Tablet, number: str) -> None:
    """Wait until the session counts so far."""
    tablet.wait_for(lambda: count(tablet) == number, f"a count of {number}")


def sessions(tablet: Tablet) -> list[dict[str, Any]]:
    """Bodies of the sessions this browser keeps."""
    rows = [row["rec"] for name, rows in tablet.stored().items() if name.endswith("/shown") for row in rows]
    return [rec["body"] for rec in rows if rec["kind"] == "session" and not rec["deleted"]]


def test_it_goes_on_without_a_server_and_waits_after_a_reload(tablet: Tablet, server: Server) -> None:
    to_today(tablet)
    tablet.ready_offline()
    to_the_first_movement(tablet)
    tablet.tap("Start")
    # On every day of the week the first movement is at least three times four seconds to each side.
    reach(tablet, "2")
    tablet.tap("Pause")
    tablet.shows("Paused. Take your time.")
    stood = time.monotonic()
    server.stop()
    time.sleep(max(0.0, stood + 4.5 - time.monotonic()))
    assert count(tablet) == "2"
    tablet.tap("Go on")
    reach(tablet, "3")
    # It is kept every second.
    time.sleep(1.5)
    tablet.reload()
    tablet.shows("Paused. Take your time.")
    assert count(tablet) == "3"
    tablet.tap("Go on")
    tablet.wait_for(lambda: count(tablet) not in ("", "3"), "the count after 3")


def test_it_is_made_easier_stopped_and_kept(tablet: Tablet, server: Server) -> None:
    to_today(tablet)
    tablet.ready_offline()
    server.stop()
    to_the_first_movement(tablet)
    was = tablet.text("h1")
    tablet.tap("Start")
    reach(tablet, "1")
    tablet.tap("Make it easier")
    tablet.wait_for(lambda: tablet.text("h1") not in ("", was), "another movement")
    tablet.tap("Start")
    tablet.wait_for(lambda: count(tablet), "a count")
    time.sleep(1.2)
    tablet.tap("Stop")
    tablet.shows("Stopped. That was a good choice.")
    tablet.tap("Worse")
    tablet.shows("Noted. Rest now.")
    tablet.tap("To Today")
    tablet.shows("Stopped early today")
    (body,) = sessions(tablet)
    assert body["felt"] == "worse" and body["done"][0]["outcome"] == "stopped"


def test_every_screen_of_it_is_open_to_all(tablet: Tablet) -> None:
    to_today(tablet)
    tablet.run(Axe().axe_script)
    found = {"today": tablet.run(FOUND)}
    tablet.tap("Start")
    tablet.shows("Have within reach")
    found["ready"] = tablet.run(FOUND)
    tablet.tap("All ready")
    tablet.shows("Any of these now?")
    found["check"] = tablet.run(FOUND)
    tablet.tap("None of these")
    tablet.shows("Movement 1 of")
    tablet.tap("Start")
    reach(tablet, "1")
    found["running"] = tablet.run(FOUND)
    tablet.tap("Stop")
    tablet.shows("Stopped. That was a good choice.")
    found["after"] = tablet.run(FOUND)
    assert found == {name: [] for name in found}
