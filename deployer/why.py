"""`warmline why`: what each answer, action and handoff of a conversation stands on."""

from collections.abc import Iterator

import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.deployment import Deployment, deployment_options, find_case
from deployer.errors import CannotContinue
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.errors import StoreUnavailable
from warmline.domain.explaining import Explained, explain


@click.command()
@click.argument("conversation")
@deployment_options
def why(conversation: str, *, deployment: Deployment) -> None:
    """Say why the bot said and did what it did in CONVERSATION.

    That is its id, or its alias as the card shows it, such as "Teal Heron 4821".
    """
    store = deployment.open_store()
    try:
        case = find_case(store, conversation)
        head, log = store.find_head(case), store.read_log(case)
    except (ClientError, BotoCoreError, StoreUnavailable) as error:
        raise CannotContinue(f"the table cannot be read: {error}") from error
    if head is not None:
        click.echo(_about(head))
    for one in explain(log):
        click.echo("\n".join(_lines(one)))


def _about(head: Head) -> str:
    reason = f", handed off: {head.reason.value}" if head.reason else ""
    before = f"; before it: {alias(head.previous)} ({head.previous})" if head.previous else ""
    return f"{alias(head.id)} ({head.id}), {head.channel.value}, {head.state.value}{reason}{before}"


def _lines(one: Explained) -> Iterator[str]:
    yield ""
    yield f"{one.at:%Y-%m-%d %H:%M:%S} UTC  {one.what}"
    for line in one.words.splitlines():
        yield f"  | {line}"
    for fact in one.facts:
        yield f"  {fact}"
