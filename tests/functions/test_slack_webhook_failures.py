"""When the table, Slack or Bolt fails under `slack_webhook`, and what its log may never hold."""

import os
import time

import pytest

from sandbox.slack.faults import Fault, Trouble
from sandbox.slack.standin import SlackStandIn
from tests.events import (
    AGENT,
    SLACK_SIGNING_SECRET,
    Event,
    body_of,
    cases,
    load_event,
    with_body,
    with_slack_event,
)
from tests.functions.conftest import Logged, handler_of
from tests.functions.slack_calls import command, direct, in_thread, press
from tests.functions.slack_desk import RIVAL, STRANGER, claimed
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from warmline.domain.errors import Conflict
from warmline.domain.states import State

SLACKS_PATIENCE = 3.0
WORDS = "My secret words, call +1 415 555 0132"


@pytest.mark.fault(57)
@pytest.mark.parametrize("failing", ["commit", "everything"])
def test_what_is_not_stored_is_a_503_and_can_be_sent_again(failing: str, logged: Logged) -> None:
    world, event = WebhookWorld(), direct(WORDS)
    world.troubles.failing.add(failing)

    assert world.slack(event).status == 503
    assert world.memory.rows == {}
    assert logged.names == ["not_stored"]

    world.troubles.failing.clear()
    assert world.slack(event).status == 200
    assert len(world.said) == 1


def test_a_press_a_word_and_a_command_that_are_not_stored_are_a_503(world: WebhookWorld) -> None:
    waiting = press(world, "claim")
    world.troubles.failing.add("commit")
    assert world.slack(waiting).status == 503
    world.troubles.failing.clear()
    claimed(world)
    world.troubles.failing.add("commit")

    assert world.slack(press(world, "resolve")).status == 503
    assert world.slack(in_thread(world, "Hello")).status == 503
    assert world.slack(command("resolve")).status == 503


def test_too_many_conflicts_are_a_503_before_slack_gives_up() -> None:
    world = WebhookWorld()
    world.bugs["commit"] = Conflict("always somebody else")
    started = time.monotonic()

    assert world.slack(direct(WORDS)).status == 503
    assert time.monotonic() - started < SLACKS_PATIENCE


# Telling people is not what a message hangs on


@pytest.mark.fault(33)
@pytest.mark.parametrize(
    "fault",
    [
        Fault(Trouble.ERROR, word="user_not_in_channel"),
        Fault(Trouble.ERROR, word="ratelimited"),
        Fault(Trouble.RATE_LIMITED, seconds=30),
        Fault(Trouble.SERVER_ERROR),
        Fault(Trouble.HANG, seconds=5),
    ],
    ids=str,
)
def test_the_loser_is_answered_in_three_seconds_whatever_slack_does(
    world: WebhookWorld, api: SlackStandIn, fault: Fault, logged: Logged
) -> None:
    stale = press(world, "claim", user=RIVAL)
    claimed(world)
    api.faults.fail_next("chat.postEphemeral", fault)
    started = time.monotonic()

    assert world.slack(stale).status == 200

    assert time.monotonic() - started < SLACKS_PATIENCE
    assert world.the_head().agent == AGENT
    assert logged.names.count("not_told") == 1


def test_with_slack_away_a_claim_is_a_claim(world: WebhookWorld, api: SlackStandIn) -> None:
    api.stop()

    assert world.slack(press(world, "claim")).status == 200
    assert world.slack(press(world, "claim", user=STRANGER)).status == 200
    assert world.the_head().state is State.WITH_AGENT


# The credentials


@pytest.mark.parametrize("missing", ["slack_signing_secret"])
def test_without_a_signing_secret_nothing_starts(missing: str, logged: Logged) -> None:
    world = WebhookWorld()
    del world.secrets.values[missing]

    assert world.slack(direct(WORDS)).status == 503
    assert world.memory.rows == {}
    assert missing in logged.lines[0]["detail"]


