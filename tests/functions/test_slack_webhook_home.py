"""The app's Home: the shift, one's own cases and day, and how a customer gets help."""

from datetime import timedelta

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, Event, load_event, with_slack_event
from tests.functions.slack_calls import command, press
from tests.functions.slack_desk import NOT_AN_AGENT, STRANGER, claimed, told
from tests.functions.slack_windows import pressed, words
from tests.functions.webhook_world import WebhookWorld
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.states import State


def home_opened(user: str = AGENT, *, tab: str = "home", **event: object) -> Event:
    return with_slack_event(
        load_event("slack_webhook", "direct_message"),
        type="app_home_opened",
        user=user,
        tab=tab,
        channel=f"D{user[1:]}",
        **event,
    )


def home(api: SlackStandIn, user: str = AGENT) -> Fields:
    """What stands on somebody's Home."""
    view = api.views.home(user)
    assert view is not None
    return view.given


def on_home(world: WebhookWorld, api: SlackStandIn, action: str, user: str = AGENT) -> int:
    """Somebody presses a button on their Home."""
    view = {"id": "V0HOME0001", "type": "home", "private_metadata": ""}
    place: Fields = {
        "channel": None,
        "message": None,
        "container": {"type": "view", "view_id": "V0HOME0001"},
        "view": view,
    }
    return world.slack(pressed(world, api, action, user=user, value="desk.0", **place)).status


def ada(world: WebhookWorld) -> Agent:
    agent = world.memory.find_agent(AGENT)
    assert agent is not None
    return agent


def said_to(api: SlackStandIn) -> str:
    return str(told(api)[-1]["text"])


def test_home_shows_the_shift_the_cases_and_the_day(world: WebhookWorld, api: SlackStandIn) -> None:
    world.slack(command("off"))
    world.slack(command("on"))
    world.clock.forward(3_900)
    case = claimed(world).id

    assert world.slack(home_opened()).status == 200

    shown = words(home(api))
    assert "You are *on shift* since" in shown
    assert "*1 h 05 min* at work · *0* cases handled" in shown
    assert f"*{alias(case)}*" in shown
    assert "The desk" not in shown, "that is for leads"


def test_a_break_and_an_ended_case_are_part_of_the_day(world: WebhookWorld) -> None:
    for verb, seconds in (("off", 0), ("on", 3_600), ("break", 1_500), ("on", 60)):
        world.slack(command(verb))
        world.clock.forward(seconds)
    claimed(world)
    world.slack(command("resolve"))

    said = str(world.slack(command("me")).json["text"])

    assert "You are *on shift* since" in said
    assert "*1 h 01 min* at work · *25 min* on breaks · *1* case handled" in said
    assert said.endswith("You have no open case.")


def test_yesterdays_hours_and_cases_are_no_part_of_today(world: WebhookWorld) -> None:
    world.slack(command("off"))
    world.slack(command("on"))
    claimed(world)
    world.clock.forward(3_600)
    world.slack(command("resolve"))
    world.slack(command("off"))
    world.clock.forward(86_400)

    said = str(world.slack(command("me")).json["text"])

    assert "*0 min* at work · *0* cases handled" in said


def test_a_shift_that_began_yesterday_counts_from_midnight_on(world: WebhookWorld) -> None:
    world.slack(command("off"))
    world.slack(command("on"))
    midnight = world.clock().replace(hour=0, minute=0, second=0) + timedelta(days=1)
    world.clock.now = midnight + timedelta(minutes=30)

    assert "*30 min* at work" in world.slack(command("me")).json["text"]


def test_home_links_the_cases_where_the_workspace_is_known(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    claimed(world)

    world.slack(home_opened())
    assert "slack.com/archives" not in words(home(api))

    on_home(world, api, "home_on")
    assert ".slack.com/archives/C0DESK/p" in words(home(api))
    world.slack(home_opened(view={"private_metadata": home(api)["private_metadata"]}))
    assert ".slack.com/archives/C0DESK/p" in words(home(api))


def test_the_buttons_of_home_change_the_shift_and_show_it(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    for action, state in (
        ("home_break", "on a break"),
        ("home_on", "on shift"),
        ("home_off", "off shift"),
    ):
        assert on_home(world, api, action) == 200
        assert f"You are *{state}*" in words(home(api))

    assert (ada(world).on_shift, ada(world).on_break) == (False, False)


@pytest.mark.parametrize("action", ["home_on", "home_break", "home_off"])
@pytest.mark.parametrize("who", ["stranger", "suspended"])
def test_a_shift_is_for_agents_by_whatever_button(
    world: WebhookWorld, api: SlackStandIn, action: str, who: str
) -> None:
    if who == "suspended":
        world.hire(STRANGER, active=False, on_shift=False)
    before = world.traces()

    assert on_home(world, api, action, STRANGER) == 200

    assert world.traces() == before
    [view] = api.views.of(STRANGER)
    assert NOT_AN_AGENT in words(view.given)


def test_somebody_who_is_no_agent_reads_how_a_customer_gets_help(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    assert world.slack(home_opened(STRANGER)).status == 200

    assert "Write to us under *Messages*" in words(home(api, STRANGER))


def test_other_tabs_and_nobodys_home_are_left_alone(world: WebhookWorld, api: SlackStandIn) -> None:
    for event in (home_opened(tab="messages"), home_opened(""), home_opened("<@U1>")):
        assert world.slack(event).status == 200

    assert api.web_api.calls("views.publish") == []


def test_a_home_that_slack_does_not_take_changes_nothing_of_the_shift(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    api.stop()

    assert on_home(world, api, "home_break") == 200
    assert ada(world).on_break


# By command, and so by the pinned message


def test_off_says_what_becomes_of_ones_cases(world: WebhookWorld) -> None:
    case = claimed(world).id

    said = world.slack(command("off")).json["text"]
    assert said == (
        "You are off shift. Your case goes back to the queue now; the customers are told."
    )
    world.settle()
    assert world.head(case).state is State.WAITING
    assert world.slack(command("off")).json["text"] == "You are off shift."


def test_on_says_how_many_wait(world: WebhookWorld) -> None:
    said = str(world.slack(command("on")).json["text"])

    assert said.startswith("You are on shift. *1 case waits* that you may take")


def test_break_says_what_it_means(world: WebhookWorld) -> None:
    assert "keep your cases" in world.slack(command("break")).json["text"]

    assert ada(world).on_break


def test_a_break_off_shift_is_refused_with_the_reason(world: WebhookWorld) -> None:
    world.slack(command("off"))

    assert "off shift" in world.slack(command("break")).json["text"]
    assert not ada(world).on_break


@pytest.mark.parametrize("verb", ["on", "off", "break", "me"])
def test_a_stranger_has_no_shift(world: WebhookWorld, verb: str) -> None:
    before = world.traces()

    assert world.slack(command(verb, user=STRANGER)).json["text"] == NOT_AN_AGENT
    assert world.traces() == before


@pytest.mark.parametrize(
    ("action", "on_shift", "on_break"),
    [("shift_on", True, False), ("shift_break", True, True), ("shift_off", False, False)],
)
def test_the_pinned_message_does_what_the_commands_do(
    world: WebhookWorld,
    api: SlackStandIn,
    action: str,
    on_shift: bool,  # noqa: FBT001 - a parameter
    on_break: bool,  # noqa: FBT001 - a parameter
) -> None:
    assert world.slack(press(world, action, value="desk.0")).status == 200

    assert (ada(world).on_shift, ada(world).on_break) == (on_shift, on_break)
    assert said_to(api).startswith("You are o")
