"""See it as they see it: the person reads their own diary through one of their shares."""

from typing import Any

from backend.errors import WrongState
from backend.services import feed, shares, views
from backend.services.sessions import SignedIn


def through(who: SignedIn, share_id: str, sealed: str | None) -> dict[str, Any]:
    """A page of what the caregiver of this share is given, or would be once it is confirmed or goes on.

    sealed: the cursor of the page before. Made by what answers the caregiver, so it cannot differ from that;
    it leaves no look behind. Raises NotFound; WrongState once the share has ended.
    """
    share = shares.owned(who.id, share_id)
    if share.state == "ended":
        raise WrongState
    page = feed.page(views.view_of(share), sealed)
    told = {
        "name": who.display_name,
        "label": share.label,
        "caregiver": share.caregiver_account_id,
        "state": share.state,
        "read": sorted(share.read),
        "write": sorted(share.adds),
        "until": share.until,
    }
    if page.reset:
        return {**told, "reset": True}
    return {**told, "rows": page.rows, "cursor": page.cursor, "more": page.more}
