"""The Slack app's manifest asks for what the code calls and hears, and for nothing else."""

import ast
import re
from functools import cache
from pathlib import Path

import yaml
from slack_sdk import WebClient

from sandbox.slack.people import SCOPES
from tests.code.imports import ROOT
from tests.events import SLACK_APP, SLACK_TEAM
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK
from warmline.adapters.slack.line import SlackLine
from warmline.bootstrap import Ground, make_slack_line
from warmline.settings import SlackWebhookSettings

MANIFEST = yaml.safe_load((ROOT / "docs/slack-app-manifest.yaml").read_text(encoding="utf-8"))
ADAPTER = ROOT / "layers/core/warmline/adapters/slack"

# https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours
SCOPE_OF_METHOD = {
    "auth_test": None,
    "chat_delete": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "files_info": "files:read",
    "pins_add": "pins:write",
    "reactions_add": "reactions:write",
    "views_open": None,
    "views_publish": None,
    "views_update": None,
}
SCOPE_OF_FIELD = {"url_private": "files:read", "url_private_download": "files:read"}
"""A file is fetched from the address in its event, with the app's token."""

# https://docs.slack.dev/reference/events
SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}


def test_the_scopes_are_those_of_the_methods_called_the_events_heard_and_the_command() -> None:
    needed = {
        *(SCOPE_OF_METHOD[name] for name in called_methods()),
        *(SCOPE_OF_EVENT[event] for event in events_asked_for()),
        *(scope for field, scope in SCOPE_OF_FIELD.items() if field in words_of_the_adapter()),
        "commands",
    }

    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed - {None}


def test_every_scope_says_what_it_is_for() -> None:
    text = (ROOT / "docs/slack-app-manifest.yaml").read_text(encoding="utf-8")
    scopes = MANIFEST["oauth_config"]["scopes"]["bot"]

    assert [scope for scope in scopes if not re.search(rf"- {scope} # \S", text)] == []


def test_the_events_are_those_that_the_line_and_its_parts_hear() -> None:
    source = (ADAPTER / "line.py").read_text(encoding="utf-8")
    heard = set(re.findall(r'case "(\w+)":', source))
    heard |= {event.partition(".")[0] for part in the_line().parts for event in part.events()}

    assert {event.partition(".")[0] for event in events_asked_for()} == heard
    assert events_asked_for() == set(SCOPE_OF_EVENT)


def test_every_address_is_the_one_route_for_slack() -> None:
    template = (ROOT / "template.yaml").read_text(encoding="utf-8")
    settings, (command,) = MANIFEST["settings"], MANIFEST["features"]["slash_commands"]
    addresses = {
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        command["url"],
    }

    assert {address.partition(".amazonaws.com")[2] for address in addresses} == {"/slack/events"}
    assert "POST /slack/events" in template


def test_customers_can_write_to_the_app_and_agents_see_its_home() -> None:
    home = MANIFEST["features"]["app_home"]

    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_a_person_named_in_a_command_comes_with_their_id() -> None:
    (command,) = MANIFEST["features"]["slash_commands"]

    assert command["should_escape"]


def test_the_sandboxs_slack_gives_what_the_manifest_asks_for() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) <= SCOPES


def test_the_command_names_every_word_that_it_takes() -> None:
    (command,) = MANIFEST["features"]["slash_commands"]
    hint: str = command["usage_hint"]

    assert set(hint.partition(" [")[0].split(" | ")) == {*the_line().verbs(), "help"}
    assert len(hint) <= 1_000  # https://docs.slack.dev/reference/app-manifest


def test_every_word_that_people_are_told_of_does_something() -> None:
    told = set[str]()
    for file in ("README.md", "sandbox/slack/page/words.js", ADAPTER / "help.py"):
        text = (ROOT / file).read_text(encoding="utf-8")
        told |= set(re.findall(r"""["`]/warmline ([a-z]+)""", text))

    assert told - {"help", "why", "decide"} <= set(the_line().verbs())


def test_help_tells_of_every_word() -> None:
    text = (ADAPTER / "help.py").read_text(encoding="utf-8")
    told = set(re.findall(r"`(?:/warmline )?([a-z]+)`", text))

    assert set(the_line().verbs()) <= told


def test_no_two_parts_answer_the_same_thing() -> None:
    parts = the_line().parts
    for names in (
        [name for part in parts for name in part.presses()],
        [name for part in parts for name in part.verbs()],
        [name for part in parts for name in part.submissions()],
        [name for part in parts for name in part.events()],
    ):
        assert sorted(names) == sorted(set(names))


def events_asked_for() -> set[str]:
    return set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


@cache
def the_line() -> SlackLine:
    """The line as the webhook is given it, with every part of the desk."""
    world = WebhookWorld()
    settings = SlackWebhookSettings(
        table_name="t",
        credentials_secret="warmline",
        slack_api_url="http://127.0.0.1:9/api/",
        slack_team=SLACK_TEAM,
        slack_app=SLACK_APP,
        desk_channel=DESK,
        policy_overrides={},
    )
    ground = Ground(world.house, world.store, world.credentials, world.clock)
    return make_slack_line(settings, ground).line


def sources() -> list[Path]:
    """What talks to Slack: the adapter, and the deployer's tool."""
    tools = [path for path in (ROOT / "deployer").rglob("*.py") if "slack" in path.read_text()]
    return [*ADAPTER.glob("*.py"), *tools]


@cache
def words_of_the_adapter() -> set[str]:
    """Every text and name in the sources that talk to Slack."""
    nodes = [node for path in sources() for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} | {
        text for text in texts if isinstance(text, str)
    }


def called_methods() -> set[str]:
    """Return the Web API's methods that our code calls."""
    names = {name for name in words_of_the_adapter() if "_" in name.strip("_")}
    return {name for name in names if not name.startswith("_") and hasattr(WebClient, name)}
