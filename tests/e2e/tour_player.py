"""The guided session in each of its states, for what must hold on each of them."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.phone import Phone

Screen = tuple[str, Callable[[Phone], None]]


def set_up(phone: Phone) -> None:
    """A new session, whatever became of the last one."""
    phone.show("/")
    start = phone.button("Another one").or_(phone.button("Start"))
    expect(phone.button("Go on").or_(start).first).to_be_visible()
    if phone.button("Go on").count():
        phone.button("Leave it").tap()
        # What was done of it is stored first; then the card says so.
        phone.page.wait_for_timeout(700)
        expect(start.first).to_be_visible()
    if phone.button("Another one").count():
        phone.button("Another one").tap()
    phone.button("Start").tap()
    expect(phone.button("All ready")).to_be_visible()


def start_check(phone: Phone) -> None:
    set_up(phone)
    phone.button("All ready").tap()
    expect(phone.button("None of these")).to_be_visible()


def ready(phone: Phone) -> None:
    start_check(phone)
    phone.button("None of these").tap()
    expect(phone.page.get_by_text("Movement 1 of")).to_be_visible()


def running(phone: Phone) -> None:
    ready(phone)
    phone.button("Start").tap()
    expect(phone.button("Pause")).to_be_visible()


def paused(phone: Phone) -> None:
    running(phone)
    phone.button("Pause").tap()
    expect(phone.button("Go on")).to_be_visible()


def stopped(phone: Phone) -> None:
    """The question after it, with an answer and what was done laid open."""
    running(phone)
    phone.page.wait_for_timeout(1000)
    phone.button("Stop").tap()
    phone.button("Worse").tap()
    phone.page.get_by_role("button", name="What you did").tap()


SCREENS: list[Screen] = [
    ("session-set-up", set_up),
    ("session-check", start_check),
    ("session-ready", ready),
    ("session-running", running),
    ("session-paused", paused),
    ("session-stopped", stopped),
]
