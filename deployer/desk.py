"""`warmline desk`: the shift message put up, and all cards made again from the table.

Neither talks to Slack: what is to be shown is stored as rows, and the stack's own workers bring
them there, in order and at Slack's pace. So both need the stack's credentials for AWS only.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.deployment import Deployment, deployment_options
from deployer.errors import CannotContinue
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.change import House
from warmline.application.desk_rebuild import EACH_TAKES, RebuildDesk
from warmline.application.phrases import Phrases
from warmline.application.retrying import Patience
from warmline.domain.errors import Conflict, StoreUnavailable
from warmline.domain.outgoing import Outgoing, Status, Task, shift_target
from warmline.domain.policy import Policy
from warmline.domain.writes import Put

PATIENCE = 10.0
POLL = 0.5


@click.group()
@deployment_options
@click.pass_context
def desk(context: click.Context, *, deployment: Deployment) -> None:
    """Set up the desk channel, or make its cards again."""
    context.obj = deployment


@desk.command()
@click.option("--wait", default=30.0, show_default=True, help="Seconds to wait for Slack.")
@click.pass_obj
def setup(deployment: Deployment, *, wait: float) -> None:
    """Post the shift message into the desk channel, and pin it.

    It has the buttons by which agents go on shift and take their next case. Where it is there
    already it is brought up to date.
    """
    with _table(deployment) as store:
        row = put_up_shift(store)
        ended = _ended(lambda: store.find_outgoing(row.target, row.sequence), wait)
    if ended is None or not ended.finished:
        problem = f" ({ended.error})" if ended and ended.error else ""
        click.echo(f"The shift message waits for Slack{problem}; it is posted once Slack is there.")
    elif ended.status is Status.SENT:
        click.echo("The shift message is in the desk channel, pinned.")
    else:
        raise CannotContinue(f"Slack does not take the shift message: {ended.error}.")


@desk.command()
@click.option("--anew", is_flag=True, help="Post every card again, also where the old one is.")
@click.pass_obj
def rebuild(deployment: Deployment, *, anew: bool) -> None:
    """Make the cards of all open cases again, and the threads of those that are gone.

    A card that is still there is brought up to date in place. After a move to another desk channel
    use --anew: the cards in the old one stay, and are of no use any more.
    """
    with _table(deployment) as store:
        cases = list(dict.fromkeys([*held_cases(store), *waiting_cases(store)]))
        shown = RebuildDesk(store, _HOUSE, _now, _patience())(cases, anew=anew)
    seconds = round((shown * EACH_TAKES).total_seconds())
    click.echo(f"{shown} open cases are being shown again; Slack takes about {seconds} s for that.")


def put_up_shift(store: DynamoStore) -> Outgoing:
    """Have the shift message posted, or edited where it was posted last."""
    target = shift_target()
    before = store.last_outgoing(target)
    row = Outgoing(
        target=target,
        sequence=before.sequence + 1 if before else 1,
        task=Task.SHIFT,
        conversation="",
        created_at=_now(),
        channel=before.channel if before else "",
        ts=before.provider_id or before.ts if before else "",
    )
    store.commit([Put(row)])
    return row


def held_cases(store: DynamoStore) -> list[str]:
    """What agents hold: they and their customers are in the middle of something."""
    return [case.conversation for agent in store.agents() for case in store.open_cases(agent.id)]


def waiting_cases(store: DynamoStore) -> list[str]:
    """All that wait for anybody, in the order of the queue: what its index holds."""
    pages = store.client.get_paginator("scan").paginate(
        TableName=store.name,
        IndexName=keys.QUEUE_INDEX,
        FilterExpression="#pk <> :agents",
        ProjectionExpression="#sk",
        ExpressionAttributeNames={"#pk": keys.QUEUE_PK, "#sk": keys.QUEUE_SK},
        ExpressionAttributeValues={":agents": {"S": keys.AGENTS}},
    )
    found = [item[keys.QUEUE_SK]["S"] for page in pages for item in page["Items"]]
    return [keys.conversation_of(one) for one in sorted(found)]


@contextmanager
def _table(deployment: Deployment) -> Iterator[DynamoStore]:
    try:
        yield deployment.open_store()
    except (ClientError, BotoCoreError, StoreUnavailable, Conflict) as error:
        raise CannotContinue(f"the table cannot be used: {error}") from error


def _ended(find: Callable[[], Outgoing | None], seconds: float) -> Outgoing | None:
    """The row once it has ended, or as it is when nobody waits any longer."""
    until = time.monotonic() + seconds
    row = find()
    while row is not None and not row.finished and time.monotonic() < until:
        time.sleep(POLL)
        row = find()
    return row


_HOUSE = House(Policy.read({}), Phrases({}))
"""Nothing is said to a customer here, and no rule decides anything."""


def _now() -> datetime:
    return datetime.now(UTC)


def _patience() -> Patience:
    return Patience(PATIENCE, time.sleep, time.monotonic, lambda: 1.0)
