"""What no font has is named on paper, and what has no shape is not there."""

import pytest

from backend.reports.letters import covered, printable
from backend.reports.pdf import render
from tests.reports.world import Diary


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Größe, Ça va, Ελληνικά, русский", "Größe, Ça va, Ελληνικά, русский"),
        ("fine 😀", "fine [grinning face]"),
        ("日本語 here", "[3 letters: CJK] here"),
        ("שלום and مرحبا", "[4 letters: Hebrew] and [5 letters: Arabic]"),
        ("a\u202eb\u200dc\ufeffd", "abcd"),
        ("one\ntwo", "one\ntwo"),
        ("e\u0301", "é"),
    ],
)
def test_every_letter_has_a_shape_or_a_name(written: str, printed: str) -> None:
    assert printable(written) == printed
    assert set(printable(written)) <= covered() | {"\n"}


def test_the_list_of_letters_is_what_the_fonts_have() -> None:
    diary = Diary()
    # Not those that change their neighbours, which stand behind a letter of their own.
    diary.put("profile", own_goal=" ".join(sorted(covered())))
    assert render(diary.report(parts=("wishes",)), "a4").startswith(b"%PDF-")
    assert len(covered()) > 1900
