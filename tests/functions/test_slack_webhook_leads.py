"""What leads do at the desk: see all of it, add people, change, suspend and restore them."""

import json

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.views import checked_view
from tests.events import AGENT
from tests.functions.slack_calls import command, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.slack_leads import NEW, agent, by_lead, in_their_window, on_home
from tests.functions.slack_windows import (
    sent_off,
    shown,
    words,
)
from tests.functions.test_slack_webhook_home import home, home_opened
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import START
from warmline.adapters.slack.home_view import MOST_AGENTS, desk_blocks, desk_window, home_view
from warmline.application.overview import Day, Overview
from warmline.domain.agent import Agent, ShiftChange
from warmline.domain.card import alias
from warmline.domain.hours_worked import Worked
from warmline.domain.states import State

ONLY_LEADS = "Only a lead can do that."


# What a lead sees


def test_a_lead_sees_who_is_on_what_waits_and_what_was_not_kept(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire("U0GONE0001", "Gone", active=False, on_shift=False)
    world.slack(command("break", user=RIVAL))
    world.clock.forward(901)

    world.slack(home_opened(LEAD))

    shown_now = words(home(api, LEAD))
    assert "*3* on shift · *1* waiting · the oldest since" in shown_now
    assert "*1* past what was promised" in shown_now
    assert f"*{alias(world.the_head().id)}* · Slack" in shown_now
    assert f"*Ada* (<@{AGENT}>) · on shift · 0 of 5 cases · team main" in shown_now
    assert f"*Ben* (<@{RIVAL}>) · on a break" in shown_now
    assert "*Gone* (<@U0GONE0001>) · suspended" in shown_now


def test_a_lead_sees_who_was_claimed_and_heard_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    claimed(world)
    world.clock.forward(890)
    world.slack(home_opened(LEAD))
    assert "*0* past what was promised" in words(home(api, LEAD))

    world.clock.forward(20)
    world.slack(home_opened(LEAD))
    assert "*1* past what was promised" in words(home(api, LEAD))


def test_a_lead_without_home_sees_the_same_in_a_window(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    listed = by_lead("agents", world, api)

    assert f"*Ada* (<@{AGENT}>) · on shift" in listed
    assert "*3* on shift" in words(shown(api, LEAD))
    in_their_window(world, api, "agent_suspend", RIVAL)
    assert not agent(world, RIVAL).active
    assert f"*Ben* (<@{RIVAL}>) · suspended" in words(shown(api, LEAD))


@pytest.mark.parametrize("people", [0, 1, 300])
def test_any_number_of_people_and_cases_fits_into_a_view(world: WebhookWorld, people: int) -> None:
    names = ("&<!channel>*" * 10)[:40]
    agents = [
        Agent(id=f"U0{n:04}", display_name=names, on_shift=n % 2 == 0, skills=("s",) * 20)
        for n in range(people)
    ]
    blocks = desk_blocks(Overview(tuple(agents), 100, None, 0, (world.the_head(),) * 20), 5)

    checked_view(dict(desk_window(blocks)))
    mine = Day(agents[0] if agents else Agent(id="U1", display_name=names), Worked(), 9, START)
    home_now = home_view(mine, [world.the_head()] * 50, blocks, zone="UTC", workspace="events")
    checked_view(dict(home_now), "home")
    assert len(blocks) <= 2 * MOST_AGENTS + 10
    assert "<!channel>" not in json.dumps(blocks)


# Suspending


def test_suspending_is_one_press_and_takes_effect_on_the_next(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    case = claimed(world).id

    on_home(world, api, "agent_suspend", AGENT)
    world.slack(press(world, "resolve"))

    assert told(api)[-1]["text"] == NOT_AN_AGENT
    world.settle()
    head = world.head(case)
    assert (head.state, head.head_start_seconds) == (State.WAITING, 1200)
    assert agent(world, AGENT).open_count == 0
    assert any("access to the desk was suspended" in line for line in world.thread)
    [event] = world.memory.shift_events(AGENT, since=world.clock().replace(hour=0))
    assert (event.what, event.by) == (ShiftChange.SUSPENDED, LEAD)
    assert "*Ada* (<@U0AGENT001>) · suspended" in words(home(api, LEAD))


@pytest.mark.parametrize("named", [RIVAL, f"<@{RIVAL}|ben>", f"<@{RIVAL}>", "ben", "@Ben"])
def test_suspending_by_command_names_somebody_in_any_way(world: WebhookWorld, named: str) -> None:
    said = world.slack(command(f"suspend {named}", user=LEAD)).json["text"]

    assert said == f"Ben (<@{RIVAL}>) is suspended."
    assert not agent(world, RIVAL).active


def test_suspending_nobody_known_is_refused(world: WebhookWorld) -> None:
    before = world.traces()

    for named in ("zoe", "U0NOBODY99"):
        said = world.slack(command(f"suspend {named}", user=LEAD)).json["text"]
        assert "no such agent" in said
    assert world.traces() == before


def test_suspending_without_a_name_shows_everybody(world: WebhookWorld, api: SlackStandIn) -> None:
    by_lead("suspend", world, api)

    assert "*Ben*" in words(shown(api, LEAD))


def test_who_is_restored_comes_on_shift_by_themselves(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    on_home(world, api, "agent_suspend", AGENT)
    on_home(world, api, "agent_restore", AGENT)

    assert "off shift" in world.slack(command("next")).json["text"]
    world.slack(command("on"))
    assert "is yours now" in world.slack(command("next")).json["text"]


def test_a_lead_neither_suspends_nor_demotes_themselves(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    before = world.traces()

    assert "Another lead" in world.slack(command(f"suspend {LEAD}", user=LEAD)).json["text"]
    on_home(world, api, "agent_change", LEAD)
    answer = world.slack(sent_off(api, {"display_name": "Lea"}, user=LEAD)).json
    assert "Another lead" in words(answer["view"])
    assert world.traces() == before


# Everybody else


@pytest.mark.parametrize(
    "action", ["agent_add", "agent_change", "agent_suspend", "agent_restore", "desk_refresh"]
)
@pytest.mark.parametrize(("user", "why"), [(AGENT, ONLY_LEADS), (STRANGER, NOT_AN_AGENT)])
def test_only_leads_lead_by_button(
    world: WebhookWorld, api: SlackStandIn, action: str, user: str, why: str
) -> None:
    before = world.traces()

    on_home(world, api, action, RIVAL, user=user)

    assert world.traces() == before
    assert why in words(shown(api, user))
    assert api.views.home(user) is None


@pytest.mark.parametrize(
    "text", ["agents", f"add <@{NEW}> Nina", "add", f"suspend {RIVAL}", "suspend zoe", "suspend"]
)
@pytest.mark.parametrize(("user", "why"), [(AGENT, ONLY_LEADS), (STRANGER, NOT_AN_AGENT)])
def test_only_leads_lead_by_command(
    world: WebhookWorld, api: SlackStandIn, text: str, user: str, why: str
) -> None:
    before = world.traces()

    assert by_lead(text, world, api, user) == why
    assert world.traces() == before
    assert api.views.of(user) == []


def test_only_leads_send_off_the_window(world: WebhookWorld, api: SlackStandIn) -> None:
    on_home(world, api, "agent_change", RIVAL)
    [view] = api.views.of(LEAD)
    api.views.open(AGENT, dict(view.given))
    before = world.traces()

    answer = world.slack(sent_off(api, {"display_name": "Nobody"})).json

    assert ONLY_LEADS in words(answer["view"])
    assert world.traces() == before


def test_the_first_lead_of_the_deployment_stays_a_lead_whatever_their_row_says(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire(LEAD, "Lea", lead=False)

    assert "*Lea*" in by_lead("agents", world, api)
