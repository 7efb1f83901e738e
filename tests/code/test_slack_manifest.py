"""The Slack app's manifest asks for what the code calls and hears, and for nothing else."""

import ast
import re

import yaml
from slack_sdk import WebClient

from sandbox.slack.people import SCOPES
from tests.code.imports import ROOT

MANIFEST = yaml.safe_load((ROOT / "docs/slack-app-manifest.yaml").read_text(encoding="utf-8"))
ADAPTER = ROOT / "layers/core/warmline/adapters/slack"

# https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours
SCOPE_OF_METHOD = {
    "chat_delete": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "reactions_add": "reactions:write",
    "views_open": None,
    "views_update": None,
}
# https://docs.slack.dev/reference/events
SCOPE_OF_EVENT = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}


def test_the_scopes_are_those_of_the_methods_called_the_events_heard_and_the_command() -> None:
    methods, events = called_methods(), MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    needed = {SCOPE_OF_METHOD[name] for name in methods} | {SCOPE_OF_EVENT[one] for one in events}

    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed - {None} | {"commands"}


def test_the_events_are_those_that_the_line_hears() -> None:
    line = (ADAPTER / "line.py").read_text(encoding="utf-8")
    heard = set(re.findall(r'case "(\w+)":', line))
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert {event.partition(".")[0] for event in events} == heard
    assert set(events) == set(SCOPE_OF_EVENT)


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


def test_customers_can_write_to_the_app() -> None:
    home = MANIFEST["features"]["app_home"]

    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_the_sandboxs_slack_gives_what_the_manifest_asks_for() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) <= SCOPES


def test_every_command_that_people_are_told_of_does_something() -> None:
    hint: str = MANIFEST["features"]["slash_commands"][0]["usage_hint"]
    told = set(hint.partition(" [")[0].split(" | "))
    for file in ("README.md", "sandbox/slack/page/words.js"):
        told |= set(
            re.findall(r"""["`]/warmline ([a-z]+)""", (ROOT / file).read_text(encoding="utf-8"))
        )

    assert told - {"help"} == verbs_of_the_line()


def verbs_of_the_line() -> set[str]:
    """Return the verbs that lead to something; every other word is answered with help."""
    tree = ast.parse((ADAPTER / "line.py").read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    (table,) = (function for function in functions if function.name == "_verbs")
    strings = (node for node in ast.walk(table) if isinstance(node, ast.Constant))
    return {node.value for node in strings if isinstance(node.value, str)}


def called_methods() -> set[str]:
    """Return the Web API's methods that our adapter calls."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in ADAPTER.glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return {name for name in names if "_" in name and hasattr(WebClient, name)}