def test_cold_without_secrets_manager_it_is_a_503_and_warm_it_goes_on() -> None:
    world = WebhookWorld()
    world.secrets.is_away = True
    assert world.slack(direct(WORDS)).status == 503

    world.secrets.is_away = False
    assert world.slack(direct(WORDS)).status == 200
    world.secrets.is_away = True
    world.clock.forward(24 * 3600)

    assert world.slack(direct("later")).status == 200
    assert len(world.said) == 2


def test_a_rotated_signing_secret_is_taken_at_the_first_request_that_has_it() -> None:
    world = WebhookWorld()
    world.secrets.values["slack_signing_secret"] = "before"
    world.credentials.newest("slack_signing_secret")
    world.secrets.values["slack_signing_secret"] = [SLACK_SIGNING_SECRET, "before"]

    assert world.slack(direct(WORDS)).status == 200


# Words and secrets stay out of the log


def test_a_failure_that_nobody_foresaw_is_a_500_and_says_only_its_kind(
    logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    world = WebhookWorld()
    world.bugs["commit"] = KeyError(f"{WORDS} {SLACK_SIGNING_SECRET} {BOT_TOKEN}")

    answer = world.slack(direct(WORDS))

    assert answer.status == 500
    assert logged.names == ["failed"]
    assert logged.lines[0]["problem"] == "KeyError"
    assert_nothing_private_in(logged.text + "".join(capfd.readouterr()) + answer.body)


@pytest.mark.parametrize("case", cases("slack_webhook"))
@pytest.mark.parametrize("trouble", ["none", "away", "bug"])
def test_no_log_line_holds_a_word_or_a_secret(
    case: str, trouble: str, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    world = WebhookWorld()
    if trouble == "away":
        world.troubles.failing.add("everything")
    elif trouble == "bug":
        world.bugs |= {"read_arrival": KeyError(WORDS), "find_agent": ValueError(WORDS)}
    event = load_event("slack_webhook", case)
    if b'"event":{' in body_of(event):
        event = with_slack_event(event, text=WORDS)

    world.slack(event)

    assert logged.lines
    assert_nothing_private_in(logged.text + "".join(capfd.readouterr()))


def test_what_bolt_stumbles_over_is_not_in_the_log_either(
    logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    world = WebhookWorld()
    for channel in (5, [WORDS], {"id": [WORDS]}):
        event = with_slack_event(direct(WORDS), channel=channel, user=[WORDS])
        assert world.slack(event).status in {200, 400}

    assert_nothing_private_in(logged.text + "".join(capfd.readouterr()))


def test_a_failing_call_of_slack_leaves_nothing_private(
    world: WebhookWorld, api: SlackStandIn, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    for trouble in (Trouble.SERVER_ERROR, Trouble.HANG, Trouble.ERROR, Trouble.RATE_LIMITED):
        api.faults.fail_next("chat.postEphemeral", Fault(trouble, word="x" * 50, seconds=2))
        world.slack(in_thread(world, WORDS))
    api.stop()
    world.slack(in_thread(world, WORDS))

    assert logged.names.count("not_told") == 5
    assert_nothing_private_in(logged.text + "".join(capfd.readouterr()))


def assert_nothing_private_in(written: str) -> None:
    for private in (WORDS, "secret words", "415 555", SLACK_SIGNING_SECRET, BOT_TOKEN, "U0CUSTOM"):
        assert private not in written


@pytest.mark.fault(58)
def test_with_its_output_closed_a_message_is_stored_all_the_same() -> None:
    world, handler = WebhookWorld(), handler_of("slack_webhook")
    stream = handler.stream
    with open(os.devnull, "w", encoding="utf-8") as closed:  # noqa: PTH123 - no file of ours
        handler.stream = closed

    try:
        assert world.slack(direct(WORDS)).status == 200
    finally:
        handler.stream = stream
    assert len(world.said) == 1


@pytest.mark.parametrize("hostile", ["a\nb", '{"level":"ERROR"}', "\x1b[31mred"])
def test_a_log_line_stays_one_line_whatever_is_sent(hostile: str, logged: Logged) -> None:
    event: Event = load_event("slack_webhook", "direct_message")
    event["requestContext"]["requestId"] = hostile

    WebhookWorld().slack(with_body(event, b'{"type": "block_actions"}'))

    assert [line["request"] for line in logged.lines] == [hostile]
