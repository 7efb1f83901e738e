"""What leads do at the desk: see all of it, add people, change, suspend and restore them."""

import json
from collections.abc import Mapping

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.views import checked_view
from sandbox.slack.wire import Fields
from tests.events import AGENT
from tests.functions.slack_calls import command, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.slack_windows import (
    in_window,
    options_in,
    pressed,
    sent_off,
    shown,
    words,
)
from tests.functions.test_slack_webhook_home import home, home_opened
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import START
from warmline.adapters.slack.agent_windows import NO_LIMIT, NO_NAME, NOBODY
from warmline.adapters.slack.home_view import MOST_AGENTS, desk_blocks, desk_window, home_view
from warmline.adapters.slack.text import escape
from warmline.application.overview import Day, Overview
from warmline.domain.agent import Agent, ShiftChange
from warmline.domain.card import alias
from warmline.domain.hours_worked import Worked
from warmline.domain.states import State

NEW = "U0NEW00001"
ONLY_LEADS = "Only a lead can do that."


def agent(world: WebhookWorld, user: str) -> Agent:
    found = world.memory.find_agent(user)
    assert found is not None
    return found


def by_lead(text: str, world: WebhookWorld, api: SlackStandIn, user: str = LEAD) -> str:
    """What a lead is told of a command, with the right to open a window."""
    trigger = api.views.new_trigger(user)
    answer = world.slack(command(text, user=user, trigger_id=trigger))
    return str(answer.json["text"]) if answer.body else ""


def on_home(world: WebhookWorld, api: SlackStandIn, action: str, of: str, user: str = LEAD) -> None:
    """A lead presses a button on their Home, about somebody."""
    view = {"id": "V0HOME0001", "type": "home", "private_metadata": "events"}
    place: Fields = {"channel": None, "message": None, "container": {"type": "view"}, "view": view}
    event = pressed(world, api, action, user=user, value=f"{of}.0", **place)
    assert world.slack(event).status == 200


def in_their_window(
    world: WebhookWorld, api: SlackStandIn, action: str, of: str, user: str = LEAD
) -> None:
    place = in_window(api, user)
    event = pressed(world, api, action, user=user, value=f"{of}.0", **place)
    assert world.slack(event).status == 200


def errors(world: WebhookWorld, api: SlackStandIn, values: Mapping[str, object]) -> dict[str, str]:
    answer = world.slack(sent_off(api, values, user=LEAD)).json
    assert answer["response_action"] == "errors"
    return dict(answer["errors"])


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


# Adding and changing


def test_a_lead_adds_somebody_by_a_window(world: WebhookWorld, api: SlackStandIn) -> None:
    on_home(world, api, "agent_add", "desk")

    filled: Fields = {
        "person": {"type": "users_select", "selected_user": NEW},
        "display_name": "  Nina ",
        "limit": "3",
        "lead": ("lead",),
    }
    assert world.slack(sent_off(api, filled, user=LEAD)).body == ""

    nina = agent(world, NEW)
    assert (nina.display_name, nina.limit, nina.lead) == ("Nina", 3, True)
    assert (nina.active, nina.on_shift) == (True, False), "they come on shift by themselves"
    assert "*Nina*" in words(home(api, LEAD))


def test_who_was_added_comes_on_shift_and_takes_a_case(world: WebhookWorld) -> None:
    said = world.slack(command(f"add <@{NEW}|nina> Nina", user=LEAD)).json["text"]
    assert said.startswith(f"Nina (<@{NEW}>) is an agent")
    assert "off shift" in world.slack(command("next", user=NEW)).json["text"]

    world.slack(command("on", user=NEW))

    assert "is yours now" in world.slack(command("next", user=NEW)).json["text"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"<@{NEW}>", "Agent"),
        (f"<@{NEW}|nina>", "nina"),
        (f"<@{NEW}|nina> Nina B.", "Nina B."),
        (f"<@{NEW}|nina> Nina &amp; Co", "Nina & Co"),
        (NEW, "Agent"),
        (f"{NEW} Nina", "Nina"),
        (f"<@{AGENT}>", "Ada"),
        (f"<@{AGENT}|x> Ada L.", "Ada L."),
    ],
)
def test_who_is_added_by_command_has_a_name(world: WebhookWorld, text: str, name: str) -> None:
    said = world.slack(command(f"add {text}", user=LEAD)).json["text"]

    assert said.startswith(f"{escape(name)} (<@")
    assert agent(world, AGENT if AGENT in text else NEW).display_name == name


