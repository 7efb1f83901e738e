"""The one error that a command may end with: a sentence for the person who typed it."""

from typing import IO, Any, override

import click


class CannotContinue(click.ClickException):
    """Something outside the command is missing or in the way; the message says what to do."""

    exit_code = 1

    @override
    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"warmline: {self.message}", file=file, err=True)
