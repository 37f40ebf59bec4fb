"""What a report says, on the screen and in its files."""

import re
from pathlib import Path

import pypdfium2
from playwright.sync_api import Locator

from tests.e2e.phone import Phone


def fact(phone: Phone, label: str) -> Locator:
    """What the first page says of something."""
    term = phone.page.locator("dt", has_text=re.compile(f"^{label}$"))
    return phone.page.get_by_role("region", name="On one page").locator(".report-fact").filter(has=term)


def saved(phone: Phone, name: str) -> bytes:
    """The file that a tap saves."""
    with phone.page.expect_download(timeout=60_000) as got:
        phone.button(re.compile(f"^{name}")).tap()
    return Path(got.value.path()).read_bytes()


def pages(made: bytes) -> list[str]:
    """The words of each page of a PDF."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]


def words(made: bytes) -> str:
    """Every word of a PDF."""
    return "\n".join(pages(made))
