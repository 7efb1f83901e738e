"""Tables as the template defines them, on whatever engine answers."""

import uuid
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import yaml

from warmline.adapters.dynamodb.client import make_client

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

TEMPLATE = Path(__file__).parents[1] / "template.yaml"


class _Template(yaml.SafeLoader):
    """Reads CloudFormation's own tags as plain values."""


_Template.add_multi_constructor("!", lambda _loader, _suffix, node: node.value)


@cache
def definition() -> dict[str, Any]:
    """Return what the template says of the table, as far as CreateTable takes it."""
    template = yaml.load(TEMPLATE.read_text("utf-8"), Loader=_Template)  # noqa: S506 - a SafeLoader
    properties = template["Resources"]["Table"]["Properties"]
    wanted = ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode")
    return {name: properties[name] for name in wanted}


@cache
def local_session() -> boto3.Session:
    """Return a session whose credentials no service knows."""
    return boto3.Session("local", "local", region_name="us-east-1")


def local_client(endpoint_url: str) -> "DynamoDBClient":
    """Return a client with the project's own limits for an engine on this machine."""
    return make_client(session=local_session(), endpoint_url=endpoint_url)


def make_table(endpoint_url: str) -> str:
    """Create a new table and return its name; an engine's first one may take its time."""
    patient = local_session().client("dynamodb", endpoint_url=endpoint_url or None)
    name = f"warmline-{uuid.uuid4().hex[:12]}"
    patient.create_table(TableName=name, **definition())
    return name
