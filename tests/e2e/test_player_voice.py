"""A session is led by a voice of the phone itself, and the screen stays on while it is."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone
from tests.e2e.test_player import NOON, count
from tests.e2e.test_settings import VOICES

MakePhone = Callable[..., Phone]
# Counts how often the screen was asked to stay on, and let go; what the browser does stays its own.
WATCHED = """() => {
  window.awake = [0, 0];
  const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (kind) => {
    const held = await ask(kind);
    window.awake[0] += 1;
    held.addEventListener('release', () => { window.awake[1] += 1; });
    return held;
  };
}"""
# A phone that names its voices only after a while.
LATE = """() => {
  const [voices, heard] = [[], []];
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices, cancel: () => {}, speak: () => {}, removeEventListener: () => {},
    addEventListener: (_, tell) => heard.push(tell),
  } });
  window.come = () => {
    voices.push({ name: 'near', localService: true, lang: 'en-GB' });
    heard.forEach((tell) => tell());
  };
}"""


def test_a_voice_of_this_phone_leads_and_the_screen_stays_on(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", light=False)
    phone.page.add_init_script(f"({VOICES})()")
    phone.page.add_init_script(f"({WATCHED})()")
    phone.page.clock.install(time=NOON)
    acts.start_now(phone)
    phone.button("Start").tap()
    expect(phone.page.get_by_role("switch", name=re.compile("^Voice"))).to_have_attribute(
        "aria-checked", "true"
    )
    phone.button("All ready").tap()
    phone.button("None of these").tap()
    phone.button("Start").tap()
    phone.wait_for(lambda: "near: 2" in phone.page.evaluate("window.said"))
    said = [one for one in phone.page.evaluate("window.said") if one != "silence"]
    assert re.match(r"near: Trunk turn\. Left side\. Sit", said[0])
    assert re.match(r"near: Left side\. 5 times\.", said[1])
    assert all(one.startswith("near: ") for one in said), "a voice that is far away would tell others"
    assert phone.page.evaluate("window.awake") == [1, 0], "the screen is kept on, and not let go"
    phone.button("Voice on").tap()
    heard = len(phone.page.evaluate("window.said"))
    phone.wait_for(lambda: count(phone.page) == "4")
    assert phone.page.evaluate("window.said").count("near: 4") == 0 and heard > 0
    phone.button("Stop").tap()
    phone.wait_for(lambda: phone.page.evaluate("window.awake")[1] == 1)


def test_a_voice_that_comes_late_is_offered_when_it_is_there(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.page.add_init_script(f"({LATE})()")
    acts.start_now(phone)
    phone.button("Start").tap()
    expect(phone.page.get_by_role("switch", name=re.compile("^Sounds"))).to_be_visible()
    voice = phone.page.get_by_role("switch", name=re.compile("^Voice"))
    assert voice.count() == 0
    phone.page.evaluate("window.come()")
    expect(voice).to_be_visible()
