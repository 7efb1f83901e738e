"""What Slack's events lead to: a customer's words, an agent's, or nothing."""

import json
from pathlib import Path

import pytest

from tests.events import (
    AGENT,
    DESK_CHANNEL,
    SLACK_APP,
    SLACK_BOT_USER,
    SLACK_CUSTOMER,
    SLACK_TEAM,
    Event,
    body_of,
    cases,
    load_event,
    with_body,
    with_headers,
    with_json,
    with_slack_event,
)
from tests.functions.conftest import Logged
from tests.functions.slack_calls import direct, event_of, in_thread, new_ts
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK
from warmline.domain.states import State

SAMPLES = Path(__file__).parent / "slack_samples"

SPOKEN = ("file_share", "thread_broadcast", "me_message")
UNSPOKEN = (
    "bot_message",
    "message_changed",
    "message_deleted",
    "message_replied",
    "channel_join",
    "channel_leave",
    "channel_topic",
    "channel_purpose",
    "channel_name",
    "channel_archive",
    "channel_unarchive",
    "channel_posting_permissions",
    "channel_convert_to_private",
    "group_join",
    "group_leave",
    "group_topic",
    "group_archive",
    "bot_add",
    "bot_remove",
    "reminder_add",
    "pinned_item",
    "unpinned_item",
    "ekm_access_denied",
    "file_comment",
    "file_mention",
    "sh_room_created",
    "tombstone",
    "assistant_app_thread",
    "document_mention",
    "huddle_thread",
    "joiner_notification",
    "reply_broadcast",
    "a_new_one",
)


@pytest.mark.parametrize("case", cases("slack_webhook"))
@pytest.mark.parametrize("hired", [False, True], ids=["before anybody is hired", "with an agent"])
def test_every_payload_of_ours_is_answered_200_or_sent_again(
    case: str,
    hired: bool,  # noqa: FBT001 - a parameter
) -> None:
    world = WebhookWorld(desk_channel=DESK_CHANNEL)
    if hired:
        world.hire(AGENT)

    answer = world.slack(load_event("slack_webhook", case))

    waits_for_its_thread = case in {
        "thread_reply",
        "thread_reply_retried",
        "thread_note",
        "file_share",
    }
    assert answer.status == (503 if waits_for_its_thread else 200)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
@pytest.mark.parametrize("kept", [True, False], ids=["as published", "with our team and app"])
def test_every_published_payload_does_nothing_and_is_answered_200(
    sample: Path,
    kept: bool,  # noqa: FBT001 - a parameter
    logged: Logged,
) -> None:
    world = WebhookWorld()
    document = json.loads(sample.read_text("utf-8"))
    if not kept:
        document |= {"team_id": SLACK_TEAM, "api_app_id": SLACK_APP, "type": "event_callback"}
    event = with_body(load_event("slack_webhook", "direct_message"), json.dumps(document).encode())

    answer = world.slack(event)

    assert answer.status in {200, 400}
    assert answer.status == 200 or "event" not in document or kept
    assert world.memory.rows == {}
    assert len(logged.lines) == 1


def test_there_are_published_payloads() -> None:
    assert len(list(SAMPLES.glob("*.json"))) == 25


def test_the_challenge_is_answered() -> None:
    answer = WebhookWorld().slack(load_event("slack_webhook", "url_verification"))

    assert answer.status == 200
    challenge = json.loads(body_of(load_event("slack_webhook", "url_verification")))["challenge"]
    assert answer.json == {"challenge": challenge}


# A direct message


def test_a_direct_message_of_a_customer_is_a_conversation() -> None:
    world = WebhookWorld()

    assert world.slack(direct("How do I return an item?")).status == 200

    assert world.said == ["How do I return an item?"]
    assert world.the_head().address == f"slack:{SLACK_TEAM}:D0CUSTOM01:{SLACK_CUSTOMER}"


def test_an_ask_for_a_human_is_waiting_at_once() -> None:
    world = WebhookWorld()

    world.slack(load_event("slack_webhook", "direct_message_ask_for_human"))

    assert world.the_head().state is State.WAITING


def test_an_agent_who_writes_to_the_app_is_no_customer() -> None:
    world = WebhookWorld()
    world.hire(AGENT)
    before = world.traces()

    answer = world.slack(load_event("slack_webhook", "direct_message_from_agent"))

    assert answer.status == 200
    assert world.traces() == before


