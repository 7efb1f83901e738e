"""Adding and changing agents: what a window and a command take, and what they refuse."""

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT
from tests.functions.slack_calls import command
from tests.functions.slack_desk import LEAD, RIVAL, claimed
from tests.functions.slack_leads import (
    NEW,
    agent,
    by_lead,
    desk_with_skills,
    errors,
    in_their_window,
    on_home,
)
from tests.functions.slack_windows import (
    options_in,
    sent_off,
    shown,
    words,
)
from tests.functions.test_slack_webhook_home import home
from tests.functions.webhook_world import WebhookWorld
from warmline.adapters.slack.agent_windows import NO_LIMIT, NO_NAME, NOBODY
from warmline.adapters.slack.text import escape


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
