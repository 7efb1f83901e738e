"""`warmline agents hours`: what each agent worked on each day, for whoever pays them."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from botocore.exceptions import BotoCoreError, ClientError

from deployer.decide import POLICY, read_rules
from deployer.deployment import Deployment
from deployer.errors import CannotContinue
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.agent import Agent
from warmline.domain.errors import StoreUnavailable
from warmline.domain.hours_worked import start_of, stretches, worked_by_day

HEADER = ("slack_user", "display_name", "day", "from", "until", "hours", "break_hours", "cases")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Before any shift: one that is still running may have begun long before the days asked for."""

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--since", type=_DAY, help="The first day; a week ago, if it is not said.")
@click.option("--until", type=_DAY, help="The last day; today, if it is not said.")
@click.option("--time-zone", help="Such as Europe/Berlin; that of content/policy.yaml otherwise.")
@click.pass_obj
def hours(
    deployment: Deployment, since: datetime | None, until: datetime | None, time_zone: str | None
) -> None:
    """Write what each agent worked as CSV, a line for each day: hours, breaks, cases handled.

    Who is still on shift has worked until now.
    """
    zone, now = _zone(time_zone), datetime.now(UTC)
    last = until.date() if until else now.astimezone(zone).date()
    first = since.date() if since else last - timedelta(days=6)
    store = deployment.open_store()
    try:
        lines = [line for agent in _everybody(store) for line in _days(store, agent, zone, now)]
    except (ClientError, BotoCoreError, StoreUnavailable) as error:
        raise CannotContinue(f"the table cannot be read: {error}") from error
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(line for day, line in lines if first <= day <= last)
    click.echo(text.getvalue(), nl=False)


def _everybody(store: DynamoStore) -> list[Agent]:
    return sorted(store.agents(), key=lambda one: (one.display_name.casefold(), one.id))


def _days(
    store: DynamoStore, agent: Agent, zone: tzinfo, now: datetime
) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Yield every day on which this agent worked, or handled a case."""
    pieces = stretches(store.shift_events(agent.id, since=EPOCH), now)
    done = store.work_done(agent.id, since=EPOCH)
    handled = {(_day_of(one.at, zone), one.conversation) for one in done}
    cases = Counter(day for day, _ in handled)
    days = worked_by_day(pieces, zone)
    for day in sorted(days.keys() | cases.keys()):
        one = days.get(day)
        clock = (_clock(one.first, day, zone), _clock(one.last, day, zone)) if one else ("", "")
        at_work, on_break = (one.at_work, one.on_break) if one else (timedelta(0), timedelta(0))
        told = (_hours(at_work), _hours(on_break), str(cases[day]))
        yield day, (agent.id, _literal(agent.display_name), day.isoformat(), *clock, *told)


def _day_of(at: str, zone: tzinfo) -> date:
    return datetime.fromisoformat(at).astimezone(zone).date()


def _clock(moment: datetime | None, day: date, zone: tzinfo) -> str:
    if moment is None:
        return ""
    midnight = start_of(day + timedelta(days=1), zone)
    return "24:00" if moment >= midnight else moment.astimezone(zone).strftime("%H:%M")


def _hours(length: timedelta) -> str:
    return f"{length / timedelta(hours=1):.2f}"


def _literal(name: str) -> str:
    """A name that a spreadsheet would take for a formula is made text."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name


def _zone(given: str | None) -> tzinfo:
    name = given or read_rules(POLICY).time_zone
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise CannotContinue(f"{name} is not a time zone. It looks like Europe/Berlin.") from error
