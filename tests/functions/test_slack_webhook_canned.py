"""Replies from a window: who may write there, and the deployer's own to pick from."""

from collections.abc import Mapping
from dataclasses import replace

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
)
from tests.functions.slack_calls import command, press
from tests.functions.slack_desk import NOT_AN_AGENT, RIVAL, STRANGER, told
from tests.functions.slack_windows import in_window, pressed, sent_off, shown, words
from tests.functions.webhook_world import WebhookWorld
from warmline.adapters.slack.drafts import ON_ITS_WAY
from warmline.adapters.slack.reply_window import PICK
from warmline.domain.card import alias


@pytest.fixture
def world(api: SlackStandIn) -> WebhookWorld:
    """Return a desk with a case in Ada's hands: its customer asked, then wanted a person."""
    return writing_desk(api)


def picked(world: WebhookWorld, api: SlackStandIn, title: str) -> Fields:
    """Ada picks a reply in the menu of her window."""
    option = next(one for one in options(shown(api)) if one["text"]["text"] == title)
    action = {"type": "static_select", "action_id": PICK, "selected_option": option}
    event = with_slack_payload(press(world, PICK), **in_window(api), actions=[action])
    assert world.slack(event).status == 200
    return shown(api)


def options(view: Fields) -> list[Mapping[str, Mapping[str, str]]]:
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    [menu] = [one for one in blocks if one.get("block_id") == PICK]
    found: list[Mapping[str, Mapping[str, str]]] = menu["elements"][0]["options"]
    return found


def test_a_picked_reply_is_filled_in_changed_and_sent(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "canned")
    checked_blocks(shown(api)["blocks"])

    view = picked(world, api, "Hello, I am looking into it")
    checked_blocks(view["blocks"])
    assert field_of(view)[1].startswith("Hello, this is Ada.")
    assert QUESTION in words(view)

    sent(world, api, field_of(view)[1])
    world.settle(10)
    assert to_customer(world)[-1].startswith("Hello, this is Ada.")


def test_another_pick_brings_another_text(world: WebhookWorld, api: SlackStandIn) -> None:
    opened(world, api, "canned")
    first = field_of(picked(world, api, "A photo would help"))
    second = field_of(picked(world, api, "Your case"))
    assert alias(world.the_head().id) in second[1]
    assert first[0] != second[0]


def test_a_customer_is_answered_in_their_language(world: WebhookWorld, api: SlackStandIn) -> None:
    head = world.the_head()
    world.memory.rows["Head", head.id] = replace(head, language="es")
    opened(world, api, "canned")
    assert field_of(picked(world, api, "Which order is it?"))[1].startswith("¿Me puede")
    assert field_of(picked(world, api, "Your case"))[1].startswith("Your case goes")


def test_a_deployer_without_canned_replies_leaves_a_window_to_write_in(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    replies = world.house.replies
    object.__setattr__(world.house, "replies", replace(replies, replies=()))
    opened(world, api, "canned")
    blocks = shown(api)["blocks"]
    assert isinstance(blocks, list)
    assert not [one for one in blocks if one.get("block_id") == PICK]
    sent(world, api, "Hello from a window")
    world.settle(10)
    assert to_customer(world)[-1] == "Hello from a window"


@pytest.mark.parametrize("forged", ["99", "-1", "x", ""])
def test_a_forged_pick_fills_in_nothing(
    world: WebhookWorld, api: SlackStandIn, forged: str
) -> None:
    opened(world, api, "canned")
    action = {"type": "static_select", "action_id": PICK, "selected_option": {"value": forged}}
    event = with_slack_payload(press(world, PICK), **in_window(api), actions=[action])
    assert world.slack(event).status == 200
    assert field_of(shown(api))[1] == ""


# Who may, and where else


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", ["draft", "canned"])
def test_nobody_but_the_holder_writes_from_a_window(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    before = world.traces()
    world.slack(pressed(world, api, action, user=STRANGER))
    world.slack(pressed(world, api, action, user=RIVAL))
    assert [one["text"] for one in told(api)][-2:] == [
        NOT_AN_AGENT,
        f"Ada (<@{AGENT}>) has this case.",
    ]
    assert api.views.of(RIVAL) == []
    assert world.traces() == before


def test_a_reply_to_a_case_that_was_lost_meanwhile_is_not_sent_and_says_why(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    drafted(world, api)
    world.slack(press(world, "release"))

    answer = sent(world, api, DRAFT)

    assert answer.json["view"]["title"]["text"] == "Not done"
    world.settle(30)
    assert DRAFT not in to_customer(world)


def test_the_same_window_is_sent_once(world: WebhookWorld, api: SlackStandIn) -> None:
    drafted(world, api)
    event = sent_off(api, {field_of(shown(api))[0]: DRAFT})
    world.slack(event)
    world.slack(event)
    world.settle(20)
    assert to_customer(world).count(DRAFT) == 1


@pytest.mark.parametrize("verb", ["draft", "reply"])
def test_a_command_opens_the_same_window(world: WebhookWorld, api: SlackStandIn, verb: str) -> None:
    answer = world.slack(command(verb, trigger_id=api.views.new_trigger(AGENT)))
    assert answer.status == 200
    world.settle(2)
    expected = DRAFT if verb == "draft" else ""
    assert field_of(shown(api))[1] == expected


@pytest.mark.fault(32)
def test_who_has_no_card_answers_from_a_window_while_slack_takes_no_posts(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    head = world.the_head()
    world.memory.rows["Head", head.id] = replace(head, marks=replace(head.marks, card=None))
    world.slack(command("reply", trigger_id=api.views.new_trigger(AGENT)))

    answer = sent(world, api, "I am here, Carl.")

    assert answer.json["view"]["title"]["text"] == ON_ITS_WAY
    world.settle(10)
    assert to_customer(world)[-1] == "I am here, Carl."
