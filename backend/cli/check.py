"""A daily look at what was stored: `limber check`."""

import click
from flask.cli import with_appcontext

from backend.services import selfcheck


@click.command("check")
@with_appcontext
def check() -> None:
    """Say everything that is wrong with what is stored; ends with 1 where something is."""
    found = selfcheck.problems()
    for line in found:
        click.echo(line)
    if found:
        raise SystemExit(1)
    click.echo("All is well.")
