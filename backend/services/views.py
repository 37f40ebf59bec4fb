"""The views an account has: its own space, and the spaces it was let into."""

import uuid
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from backend.domain import sharing
from backend.extensions import db
from backend.models import Account, Share, Space
from backend.prepared import Prepared
from backend.services import access
from backend.services.sessions import SignedIn


@dataclass(frozen=True)
class View:
    """What one account reads of one space. id is new whenever the scopes change. name: the person's."""

    space_id: str
    id: str
    access: sharing.Access
    name: str = ""

    @property
    def is_owner(self) -> bool:
        """Whether this is the person's own view."""
        return self.access.role == "owner"


_ANY_SHARE = Prepared(
    sa.select(Share.id)
    .where(Share.caregiver_account_id == sa.bindparam("account"), Share.state == "active")
    .limit(1)
)


@lru_cache(maxsize=10_000)
def own_view_id(space_id: str) -> str:
    """The owner's view never changes its scopes, so its id is fixed."""
    return str(uuid.uuid5(uuid.UUID(space_id), "owner"))


def views_of(who: SignedIn) -> dict[str, tuple[View, str, str | None]]:
    """Space id -> (view, the person's name, last day), own space first."""
    every = frozenset(sharing.SCOPES)
    own = View(
        who.space_id,
        own_view_id(who.space_id),
        sharing.Access("owner", who.id, every, every),
        who.display_name,
    )
    views: dict[str, tuple[View, str, str | None]] = {who.space_id: (own, who.display_name, None)}
    # Most accounts look after nobody, and asking that is quick.
    shares = access.live_shares(who.id) if _ANY_SHARE.rows({"account": who.id}) else []
    names = person_names([share.space_id for share in shares]) if shares else {}
    for share in shares:
        views[share.space_id] = (view_of(share), names[share.space_id], share.until)
    return views


def view_of(share: Share) -> View:
    """The view a live share opens."""
    rights = sharing.Access("caregiver", share.caregiver_account_id or "", frozenset(share.read), share.adds)
    return View(share.space_id, share.view_id, rights)


def person_names(spaces: list[str]) -> dict[str, str]:
    """Space id -> its person's name."""
    rows = db.session.execute(
        sa.select(Space.id, Account.display_name)
        .join(Account, Account.id == Space.owner_account_id)
        .where(Space.id.in_(spaces))
    )
    return dict(rows.all())
