"""What a person sees while the stack comes up: each step, and how long it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


class Progress:
    """Steps on standard error; standard output belongs to the ready line."""

    def __init__(self, console: Console) -> None:
        self.is_ready = False
        self._console = console
        self._began = time.monotonic()

    @contextmanager
    def step(self, doing: str, done: str) -> Iterator[None]:
        """Show what is being done, then that it is done and after how long."""
        began = time.monotonic()
        with self._console.status(f"{doing} …"):
            yield
        seconds = time.monotonic() - began
        self._console.print(f"[green]✓[/green] {done} [dim]{seconds:.1f} s[/dim]")

    def say(self, text: str) -> None:
        """Print one line of plain words."""
        self._console.print(text, highlight=False)

    def ready(self) -> None:
        """Say that it all runs, and after how long."""
        self.is_ready = True
        seconds = time.monotonic() - self._began
        self.say(f"[bold]Ready[/bold] after {seconds:.0f} s. Ctrl-C stops it all.")
