"""With nothing else to do, the app reads every screen ahead."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
# How many screens there are still to read.
TO_READ = """async () => {
  const { lazyViews } = await import('/pwa/src/views/shell/screens.js');
  return lazyViews.filter((view) => !view.here()).length;
}"""
SCREENS = {"/diary": "Diary", "/trends": "Trends", "/learn": "Learn", "/you/settings": "Settings"}


@pytest.mark.parametrize("idle", [True, False])
def test_a_screen_that_was_read_ahead_is_there_without_a_file_being_asked_for(
    make_phone: MakePhone, idle: bool
) -> None:
    phone = make_phone("rosa", idle=idle)
    acts.start_now(phone)
    left = phone.page.evaluate(TO_READ)
    assert left > 20, "a start reads what it shows"
    if idle:
        phone.wait_for(lambda: phone.page.evaluate(TO_READ) == 0, 60)
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    for path, title in SCREENS.items():
        phone.show(path)
        expect(phone.page.get_by_role("heading", level=1)).to_have_text(re.compile(title))
    files = [url for url in asked if url.endswith(".js")]
    assert bool(files) != idle, files
