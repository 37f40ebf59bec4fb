"""The body map: a zone, then its regions, by tap, by keyboard and by name; what was tapped is kept."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]
OPEN = """() => {
  history.pushState({ ...history.state, depth: history.state.depth + 1 }, '', '/log/body');
  dispatchEvent(new PopStateEvent('popstate'));
}"""
MEASURE = """() => [...document.querySelectorAll('.map button')].map((one) => {
  const { left, top, right, bottom, width, height } = one.getBoundingClientRect();
  return { name: one.getAttribute('aria-label'), left, top, right, bottom, width, height };
})"""


def map_of_an_entry(phone: Phone) -> None:
    """Log a number and show the body."""
    acts.start_now(phone)
    acts.number(phone, 6)
    phone.page.evaluate(OPEN)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Tap the area")


def part(phone: Phone, name: str, on: bool) -> None:
    """A region shows whether it is chosen."""
    expect(phone.page.get_by_role("button", name=name, exact=True)).to_have_attribute(
        "aria-pressed", str(on).lower()
    )


def saved(phone: Phone, name: str) -> None:
    """The quiet voice says so when it is kept, which is a moment after the drawing shows it."""
    expect(phone.page.get_by_text(f"{name}. Saved on this phone.")).to_have_count(1)


def test_a_place_is_tapped_and_kept(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    map_of_an_entry(phone)
    phone.button("Hips and pelvis").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Hips and pelvis")
    right = phone.button("Right hip").bounding_box()
    left = phone.button("Left hip").bounding_box()
    assert right and left and right["x"] < left["x"], "who faces us has the right hip on our left"
    phone.button("Right hip").tap()
    phone.button("Left hip").tap()
    expect(phone.button("Take away: Both hips")).to_be_visible()
    saved(phone, "Left hip")
    phone.page.reload()
    part(phone, "Right hip", True)
    phone.button("Left hip").tap()
    part(phone, "Left hip", False)
    expect(phone.button("Take away: Right hip")).to_be_visible()
    phone.page.go_back()
    phone.page.get_by_role("group", name="Which side of the body?").get_by_role("button", name="Back").tap()
    phone.button("Hips and buttocks").tap()
    part(phone, "Right hip", True)
    right = phone.button("Right hip").bounding_box()
    left = phone.button("Left hip").bounding_box()
    assert right and left and right["x"] > left["x"], "seen from the back the sides are our own"
    phone.button("Done").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Where does it hurt?")
    expect(phone.button("Take away: Right hip")).to_be_visible()
    phone.page.evaluate(OPEN)
    what_is_no_spot(phone)


def what_is_no_spot(phone: Phone) -> None:
    """Under the drawing: what has no place on it."""
    phone.page.get_by_role("switch", name="All over").tap()
    phone.button("Back, not sure where").tap()
    saved(phone, "Back, not sure where")
    phone.page.reload()
    expect(phone.page.get_by_role("switch", name="All over")).to_have_attribute("aria-checked", "true")
    expect(phone.button("Take away: Back, not sure where")).to_be_visible()
    assert '"generalised":true' in phone.stored()


def test_a_place_is_chosen_by_keyboard_alone(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    map_of_an_entry(phone)
    focus(phone, "Right leg")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Right leg")
    passed = focus(phone, "Right knee")
    assert passed[-3:] == ["Front of the right thigh", "Right inner thigh", "Right knee"]
    phone.page.keyboard.press("Space")
    part(phone, "Right knee", True)
    focus(phone, "Done")
    phone.page.keyboard.press("Enter")
    expect(phone.button("Take away: Right knee")).to_be_visible()


def focus(phone: Phone, name: str) -> list[str]:
    """Press Tab until the control of that name has the focus; what was passed, in order."""
    passed: list[str] = []
    while name not in passed:
        assert len(passed) < 30, passed
        phone.page.keyboard.press("Tab")
        passed.append(
            phone.page.evaluate(
                "() => document.activeElement.getAttribute('aria-label')"
                " ?? document.activeElement.textContent.trim()"
            )
        )
    return passed


def test_every_control_is_large_and_a_tap_beside_one_counts(make_phone: MakePhone) -> None:
    phone = make_phone("rosa", viewport={"width": 320, "height": 700})
    map_of_an_entry(phone)
    phone.page.evaluate("document.documentElement.dataset.text = '200'")
    for zone in (None, "Head and neck", "Right shoulder and arm", "Chest and belly", "Right leg"):
        if zone:
            phone.button(zone).tap()
            expect(phone.page.get_by_role("heading", level=1)).to_have_text(zone)
        large_and_apart(phone)
        if zone:
            phone.button("Whole body").tap()
            expect(phone.page.get_by_role("heading", level=1)).to_have_text("Tap the area")
    phone.page.evaluate("delete document.documentElement.dataset.text")
    phone.button("Hips and pelvis").tap()
    box = phone.button("Right groin").bounding_box()
    assert box
    # A click and no tap, since the browser itself moves a tap by a few pixels.
    phone.page.mouse.click(box["x"] - 12, box["y"] + box["height"] / 2)
    part(phone, "Right groin", True)


def large_and_apart(phone: Phone) -> None:
    """64 px each way, 8 px between, and nothing wider than the phone."""
    boxes = phone.page.evaluate(MEASURE)
    assert boxes
    for index, one in enumerate(boxes):
        assert one["width"] >= 63.9 and one["height"] >= 63.9, one
        assert one["left"] >= 0 and one["right"] <= 320, one
        for other in boxes[index + 1 :]:
            across = max(one["left"] - other["right"], other["left"] - one["right"], 0)
            down = max(one["top"] - other["bottom"], other["top"] - one["bottom"], 0)
            assert (across**2 + down**2) ** 0.5 >= 7.9, (one["name"], other["name"])
    assert phone.page.evaluate("document.querySelector('.scroll').scrollWidth") <= 320
