"""`warmline up`: engine, stack, the world around it and a page to try it on, until Ctrl-C."""

import os
from contextlib import ExitStack

import click
from rich.console import Console

from deployer.up.local import bring_up
from deployer.up.page import serve_page
from deployer.up.progress import Progress
from deployer.up.ready import ready_line
from deployer.up.settings import LocalSettings, read_settings
from deployer.up.signals import ended_by_signals

STOPPED_EARLY = 130


@click.command()
@click.option(
    "--headless", is_flag=True, help="No page; one line of JSON on standard output when ready."
)
def up(*, headless: bool) -> None:
    """Run the whole line on this machine and stay until Ctrl-C.

    The port of the local AWS engine is WARMLINE_PORT (4566). Every id and credential can be given
    by the environment; the rest is made up.
    """
    settings = read_settings(os.environ)
    progress = Progress(Console(stderr=True))
    run = run_headless if headless else run_with_page
    try:
        with ended_by_signals(), ExitStack() as started:
            run(settings, progress, started)
    except KeyboardInterrupt:
        progress.say("Stopped.")
        raise SystemExit(0 if progress.is_ready else STOPPED_EARLY) from None


def run_headless(settings: LocalSettings, progress: Progress, started: ExitStack) -> None:
    """Print the ready line once the stack can take traffic, and stay."""
    line = bring_up(settings, progress, started, (settings.names.chat_origin,))
    progress.ready()
    click.echo(ready_line(settings, line, sandbox_url=None))
    line.engine.wait()


def run_with_page(settings: LocalSettings, progress: Progress, started: ExitStack) -> None:
    """Print the address of the sandbox's page once it can be used, and stay."""
    line, address = serve_page(settings, progress, started)
    progress.ready()
    click.echo(address)
    line.engine.wait()
