"""A cursor says what it was sealed with, is as long as any other, and those of older builds are read."""

import pytest
from flask import Flask

from backend.services import seal
from backend.services.seal import Cursor

SPACE, VIEW = "0190f1a2-7a80-7504-990e-945de2e8e781", "v" * 36
BIG = 99_999_999
CURSORS = [
    Cursor(VIEW, 0, ""),
    Cursor(VIEW, 7, "a" * 16),
    Cursor(VIEW, 7, "a" * 16, 9, "b" * 16),
    Cursor(VIEW, 7, "a" * 16, newest=9, newest_tag="c" * 16),
    Cursor(VIEW, BIG, "a" * 16, BIG, "b" * 16, BIG, "c" * 16),
]


@pytest.mark.parametrize("cursor", CURSORS)
def test_it_says_what_it_was_sealed_with(app: Flask, cursor: Cursor) -> None:
    with app.app_context():
        assert seal.open_cursor(SPACE, seal.seal_cursor(SPACE, cursor)) == cursor
        assert seal.open_cursor(VIEW, seal.seal_cursor(SPACE, cursor)) is None


def test_all_are_of_one_length(app: Flask) -> None:
    with app.app_context():
        assert len({len(seal.seal_cursor(SPACE, cursor)) for cursor in CURSORS}) == 1


@pytest.mark.parametrize("values", [[VIEW, 7, "a" * 16, 0], [VIEW, 7, "a" * 16, 9, "b" * 16]])
def test_those_of_an_older_build_are_read(app: Flask, values: list[str | int]) -> None:
    with app.app_context():
        opened = seal.open_cursor(SPACE, seal._seal("cursor", SPACE, values))
    assert opened is not None and (opened.seq, opened.newest, opened.newest_tag) == (7, 0, "")
