"""AN-12: the words chosen for pain, counted. No score, no label."""

from collections import Counter

from backend.domain.insights import entries
from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.table import Table, counted

RULE = "AN-12"


def table(diary: Diary, span: Span) -> Table:
    """How many entries have each word; the sentence counts by family, and an entry can be in both."""
    chosen = [set(body.get("words") or ()) for body in entries.of(diary, span)]
    chosen = [words for words in chosen if words]
    families = diary.words.families
    count = Counter(word for words in chosen for word in words)
    rows = [
        {"word": word, "entries": many, "family": families.get(word, "none")}
        for word, many in sorted(count.items(), key=lambda one: (-one[1], one[0]))
    ]
    if not chosen:
        return Table((RULE,), "No words chosen in this time.", rows, 0)
    nerve, muscle = (
        sum(any(families.get(one) == name for one in words) for words in chosen)
        for name in ("nerve", "muscle")
    )
    sentence = (
        f"Of {counted(len(chosen), 'entry', 'entries')}: {nerve} with nerve-type words, "
        f"{muscle} with muscle or joint words."
    )
    return Table((RULE,), sentence, rows, len(chosen))