def test_adding_who_was_suspended_makes_them_an_agent_again(world: WebhookWorld) -> None:
    world.slack(command(f"suspend {RIVAL}", user=LEAD))
    world.slack(command(f"add <@{RIVAL}>", user=LEAD))

    assert (agent(world, RIVAL).active, agent(world, RIVAL).display_name) == (True, "Ben")


def test_a_window_says_what_is_wrong_and_saves_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    by_lead("add", world, api)
    person: Fields = {"type": "users_select", "selected_user": NEW}
    before = world.traces()

    assert errors(world, api, {"display_name": "Nina"}) == {"person": NOBODY}
    assert errors(world, api, {"person": person}) == {"display_name": NO_NAME}
    assert errors(world, api, {"person": person, "display_name": "a\u202eb"}) == {
        "display_name": NO_NAME
    }
    for limit in ("0", "-1", "101", "many", "²"):
        wrong = {"person": person, "display_name": "Nina", "limit": limit}
        assert errors(world, api, wrong) == {"limit": NO_LIMIT}
    assert world.traces() == before


def test_a_lead_changes_name_team_skills_languages_and_limit(api: SlackStandIn) -> None:
    world = desk_with_skills(api)
    on_home(world, api, "agent_change", AGENT)
    view = shown(api, LEAD)
    assert options_in(view, "skills") == ["payments", "vip"]
    assert options_in(view, "team") == ["main", "gold"]

    filled: Fields = {
        "display_name": "Ada L.",
        "team": ["gold"],
        "skills": ("payments", "vip"),
        "languages": ("es",),
        "limit": "7",
    }
    world.slack(sent_off(api, filled, user=LEAD))

    ada = agent(world, AGENT)
    assert (ada.display_name, ada.team, ada.limit) == ("Ada L.", "gold", 7)
    assert (ada.skills, ada.languages) == (("payments", "vip"), ("es",))
    assert ada.on_shift, "their shift stays as it was"


def test_what_a_lead_empties_is_gone_and_what_was_not_asked_stays(api: SlackStandIn) -> None:
    world = desk_with_skills(api)
    world.hire(AGENT, "Ada", skills=("payments",), languages=("es",), limit=2, team="gold")
    on_home(world, api, "agent_change", AGENT)

    world.slack(sent_off(api, {"display_name": "Ada", "team": ["main"]}, user=LEAD))

    ada = agent(world, AGENT)
    assert (ada.skills, ada.languages, ada.limit, ada.team) == ((), (), 0, "")


def test_customers_read_the_name_that_the_lead_set(world: WebhookWorld, api: SlackStandIn) -> None:
    on_home(world, api, "agent_change", AGENT)
    world.slack(sent_off(api, {"display_name": "Dr. Ada"}, user=LEAD))

    assert claimed(world).agent_name == "Dr. Ada"


def test_a_change_in_a_window_leads_back_to_the_desk(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    by_lead("agents", world, api)
    in_their_window(world, api, "agent_change", RIVAL)
    answer = world.slack(sent_off(api, {"display_name": "Benjamin"}, user=LEAD)).json

    assert answer["response_action"] == "update"
    assert "*Benjamin*" in words(answer["view"])


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


def desk_with_skills(api: SlackStandIn) -> WebhookWorld:
    world = WebhookWorld(
        slack_api_url=f"{api.url}/api/",
        first_lead=LEAD,
        skills={"fraud": "payments", "vip": "vip"},
        languages=["es"],
        teams={"gold": None},
    )
    world.hire(AGENT, "Ada")
    return world
