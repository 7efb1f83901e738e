"""`warmline agents`: who may claim cases, as rows of the deployment's table.

The first lead comes from the template's parameter; this adds the people after them.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.errors import CannotContinue
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.agent import Agent
from warmline.domain.writes import Put

_SLACK_USER = re.compile(r"[UW][A-Z0-9]{2,20}", re.ASCII)
LONGEST_NAME = 40


@click.group()
@click.option("--stack", default="warmline", show_default=True, help="The CloudFormation stack.")
@click.option("--table", help="The table itself, if not that of the stack.")
@click.option("--region", help="The AWS region, if not the one of your AWS settings.")
@click.option("--profile", help="The AWS profile, if not the default one.")
@click.option("--endpoint-url", help="Another address of AWS (a local engine).")
@click.pass_context
def agents(  # noqa: PLR0913 - one argument an option
    context: click.Context,
    *,
    stack: str,
    table: str | None,
    region: str | None,
    profile: str | None,
    endpoint_url: str | None,
) -> None:
    """Say who may claim cases and write to customers."""
    context.obj = Deployment(stack, table, region, profile, endpoint_url)


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where the table is to be found; looked for when a command needs it."""

    stack: str
    table: str | None
    region: str | None
    profile: str | None
    endpoint_url: str | None

    def open_store(self) -> DynamoStore:
        """Return the deployment's table. Raises CannotContinue when it cannot be found."""
        try:
            session = boto3.Session(profile_name=self.profile, region_name=self.region)
            name = self.table or _table_of(session, self.stack, self.endpoint_url)
            client = session.client("dynamodb", endpoint_url=self.endpoint_url)
        except (ClientError, BotoCoreError) as error:
            raise CannotContinue(f"the stack {self.stack} cannot be read: {error}") from error
        return DynamoStore(client, name, lambda: datetime.now(UTC))


@agents.command()
@click.argument("slack_user")
@click.argument("display_name")
@click.option("--lead", is_flag=True, help="They may steer the desk.")
@click.option("--limit", type=click.IntRange(1, 100), help="Open cases, if not the usual limit.")
@click.pass_obj
def add(
    deployment: Deployment, slack_user: str, display_name: str, *, lead: bool, limit: int | None
) -> None:
    """Make SLACK_USER (such as U024BE7LH) an agent, on shift. Customers see DISPLAY_NAME.

    Somebody who is one already gets the new name, and is active again.
    """
    user, name = _user(slack_user), _name(display_name)
    store = deployment.open_store()
    before = store.find_agent(user) or Agent(id=user, display_name=name)
    agent = replace(before, display_name=name, active=True, on_shift=True, lead=lead)
    store.commit([Put(replace(agent, limit=limit or before.limit))])
    click.echo(f"{name} ({user}) is an agent, on shift.")


@agents.command()
@click.argument("slack_user")
@click.pass_obj
def suspend(deployment: Deployment, slack_user: str) -> None:
    """Take the desk from SLACK_USER: their next press or word is refused.

    A case that they hold goes back to the queue when its lease ends.
    """
    store = deployment.open_store()
    agent = store.find_agent(_user(slack_user))
    if agent is None:
        raise CannotContinue(f"{slack_user} is not an agent.")
    store.commit([Put(replace(agent, active=False, on_shift=False))])
    click.echo(f"{agent.display_name} ({agent.id}) is suspended.")


def _table_of(session: boto3.Session, stack: str, endpoint_url: str | None) -> str:
    formation = session.client("cloudformation", endpoint_url=endpoint_url)
    outputs = formation.describe_stacks(StackName=stack)["Stacks"][0].get("Outputs", [])
    tables = [one["OutputValue"] for one in outputs if one.get("OutputKey") == "TableName"]
    if not tables:
        raise CannotContinue(f"the stack {stack} has no table: is it a Warmline, and deployed?")
    return tables[0]


def _user(given: str) -> str:
    if not _SLACK_USER.fullmatch(given):
        raise CannotContinue(f"{given} is not a Slack user id. It looks like U024BE7LH.")
    return given


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise CannotContinue(f"a display name has 1 to {LONGEST_NAME} characters.")
    return name
