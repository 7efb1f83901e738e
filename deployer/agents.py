"""`warmline agents`: who may claim cases, and the hours that they worked.

The first lead comes from the template's parameter; leads add the people after them in Slack, or
somebody does it here.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.deployment import Deployment, deployment_options
from deployer.errors import CannotContinue
from deployer.hours import hours
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.shifts import shift_writes, shifted
from warmline.domain.agent import LONGEST_NAME, Agent, ShiftChange, tidy_name
from warmline.domain.errors import Conflict, StoreUnavailable
from warmline.domain.queueing import MAIN
from warmline.domain.writes import Put

_SLACK_USER = re.compile(r"[UW][A-Z0-9]{2,20}", re.ASCII)
BY = "warmline agents"
"""Who said it, in what is kept of a shift."""


@click.group()
@deployment_options
@click.pass_context
def agents(context: click.Context, *, deployment: Deployment) -> None:
    """Say who may claim cases and write to customers, and what they worked."""
    context.obj = deployment


agents.add_command(hours)


@agents.command("list")
@click.pass_obj
def list_agents(deployment: Deployment) -> None:
    """Show everybody: whether they are on shift, what they hold, what they are there for."""
    with _table(deployment) as store:
        everybody = sorted(store.agents(), key=lambda one: (one.display_name.casefold(), one.id))
    for agent in everybody:
        click.echo(_line(agent))


@agents.command()
@click.argument("slack_user")
@click.argument("display_name")
@click.option("--lead/--no-lead", default=None, help="They may steer the desk, or not any more.")
@click.option("--limit", type=click.IntRange(1, 100), help="Open cases, if not the usual limit.")
@click.option("--team", help="Their team, if there are any; `main` is the usual one.")
@click.option("--skill", "skills", multiple=True, help="A skill of theirs; may be said again.")
@click.option("--language", "languages", multiple=True, help="A language, such as es; as above.")
@click.pass_obj
def add(  # noqa: PLR0913 - one for each thing that can be said of an agent
    deployment: Deployment,
    slack_user: str,
    display_name: str,
    *,
    lead: bool | None,
    limit: int | None,
    team: str | None,
    skills: tuple[str, ...],
    languages: tuple[str, ...],
) -> None:
    """Make SLACK_USER (such as U024BE7LH) an agent, on shift. Customers see DISPLAY_NAME.

    Somebody who is one already gets the new name, is active again, and keeps what is not said.
    """
    user, name = _user(slack_user), _name(display_name)
    with _table(deployment) as store:
        before = store.find_agent(user) or Agent(id=user, display_name=name)
        told = replace(
            before,
            display_name=name,
            active=True,
            lead=before.lead if lead is None else lead,
            limit=limit or before.limit,
            team=before.team if team is None else _team(team),
            skills=skills or before.skills,
            languages=languages or before.languages,
        )
        _on_shift(store, told)
    click.echo(f"{name} ({user}) is an agent, on shift.")


@agents.command()
@click.argument("slack_user")
@click.pass_obj
def suspend(deployment: Deployment, slack_user: str) -> None:
    """Take the desk from SLACK_USER: their next press or word is refused.

    What they hold goes back to the queue within a minute; customers and agent are told.
    """
    with _table(deployment) as store:
        agent, now = _find(store, slack_user), datetime.now(UTC)
        after = shifted(agent, ShiftChange.SUSPENDED, now)
        if after != agent:
            store.commit(shift_writes(after, ShiftChange.SUSPENDED, now, by=BY))
    click.echo(f"{agent.display_name} ({agent.id}) is suspended.")


@agents.command()
@click.argument("slack_user")
@click.pass_obj
def restore(deployment: Deployment, slack_user: str) -> None:
    """Give the desk back to SLACK_USER. They come on shift by themselves."""
    with _table(deployment) as store:
        agent = _find(store, slack_user)
        store.commit([Put(replace(agent, active=True))])
    click.echo(f"{agent.display_name} ({agent.id}) is an agent again, off shift.")


def _on_shift(store: DynamoStore, told: Agent) -> None:
    """On shift from now on, unless they are already: that is when their hours began."""
    now = datetime.now(UTC)
    if told.on_shift:
        store.commit([Put(told)])
    else:
        after = shifted(told, ShiftChange.ON, now)
        store.commit(shift_writes(after, ShiftChange.ON, now, by=BY))


@contextmanager
def _table(deployment: Deployment) -> Iterator[DynamoStore]:
    """The deployment's table; what goes wrong with it is one sentence."""
    store = deployment.open_store()
    try:
        yield store
    except Conflict as error:
        raise CannotContinue("somebody changed the same agent just now: try again.") from error
    except (ClientError, BotoCoreError, StoreUnavailable) as error:
        raise CannotContinue(f"the table cannot be read or written: {error}") from error


def _find(store: DynamoStore, slack_user: str) -> Agent:
    agent = store.find_agent(_user(slack_user))
    if agent is None:
        raise CannotContinue(f"{slack_user} is not an agent.")
    return agent


def _team(named: str) -> str:
    return "" if named == MAIN else named


def _line(agent: Agent) -> str:
    state = "on a break" if agent.on_break else "on shift" if agent.on_shift else "off shift"
    facts = [
        state if agent.active else "suspended",
        f"{agent.open_count} open" + (f" of {agent.limit}" if agent.limit else ""),
        f"team {agent.team or MAIN}",
        *([f"skills {', '.join(agent.skills)}"] if agent.skills else []),
        *([f"languages {', '.join(agent.languages)}"] if agent.languages else []),
        *(["lead"] if agent.lead else []),
    ]
    return f"{agent.id}  {agent.display_name}: {'; '.join(facts)}"


def _user(given: str) -> str:
    if not _SLACK_USER.fullmatch(given):
        raise CannotContinue(f"{given} is not a Slack user id. It looks like U024BE7LH.")
    return given


def _name(given: str) -> str:
    name = tidy_name(given)
    if not name:
        raise CannotContinue(f"a display name has 1 to {LONGEST_NAME} characters.")
    return name
