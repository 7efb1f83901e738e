"""`warmline demo`: 60 real utterances through a deployed local line, over all three channels."""

import os
from contextlib import ExitStack

import click
from rich.console import Console

from deployer.compile_content import CONTENT
from deployer.content.policy import read_policy
from deployer.demo.customers import ways_to_ask
from deployer.demo.outcomes import read_outcome
from deployer.demo.report import Result, print_results, print_summary
from deployer.demo.utterances import Utterance, read_utterances
from deployer.errors import CannotContinue
from deployer.up.aws import Aws
from deployer.up.engine import any_free_port
from deployer.up.local import Line, bring_up
from deployer.up.progress import Progress
from deployer.up.settings import LocalSettings, read_settings
from deployer.up.signals import ended_by_signals
from warmline.domain.address import Channel
from warmline.domain.policy import Policy

WIDTH_OF_A_FILE = 140
WARM_UPS = 2


@click.command()
def demo() -> None:
    """Send 60 real utterances through a local line and print what became of each, with times.

    Times are given with and without the quiet time, the pause in case more is being typed.
    """
    progress = Progress(Console(stderr=True))
    out = Console(width=None if os.isatty(1) else WIDTH_OF_A_FILE)
    try:
        with ended_by_signals(), ExitStack() as started:
            settings = read_demo_settings()
            line = bring_up(settings, progress, started, (settings.names.chat_origin,))
            results = send_all(line, settings, progress)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    print_results(out, results)
    print_summary(out, results)


def read_demo_settings() -> LocalSettings:
    """Read the environment; the demo starts its own stand-ins, on a port of its own."""
    outside = ("SLACK_API_URL", "TWILIO_API_URL")
    given = {key: value for key, value in os.environ.items() if key not in outside}
    usual = {"WARMLINE_PORT": str(any_free_port())}
    return read_settings(usual | given)


def quiet_times(settings: LocalSettings) -> dict[str, float]:
    """Return the quiet time of each channel, as the line has it."""
    policy = Policy.read({**read_policy(CONTENT / "policy.yaml"), **settings.policy_overrides})
    return {channel.value: policy.quiet_seconds[channel] for channel in Channel}


def send_all(line: Line, settings: LocalSettings, progress: Progress) -> list[Result]:
    """Send each utterance as a new customer, one after the other."""
    utterances = read_utterances()
    ask = ways_to_ask(line, settings)
    quiet = quiet_times(settings)
    store = Aws(line.engine).open_store(line.stack.table)
    with progress.step("Warming up each channel", "Warmed up"):
        for number, channel in enumerate([*ask] * WARM_UPS, start=9000):
            if not ask[channel](number, "where is my order?").text:
                raise CannotContinue(f"No answer over {channel}; see {line.engine.log}")

    def send(number: int, utterance: Utterance) -> Result:
        reply = ask[utterance.channel](number, utterance.text)
        outcome = read_outcome(store, reply.address)
        return Result(utterance, reply, outcome, quiet[utterance.channel])

    with progress.step(f"Sending {len(utterances)} utterances", f"Sent {len(utterances)}"):
        return [send(number, utterance) for number, utterance in enumerate(utterances, start=1)]
