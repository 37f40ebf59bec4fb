"""Steps that are several: a whole exchange with one fault in it, and what two people do at cross purposes."""

from collections.abc import Callable

from tests.sync.acts import (
    backup,
    bring_back,
    carry,
    delete,
    edit,
    erase,
    evict,
    grant,
    lose,
    new,
    old,
    pause,
    resolve,
    retry,
    review,
    revoke,
    rewind,
    scope,
    send,
    twice,
    upgrade,
)
from tests.sync.machine import LIMITS, Machine
from tests.sync.words import CAREGIVER
from tests.sync.world import SCOPES

NO_FAULT, REQUEST_LOST, ANSWER_LOST, ANSWER_LATE, REQUEST_LATE, TWICE, PUSH_ONLY, OLD_PULL = range(8)
FORGOTTEN = 3  # what was held is in no copy of the server


def sync(m: Machine, device: int, fault: int, at: int, limit: int) -> None:
    """A whole exchange with one fault in it, in its request number `at`."""
    phone, most = m.phones[device], LIMITS[limit]
    if fault == PUSH_ONLY:
        message = m.send(device, phone.begin("push"), most)
    else:
        if fault == OLD_PULL and (old := m.send(device, phone.begin("pull"), most)):
            m.carry(old)
        message = m.send(device, phone.begin("both", chain=True), most)
    for count in range(40):
        if message is None:
            return
        if count == at and fault in (ANSWER_LATE, REQUEST_LATE, REQUEST_LOST, ANSWER_LOST):
            break
        m.net.remove(message)
        answer = m.serve(message)
        if count == at and fault == TWICE:
            m.net.append(m.serve(message))
        message = m.hand_over(answer)
    if message and fault in (ANSWER_LATE, ANSWER_LOST):
        m.carry(message)
    if message and fault in (REQUEST_LOST, ANSWER_LOST):
        m.give_up(m.net.pop())


def together(m: Machine, record: int, name: int, value: int, other: int) -> None:
    """The owner's phones change one field, maybe to the same value; both send, and one goes on writing."""
    for device, said in ((0, value), (1, other)):
        edit(m, device, record, name, said)
        sync(m, device, PUSH_ONLY, 0, 0)
    edit(m, 0, record, name, (value + 1) % 4)
    sync(m, 0, NO_FAULT, 0, 0)


def late_word(m: Machine, device: int, how: int, value: int, decided: int) -> None:
    """A caregiver writes without a network; meanwhile the share ends, rests or narrows. It is decided on."""
    caregiver = CAREGIVER[device]
    if not m.phones[caregiver].look().here:
        sync(m, caregiver, NO_FAULT, 0, 0)
    new(m, caregiver, 0, value, 1)
    edit(m, caregiver, value, 1, value)
    (revoke, lambda m: pause(m, 1), lambda m: scope(m, 0, 0))[how](m)
    m.world.tick()
    if decided == FORGOTTEN:
        backup(m)
    else:
        new(m, caregiver, 0, value, 1)
    sync(m, caregiver, NO_FAULT, 0, 0)
    if decided == FORGOTTEN:
        rewind(m)
    elif decided:
        review(m, 0, decided - 1)


def fork(m: Machine, one: int, other: int, flags: int) -> None:
    """Two pasts: a copy, something written, the copy put back, something else written."""
    pulled, pushed_only, third, again, shared, late = ((flags >> bit) & 1 for bit in range(6))
    old_pull = m.send(one, m.phones[one].begin("pull"), None) if pulled else None
    backup(m)
    if shared:
        m.world.change_share({"read": list(SCOPES[flags % 6])})
    new(m, one, 0, flags % 4, 1)
    sync(m, one, PUSH_ONLY if pushed_only else NO_FAULT, 0, 0)
    if third:
        new(m, other, 0, 1, 1)
        sync(m, other, NO_FAULT, 0, 0)
    rewind(m)
    new(m, other, 0, 2, 1)
    sync(m, other, PUSH_ONLY if again else NO_FAULT, 0, 0)
    if old_pull and late and old_pull in m.net:
        m.carry(old_pull)
        m.carry(m.net[-1])
    sync(m, one, NO_FAULT, 0, 0)


ACTS: dict[str, Callable[..., None]] = {
    act.__name__: act
    for act in (
        *(new, edit, delete, bring_back, resolve, erase, retry),
        *(send, carry, lose, twice, sync, together),
        *(grant, scope, pause, revoke, late_word, review),
        *(evict, old, upgrade, backup, rewind, fork),
    )
}
