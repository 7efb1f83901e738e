"""The `warmline` command: one group whose subcommands are imported when they are asked for.

Importing late keeps `warmline decide` quick and lets a command work whose neighbours need
a package that is not there.
"""

from importlib import import_module
from typing import override

import click

COMMANDS = {
    "agents": "deployer.agents",
    "articles": "deployer.articles",
    "up": "deployer.up.command",
    "secrets": "deployer.secrets",
    "find": "deployer.find",
    "golden": "deployer.golden",
    "decide": "deployer.decide",
    "desk": "deployer.desk",
    "demo": "deployer.demo.command",
    "why": "deployer.why",
}


class LateGroup(click.Group):
    """A group that knows the names of its commands and imports one when it is used."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
def warmline() -> None:
    """Run, set up and question a Warmline: a bot that knows your articles, and a human."""
