"""Copies of everything, and bringing one back: `limber backup`, `limber restore`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from backend.services import backup as backups

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("backup")
@click.argument("folder", type=FOLDER, required=False)
@with_appcontext
def backup(folder: Path | None) -> None:
    """Copy everything into one sealed file while the server runs, and restore it once to be sure."""
    try:
        path, manifest = backups.take(folder or current_app.config["LIMBER_BACKUPS"])
    except backups.BadFile as error:
        raise click.ClickException(str(error)) from error
    rows = manifest["rows"]
    click.echo(f"{path}: {rows['account']} accounts, {rows['record']} records, {rows['change']} changes.")
    click.echo("It was restored once to be sure. Keep backup_key of the instance folder somewhere else.")


@click.command("restore")
@click.argument("file", type=FILE)
@click.option("--key", type=FILE, help="The backup_key of the installation that made the backup.")
@click.option(
    "--keep-shares", is_flag=True, help="Leave shares open. One that was ended since is open again."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def restore(file: Path, key: Path | None, keep_shares: bool, yes: bool) -> None:
    """Put a backup in the place of the database. The server has to be stopped."""
    if not yes:
        click.confirm("Everything on this server becomes as it was in the backup. Go on?", abort=True)
    try:
        done = backups.restore(file, key, keep_shares)
    except backups.BadFile as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Restored as of {done.made_at}.")
    if done.aside:
        click.echo(f"The database that was here is kept as {done.aside.name}.")
    if done.removed:
        click.echo(f"{done.removed} accounts that were deleted since were deleted again.")
    if done.paused:
        click.echo(f"{done.paused} shares are paused until their owners open them again.")
    click.echo("Phones send what the server lost by themselves, at their next contact.")
