"""What agents do with a card's buttons."""

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, with_slack_payload
from tests.functions.conftest import Logged
from tests.functions.slack_calls import ACTIONS, HOLDERS, direct, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK
from warmline.domain.conversation import Posted
from warmline.domain.states import State


def test_a_press_on_claim_gives_the_case_to_the_agent(
    world: WebhookWorld, api: SlackStandIn, logged: Logged
) -> None:
    answer = world.slack(press(world, "claim"))

    assert (answer.status, answer.body) == (200, "")
    head = world.the_head()
    assert (head.state, head.agent, head.agent_name) == (State.WITH_AGENT, AGENT, "Ada")
    assert told(api) == []
    assert logged.names == ["slack_answered"]


def test_the_loser_is_told_who_has_it(world: WebhookWorld, api: SlackStandIn) -> None:
    stale = press(world, "claim", user=RIVAL)
    claimed(world)

    assert world.slack(stale).status == 200

    [said] = told(api)
    assert (said["channel"], said["user"]) == (DESK, RIVAL)
    assert str(said["text"]).startswith("Ada (<@U0AGENT001>) has this case since")
    assert world.the_head().agent == AGENT


def test_one_who_claims_twice_is_told_that_they_have_it(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    again = press(world, "claim")
    claimed(world)

    world.slack(again)

    assert "already" in str(told(api)[0]["text"])


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("who", ["stranger", "suspended", "guest of another workspace"])
def test_one_who_is_not_an_active_agent_is_told_so_and_changes_nothing(
    world: WebhookWorld, api: SlackStandIn, action: str, who: str
) -> None:
    if who == "suspended":
        world.hire(STRANGER, active=False)
    event = press(world, action, user=STRANGER)
    if who == "guest of another workspace":
        user = {"id": STRANGER, "username": "sam", "team_id": "T0ELSEWHERE"}
        event = with_slack_payload(event, user=user)
    before = world.traces()

    answer = world.slack(event)

    assert answer.status == 200
    assert world.traces() == before
    [said] = told(api)
    assert said["user"] == STRANGER
    assert said["text"] == NOT_AN_AGENT


@pytest.mark.bad_input(36)
def test_a_claim_off_shift_or_over_the_limit_is_refused_with_the_reason(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire("U0OFF00001", on_shift=False)
    world.hire("U0FULL0001", limit=2, open_count=2)

    for user in ("U0OFF00001", "U0FULL0001"):
        assert world.slack(press(world, "claim", user=user)).status == 200

    off, full = (str(said["text"]) for said in told(api))
    assert "off shift" in off
    assert "as many open cases" in full
    assert world.the_head().state is State.WAITING


FORGED = (
    "",
    "x",
    "c1",
    "nobody.1",
    "0123456789abcdef0123456789abcdef.2",
    "../c1.2",
    "CONV#c1.2",
    "{head}.",
    "{head}.-1",
    "{head}.2.3",
    "{head}.99999999999",
    "{head} .2",
    "a" * 2_000,
    '{"conversation":"x","epoch":2}',
)


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_or_unknown_value_is_a_case_no_longer_open(
    world: WebhookWorld, api: SlackStandIn, action: str, forged: str
) -> None:
    before = world.traces()
    value = forged.replace("{head}", world.the_head().id)

    answer = world.slack(press(world, action, value=value))

    assert answer.status == 200
    assert world.traces() == before
    assert [said["text"] for said in told(api)] == ["This case is no longer open."]


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_closed_case_is_no_longer_open_in_the_same_words(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    claimed(world)
    world.actions.resolve(AGENT, world.the_head().id)
    before = world.traces()

    assert world.slack(press(world, action)).status == 200

    assert world.traces() == before
    assert [said["text"] for said in told(api)] == ["This case is no longer open."]


@pytest.mark.parametrize("action", ["nonsense", "", "__class__", "presses", "shift_", "CLAIM"])
def test_a_button_that_is_not_ours_does_nothing(world: WebhookWorld, action: str) -> None:
    before = world.traces()

    assert world.slack(press(world, action)).status == 200
    assert world.traces() == before


def test_a_claim_before_the_cards_delivery_was_written_down_puts_its_thread(
    world: WebhookWorld,
) -> None:
    fresh = WebhookWorld()
    fresh.hire(AGENT, "Ada")
    fresh.slack(direct("a human please"))
    assert fresh.the_head().marks.card is None

    fresh.slack(press(fresh, "claim"))

    assert fresh.the_head().marks.card == Posted(channel=DESK, ts="1.0001")
    assert fresh.memory.find_thread(DESK, "1.0001") is not None
    assert world.the_head().state is State.WAITING


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"channel": {"id": "C0OTHER"}},
        {"container": {"type": "message", "message_ts": "2.0002", "is_ephemeral": True}},
        {"container": {"type": "view", "view_id": "V1"}},
    ],
)
def test_a_claim_pressed_elsewhere_does_not_move_the_thread(elsewhere: Fields) -> None:
    world = WebhookWorld()
    world.hire(AGENT, "Ada")
    world.slack(direct("a human please"))

    world.slack(with_slack_payload(press(world, "claim"), **elsewhere))

    assert world.the_head().state is State.WITH_AGENT
    assert world.the_head().marks.card is None


def test_the_first_lead_may_claim_before_anybody_was_added(world: WebhookWorld) -> None:
    assert claimed(world, LEAD).agent == LEAD


# The holder's buttons


@pytest.mark.parametrize(
    ("action", "state"),
    [("release", State.WAITING), ("hand_back", State.BOT), ("resolve", State.CLOSED)],
)
def test_the_holders_buttons_do_what_they_say(
    world: WebhookWorld, api: SlackStandIn, action: str, state: State
) -> None:
    claimed(world)

    assert world.slack(press(world, action)).status == 200

    assert world.the_head().state is state
    assert told(api) == []


@pytest.mark.parametrize("action", HOLDERS)
def test_a_button_of_an_earlier_hold_is_out_of_date(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    old = claimed(world).epoch
    world.actions.release(AGENT, world.the_head().id)
    claimed(world)
    before = world.traces()

    assert world.slack(press(world, action, epoch=old)).status == 200

    assert world.traces() == before
    assert "out of date" in str(told(api)[0]["text"])


@pytest.mark.parametrize("action", HOLDERS)
def test_anothers_case_is_not_ones_own_to_end(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    claimed(world)
    before = world.traces()

    assert world.slack(press(world, action, user=RIVAL)).status == 200

    assert world.traces() == before
    assert told(api)[0]["text"] == "Ada (<@U0AGENT001>) has this case."


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", list(State)[1:], ids=str)
def test_every_press_in_every_state_is_answered_200(
    world: WebhookWorld, action: str, state: State
) -> None:
    conversation = claimed(world).id
    if state is State.WAITING:
        world.actions.release(AGENT, conversation)
    elif state is State.BOT:
        world.actions.hand_back(AGENT, conversation)
    elif state is State.CLOSED:
        world.actions.resolve(AGENT, conversation)
    assert world.the_head().state is state

    assert {world.slack(press(world, action, user=one)).status for one in (AGENT, RIVAL)} == {200}


def test_a_press_in_a_thread_is_answered_in_the_thread(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    message = {"type": "message", "ts": "9.0002", "thread_ts": "9.0001"}

    world.slack(with_slack_payload(press(world, "claim", user=STRANGER), message=message))

    assert told(api)[0]["thread_ts"] == "9.0001"
