"""How sure a diary is to stay where it is: the browser's promise, and the home screen of an iPhone."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.e2e import acts, inside
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
EMAIL = "rosa@example.org"
PERSIST = """(() => {
  globalThis.asked = 0;
  const answer = async () => { globalThis.asked += 1; return %s; };
  Object.defineProperty(StorageManager.prototype, 'persist', { value: answer });
  %s
})()"""
AT_HOME = "Object.defineProperty(navigator, 'standalone', { value: true });"
ABOUT = "About this phone"


def test_p08_the_browser_is_asked_to_keep_the_diary_and_its_answer_is_shown(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    phone.context.add_init_script(PERSIST % ("false", ""))
    acts.start_now(phone)
    assert phone.page.evaluate("asked") == 0
    acts.number(phone, 3)
    phone.wait_for(lambda: phone.page.evaluate("asked") == 1)
    promise(phone, "The browser may clear your diary when space is short.")
    inside.save(phone.page, 4)
    assert phone.page.evaluate("asked") == 0, "once is enough in a tab"
    phone.kill()
    phone.start()
    phone.context.add_init_script(PERSIST % ("true", AT_HOME))
    phone.open("/")
    inside.save(phone.page, 5)
    phone.wait_for(lambda: phone.page.evaluate("asked") == 1)
    promise(phone, "The browser promised to keep your diary.")


def promise(phone: Phone, words: str) -> None:
    phone.open("/you/settings")
    phone.button(re.compile(f"^{ABOUT}")).tap()
    expect(phone.page.get_by_text(words, exact=True)).to_be_visible()


IPHONE: dict[str, Any] = {
    "user_agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"
}


def test_f59_a_tab_on_an_iphone_warns_before_it_is_left_for_the_home_screen(make_phone: MakePhone) -> None:
    tab, home = make_phone("tab", **IPHONE), make_phone("home", **IPHONE)
    tab.open("/")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("First, put Limber on your home screen")
    tab.button("Go on in this tab").tap()
    tab.button(re.compile("^Start now, no account")).tap()
    inside.register(tab)
    inside.save(tab.page, 4)
    inside.sync(tab.page)
    tab.ready_offline()
    tab.offline()
    inside.save(tab.page, 7)
    tab.show("/")
    tab.page.get_by_role("region", name="Put Limber on your home screen").get_by_role("button").tap()
    expect(tab.page.get_by_text("1 entry is only in this tab so far. Send it first.")).to_be_visible()
    expect(tab.page.get_by_text("On the home screen Limber begins empty.")).to_be_visible()
    expect(tab.button("Send now")).to_be_visible()
    tab.offline(False)
    expect(tab.page.get_by_text("Sign in there, and all of your diary comes.")).to_be_visible()

    home.context.add_init_script(AT_HOME)
    acts.sign_in(home, EMAIL)
    acts.all_sent(home)
    assert sorted(acts.titles(home)) == ["Pain 4", "Pain 7"]
    assert home.page.get_by_text("Put Limber on your home screen").count() == 0
