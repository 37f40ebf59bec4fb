"""Charts without colours: on grey paper, and for eyes that see few of them, each thing is still another."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from backend.cli import story
from tests.e2e import tour
from tests.e2e.phone import Phone
from tests.pictures import contrast, first_channel

MakePhone = Callable[..., Phone]
DRAWN = ("trend-worst", "trend-middle", "trend-band", "trend-grid", "trend-shade")
GREY = "() => { document.documentElement.style.filter = 'grayscale(1)'; }"
ALONE = """([all, wanted]) => {
  for (const name of all) {
    for (const one of document.querySelectorAll(`.trend-area .${name}`)) {
      one.style.visibility = name === wanted ? 'visible' : 'hidden';
    }
  }
  for (const one of document.querySelectorAll('.trend-labels')) one.style.visibility = 'hidden';
}"""
# Lines and edges of a drawing against what is around them (WCAG 1.4.11).
LEAST = 3.0
# Stripes are told from an even ground.
STRIPES = 1.25
# Two levels beside each other; of 255.
STEP = 8


class Picture(NamedTuple):
    """Greys of a part of the screen, row by row."""

    wide: int
    high: int
    greys: bytes

    @property
    def ground(self) -> int:
        """What most of it is."""
        return Counter(self.greys).most_common(1)[0][0]

    @property
    def furthest(self) -> int:
        """What stands out most from the ground."""
        ground = self.ground
        return max(set(self.greys), key=lambda one: contrast(one, ground))

    def columns(self) -> Iterator[bool]:
        """From left to right, whether anything is drawn there."""
        ground = self.ground
        drawn = {one for one in set(self.greys) if contrast(one, ground) >= LEAST}
        for x in range(self.wide):
            yield not drawn.isdisjoint(self.greys[x :: self.wide])


def box_of(place: Locator) -> FloatRect:
    box = place.bounding_box()
    assert box
    return box


def grey(place: Locator) -> Picture:
    return Picture(*first_channel(place.screenshot()))


def gaps(picture: Picture) -> int:
    """How often a line stops between its first and its last point."""
    return len(re.findall("x_+(?=x)", "".join("x" if one else "_" for one in picture.columns())))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_say_the_same_without_colours(demo_phone: MakePhone, theme: str) -> None:
    phone = demo_phone("rosa", color_scheme=theme)
    tour.sign_in_as(phone, story.ROSA)
    phone.show("/trends")
    expect(phone.page.get_by_text(re.compile("^[0-9]+ days of 30 noted"))).to_be_visible()
    phone.page.evaluate(GREY)
    words_stand_beside_their_lines(phone)
    lines_bands_and_stripes_are_told_apart(phone)
    levels_have_their_number_and_a_grey_each(phone)
    bars_are_seen_on_their_ground(phone)


def lines_bands_and_stripes_are_told_apart(phone: Phone) -> None:
    area = phone.page.locator(".trend-area")
    seen = {}
    for name in DRAWN:
        expect(area.locator(f".{name}").first).to_be_attached()
        phone.page.evaluate(ALONE, [DRAWN, name])
        seen[name] = grey(area)
    for name in ("trend-worst", "trend-middle", "trend-band"):
        assert contrast(seen[name].furthest, seen[name].ground) >= LEAST, name
    # A line, and dots in a row. A day without an entry parts both of them.
    assert gaps(seen["trend-middle"]) >= gaps(seen["trend-worst"]) + 5
    # Stripes have two greys, neither of them the ground's; the band is even but for its edge.
    [(_, _), (light, _), (dark, _)] = Counter(seen["trend-shade"].greys).most_common(3)
    assert contrast(light, dark) >= STRIPES
    inside = Counter(seen["trend-band"].greys).most_common(2)[1][0]
    assert contrast(inside, seen["trend-band"].furthest) >= 2


def words_stand_beside_their_lines(phone: Phone) -> None:
    words = phone.page.locator(".trend-labels > span")
    expect(words).to_have_count(3)
    assert sorted(one.split()[0] for one in words.all_inner_texts()) == ["middle", "usual:", "worst"]
    boxes = sorted(map(box_of, words.all()), key=lambda box: box["y"])
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"] + 2, "words lie over each other"
    ends = box_of(phone.page.locator(".trend-area"))
    assert all(box["x"] >= ends["x"] + ends["width"] * 0.9 for box in boxes)
    assert all(box["x"] + box["width"] <= 390 for box in boxes)


def levels_have_their_number_and_a_grey_each(phone: Phone) -> None:
    phone.button("Calendar").tap()
    days = phone.page.locator(".trend-day > b:not([aria-hidden])")
    expect(days.first).to_be_visible()
    levels: dict[int, int] = {}
    for day in days.all():
        level = int(day.inner_text())
        if level not in levels:
            picture = grey(day)
            # The bar is the lower end of the cell.
            row = picture.greys[-picture.wide * 6 : -picture.wide * 5]
            levels[level] = row[picture.wide // 2]
    assert len(levels) >= 4
    greys = [levels[level] for level in sorted(levels)]
    assert all(lower - higher >= STEP for lower, higher in pairwise(greys)), levels


def bars_are_seen_on_their_ground(phone: Phone) -> None:
    phone.button("Where and what kind").tap()
    bar = phone.page.locator(".trend-bar", has=phone.page.locator("span")).last
    expect(bar).to_be_visible()
    picture = grey(bar)
    middle = picture.greys[picture.wide * (picture.high // 2) :][: picture.wide]
    fill, rest = middle[len(middle) // 50], middle[-len(middle) // 50]
    assert contrast(fill, rest) >= LEAST
