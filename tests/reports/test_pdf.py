"""The PDF as other programs read it: tagged, named, in large letters, in greys, with the page's own words."""

import io
import re

import pikepdf
import pytest

from backend.reports.build import TITLES
from backend.reports.pdf import PAPERS, TooLong, prepared, render
from backend.reports.plain import as_text
from tests.reports.pages import greys_only, pages, sizes, tags, words
from tests.reports.world import Diary, full_diary

# The scale, the months, the names of marks and of sides: all that stands in a drawing.
DRAWN = re.compile(r"(\d+|[A-Z][a-z]{2}|Relapse|Front|Back|R|L)*")


@pytest.fixture(scope="module", params=PAPERS)
def made(request: pytest.FixtureRequest) -> bytes:
    return render(full_diary().report(parts=tuple(TITLES)), request.param)


def test_it_is_tagged_titled_and_says_its_language(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en-GB"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as meta:
            assert meta["dc:title"] == "Pain report: Rosa Keller"
            assert meta["pdfuaid:part"] == "1"
        # Nothing that runs, opens or fetches.
        assert not {"/AA", "/OpenAction", "/AcroForm"} & set(opened.Root.keys())
        assert "/JavaScript" not in str(opened.Root.get("/Names", ""))


def test_headings_tables_and_figures_are_what_they_look_like(made: bytes) -> None:
    found = tags(made)
    report = full_diary().report(parts=tuple(TITLES))
    blocks = [one for part in report["sections"] for one in part["blocks"]]
    assert len(found.all("H1")) == len(report["sections"])
    assert len(found.all("H2")) == sum(bool(one["title"]) for one in blocks)
    assert len(found.all("Table")) == sum(one["t"] == "table" and bool(one["rows"]) for one in blocks)
    for one in found.all("Table"):
        assert one.all("TH") and one.all("TD")
    figures = {one.alt for one in found.all("Figure")}
    assert figures == {one["summary"] for one in blocks if "summary" in one}


def test_every_letter_is_at_least_eleven_points(made: bytes) -> None:
    small = [size for size in sizes(made) if size < 10.95]
    assert not small
    assert len(list(sizes(made))) > 2000


def test_it_needs_no_colour(made: bytes) -> None:
    assert greys_only(made)


def test_only_the_fonts_it_carries_are_used(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as opened:
        fonts = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        for one in fonts:
            assert "NotoSans" in str(one.FontName)
            assert {"/FontFile2", "/FontFile3"} & set(one.keys())


def test_its_words_are_those_of_the_page(made: bytes) -> None:
    """In the same order; what is over stands in a drawing."""
    report = prepared(full_diary().report(parts=tuple(TITLES)))
    lines = as_text(report).replace("\u200b", "").splitlines()
    # Beside one another on paper, with a full stop between them.
    lines[1] += "."
    printed, place, over = "".join(words(made)), 0, []
    for said in (cell for line in lines for cell in line.split("\t") if cell):
        wanted = "".join(said.split())
        found = printed.find(wanted, place)
        assert found >= 0, f"{said} is not on paper, or not in its place"
        over.append(printed[place:found])
        place = found + len(wanted)
    assert not [rest for rest in (*over, printed[place:]) if not DRAWN.fullmatch(rest)]


def everything_long() -> Diary:
    """As much as a person may write, wherever it reaches the first page."""
    diary, long = full_diary(), "Wörter und noch mehr Wörter, " * 10
    diary.put("appointment", on="2026-11-22", questions=[long[:300]] * 9)
    for number in range(12):
        diary.put("event", type="relapse_suspected", on=f"2026-11-{number + 1:02}", detail=long * 6)
        regimen = {"name": "N" * 80, "dose_text": "d" * 60, "unit_text": "u" * 60}
        named = {"class": "nerve_pain_antidepressant", "regimen": regimen}
        diary.put("medicine", started_on="2026-01-01", **named)
        diary.put("safety", message_id="SAFE-14", tier="E2", on="2026-11-10", answer="seen")
        for region in ("whole_leg", "inner_thigh", "thigh_back", "upper_arm", "back_any"):
            stopped = [
                {"activity": one, "minutes": number * 100} for one in ("caring", "sleeping", "dressing")
            ]
            words_used = ["pins_needles", "touch_hurts", "tight_band"]
            tried = [{"what": "music_distraction", "before_nrs": 9, "after_nrs": 9}]
            site = [{"region": region, "side": "both"}]
            diary.pain(number, 9, regions=site, words=words_used, relief=tried, stops_me=stopped)
    return diary


@pytest.mark.parametrize("paper", PAPERS)
def test_the_first_page_is_one_page_whatever_was_written(paper: str) -> None:
    long = "Wörter und noch mehr Wörter, " * 10
    patterns = [{"id": str(number), "sentence": long, "method": long} for number in range(3)]
    report = everything_long().report(parts=("summary",), patterns=patterns, by="Daniel")
    # The second is what it rests on.
    assert pages(render(report, paper)) == 2
    assert pages(render(full_diary().report(parts=("summary",)), paper)) == 2


HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    '#panic() #eval("1+1") $x^2$ *bold* _it_ `raw` <label> @ref \\ //',
    "../../../../etc/passwd",
    "\u202eright to left\u202c \u2066x\u2069",
    "👩\u200d🦽 😀 日本語 हिन्दी עברית",
    "\x01\x02\x1b[31m\x7f",
    "</text><script>alert(1)</script>]]>",
    "W" * 300,
)


def test_notes_are_words_and_never_a_program() -> None:
    diary = Diary()
    for number, note in enumerate(HOSTILE):
        diary.put("event", type="illness", on="2026-11-20", detail=note)
        diary.put("custom", f"own-{number}", label=note)
        diary.pain(number, 5, own_words=note, triggers=[f"own-{number}"])
        diary.put("medicine", **{"class": "other", "regimen": {"name": note}})
    diary.put("appointment", on="2026-11-30", questions=list(HOSTILE))
    made = render(diary.report(), "a4")
    printed = " ".join(words(made))
    assert (
        '#read("/etc/passwd")' in printed and '#eval("1+1") $x^2$ *bold* _it_ `raw` <label> @ref' in printed
    )
    assert "root:" not in printed and "[grinning face]" in printed and "right to left x" in printed


def test_a_megabyte_is_set_or_refused_in_time() -> None:
    diary = Diary()
    diary.put("event", type="illness", on="2026-11-20", detail="long " * 200_000)
    assert render(diary.report(parts=("events",)), "a4").startswith(b"%PDF-")
    diary.put("event", type="illness", on="2026-11-20", detail="long " * 800_000)
    with pytest.raises(TooLong):
        render(diary.report(parts=("events",)), "a4")


def test_the_same_report_is_the_same_bytes() -> None:
    assert render(full_diary().report(), "a4") == render(full_diary().report(), "a4")
