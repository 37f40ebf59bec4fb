"""Commands for whoever runs the server: `flask --app wsgi ...`."""

from flask import Flask

from backend.cli.content import content
from backend.cli.demo import demo_command


def register_cli(app: Flask) -> None:
    """Mount the commands."""
    app.cli.add_command(content)
    app.cli.add_command(demo_command)
