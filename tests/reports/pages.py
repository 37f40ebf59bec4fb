"""Reads a PDF back: its tags, its words in reading order, its letters and their sizes, and its pages."""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw


@dataclass(frozen=True)
class Tag:
    """One element of the structure. alt: its text alternative."""

    name: str
    alt: str
    children: tuple["Tag", ...]

    def all(self, name: str) -> list["Tag"]:
        """Every element below with this name."""
        below = [found for child in self.children for found in child.all(name)]
        return ([self] if self.name == name else []) + below


def tags(pdf: bytes) -> Tag:
    """The tree of tags."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return _tag(opened.Root.StructTreeRoot)


def _tag(element: Any) -> Tag:
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    children = [_tag(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return Tag(str(element.get("/S", "")).lstrip("/"), str(element.get("/Alt", "")), tuple(children))


def texts(pdf: bytes) -> list[str]:
    """What each page says, without the line at the foot."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded(bottom=37) for page in opened]
    finally:
        opened.close()


def words(pdf: bytes) -> list[str]:
    """Every word, page by page, without breaks inside a word."""
    joined = "\n".join(texts(pdf)).replace("\u200b", "").replace("\ufffe", "")
    return [word for word in joined.split() if word != "•"]


def pages(pdf: bytes) -> int:
    """How many there are."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def sizes(pdf: bytes) -> Iterator[float]:
    """The size of every letter in points, as it is printed."""
    opened = pypdfium2.PdfDocument(pdf)
    raw = pypdfium2.raw
    try:
        for page in opened:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                if not chr(raw.FPDFText_GetUnicode(text, place)).isspace():
                    matrix = raw.FS_MATRIX()
                    raw.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
                    yield abs(raw.FPDFText_GetFontSize(text, place) * matrix.d)
    finally:
        opened.close()


def greys_only(pdf: bytes) -> bool:
    """Whether every point of every page is a grey."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        for page in opened:
            drawn = page.render(scale=0.5).to_pil().convert("RGB")
            if any(max(colour) - min(colour) > 2 for _, colour in drawn.getcolors(1 << 24)):
                return False
    finally:
        opened.close()
    return True
