"""The Pain Story: what is asked once about a pain, and looked at again every month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Answer:
    """One answer. choices: ids. on: a date. numbers: minutes or counts by name."""

    choices: tuple[str, ...] = ()
    text: str | None = None
    on: str | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Answer":
        """The answer a body tells of."""
        numbers = {name: n for name, n in (body.get("numbers") or {}).items() if n is not None}
        return cls(tuple(body.get("choices") or ()), body.get("text"), body.get("on"), numbers)

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said = {
            "choices": list(self.choices),
            "text": self.text,
            "on": self.on,
            "numbers": dict(self.numbers),
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True)
class Story:
    """One distinct pain. on: the date it was first written. answers: by the id of the question."""

    on: str
    label: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reviewed_on: str | None = None
    note: str | None = None
    private: bool | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Story":
        """The story a body tells of."""
        answers = body.get("answers") or {}
        return cls(
            on=str(body.get("on") or ""),
            label=body.get("label"),
            answers={name: Answer.from_body(said) for name, said in answers.items() if said},
            reviewed_on=body.get("reviewed_on"),
            note=body.get("note"),
            private=body.get("private"),
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        answers = {name: body for name, answer in self.answers.items() if (body := answer.to_body())}
        said: dict[str, Any] = {
            "on": self.on,
            "label": self.label,
            "answers": answers or None,
            "reviewed_on": self.reviewed_on,
            "note": self.note,
            "private": self.private,
        }
        return named(**said)