def test_a_suspended_agent_is_a_customer_like_anybody() -> None:
    world = WebhookWorld()
    world.hire(AGENT, active=False)

    world.slack(load_event("slack_webhook", "direct_message_from_agent"))

    assert len(world.said) == 1


def test_in_a_thread_of_their_direct_messages_a_customer_is_answered_there() -> None:
    world = WebhookWorld()

    world.slack(direct("And this?", thread_ts="1795550300.000100"))

    assert world.the_head().address.split(":")[3] == "1795550300.000100"


def test_slacks_markup_becomes_what_was_typed() -> None:
    world = WebhookWorld()

    world.slack(
        direct("is 1 &lt; 2 &amp; at <https://shop.example|the shop> or <mailto:a@b.de|a@b.de>?")
    )

    assert world.said == ["is 1 < 2 & at the shop (https://shop.example) or a@b.de?"]


def test_files_become_lines() -> None:
    world = WebhookWorld()

    world.slack(direct("look", subtype="file_share", files=[{"id": "F1"}, {"id": "F2"}]))

    assert world.said == ["look\n[attachment]\n[attachment]"]


# Mentions


def mention(case: str = "app_mention", **fields: object) -> Event:
    return with_slack_event(load_event("slack_webhook", case), **fields)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_mention_that_comes_as_two_events_is_one_message(order: tuple[int, int]) -> None:
    world = WebhookWorld()
    events = (mention(), mention("message_of_mention"))

    for one in order:
        assert world.slack(events[one]).status == 200

    assert world.said == ["how do I return an item?"]
    assert world.the_head().address.startswith(f"slack:{SLACK_TEAM}:C0GENERAL1:1795550400.000400:")


def test_the_askers_further_words_in_the_thread_belong_to_it() -> None:
    world = WebhookWorld()
    world.slack(mention())

    world.slack(mention("mention_thread_reply"))

    assert world.said == ["how do I return an item?", "And how long does the refund take?"]
    assert len(world.heads) == 1


def test_further_words_that_mention_the_app_again_are_one_message() -> None:
    world = WebhookWorld()
    world.slack(mention())
    again = {"text": f"<@{SLACK_BOT_USER}> and the refund?", "thread_ts": "1795550400.000400"}
    ts = new_ts()

    world.slack(mention(**again, ts=ts))
    world.slack(mention("mention_thread_reply", **again, ts=ts))

    assert world.said == ["how do I return an item?", "and the refund?"]
    assert len(world.heads) == 1


def test_what_others_say_in_the_thread_is_not_for_us(logged: Logged) -> None:
    world = WebhookWorld()
    world.slack(mention())

    world.slack(mention("mention_thread_reply", user="U0SOMEBODY"))

    assert world.said == ["how do I return an item?"]
    assert logged.names[-1] == "ignored"


def test_talk_in_a_channel_is_not_for_us() -> None:
    world = WebhookWorld()

    assert world.slack(mention("message_of_mention", text="lunch?")).status == 200
    assert world.memory.rows == {}


def test_a_mention_in_the_desk_channel_is_no_customers() -> None:
    world = WebhookWorld()

    world.slack(mention(channel=DESK))

    assert world.memory.rows == {}


# What is passed over


@pytest.mark.bad_input(33)
@pytest.mark.parametrize("place", ["im", "channel", "thread", "desk thread"])
@pytest.mark.parametrize("subtype", UNSPOKEN)
def test_a_message_that_nobody_spoke_is_passed_over(subtype: str, place: str) -> None:
    world = at_the_desk()
    before = world.traces()
    event = with_slack_event(somewhere(world, place), subtype=subtype)

    assert world.slack(event).status == 200
    assert world.traces() == before


@pytest.mark.parametrize("subtype", SPOKEN)
def test_a_message_that_somebody_spoke_is_heard(subtype: str) -> None:
    world = WebhookWorld()

    world.slack(direct("Hello there", subtype=subtype))

    assert world.said == ["Hello there"]


@pytest.mark.bad_input(33)
@pytest.mark.parametrize("place", ["im", "channel", "thread", "desk thread"])
@pytest.mark.parametrize(
    "bot", [{"bot_id": "B0WARMLINE", "app_id": SLACK_APP}, {"bot_id": "B0OTHER"}]
)
def test_nobody_answers_a_bot(bot: dict[str, object], place: str) -> None:
    world = at_the_desk()
    before = world.traces()

    assert world.slack(with_slack_event(somewhere(world, place), **bot)).status == 200
    assert world.traces() == before


