"""Look the content over: `flask content check`."""

from pathlib import Path

import click
from flask.cli import AppGroup

from backend.services.content import problems_of_packs, write_runs

content = AppGroup("content", help="The packs: movements, cards, safety rules and the rest.")
DOCUMENTS = click.Path(exists=True, file_okay=False, path_type=Path)


@content.command("check")
@click.option(
    "--documents", type=DOCUMENTS, help="The folder of the five documents, to compare with them anew."
)
def check(documents: Path | None) -> None:
    """Say everything that is wrong with the packs; nothing when all is well."""
    try:
        found = problems_of_packs(documents)
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"{error.name} is missing: install the developer packages (requirements-dev.txt)."
        ) from error
    for problem in found:
        click.echo(problem)
    if found:
        raise click.ClickException(f"{len(found)} things are wrong with the packs.")
    click.echo("The packs are well.")


@content.command("runs")
@click.argument("documents", type=DOCUMENTS)
def runs(documents: Path) -> None:
    """Keep fingerprints of the documents' runs of 8 words, so that the check needs no documents."""
    click.echo(f"{write_runs(documents)} runs of 8 words kept.")
