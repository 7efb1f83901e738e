"""What `/warmline` does, and what the app says in direct messages."""

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT, load_event, with_slack_event
from tests.functions.slack_calls import command, direct, new_ts, press
from tests.functions.slack_desk import NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.webhook_world import WebhookWorld
from warmline.adapters.dynamodb import keys
from warmline.adapters.slack import sentences
from warmline.domain.card import alias, alias_key
from warmline.domain.states import State


@pytest.mark.parametrize(
    ("verb", "state", "said"),
    [
        ("release", State.WAITING, "is back in the queue."),
        ("handback", State.BOT, "is back with the bot."),
        ("resolve", State.CLOSED, "is resolved."),
    ],
)
@pytest.mark.parametrize("named", [False, True])
def test_a_command_does_what_its_button_does(
    world: WebhookWorld,
    verb: str,
    state: State,
    said: str,
    named: bool,  # noqa: FBT001 - a parameter
) -> None:
    name = alias(claimed(world).id)

    answer = world.slack(command(f"  {verb.upper()}  {name.lower() if named else ''} "))

    assert answer.status == 200
    assert answer.json == {"response_type": "ephemeral", "text": f"{name} {said}"}
    assert answer.headers["Content-Type"].startswith("application/json")
    assert world.the_head().state is state


def test_what_is_typed_behind_the_name_goes_back_to_the_bot_with_the_case(
    world: WebhookWorld,
) -> None:
    name = alias(claimed(world).id)

    said = world.slack(command(f"handback {name} the refund was paid")).json["text"]

    assert said == f"{name} is back with the bot."
    assert world.the_head().human_note == "the refund was paid"


def test_who_presses_on_a_case_kept_for_another_is_told_for_whom(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    case = claimed(world)
    world.hire("U0CARLA001", "Carla")
    world.actions.transfer(AGENT, case.id, agent="U0CARLA001")

    world.slack(press(world, "claim", user=RIVAL))
    said = world.slack(command(f"claim {alias(case.id)}", user=RIVAL)).json["text"]

    assert (
        said == told(api)[0]["text"] == ("This case is kept for <@U0CARLA001> for a few minutes.")
    )


def test_a_name_of_any_length_makes_a_key_that_the_table_takes() -> None:
    key = keys.case_name(alias_key("\N{DUCK}" * 5_000))

    # https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    assert len(key.pk.encode()) <= 2_048


def test_a_command_with_two_open_cases_asks_which(world: WebhookWorld) -> None:
    claimed(world)
    other = direct("a human please", user="U0OTHER001", channel="D0OTHER001")
    world.slack(other)
    world.settle()
    [second] = [head for head in world.heads if head.state is State.WAITING]
    world.actions.claim(AGENT, second.id)

    assert "Which case?" in world.slack(command("resolve")).json["text"]
    assert world.slack(command(f"resolve {alias(second.id)}")).json["text"].endswith("is resolved.")
    assert world.head(second.id).state is State.CLOSED


@pytest.mark.parametrize("user", [STRANGER, RIVAL])
@pytest.mark.parametrize("verb", ["release", "handback", "resolve"])
def test_a_command_by_one_without_the_case_says_why(
    world: WebhookWorld, verb: str, user: str
) -> None:
    name = alias(claimed(world).id)
    before = world.traces()

    said = world.slack(command(f"{verb} {name}", user=user)).json["text"]

    assert said == (NOT_AN_AGENT if user == STRANGER else "Ada (<@U0AGENT001>) has this case.")
    assert world.traces() == before


@pytest.mark.parametrize("text", ["", "help", "nonsense", "<!channel> *x*", "\x00", "x" * 5_000])
def test_whatever_else_is_typed_is_answered_with_help(world: WebhookWorld, text: str) -> None:
    before = world.traces()

    said = str(world.slack(command(text)).json["text"])
    assert said.endswith(sentences.HELP)
    assert said.startswith("I do not know that word.") is (text not in {"", "help"})
    assert world.traces() == before


# The app's own messages


def test_an_agent_who_writes_to_the_app_gets_help(world: WebhookWorld, api: SlackStandIn) -> None:
    event = load_event("slack_webhook", "direct_message_from_agent")

    world.slack(with_slack_event(event, channel="D0AGENT001", user=AGENT, ts=new_ts()))

    [call] = api.web_api.calls("chat.postMessage")
    assert call.arguments["channel"] == "D0AGENT001"
    assert sentences.HELP in str(call.arguments["text"])
    assert call.answer["ok"] is True
