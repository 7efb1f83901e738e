"""A draft: written by the bot in a window, changed, and sent only by a press."""

import pytest

from sandbox.slack.block_kit import checked_blocks
from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, with_slack_payload
from tests.functions.reply_windows import (
    DRAFT,
    QUESTION,
    drafted,
    field_of,
    opened,
    sent,
    to_customer,
    writing_desk,
    written,
)
from tests.functions.slack_calls import direct, press
from tests.functions.slack_desk import told
from tests.functions.slack_windows import button_in, in_window, shown, words
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.reply_window import NOTHING_FOUND, OVERTAKEN, WRITING
from warmline.application.ports import Answer as Written
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.outgoing import Outgoing, Status, Task


@pytest.fixture
def world(api: SlackStandIn) -> WebhookWorld:
    """Return a desk with a case in Ada's hands: its customer asked, then wanted a person."""
    return writing_desk(api)


def test_a_draft_is_on_its_way_at_once_and_then_stands_in_the_window_to_be_changed(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "draft")

    assert WRITING in words(shown(api))
    assert world.responder.asked == [], "no press waits for the bot"  # type: ignore[attr-defined]

    world.settle(2)
    view = shown(api)
    assert field_of(view)[1] == DRAFT
    assert QUESTION in words(view)
    assert "From: returns/how-long" in words(view)
    checked_blocks(view["blocks"])


def test_nothing_goes_to_the_customer_before_it_is_sent_and_then_as_if_it_were_typed(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    drafted(world, api)
    assert DRAFT not in to_customer(world)

    answer = sent(world, api, "You can send it back within 30 days, Carl.")

    assert answer.body in {"", "{}"}, "the window closes"
    assert told(api)[-1]["text"] == "Goes to the customer in 5 s."
    assert told(api)[-1]["thread_ts"] == world.desk.posted[-1]
    world.settle(4)
    assert "You can send it back within 30 days, Carl." not in to_customer(world)
    world.settle(3)
    assert to_customer(world)[-1] == "You can send it back within 30 days, Carl."
    assert world.thread[-1] == "Ada: You can send it back within 30 days, Carl."


def test_what_was_sent_from_a_window_can_be_taken_back(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    drafted(world, api)
    sent(world, api, DRAFT)
    view: Fields = {"blocks": told(api)[-1]["blocks"]}

    world.slack(press(world, "undo_reply", value=button_in(view, "undo_reply")))

    world.settle(30)
    assert DRAFT not in to_customer(world)
    assert not [line for line in world.thread if DRAFT in line]


def test_a_draft_is_not_sent_to_what_the_customer_has_written_since(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    drafted(world, api)
    world.slack(direct("forget it, my neighbour took it"))

    answer = sent(world, api, DRAFT)

    assert answer.json["response_action"] == "update"
    seen = answer.json["view"]
    assert OVERTAKEN in words(seen)
    assert "my neighbour took it" in words(seen)
    assert field_of(seen)[1] == DRAFT, "nobody types it again"
    world.settle(30)
    assert DRAFT not in to_customer(world)

    [view] = api.views.of(AGENT)
    make_client(f"{api.url}/api/", BOT_TOKEN, 1).views_update(view_id=view.id, view=seen)
    sent(world, api, "All right, Carl.")
    world.settle(10)
    assert to_customer(world)[-1] == "All right, Carl."


def test_who_wrote_while_the_draft_was_being_written_is_in_it(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "draft")
    world.slack(direct("it is the blue chair"))
    world.settle(2)

    assert world.responder.asked[-1].questions == (QUESTION, "it is the blue chair")  # type: ignore[attr-defined]
    assert "it is the blue chair" in words(shown(api))


def test_the_bot_is_told_for_whom_it_writes_and_that_a_person_is_wanted_is_no_question(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    drafted(world, api)

    [request] = world.responder.asked  # type: ignore[attr-defined]
    assert (request.for_agent, request.tools) == ("Ada", None)
    assert request.questions == (QUESTION,)


def test_what_the_bot_may_not_say_is_in_no_draft(world: WebhookWorld, api: SlackStandIn) -> None:
    world.script[:] = [written("Look at https://evil.example/pay, it is 30 days.")]

    assert "evil.example" not in words(drafted(world, api))
    assert "evil.example" not in field_of(shown(api))[1]


@pytest.mark.parametrize(
    "step",
    [
        ResponderUnavailable("timeout"),
        Written("I don't have that.", unsupported=True, offers_human=True),
    ],
)
def test_without_a_draft_the_agent_is_told_so_and_writes_it_here(
    world: WebhookWorld, api: SlackStandIn, step: Written | ResponderUnavailable
) -> None:
    world.script[:] = [step]

    view = drafted(world, api)

    assert field_of(view)[1] == ""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    assert NOTHING_FOUND in str(blocks)
    sent(world, api, "Thirty days, Carl.")
    world.settle(10)
    assert to_customer(world)[-1] == "Thirty days, Carl."


def test_a_second_draft_takes_the_place_of_the_first(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    first = field_of(drafted(world, api))
    world.script.append(written("Thirty days from when it came."))

    event = press(world, "draft", value=button_in(shown(api), "draft"))
    world.slack(with_slack_payload(event, **in_window(api)))
    world.settle(2)

    second = field_of(shown(api))
    assert second[1] == "Thirty days from when it came."
    assert second[0] != first[0], "Slack keeps what was typed in a block of the same id"


def test_a_worker_that_dies_over_a_draft_writes_it_later(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "draft")
    world.stream_on = False
    world.listed.pending.clear()
    world.live(80)
    assert field_of(shown(api))[1] == DRAFT


def test_nobody_writes_for_a_window_that_nobody_waits_at(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.stream_on = False
    opened(world, api, "draft")
    world.live(30, sweep_every=300)
    world.clock.forward(300)
    world.live(120)
    assert world.responder.asked == []  # type: ignore[attr-defined]
    assert rows_of(world, Task.DRAFT)[0].status is Status.CANCELLED


def test_a_draft_for_who_has_lost_the_case_is_shown_to_nobody(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "draft")
    world.slack(press(world, "release"))
    world.settle(5)
    assert world.desk.drafts == {}
    assert world.responder.asked == []  # type: ignore[attr-defined]


def rows_of(world: WebhookWorld, task: Task) -> list[Outgoing]:
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return [row for row in rows if row.task is task]
