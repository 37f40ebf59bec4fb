"""A device goes on from its own words, also where a server that was put back has lost what came between."""

import pytest

from backend.domain.own_words import MOST, Said, goes_on, overtaken, rests_on_gone

PHONE, TABLET = "phone", "tablet"
FIRST = Said(PHONE, 1, {}, {"note": "a"})


def op(n: int | None, seen: str | None, device: str | None = PHONE) -> Said:
    return Said(device, n, {"note": seen}, {"note": "z"})


def goes(said: Said, shown: Said | None, past: dict[str, Said]) -> bool:
    return goes_on(said, "note", shown, past.get)


def test_what_it_saw_is_unknown_here() -> None:
    assert goes(op(3, "gone"), FIRST, {"first": FIRST})


def test_what_it_saw_has_lost_here() -> None:
    theirs = Said(TABLET, 1, {}, {"note": "b"}, {"note": "b"})
    assert goes(op(3, "theirs"), FIRST, {"first": FIRST, "theirs": theirs})


def test_its_own_word_repeated_here_what_is_shown() -> None:
    again = Said(PHONE, 2, {"note": "gone"}, {"note": "a"})
    assert goes(op(3, "again"), FIRST, {"first": FIRST, "again": again})


def test_its_own_word_that_lost_leads_back_to_what_is_unknown() -> None:
    lost = Said(PHONE, 2, {"note": "gone"}, {"note": "b"}, {"note": "b"})
    assert goes(op(3, "lost"), FIRST, {"first": FIRST, "lost": lost})


def test_what_it_saw_came_after_its_own_next_word_was_taken() -> None:
    """The next word was held, and taken first; the phone shows what it said before, and goes on from it."""
    first = Said(PHONE, 1, {}, {"note": "b"}, {"note": "b"})
    taken = Said(PHONE, 2, {"note": "first"}, {"note": "a"})
    assert goes(op(3, "first"), taken, {"first": first, "taken": taken})
    in_time = Said(PHONE, 1, {}, {"note": "b"})
    assert not goes(op(3, "first"), taken, {"first": in_time, "taken": taken})


def test_of_two_copies_of_a_device_neither_goes_on_from_the_others_word() -> None:
    """Both copies edited what both knew; nothing of that is unknown, so the second word is asked about."""
    before = Said(PHONE, 1, {}, {"note": "before"})
    one_copy = Said(PHONE, 2, {"note": "before"}, {"note": "a"})
    other_copy = Said(PHONE, 2, {"note": "before"}, {"note": "b"}, {"note": "b"})
    past = {"before": before, "one": one_copy, "other": other_copy}
    assert not goes(op(3, "before"), one_copy, past)
    assert not goes(op(3, "other"), one_copy, past)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (op(3, "gone", TABLET), FIRST),
        (op(3, "gone", None), Said(None, 1, {}, {"note": "a"})),
        (op(3, "gone"), Said(PHONE, 4, {}, {"note": "a"})),
        (op(None, "gone"), FIRST),
        (op(3, None), FIRST),
        (op(3, "gone"), None),
    ],
    ids=["other device", "no device", "later word", "no place", "saw nothing", "nobody said it"],
)
def test_else_it_does_not(said: Said, shown: Said | None) -> None:
    assert not goes(said, shown, {"first": FIRST})


def test_what_it_saw_counts_where_this_server_showed_it() -> None:
    theirs = Said(TABLET, 1, {}, {"note": "b"})
    assert not goes(op(3, "theirs"), FIRST, {"first": FIRST, "theirs": theirs})


def test_made_up_words_that_name_each_other_are_not_followed_for_ever() -> None:
    circle = {"x": Said(PHONE, 2, {"note": "y"}), "y": Said(PHONE, 2, {"note": "x"})}
    assert not goes(op(3, "x"), FIRST, circle)
    long = {f"op-{n}": Said(PHONE, n, {"note": f"op-{n - 1}"}) for n in range(2, MOST + 9)}
    assert not goes(op(MOST + 9, f"op-{MOST + 8}"), FIRST, long)


def test_a_word_that_the_shown_one_had_seen_comes_too_late() -> None:
    left = Said(TABLET, 1, {"hand": "right"}, {"hand": "left"})
    assert overtaken("right", None, "hand", left, {"left": left}.get)


def test_a_word_of_a_past_that_the_shown_one_went_on_from_comes_too_late() -> None:
    """The tablet saw the second of two words; the first comes alone, and what the tablet saw is unknown."""
    first = Said(PHONE, 1, {}, {"hand": "right"}, {"hand": "right"})
    shown = Said(TABLET, 1, {"hand": "second"}, {"hand": "left"})
    assert overtaken("first", None, "hand", shown, {"shown": shown}.get)
    assert overtaken("second", "first", "hand", shown, {"shown": shown, "first": first}.get)


def test_a_word_that_itself_saw_what_is_unknown_may_be_the_later_one() -> None:
    shown = Said(TABLET, 1, {"hand": "gone"}, {"hand": "left"})
    assert not overtaken("new", "gone too", "hand", shown, {"shown": shown}.get)


def test_of_two_words_of_a_known_past_none_comes_too_late() -> None:
    before = Said(PHONE, 1, {}, {"hand": "right"})
    shown = Said(TABLET, 1, {"hand": "before"}, {"hand": "left"})
    past = {"before": before, "shown": shown}
    assert not overtaken("new", "before", "hand", shown, past.get)
    assert not overtaken("new", None, "hand", shown, past.get)
    circle = {"x": Said(PHONE, 2, {"hand": "x"})}
    assert not overtaken("new", None, "hand", circle["x"], circle.get)


def test_what_it_saw_rests_on_what_is_gone() -> None:
    known = {
        "taken": Said(TABLET, 1, {"note": "gone"}, {"note": "a"}),
        "lost": Said(PHONE, 1, {"note": "gone"}, {"note": "b"}, {"note": "b"}),
        "lost after that": Said(PHONE, 2, {"note": "lost"}, {"note": "c"}, {"note": "c"}),
        "lost to what is here": Said(PHONE, 1, {"note": "taken"}, {"note": "b"}, {"note": "b"}),
        "lost the first word": Said(PHONE, 1, {}, {"note": "b"}, {"note": "b"}),
    }
    gone = {seen for seen in ("gone", *known) if rests_on_gone(seen, "note", known.get)}
    assert gone == {"gone", "lost", "lost after that"}


def test_words_that_name_each_other_rest_on_nothing() -> None:
    round_about = Said(PHONE, 1, {"note": "itself"}, {"note": "b"}, {"note": "b"})
    assert not rests_on_gone("itself", "note", {"itself": round_about}.get)
