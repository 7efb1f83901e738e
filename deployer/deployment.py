"""Where a deployment is to be found: the options of every command that looks at one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.errors import CannotContinue
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.card import alias

_OPTIONS = (
    click.option(
        "--stack", default="warmline", show_default=True, help="The CloudFormation stack."
    ),
    click.option("--table", help="The table itself, if not that of the stack."),
    click.option("--region", help="The AWS region, if not the one of your AWS settings."),
    click.option("--profile", help="The AWS profile, if not the default one."),
    click.option("--endpoint-url", help="Another address of AWS (a local engine)."),
)


def deployment_options[R](command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the options that name a deployment; it gets them as `deployment`."""

    @wraps(command)
    def with_deployment(
        *arguments: object,
        stack: str,
        table: str | None,
        region: str | None,
        profile: str | None,
        endpoint_url: str | None,
        **others: object,
    ) -> R:
        deployment = Deployment(stack, table, region, profile, endpoint_url)
        return command(*arguments, deployment=deployment, **others)

    for option in reversed(_OPTIONS):
        with_deployment = option(with_deployment)
    return with_deployment


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where the table is to be found; looked for when a command needs it."""

    stack: str
    table: str | None
    region: str | None
    profile: str | None
    endpoint_url: str | None

    def session(self) -> boto3.Session:
        return boto3.Session(profile_name=self.profile, region_name=self.region)

    def open_store(self) -> DynamoStore:
        """Return the deployment's table. Raises CannotContinue when it cannot be found."""
        try:
            session = self.session()
            name = self.table or _table_of(session, self.stack, self.endpoint_url)
            client = session.client("dynamodb", endpoint_url=self.endpoint_url)
        except (ClientError, BotoCoreError) as error:
            raise CannotContinue(f"the stack {self.stack} cannot be read: {error}") from error
        return DynamoStore(client, name, lambda: datetime.now(UTC))


def find_case(store: DynamoStore, named: str) -> str:
    """Return the id of the conversation with this id, or with this alias, as its card shows it.

    An alias is looked for in the whole table. Raises CannotContinue when there is none.
    """
    if store.find_head(named) is not None:
        return named
    wanted = " ".join(named.split()).casefold()
    for conversation in _conversations(store):
        if alias(conversation).casefold() == wanted:
            return conversation
    raise CannotContinue(f"there is no conversation {named}: neither its id nor its alias.")


def _conversations(store: DynamoStore) -> Iterator[str]:
    pages = store.client.get_paginator("scan").paginate(
        TableName=store.name,
        FilterExpression="#sk = :head",
        ProjectionExpression="id",
        ExpressionAttributeNames={"#sk": keys.SK},
        ExpressionAttributeValues={":head": {"S": keys.HEAD}},
    )
    for page in pages:
        for item in page["Items"]:
            yield item["id"]["S"]


def _table_of(session: boto3.Session, stack: str, endpoint_url: str | None) -> str:
    formation = session.client("cloudformation", endpoint_url=endpoint_url)
    outputs = formation.describe_stacks(StackName=stack)["Stacks"][0].get("Outputs", [])
    tables = [one["OutputValue"] for one in outputs if one.get("OutputKey") == "TableName"]
    if not tables:
        raise CannotContinue(f"the stack {stack} has no table: is it a Warmline, and deployed?")
    return tables[0]
