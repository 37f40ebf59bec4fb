"""What single steps do. A number that points at nothing does nothing, so any list of steps can be played."""

from typing import Any

from backend.domain.ids import record_uuid7
from tests.sync.machine import LIMITS, Machine
from tests.sync.words import FIELDS, KINDS, NEW_KIND, OWNER, known_id, new_body
from tests.sync.world import SCOPES

WHAT = ("push", "pull", "both")


def new(m: Machine, device: int, kind: int, value: int, private: int) -> None:
    """A new record; a caregiver writes symptoms only."""
    name = KINDS[kind] if device in OWNER else "symptom"
    phone = m.phones[device]
    if name in phone.unknown or not phone.look().here:
        return
    at = m.world.now.isoformat(timespec="seconds")
    ms = int(m.world.now.timestamp() * 1000)
    record = known_id(m.world.space, name) or record_uuid7(ms, m.chance.randbytes(10))
    hidden = private == 0 and device in OWNER
    m.save(device, {"id": record, "kind": name, "t": "put", "set": new_body(name, value, hidden, at)})


def _pick(
    m: Machine, device: int, index: int, deleted: bool = False, asked: bool = False
) -> tuple[str, Any] | None:
    """A record on the screen that this person may change; nobody opens a diary that is no longer shared."""
    look = m.phones[device].look()
    screen = look.screen if look.here or device in OWNER else {}
    own = m.world.caregiver.id
    fit = [
        (record, rec)
        for record, rec in sorted(screen.items())
        if rec["kind"] in KINDS
        and rec["deleted"] == deleted
        and not rec["erased"]
        and (device in OWNER or rec["author"] in (None, own))
        and (rec["conf"] or not asked)
    ]
    return fit[index % len(fit)] if fit else None


def edit(m: Machine, device: int, record: int, name: int, value: int) -> None:
    """One field of a record is changed."""
    found = _pick(m, device, record)
    if found:
        fields = FIELDS[found[1]["kind"]][: None if device in OWNER else 2]
        field, values = fields[name % len(fields)]
        m.save(device, {"id": found[0], "kind": found[1]["kind"], "t": "put", "set": {field: values[value]}})


def delete(m: Machine, device: int, record: int) -> None:
    """A record is deleted."""
    found = _pick(m, device, record)
    if found:
        m.save(device, {"id": found[0], "kind": found[1]["kind"], "t": "del"})


def bring_back(m: Machine, device: int, record: int) -> None:
    """A deletion is taken back."""
    found = _pick(m, device, record, deleted=True)
    if found:
        m.save(device, {"id": found[0], "kind": found[1]["kind"], "t": "restore"})


def resolve(m: Machine, device: int, record: int, how: int, value: int) -> None:
    """A question about two versions is answered: keep what is shown (0), or one value of the others (1)."""
    found = _pick(m, device, record, asked=True)
    if not found:
        return
    record_id, rec = found
    kept = [one for one in rec["lost"] if one["op"] in rec["conf"] and one["set"]]
    said = kept[value % len(kept)]["set"] if kept and how else None
    m.save(
        device, {"id": record_id, "kind": rec["kind"], "t": "resolve", "ops": rec["conf"][:50], "set": said}
    )


def erase(m: Machine, device: int, record: int) -> None:
    """A record is erased for good."""
    found = _pick(m, device, record)
    if found:
        m.save(device, {"id": found[0], "kind": found[1]["kind"], "t": "erase"})


def retry(m: Machine, device: int) -> None:
    """What was refused is tried once more."""
    m.phones[device].retry()


def send(m: Machine, device: int, what: int, limit: int) -> None:
    """A request leaves, and is on its way."""
    m.send(device, m.phones[device].begin(WHAT[what]), LIMITS[limit])


def carry(m: Machine, index: int) -> None:
    """A message goes one leg: a request to the server, an answer to its phone."""
    if m.net:
        m.carry(m.net[index % len(m.net)])


def lose(m: Machine, index: int) -> None:
    """A message is lost."""
    if m.net:
        m.give_up(m.net.pop(index % len(m.net)))


def twice(m: Machine, index: int) -> None:
    """A message is there twice."""
    if m.net:
        m.net.append(m.net[index % len(m.net)])


def _writes(scope: int, write: int) -> tuple[str, ...]:
    """Nobody may add to what they are not shown."""
    return ("symptoms",) if write and "symptoms" in SCOPES[scope] else ()


def grant(m: Machine, scope: int, write: int) -> None:
    """The caregiver is let in; with a new share where there is one already."""
    m.story.shared = True
    m.world.grant(SCOPES[scope], _writes(scope, write))


def scope(m: Machine, scope: int, write: int) -> None:
    """The share is narrowed, widened, or both."""
    m.world.change_share({"read": list(SCOPES[scope]), "write": list(_writes(scope, write))})


def pause(m: Machine, on: int) -> None:
    """The share rests, or goes on."""
    m.world.change_share({"paused": bool(on)})


def revoke(m: Machine) -> None:
    """The share ends."""
    m.world.revoke()


def review(m: Machine, index: int, accept: int) -> None:
    """The owner looks at what waits for approval, and takes one of it or not."""
    status, answer = m.world.post(0, "held", None, "GET")
    waiting = answer["held"] if status == 200 else []
    if waiting:
        op = waiting[index % len(waiting)]["op"]
        m.world.post(0, f"held/{op}", {"accept": bool(accept)})


def evict(m: Machine, device: int) -> None:
    """The browser throws the phone's storage away."""
    m.story.evicted.add((device, m.lives[device]))
    m.lives[device] += 1
    unknown = m.phones[device].unknown
    m.phones[device] = m.new_phone(device)
    for kind in unknown:
        m.phones[device].older(kind)


def old(m: Machine, device: int) -> None:
    """This phone has a build that does not know one of the kinds; only from its beginning."""
    look = m.phones[device].look()
    if not look.ops and not look.rows and not look.parked:
        m.phones[device].older(NEW_KIND)


def upgrade(m: Machine, device: int) -> None:
    """The newest build is started."""
    m.phones[device].upgrade()


def backup(m: Machine) -> None:
    """The server's data is copied."""
    m.world.backup()


def rewind(m: Machine) -> None:
    """The server goes back to its copy."""
    if m.world.restore():
        m.story.went_back = m.story.step
