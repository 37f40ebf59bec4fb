"""Commands for whoever runs the server: `flask --app wsgi ...`."""

from flask import Flask

from backend.cli.content import content
from backend.cli.demo import demo_command
from backend.cli.health import status


def register_cli(app: Flask) -> None:
    """Mount the commands."""
    app.cli.add_command(content)
    app.cli.add_command(demo_command)
    app.cli.add_command(status)
