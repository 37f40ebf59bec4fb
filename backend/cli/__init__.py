"""Commands for whoever runs the server: `flask --app wsgi ...`."""

from flask import Flask

from backend.cli.account_link import account_link
from backend.cli.backup import backup, restore
from backend.cli.check import check
from backend.cli.content import content
from backend.cli.demo import demo_command
from backend.cli.health import status


def register_cli(app: Flask) -> None:
    """Mount the commands."""
    for command in (account_link, backup, restore, check):
        app.cli.add_command(command)
    app.cli.add_command(content)
    app.cli.add_command(demo_command)
    app.cli.add_command(status)
