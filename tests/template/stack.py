"""The template as CloudFormation sees it: after the SAM transform, without a network."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parents[2]
REQUIRED = {"SlackTeam": "T1", "SlackApp": "A1", "DeskChannel": "C1"}

# A template is a tree of whatever YAML holds; the tests pick from it what they are about.
type Tree = dict[str, Any]

FUNCTIONS = {
    "SmsWebhook": "sms_webhook",
    "SlackWebhook": "slack_webhook",
    "WebChat": "web_chat",
    "DispatchChanges": "dispatch_changes",
    "TakeTurn": "take_turn",
    "DeliverMessage": "deliver_message",
    "SweepDeadlines": "sweep_deadlines",
}


@cache
def source() -> Tree:
    """Return template.yaml as it is written."""
    template: Tree = yaml_parse((ROOT / "template.yaml").read_text(encoding="utf-8"))
    return template


@cache
def processed() -> Tree:
    """Return what the SAM transform makes of template.yaml."""
    template: Tree = yaml_parse((ROOT / "template.yaml").read_text(encoding="utf-8"))
    for resource in template["Resources"].values():
        for place in ("CodeUri", "ContentUri"):
            if place in resource.get("Properties", {}):
                resource["Properties"][place] = "s3://uploaded/by-deploy"
    session = boto3.Session(region_name="us-east-1")
    translator = Translator(None, Parser(), boto_session=session)
    result: Tree = translator.translate(template, parameter_values=dict(REQUIRED))
    return result


def resources(kind: str) -> dict[str, Tree]:
    """Return the properties of every processed resource of a type, by logical id."""
    return {
        name: resource.get("Properties", {})
        for name, resource in processed()["Resources"].items()
        if resource["Type"] == kind
    }


def layers_of(function: str) -> list[str]:
    """Return the logical ids of a function's layers, in their order, with all parts turned on."""
    layers = source()["Resources"][function]["Properties"]["Layers"]
    return [(layer["Fn::If"][1] if "Fn::If" in layer else layer)["Ref"] for layer in layers]


def statements() -> Iterator[tuple[str, Tree]]:
    """Yield every statement of every role, with the role's logical id."""
    for role, properties in resources("AWS::IAM::Role").items():
        for policy in properties.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                yield role, statement


def as_list(value: object) -> list[Any]:
    """Return what IAM lets one write as one thing or as a list, as a list."""
    return value if isinstance(value, list) else [value]


def target_of(arn: object) -> str:
    """Return the logical id that an `!GetAtt X.Arn` names, or "" for anything else."""
    name: object = arn.get("Fn::GetAtt", [""])[0] if isinstance(arn, dict) else ""
    return str(name)
