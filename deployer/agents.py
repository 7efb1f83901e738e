"""`warmline agents`: who may claim cases, as rows of the deployment's table.

The first lead comes from the template's parameter; this adds the people after them.
"""

import re
from dataclasses import replace

import click

from deployer.deployment import Deployment, deployment_options
from deployer.errors import CannotContinue
from warmline.domain.agent import Agent
from warmline.domain.writes import Put

_SLACK_USER = re.compile(r"[UW][A-Z0-9]{2,20}", re.ASCII)
LONGEST_NAME = 40


@click.group()
@deployment_options
@click.pass_context
def agents(context: click.Context, *, deployment: Deployment) -> None:
    """Say who may claim cases and write to customers."""
    context.obj = deployment


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


def _user(given: str) -> str:
    if not _SLACK_USER.fullmatch(given):
        raise CannotContinue(f"{given} is not a Slack user id. It looks like U024BE7LH.")
    return given


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise CannotContinue(f"a display name has 1 to {LONGEST_NAME} characters.")
    return name
