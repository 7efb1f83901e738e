"""The app's Home as one person sees it: their shift, their cases, their day; the desk for a lead.

Limits: https://docs.slack.dev/reference/views (100 blocks).
"""

from collections.abc import Sequence
from datetime import timedelta

from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.adapters.slack.links import clock_time
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.sentences import NO_CASES, held_case, waiting_case
from warmline.adapters.slack.shift_message import NO_CASE
from warmline.adapters.slack.text import escape
from warmline.application.overview import MOST_COUNTED, Day, Overview
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.queueing import MAIN

HOME_ON, HOME_BREAK, HOME_OFF = "home_on", "home_break", "home_off"
ADD, CHANGE, SUSPEND, RESTORE, REFRESH = (
    "agent_add",
    "agent_change",
    "agent_suspend",
    "agent_restore",
    "desk_refresh",
)
MOST_AGENTS = 30
"""Two blocks each: with the rest of a view they stay under its hundred."""

MOST_CASES = 20
FIRST_SHOWN = 5
LONGEST_LINE = 2_900
_PRIMARY = frozenset({HOME_ON, "next_case", ADD})
FOR_CUSTOMERS = (
    "Do you need help? Write to us under *Messages*. You can ask for a person at any time."
)


def home_view(
    day: Day, cases: Sequence[Head], desk: Sequence[Block] = (), *, zone: str, workspace: str = ""
) -> View:
    """Return an agent's Home, with the desk beneath for a lead."""
    mine = [held_case(head, workspace) for head in cases[:MOST_CASES]]
    blocks = [
        _header(day.agent.display_name),
        _section(shift_line(day)),
        _actions((HOME_ON, "On shift"), (HOME_BREAK, "Break"), (HOME_OFF, "Off shift")),
        _section(today_line(day, zone)),
        {"type": "divider"},
        _section(f"*My cases* ({len(cases)})"),
        *map(_section, mine or [NO_CASES]),
        _actions(
            ("next_case", "Next case"),
            ("my_cases", "My cases"),
            ("queue", "Queue"),
            ("help", "Help"),
        ),
        *desk,
    ]
    return {"type": "home", "private_metadata": workspace, "blocks": blocks}


def customers_home() -> View:
    """Return the Home of who is no agent: it is the same app that customers write to."""
    return {"type": "home", "blocks": [_section(FOR_CUSTOMERS)]}


def desk_window(desk: Sequence[Block]) -> View:
    """Return the desk as a window, for leads without the app's Home."""
    return {
        "type": "modal",
        "title": plain("The desk"),
        "close": plain("Close"),
        "blocks": list(desk),
    }


def desk_blocks(overview: Overview, usual_limit: int) -> list[Block]:
    """Return who is on and what waits, with a button for each thing that a lead may do."""
    shown, more = overview.agents[:MOST_AGENTS], len(overview.agents) - MOST_AGENTS
    blocks: list[Block] = [
        {"type": "divider"},
        _header("The desk"),
        _section(" · ".join(_numbers(overview))),
        *(_section(waiting_case(head)) for head in overview.first[:FIRST_SHOWN]),
        _actions((ADD, "Add an agent"), (REFRESH, "Refresh")),
    ]
    for agent in sorted(shown, key=lambda one: not (one.active and one.on_shift)):
        blocks += [_section(agent_line(agent, usual_limit)), _agent_actions(agent)]
    if more > 0:
        blocks.append(_section(f"And {more} more. `/warmline suspend <name>` works for all."))
    return blocks


def shift_line(day: Day) -> str:
    """Where the agent is, and since when."""
    since = f" since {clock_time(day.since)}" if day.since else ""
    return f"You are *{shift_state(day.agent)}*{since}."


def shift_state(agent: Agent) -> str:
    if not agent.active:
        return "suspended"
    if not agent.on_shift:
        return "off shift"
    return "on a break" if agent.on_break else "on shift"


def today_line(day: Day, zone: str) -> str:
    """What they did since midnight."""
    facts = [
        f"*{duration(day.worked.at_work)}* at work",
        *([f"*{duration(day.worked.on_break)}* on breaks"] if day.worked.on_break else []),
        f"*{day.cases}* {'case' if day.cases == 1 else 'cases'} handled",
    ]
    return f"*Today* ({escape(zone)}): {' · '.join(facts)}"


def agent_line(agent: Agent, usual_limit: int) -> str:
    """One agent in one line: where they are, how much they hold, and what they are there for."""
    facts = [
        shift_state(agent),
        f"{agent.open_count} of {agent.limit or usual_limit} cases",
        f"team {escape(agent.team or MAIN)}",
        *([f"skills {escape(', '.join(agent.skills))}"] if agent.skills else []),
        *([f"languages {escape(', '.join(agent.languages))}"] if agent.languages else []),
        *(["lead"] if agent.lead else []),
    ]
    line = f"*{escape(agent.display_name)}* (<@{agent.id}>) · {' · '.join(facts)}"
    return line[:LONGEST_LINE]


def duration(length: timedelta) -> str:
    """A length of time in hours and minutes."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def _numbers(overview: Overview) -> list[str]:
    counted = overview.waiting >= MOST_COUNTED
    waiting = f"more than {MOST_COUNTED}" if counted else str(overview.waiting)
    return [
        f"*{overview.on_shift}* on shift",
        f"*{waiting}* waiting",
        *([f"the oldest since {clock_time(overview.oldest)}"] if overview.oldest else []),
        f"*{overview.broken}* past what was promised",
    ]


def _agent_actions(agent: Agent) -> Block:
    value = button_value(agent.id, 0)
    last = _button(SUSPEND, "Suspend", value, style="danger")
    if not agent.active:
        last = _button(RESTORE, "Restore", value)
    return {"type": "actions", "elements": [_button(CHANGE, "Change", value), last]}


def _actions(*buttons: tuple[str, str]) -> Block:
    elements = [
        _button(action, label, NO_CASE, style="primary" if action in _PRIMARY else "")
        for action, label in buttons
    ]
    return {"type": "actions", "elements": elements}


def _button(action: str, label: str, value: str, *, style: str = "") -> Block:
    button: Block = {
        "type": "button",
        "action_id": action,
        "text": plain(label),
        "value": value,
    }
    return {**button, "style": style} if style else button


def _header(text: str) -> Block:
    return {"type": "header", "text": plain(text)}


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
