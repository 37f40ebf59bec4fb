"""A way back in for somebody who lost password and codes: `limber account-link`."""

import click
from flask import current_app
from flask.cli import with_appcontext

from backend.errors import NotFound
from backend.services import recovery


@click.command("account-link")
@click.argument("email")
@with_appcontext
def account_link(email: str) -> None:
    """Print a link with which this person sets a new password. It works once, for an hour at most."""
    try:
        token = recovery.make_link(email)
    except NotFound:
        raise click.ClickException("No account has this address.") from None
    # The token rides in the fragment, which no browser sends to any server.
    click.echo(f"{current_app.config['LIMBER_BASE_URL']}/recover#{token}")
    click.echo("It works once, for one hour. Older links of this account are worth nothing now.")
    click.echo(
        "Be sure whom you give it to: whoever opens it can read the diary. The person sees it in their log."
    )
