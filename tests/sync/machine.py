"""Plays a list of plain steps: people, phones, a network that misbehaves, a server that can be put back.

A step is a list: its name, then small whole numbers. Nothing else decides what happens, so that a run can be
written down, shortened and played again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.sync.broken import Broken
from tests.sync.bugs import CLIENT
from tests.sync.judge_step import judge_answer, judge_screen
from tests.sync.phone import Phone
from tests.sync.shapes import Look
from tests.sync.words import CAREGIVER, DEVICES, OWNER
from tests.sync.world import World

Step = Sequence[Any]
LIMITS = (None, 1, 2)
ROUNDS = 60


@dataclass(eq=False)
class Message:
    """A request on its way, or its answer. life: which of the device's lives asked."""

    device: int
    life: int
    path: str
    body: dict[str, Any]
    asked: Any
    limit: int | None
    answer: Any = None


@dataclass
class Saved:
    """An op as it was saved. past: the ops its author had seen of that record."""

    op: dict[str, Any]
    device: int
    life: int
    past: frozenset[str]
    step: int


@dataclass
class Story:
    """What happened so far, for judging it: ops by id, and what can excuse a missing one."""

    saved: dict[str, Saved] = field(default_factory=dict)
    latest: dict[int, dict[tuple[str, str], str]] = field(default_factory=dict)
    evicted: set[tuple[int, int]] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)
    shared: bool = False
    step: int = 0
    went_back: int = -1  # the step at which the server was last put back
    # Device: the step in which it was last told that it reads nothing, and kept no copy and no proof of it.
    wiped: dict[int, int] = field(default_factory=dict)


class Machine:
    """One run. make_phone: a phone of the model, or one with the app's own core."""

    def __init__(
        self, world: World, bug: str | None = None, make_phone: Callable[..., Any] | None = None
    ) -> None:
        self.world, self.chance = world, Random(7)
        self.bug = bug if bug in CLIENT else None
        self.make_phone = make_phone or (lambda _device, *words: Phone(*words))
        self.story, self.net = Story(), list[Message]()
        self.lives = [0, 0, 0, 0]
        self.touched: set[int] = set()
        world.begin()
        self.phones = [self.new_phone(device) for device in DEVICES]

    def new_phone(self, device: int) -> Any:
        """An empty phone for one of the four."""
        person = self.world.owner if device in OWNER else self.world.caregiver
        self.story.latest[device] = {}
        return self.make_phone(device, person.id, self.world.space, device in OWNER, self.chance, self.bug)

    def play(self, steps: Sequence[Step]) -> None:
        """Play all steps; raises Broken at the first thing that must never be."""
        from tests.sync.days import ACTS  # the acts know the machine

        for step in steps:
            self.world.tick()
            self.story.step += 1
            ACTS[step[0]](self, *step[1:])
            self.judge_touched()

    def judge_touched(self) -> None:
        """What the owner saved on a phone is on that phone's screen, whatever just happened."""
        for device in sorted(self.touched):
            look: Look = self.phones[device].look()
            if device in OWNER:
                judge_screen(self.story, device, look, self.world)
        self.touched.clear()

    # The network.

    def send(self, device: int, request: Any, limit: int | None) -> Message | None:
        """Put a request on its way."""
        if request is None:
            return None
        path, body, asked = request
        message = Message(device, self.lives[device], path, body, asked, limit)
        self.net.append(message)
        return message

    def serve(self, message: Message) -> Message:
        """The request arrives; what comes back is a message of its own."""
        body = message.body
        if message.limit:
            body = body | ({"limit": message.limit} if message.path == "pull" else {})
            if body.get("pull"):
                body = body | {"pull": body["pull"] | {"limit": message.limit}}
        status, answer = self.world.post(message.device, f"sync/{message.path}", body)
        if status != 200:
            raise Broken("an answer to every honest request", f"{message.path} got {status}: {answer}")
        if message.device in CAREGIVER:
            judge_answer(self.world, answer)
        return Message(message.device, message.life, message.path, body, message.asked, message.limit, answer)

    def hand_over(self, message: Message) -> Message | None:
        """The answer arrives; gives the request that follows, which is then on its way."""
        if message.life != self.lives[message.device]:
            return None
        self.touched.add(message.device)
        phone = self.phones[message.device]
        following = phone.take(message.asked, message.answer)
        reading = message.answer.get("pull") if "results" in message.answer else message.answer
        if reading and self.world.space not in reading["mine"] and not phone.look().here:
            self.story.wiped[message.device] = self.story.step
        self.judge_touched()
        return self.send(message.device, following, message.limit)

    def give_up(self, message: Message) -> None:
        """Nothing will come back."""
        if message.life == self.lives[message.device]:
            self.touched.add(message.device)
            self.phones[message.device].fail(message.asked)

    def carry(self, message: Message) -> None:
        """One leg of the way."""
        self.net.remove(message)
        if message.answer is None:
            self.net.append(self.serve(message))
        else:
            self.hand_over(message)

    def exchange(self, device: int, limit: int | None = None) -> int:
        """A whole exchange without a fault; returns how many requests it took."""
        message = self.send(device, self.phones[device].begin("both", chain=True), limit)
        for count in range(ROUNDS):
            if message is None:
                return count
            self.net.remove(message)
            message = self.hand_over(self.serve(message))
        raise Broken("every exchange ends", f"device {device} still asks after {ROUNDS} requests")

    # Saving.

    def save(self, device: int, edit: dict[str, Any]) -> None:
        """Somebody saves something on a device."""
        look = self.phones[device].look()
        before = look.screen.get(edit["id"])
        at = self.world.now.isoformat(timespec="seconds")
        op = self.phones[device].save(edit, at)
        self.touched.add(device)
        if op is None:
            return
        seen = {before["cur_op"], *before["fop"].values(), *before["conf"]} - {None} if before else set()
        past = set(seen).union(*(self.story.saved[one].past for one in seen if one in self.story.saved))
        self.story.saved[op["op"]] = Saved(op, device, self.lives[device], frozenset(past), self.story.step)
        if op["t"] == "erase":
            self.story.erased.add(op["id"])
        for name in op.get("set") or {}:
            self.story.latest[device][(op["id"], name)] = op["op"]
