"""A device for tests: it pushes and pulls the way the app does, and remembers its cursors and marks."""

from typing import Any

from webtest import TestApp

from backend import clock
from backend.schemas.answers import PullAnswerSchema, PushAnswerSchema
from tests.factories import Person, make_id, make_op


class Phone:
    """One signed-in device of one person."""

    def __init__(self, client: TestApp, person: Person) -> None:
        self.client, self.person, self.device = client, person, make_id()
        self.cursors: dict[str, str] = {}
        self.marks: dict[str, list[str]] = {}
        self.rows: dict[str, dict[str, Any]] = {}
        self.mine: dict[str, Any] = {}

    def _frame(self) -> dict[str, Any]:
        return {
            "proto": 1,
            "account": self.person.id,
            "device": self.device,
            "sent_at": clock.now().isoformat(timespec="milliseconds"),
        }

    def push(self, *ops: dict[str, Any], status: int = 200, **more: Any) -> dict[str, Any]:
        """Send ops; the marks of answers are kept and sent along."""
        body = {**self._frame(), "marks": self.marks, "ops": list(ops), **more}
        answer: dict[str, Any] = self.client.post_json("/api/v1/sync/push", body, status=status).json
        if status == 200:
            assert not PushAnswerSchema().validate(answer)
        for space, mark in answer.get("marks", {}).items():
            self.marks.setdefault(space, []).append(mark)
        return answer

    def results(self, *ops: dict[str, Any]) -> list[str]:
        """The short answers, in the order of the ops."""
        by_op = {answer["op"]: answer["s"] for answer in self.push(*ops)["results"]}
        return [by_op[op["op"]] for op in ops]

    def pull(self, *spaces: str, limit: int | None = None) -> dict[str, Any]:
        """Read the named spaces (own by default) until nothing is left; returns the last answer."""
        while True:
            asked = {
                space: {"cursor": self.cursors.get(space), "marks": self.marks.get(space, [])}
                for space in spaces or (self.person.space,)
            }
            body = {**self._frame(), "spaces": asked, **({"limit": limit} if limit else {})}
            answer: dict[str, Any] = self.client.post_json("/api/v1/sync/pull", body, status=200).json
            assert not PullAnswerSchema().validate(answer)
            self.mine = answer["mine"]
            more = False
            for space, part in answer["spaces"].items():
                if part.get("reset"):
                    self.cursors.pop(space, None)
                    more = True
                    continue
                self.cursors[space] = part["cursor"]
                self.rows.update({row["id"]: row for row in part["rows"]})
                more = more or part["more"]
            if not more:
                return answer

    def new_rows(self, space: str | None = None) -> list[dict[str, Any]]:
        """The rows of one further pull."""
        return list(self.pull(space or self.person.space)["spaces"][space or self.person.space]["rows"])


def edit(phone: Phone, record: str, **fields: Any) -> dict[str, Any]:
    """An edit made by somebody who saw the row the phone holds."""
    op = make_op(phone.person.space, kind=phone.rows[record]["kind"], record=record, **fields)
    row = phone.rows[record]
    op["was"] = {name: row["fop"].get(name, row["cur_op"]) for name in fields if name in row["body"]}
    return op
