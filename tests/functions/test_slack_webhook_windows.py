"""The windows of a held case: to whom it goes, and what they must know."""

from collections.abc import Mapping

import pytest

from sandbox.slack.block_kit import checked_blocks
from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT, with_slack_payload
from tests.functions.slack_calls import command, direct, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.slack_windows import (
    in_window,
    options_in,
    pressed,
    sent_off,
    shown,
    words,
)
from tests.functions.webhook_world import Answer, WebhookWorld
from warmline.adapters.slack.windows import ONE_OF_THEM, transfer_view
from warmline.application.desk_board import Takers
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.entries import Outcome
from warmline.domain.states import State

WINDOWS = ("transfer", "hand_back_note")
NOTE = "She was promised a call back on Friday."


@pytest.fixture
def world(world: WebhookWorld) -> WebhookWorld:
    """Return the desk, with the case in Ada's hands."""
    claimed(world)
    return world


def opened(world: WebhookWorld, api: SlackStandIn, action: str, user: str = AGENT) -> None:
    assert world.slack(pressed(world, api, action, user=user)).status == 200


def sent(world: WebhookWorld, api: SlackStandIn, values: Mapping[str, object]) -> Answer:
    answer = world.slack(sent_off(api, values))
    assert answer.status == 200
    world.settle(1)
    return answer


# Transfer


