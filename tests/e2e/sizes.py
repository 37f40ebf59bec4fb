"""What is too small for an unsteady hand, and what a small screen or large text cannot hold."""

from tests.e2e.phone import Phone

LEAST_TARGET, LEAST_LOG_TARGET = 48, 64
NARROW = {"width": 320, "height": 640}
# The page, what scrolls within it, and what a control hides of its words. A text field scrolls by itself,
# and the parts of the body map are shapes without words.
SIDEWAYS = """() => {
  const inner = document.querySelectorAll('.scroll, button:not(.body-part), a');
  return [document.documentElement, ...inner].some((one) => one.checkVisibility()
    && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1);
}"""
# What a reader's own style may set (WCAG 1.4.12): a sheet by hand, since the policy refuses one in the page.
SPACED = """() => {
  const own = new CSSStyleSheet();
  own.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [own];
}"""
# Links within a sentence are as high as its line; what is there for screen readers alone has no size.
SMALL = """(least) => [...document.querySelectorAll('a, button, input, textarea, select, [role=switch]')]
  .filter((one) => one.checkVisibility() && !one.closest('p, .skip'))
  .map((one) => ({ name: one.textContent.trim() || one.className, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 2 && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(({ name, box }) => `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
  .slice(0, 5).map((one) => `${one.tagName}.${one.className}`)"""


def looked_at(phone: Phone, name: str) -> list[str]:
    """What is too small at 390 px, and what a screen 320 px wide cannot hold, also with larger text."""
    found = [f"{name}: small: {one}" for one in phone.page.evaluate(SMALL, LEAST_TARGET)]
    if name == "today":
        steps = phone.page.locator(".step").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        found += [
            f"{name}: a step of the scale is {height}" for height in steps if height < LEAST_LOG_TARGET - 0.5
        ]
    phone.page.set_viewport_size(NARROW)
    for size in ("100", "200"):
        phone.page.evaluate("(size) => { document.documentElement.dataset.text = size; }", size)
        phone.page.wait_for_timeout(50)
        if phone.page.evaluate(SIDEWAYS):
            found.append(f"{name}: sideways at {size} %: {phone.page.evaluate(WIDE)}")
    phone.page.evaluate("() => { delete document.documentElement.dataset.text; }")
    phone.page.evaluate(SPACED)
    phone.page.wait_for_timeout(50)
    if phone.page.evaluate(SIDEWAYS):
        found.append(f"{name}: sideways with spaced text: {phone.page.evaluate(WIDE)}")
    phone.page.evaluate("() => { document.adoptedStyleSheets = []; }")
    phone.page.set_viewport_size({"width": 390, "height": 844})
    return found