def test_a_bots_mention_is_not_answered_either() -> None:
    world = WebhookWorld()

    world.slack(mention(bot_id="B0OTHER"))

    assert world.memory.rows == {}


def at_the_desk() -> WebhookWorld:
    """Somebody holds a case whose card is up, and a mention has a thread."""
    world = WebhookWorld()
    world.hire(AGENT)
    world.slack(mention(text=f"<@{SLACK_BOT_USER}> a human please"))
    world.settle()
    world.actions.claim(AGENT, world.the_head().id)
    world.settle(5)
    return world


def somewhere(world: WebhookWorld, place: str) -> Event:
    if place == "im":
        return direct("Hello there")
    if place == "desk thread":
        return in_thread(world, "Hello there")
    thread = {"thread_ts": "1795550400.000400"} if place == "thread" else {}
    return mention("message_of_mention", ts=new_ts(), text="Hello there", **thread)


# Again


@pytest.mark.fault(29)
@pytest.mark.bad_input(32)
@pytest.mark.parametrize("reason", ["http_timeout", "http_error", "unknown_error"])
def test_an_event_that_slack_sends_again_has_its_effect_once(reason: str, logged: Logged) -> None:
    world, event = WebhookWorld(), direct("How do I return an item?")

    world.slack(event)
    for number in "123":
        again = with_headers(event, x_slack_retry_num=number, x_slack_retry_reason=reason)
        assert world.slack(again).status == 200

    assert len(world.said) == 1
    assert len(logged.lines) == 4


def test_a_retry_whose_first_try_died_is_the_only_copy_and_is_taken() -> None:
    world = WebhookWorld()

    world.slack(with_headers(direct("Hello there"), x_slack_retry_num="3"))

    assert world.said == ["Hello there"]


@pytest.mark.parametrize("seconds", [6 * 60, 30 * 24 * 3600])
def test_the_same_message_in_another_envelope_much_later_is_still_one(seconds: float) -> None:
    world, event = WebhookWorld(), direct("Hello there")
    world.slack(event)
    world.clock.forward(seconds)

    world.slack(with_json(event, event_id="Ev0ANOTHER"))

    assert len(world.said) == 1


@pytest.mark.bad_input(38)
@pytest.mark.parametrize("value", ["1", "true", "0", ""])
def test_bolts_own_headers_from_outside_have_no_effect(value: str) -> None:
    world = WebhookWorld()
    event = with_headers(
        direct("Hello there"),
        x_slack_bolt_lazy_only=value,
        x_slack_bolt_lazy_function_name="on_event",
    )

    assert world.slack(event).status == 200
    assert world.said == ["Hello there"]


# The card's own event


def test_our_own_card_tells_where_it_is_and_another_apps_does_not() -> None:
    world = WebhookWorld()
    world.slack(load_event("slack_webhook", "direct_message_ask_for_human"))
    conversation = world.the_head().id
    blocks = [{"type": "header", "block_id": f"card:{conversation}"}]
    shown = {"blocks": blocks, "channel": DESK, "user": SLACK_BOT_USER, "ts": "5.0001"}

    theirs = direct("", **shown, bot_id="B0OTHER", app_id="A0OTHER", channel_type="channel")
    assert world.slack(theirs).status == 200
    assert world.the_head().marks.card is None

    ours = direct("", **shown, bot_id="B0WARMLINE", app_id=SLACK_APP, channel_type="channel")
    assert world.slack(ours).status == 200
    card = world.the_head().marks.card
    assert card is not None
    assert (card.channel, card.ts) == (DESK, "5.0001")
    assert world.memory.find_thread(DESK, "5.0001") is not None


@pytest.mark.parametrize("limit", [1, 30_000])
def test_slacks_own_warning_of_too_many_events_is_passed_over(limit: int) -> None:
    world = WebhookWorld()
    event = with_json(load_event("slack_webhook", "app_rate_limited"), minute_rate_limited=limit)

    assert world.slack(event).status == 200
    assert world.memory.rows == {}


def test_the_payloads_say_what_they_are() -> None:
    assert event_of(load_event("slack_webhook", "direct_message"))["channel_type"] == "im"
