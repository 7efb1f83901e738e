"""A card that somebody deletes at the desk: it is put up again, whatever Slack calls that."""

import pytest

from tests.events import SLACK_BOT_USER, Event, load_event, with_slack_event
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK
from warmline.domain.outgoing import Outgoing, Task


def gone(ts: str, *, leaves_a_tombstone: bool, channel: str = DESK) -> Event:
    """Slack tells that a message of ours was deleted; one with a thread leaves a tombstone."""
    ours = {"type": "message", "user": SLACK_BOT_USER, "bot_id": "B0WARMLINE", "ts": ts}
    if leaves_a_tombstone:
        stone = {"type": "message", "subtype": "tombstone", "ts": ts, "thread_ts": ts}
        event = load_event("slack_webhook", "reply_edited")
        return with_slack_event(event, channel=channel, message=stone, previous_message=ours)
    event = load_event("slack_webhook", "message_deleted")
    return with_slack_event(event, channel=channel, deleted_ts=ts, previous_message=ours)


@pytest.mark.parametrize("leaves_a_tombstone", [True, False])
def test_a_deleted_card_is_owed_again_at_once(
    world: WebhookWorld, *, leaves_a_tombstone: bool
) -> None:
    [card] = world.desk.posted
    head = world.the_head()

    assert world.slack(gone(card, leaves_a_tombstone=leaves_a_tombstone)).status == 200

    [row] = [one for one in world.memory.inserted[-2:] if isinstance(one, Outgoing)]
    assert (row.task, row.conversation) == (Task.CARD, head.id)


@pytest.mark.parametrize("leaves_a_tombstone", [True, False])
def test_somebody_elses_message_or_one_elsewhere_moves_nothing(
    world: WebhookWorld, *, leaves_a_tombstone: bool
) -> None:
    before = world.traces()
    card = world.desk.posted[-1]

    for event in (
        gone("9.9999", leaves_a_tombstone=leaves_a_tombstone),
        gone(card, leaves_a_tombstone=leaves_a_tombstone, channel="C0ELSEWHERE"),
    ):
        assert world.slack(event).status == 200

    assert world.traces() == before