def test_a_case_goes_to_the_person_that_was_picked_with_what_they_must_know(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")
    assert options_in(shown(api), "agent") == [RIVAL]

    answer = sent(world, api, {"agent": [RIVAL], "note": NOTE})

    assert answer.body == ""
    head = world.the_head()
    assert (head.state, head.reserved_for) == (State.WAITING, RIVAL)
    assert any(NOTE in line for line in world.thread)
    assert NOTE not in " ".join(row.text for row in world.owed)
    world.slack(press(world, "claim", user=RIVAL))
    assert world.the_head().agent == RIVAL


def test_a_case_goes_to_anyone_of_a_team(world: WebhookWorld, api: SlackStandIn) -> None:
    opened(world, api, "transfer")
    assert options_in(shown(api), "team") == ["main"]

    sent(world, api, {"team": ["main"]})

    assert (world.the_head().state, world.the_head().reserved_for) == (State.WAITING, "")


def test_a_person_first_and_then_a_team(world: WebhookWorld, api: SlackStandIn) -> None:
    opened(world, api, "transfer")

    sent(world, api, {"agent": [RIVAL], "team": ["main"]})

    assert world.the_head().reserved_for == RIVAL
    world.clock.forward(600)
    world.hire("U0CARLA001", "Carla")
    world.slack(press(world, "claim", user="U0CARLA001"))
    assert world.the_head().agent == "U0CARLA001"


def test_a_window_that_names_nobody_is_not_taken_and_says_why(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")
    before = world.traces()

    answer = world.slack(sent_off(api, {"note": NOTE}))

    assert answer.json == {"response_action": "errors", "errors": {"team": ONE_OF_THEM}}
    assert world.traces() == before


def test_one_who_is_suspended_meanwhile_is_no_choice_any_more(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")
    world.hire(RIVAL, "Ben", active=False)

    answer = world.slack(sent_off(api, {"agent": [RIVAL]}))

    assert "not on shift" in answer.json["errors"]["agent"]
    assert world.the_head().agent == AGENT


def test_only_people_who_may_take_cases_now_are_offered_the_least_busy_first(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire(RIVAL, "Ben", open_count=2)
    world.hire("U0CARLA001", "Carla")
    world.hire("U0OFF00001", "Otto", on_shift=False)
    world.hire("U0BREAK001", "Bea", on_break=True)
    world.hire("U0GONE0001", "Gus", active=False)

    opened(world, api, "transfer")

    assert options_in(shown(api), "agent") == ["U0CARLA001", RIVAL]


def test_with_nobody_else_on_shift_a_team_can_still_be_picked(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire(RIVAL, "Ben", on_shift=False)

    opened(world, api, "transfer")

    assert "Nobody else is on shift now." in words(shown(api))
    assert options_in(shown(api), "team") == ["main"]
    assert set(world.slack(sent_off(api, {})).json["errors"]) == {"team"}  # a field that is there


def test_two_hundred_people_with_long_names_still_fit_a_window() -> None:
    world = WebhookWorld()
    world.slack(direct("a human please"))
    people = tuple(
        Agent(
            id=f"U{number:09}",
            display_name="<!channel> & " + "x" * 500,
            skills=("a skill with a very long name",) * 9,
        )
        for number in range(200)
    )

    view = transfer_view(world.the_head(), Takers(people, ("main", "t" * 200)))

    blocks = view["blocks"]
    assert isinstance(blocks, list)
    menus = [block["element"] for block in blocks if block["type"] == "input"][:2]
    assert [len(menu["options"]) for menu in menus] == [100, 2]
    for block in blocks:  # one message holds less than a window may
        if block["type"] != "input":
            checked_blocks([block])
    texts = [one["text"]["text"] for menu in menus for one in menu["options"]]
    assert max(map(len, texts)) <= 75


# Hand back


def test_what_the_bot_must_know_goes_back_with_the_case(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "hand_back_note")

    sent(world, api, {"note": "The refund was paid today."})

    head = world.the_head()
    assert (head.state, head.human_note) == (State.BOT, "The refund was paid today.")


def test_a_window_sent_without_a_note_hands_back_all_the_same(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "hand_back_note")

    sent(world, api, {})

    assert world.the_head().state is State.BOT


# Who may


@pytest.mark.parametrize("action", WINDOWS)
def test_the_window_opens_for_the_holder_only_and_who_else_has_it_is_said(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    before = world.traces()

    opened(world, api, action, user=RIVAL)

    assert api.views.of(RIVAL) == []
    assert [one["text"] for one in told(api)] == ["Ada (<@U0AGENT001>) has this case."]
    assert world.traces() == before


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", [*WINDOWS, "reopen"])
def test_a_stranger_is_told_that_they_are_none_of_us(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    before = world.traces()

    opened(world, api, action, user=STRANGER)

    assert api.views.of(STRANGER) == []
    assert [one["text"] for one in told(api)] == [NOT_AN_AGENT]
    assert world.traces() == before


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("action", [*WINDOWS, "reopen"])
@pytest.mark.parametrize("value", ["", "x", "nobody.1", "desk.0"])
def test_a_forged_case_is_no_longer_open(
    world: WebhookWorld, api: SlackStandIn, action: str, value: str
) -> None:
    before = world.traces()

    world.slack(pressed(world, api, action, value=value))

    assert [one["text"] for one in told(api)] == ["This case is no longer open."]
    assert api.views.of(AGENT) == []
    assert world.traces() == before


@pytest.mark.parametrize(
    ("action", "values"),
    [("transfer", {"agent": [RIVAL], "note": NOTE}), ("hand_back_note", {"note": NOTE})],
)
def test_a_window_left_open_until_the_case_was_lost_changes_nothing_and_says_so(
    world: WebhookWorld, api: SlackStandIn, action: str, values: Mapping[str, object]
) -> None:
    opened(world, api, action)
    world.actions.release(AGENT, world.the_head().id)
    world.actions.claim(RIVAL, world.the_head().id)
    before = world.traces()

    answer = world.slack(sent_off(api, values))

    assert answer.json["response_action"] == "update"
    read = words(answer.json["view"])
    assert read == f"Ben (<@U0RIVAL001>) has this case.\nYou had written:\n{NOTE}"
    assert world.traces() == before


def test_a_window_sent_by_another_than_the_holder_changes_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")
    before = world.traces()
    event = sent_off(api, {"agent": [RIVAL]})

    answer = world.slack(with_slack_payload(event, user={"id": STRANGER, "team_id": "T0EVENTS01"}))

    assert words(answer.json["view"]) == NOT_AN_AGENT
    assert world.traces() == before


@pytest.mark.bad_input(35)
@pytest.mark.parametrize(
    "kept", ["", "x", "c1", "nobody.2", "../c1.2", "c1.2\n", 5, None, ["c1.2"]]
)
def test_a_window_with_a_forged_case_changes_nothing(
    world: WebhookWorld, api: SlackStandIn, kept: object
) -> None:
    opened(world, api, "transfer")
    before = world.traces()
    event = sent_off(api, {"agent": [RIVAL]})
    view = {**shown(api), "id": "V0000001", "private_metadata": kept}

    assert world.slack(with_slack_payload(event, view=view)).status == 200
    assert world.traces() == before


def test_a_note_of_a_thousand_letters_and_markup_stays_literal(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")

    sent(world, api, {"agent": [RIVAL], "note": "<!channel> *x* " + "y" * 985})

    assert world.the_head().state is State.WAITING
    assert any("<!channel> *x*" in line for line in world.thread)  # drawn as plain text


# Ended, and taken up again


def test_a_case_that_could_not_be_solved_is_closed_as_that(world: WebhookWorld) -> None:
    assert world.slack(press(world, "resolve_unsolved")).status == 200

    assert world.the_head().outcome is Outcome.NOT_SOLVED


def test_a_closed_case_is_taken_up_again_as_ones_own(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    old = world.the_head()
    world.slack(press(world, "resolve"))

    world.slack(press(world, "reopen", user=RIVAL, value=f"{old.id}.9"))

    [new] = [head for head in world.heads if head.id != old.id]
    assert (new.state, new.agent, new.previous) == (State.WITH_AGENT, RIVAL, old.id)
    [said] = told(api)
    assert said["user"] == RIVAL
    assert str(said["text"]).startswith(f"{alias(new.id)} is yours now.")


def test_a_case_whose_customer_has_an_open_one_is_not_taken_up_again(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    old = world.the_head()
    world.slack(press(world, "resolve"))
    world.slack(direct("it broke again, a human please"))
    before = world.traces()

    world.slack(press(world, "reopen", value=f"{old.id}.9"))

    assert world.traces() == before
    assert [one["text"] for one in told(api)] == ["This customer has an open case already."]


# By command


@pytest.mark.parametrize("named", [False, True])
def test_a_command_opens_the_same_window(
    world: WebhookWorld,
    api: SlackStandIn,
    named: bool,  # noqa: FBT001 - a parameter
) -> None:
    name = alias(world.the_head().id)
    typed = command(f"transfer {name if named else ''}", trigger_id=api.views.new_trigger(AGENT))

    answer = world.slack(typed)

    assert (answer.status, answer.body) == (200, "")
    assert options_in(shown(api), "agent") == [RIVAL]


def test_a_window_that_slack_does_not_open_any_more_is_said_so(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    assert world.slack(command("transfer", trigger_id="1.2.long-gone")).status == 200

    assert [one["text"] for one in told(api)] == [
        "Slack did not open the window in time. Press once more."
    ]


def test_the_transcript_of_anybodys_case_opens_by_its_name(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    typed = command(
        f"transcript {alias(world.the_head().id)}",
        user=RIVAL,
        trigger_id=api.views.new_trigger(RIVAL),
    )

    world.slack(typed)

    assert "a human please" in words(shown(api, RIVAL))


def test_the_first_lead_can_pass_on_what_they_hold(api: SlackStandIn) -> None:
    fresh = WebhookWorld(slack_api_url=f"{api.url}/api/", first_lead=LEAD)
    fresh.hire(AGENT, "Ada")
    fresh.slack(direct("a human please"))
    claimed(fresh, LEAD)
    fresh.slack(pressed(fresh, api, "transfer", user=LEAD))

    fresh.slack(sent_off(api, {"agent": [AGENT]}, user=LEAD))

    assert fresh.the_head().reserved_for == AGENT


def test_a_press_in_a_window_that_may_not_be_is_answered_in_the_window(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    opened(world, api, "transfer")

    world.slack(with_slack_payload(press(world, "claim"), **in_window(api)))

    assert "You have this case already" in words(shown(api))
    assert told(api) == []
