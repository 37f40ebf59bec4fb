"""How the server is, for whoever runs it: `flask --app wsgi status`."""

import json

import click
from flask.cli import with_appcontext

from backend.services import health


@click.command("status")
@with_appcontext
def status() -> None:
    """Say which database is used, how, and whether it can be written; ends with 1 where it cannot."""
    said = health.status()
    click.echo(json.dumps(said, indent=1))
    if not said["ready"]:
        raise SystemExit(1)
