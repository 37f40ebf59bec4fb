"""A first visit takes what the app needs without a network at once; one by one where that does not come."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from backend.web.crate import CRATE
from tests.e2e import acts
from tests.e2e.between import CUT, Answer, Between
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
# Needed by no first screen, so that only the worker asks for it.
LATER = "/pwa/src/views/report/report.js"
# Address, type and hash of everything kept, and what the worker was told to keep.
KEPT = """async () => {
  const said = (await (await fetch('/sw.js')).text()).split('\\n')[0];
  const { files } = JSON.parse(said.replace('self.shell = ', '').replace(/;$/, ''));
  const two = (one) => one.toString(16).padStart(2, '0');
  const hex = (bytes) => Array.from(new Uint8Array(bytes), two).join('');
  const kept = {};
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) {
    const answer = await caches.match(request);
    const hash = hex(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer()));
    const said = ['content-type', 'x-content-type-options'].map((name) => answer.headers.get(name));
    kept[new URL(request.url).pathname] = [hash, ...said];
  }
  return { files, kept };
}"""


def is_whole(phone: Phone) -> dict[str, str]:
    """The types of what is kept, by address; each file is there, and is the one that was announced."""
    told = phone.page.evaluate(KEPT)
    assert {url: said[0] for url, said in told["kept"].items()} == told["files"]
    assert {said[2] for said in told["kept"].values()} == {"nosniff"}
    return {url: said[1] for url, said in told["kept"].items()}


def test_one_request_brings_every_text(far_phone: MakePhone, between: Between) -> None:
    phone = far_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    assert len(between.times(CRATE)) == 1
    asked = [path for _at, path, _body in between.seen if not path.startswith("/api/")]
    assert LATER not in asked
    twice = {path for path in asked if asked.count(path) > 1}
    assert len(asked) < 400 and len(twice) < 10, "no file comes twice without need"
    from_crate = is_whole(phone)
    assert len(from_crate) > 500
    phone.page.close()
    other = far_phone("daniel")
    between.before = lambda _method, path: CUT if path == CRATE else None
    other.open()
    other.ready_offline(120)
    assert is_whole(other) == from_crate, "whichever way they came, they say they are the same"


def test_what_came_in_one_go_opens_every_screen_without_a_network(far_phone: MakePhone) -> None:
    phone = far_phone("rosa")
    acts.start_now(phone)
    phone.ready_offline()
    phone.close()
    phone.start(offline=True)
    for path, heading in (("/report", "A report"), ("/trends", "Trends"), ("/move", "Move")):
        phone.open(path)
        expect(phone.page.get_by_role("heading", level=1)).to_contain_text(heading)


def spoilt(answer: Answer) -> Answer:
    """Half of the texts say something else."""
    return replace(answer, body=answer.body.replace(b"export function", b"export  function"))


@pytest.mark.parametrize("fault", ["half", "spoilt"])
def test_where_it_does_not_come_whole_each_file_is_asked_for(
    far_phone: MakePhone, between: Between, fault: str
) -> None:
    def after(path: str, answer: Answer) -> Answer:
        if path != CRATE:
            return answer
        half = replace(answer, body=answer.body[: len(answer.body) // 2])
        return half if fault == "half" else spoilt(answer)

    between.after = after
    phone = far_phone("rosa")
    phone.open()
    phone.ready_offline(120)
    assert between.times(CRATE)
    assert LATER in {path for _at, path, _body in between.seen}
    is_whole(phone)
