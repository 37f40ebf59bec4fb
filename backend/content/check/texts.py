"""Which strings of a pack a person reads."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Packs = Mapping[str, Any]

# Ids, numbers, rules and drawings live under other keys.
READ = frozenset(
    {
        "aim",
        "alt",
        "ask",
        "avoid",
        "cautions",
        "feel",
        "how",
        "hint",
        "label",
        "label_us",
        "limit",
        "limits",
        "line",
        "meaning",
        "medical",
        "name",
        "note",
        "opens",
        "opens_with",
        "reason",
        "say",
        "short",
        "start",
        "steps",
        "supports",
        "target",
        "text",
        "title",
        "topic",
        "unused_because",
        "use",
    }
)
NOT_READ = frozenset(
    {"when", "raised_by_rule", "poses", "all", "skeletons", "bases", "props", "days", "words_us"}
)
# An official name is quoted as it is, and so is the name of a country.
QUOTED = {("countries", "name"), ("sources", "name"), ("sources", "use"), ("plans", "use")}
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


@dataclass(frozen=True)
class Text:
    """One string. place: where it is, such as `movements-rom ROM-01 steps`; item: the thing it belongs to."""

    pack: str
    item: str
    key: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.pack} {self.item} {self.key}".strip()


def texts(packs: Packs) -> Iterator[Text]:
    """Every string a person reads, in the order of the packs."""
    for pack, data in packs.items():
        yield from _in(pack, "", "", data)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a label is one."""
    return [part for part in SENTENCE_END.split(text.strip()) if WORD.search(part)]


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def items(packs: Packs, pack: str, name: str) -> list[Any]:
    """The rows of one list of a pack; none when the pack is not there."""
    found = packs.get(pack, {}).get(name, [])
    return list(found.values()) if isinstance(found, dict) else list(found)


def movements_of(packs: Packs) -> list[Any]:
    """Every movement of every category."""
    return [
        one for name in sorted(packs) if name.startswith("movements-") for one in packs[name]["movements"]
    ]


def _in(pack: str, item: str, key: str, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        if key in READ and (pack, key) not in QUOTED:
            yield Text(pack, item, key, value)
    elif isinstance(value, list):
        for one in value:
            yield from _in(pack, item, key, one)
    elif isinstance(value, dict):
        # Only the outermost id names the item: a question inside a message belongs to the message.
        here = item or str(value.get("id", ""))
        for name, one in value.items():
            if name not in NOT_READ:
                yield from _in(pack, here or (name if key == "figures" else ""), name, one)
