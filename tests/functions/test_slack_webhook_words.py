"""Words under a card: the holder's go to the customer, all others stay."""

from dataclasses import replace

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT
from tests.functions.conftest import Logged
from tests.functions.slack_calls import in_thread
from tests.functions.slack_desk import LEAD, RIVAL, STRANGER, claimed, told
from tests.functions.webhook_world import WebhookWorld
from warmline.adapters.memory import identity
from warmline.domain.records import Consent


def test_the_holders_words_go_to_the_customer_once(world: WebhookWorld) -> None:
    claimed(world)
    event = in_thread(world, "Here is your &lt;label&gt;")

    statuses = {world.slack(event).status for _ in range(4)}
    world.settle()

    assert statuses == {200}
    assert world.said.count("Here is your <label>") == 1
    assert [row.text for row in world.owed].count("Here is your <label>") == 1


@pytest.mark.bad_input(37)
@pytest.mark.parametrize("user", [RIVAL, STRANGER, LEAD])
def test_anybody_elses_words_stay_and_they_are_told(
    world: WebhookWorld, api: SlackStandIn, user: str
) -> None:
    claimed(world)
    before = world.traces()

    assert world.slack(in_thread(world, "I know this one", user=user)).status == 200

    assert world.traces() == before
    [said] = told(api)
    assert said["user"] == user
    assert said["thread_ts"] == world.desk.posted[-1]
    assert "not sent to the customer. Ada (<@U0AGENT001>) has this case" in str(said["text"])


@pytest.mark.parametrize("text", ["// a note", "  // a note", "//", "//a"])
@pytest.mark.parametrize("user", [AGENT, RIVAL, STRANGER])
def test_a_note_stays_and_its_writer_is_told_so(
    world: WebhookWorld, api: SlackStandIn, text: str, user: str
) -> None:
    claimed(world)
    before = world.traces()

    assert world.slack(in_thread(world, text, user=user)).status == 200

    assert world.traces() == before
    [said] = told(api)
    assert (said["user"], said["text"]) == (user, "Kept as a note: it stays at the desk.")


@pytest.mark.fault(35)
def test_a_former_holders_words_are_refused_with_the_reason(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    claimed(world)
    world.actions.release(AGENT, world.the_head().id)
    claimed(world, RIVAL)

    world.slack(in_thread(world, "One more thing"))

    assert "Ben (<@U0RIVAL001>) has this case" in str(told(api)[0]["text"])
    assert "One more thing" not in world.said


def test_words_of_nothing_are_refused(world: WebhookWorld, api: SlackStandIn) -> None:
    claimed(world)

    world.slack(in_thread(world, " \u200b "))

    assert "no words" in str(told(api)[0]["text"])


@pytest.mark.bad_input(22)
def test_words_to_somebody_who_opted_out_are_refused(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    head = claimed(world)
    record = world.memory.find_address(head.address)
    assert record is not None
    world.memory.rows[identity(record)] = replace(record, consent=Consent.OPTED_OUT)

    world.slack(in_thread(world, "Are you there?"))

    assert "opted out" in str(told(api)[0]["text"])
    assert "Are you there?" not in world.said


def test_talk_among_agents_is_not_for_us(world: WebhookWorld) -> None:
    claimed(world)
    before = world.traces()

    assert world.slack(in_thread(world, "coffee?", thread_ts=None)).status == 200
    assert world.traces() == before


def test_an_unknown_thread_is_not_for_us(world: WebhookWorld) -> None:
    before = world.traces()
    event = in_thread(world, "hello", thread_ts="7.0007", parent_user_id=AGENT)

    assert world.slack(event).status == 200
    assert world.traces() == before


def test_words_under_a_card_whose_thread_is_not_written_down_come_again(
    world: WebhookWorld, logged: Logged
) -> None:
    event = in_thread(world, "hello", thread_ts="7.0007")

    assert world.slack(event).status == 503
    assert logged.names == ["not_stored"]
