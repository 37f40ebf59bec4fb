"""The page of the API in a real browser: readable on a phone, light and dark, within the policy."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tests.e2e.test_screens import OPTIONS, violations


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_api_is_readable_on_a_phone(
    make_phone: Callable[..., Phone], server: Server, scheme: str
) -> None:
    phone = make_phone("reader", light=False, color_scheme=scheme)
    asked: list[str] = []
    phone.context.on("request", lambda request: asked.append(request.url))
    phone.open("/api/v1/docs")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Limber’s API")
    expect(phone.page.get_by_role("heading", name="POST /api/v1/auth/login")).to_be_visible()
    for width in (320, 390, 1280):
        phone.page.set_viewport_size({"width": width, "height": 844})
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= width
    ground = phone.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(251, 249, 245)" if scheme == "light" else "rgb(20, 26, 26)")
    assert {url.split("?")[0] for url in asked} == {
        f"{server.url}/api/v1/docs",
        f"{server.url}/api/v1/docs.css",
        f"{server.url}/static/icons/icon-192.png",
    }
    phone.page.set_viewport_size({"width": 390, "height": 844})
    phone.page.evaluate(Axe().axe_script)
    found = violations(phone, OPTIONS)
    assert not [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
    assert not phone.complaints
