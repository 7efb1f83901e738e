"""A guest works a whole shift by mouse: no command, no Home, no word outside a case's thread."""

import json
from collections.abc import Iterator

import pytest

from tests.events import AGENT
from tests.functions.slack_desk import RIVAL
from tests.functions.slack_windows import options_in, words
from tests.functions.slack_workspace import Workspace
from tests.functions.webhook_world import BOT_TOKEN
from tests.journeys.world import DESK, SMS
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.shift_message import shift_blocks, shift_text
from warmline.domain.card import alias
from warmline.domain.entries import Outcome
from warmline.domain.states import State


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Yield a desk where Ada has not begun yet, and Ben is on shift."""
    workspace = Workspace()
    workspace.line.hire(AGENT, "Ada", on_shift=False)
    yield workspace
    workspace.stop()


@pytest.fixture
def pinned(workspace: Workspace) -> str:
    """Return where the shift message is."""
    client = make_client(f"{workspace.api.url}/api/", BOT_TOKEN, 1)
    answer = client.chat_postMessage(channel=DESK, text=shift_text(), blocks=shift_blocks())
    return str(answer["ts"])


def test_a_shift_by_mouse_from_its_first_button_to_its_last(
    workspace: Workspace, pinned: str
) -> None:
    line = workspace.line
    line.customer("human please")
    workspace.work()
    first = line.the_head().id

    workspace.press_on(AGENT, pinned, "next_case")
    assert workspace.told(AGENT)[-1].startswith("You are off shift")

    workspace.press_on(AGENT, pinned, "shift_on")
    assert workspace.told(AGENT)[-1].startswith("You are on shift. *1 case waits*")

    workspace.press_on(AGENT, pinned, "next_case")
    assert workspace.told(AGENT)[-1].startswith(f"{alias(first)} is yours now.")
    assert line.head(first).agent == AGENT
    workspace.work()

    workspace.press_on(AGENT, pinned, "my_cases")
    assert alias(first) in words(workspace.window(AGENT).given)

    workspace.press(AGENT, "transfer")
    assert options_in(workspace.window(AGENT).given, "agent") == [RIVAL]
    assert workspace.submit(AGENT, note="She was promised a call.")["ok"] is False
    assert workspace.window(AGENT).errors == {"team": "Pick a person or a team."}
    assert workspace.submit(AGENT, agent=RIVAL, note="She was promised a call.")["ok"] is True
    assert workspace.api.views.of(AGENT) == []
    workspace.work()
    thread = [one.text for one in workspace.api.workspace.messages(DESK) if one.thread_ts]
    assert any("She was promised a call." in text for text in thread)

    workspace.press(AGENT, "claim")
    assert workspace.told(AGENT)[-1] == f"This case is kept for <@{RIVAL}> for a few minutes."
    workspace.press(RIVAL, "claim")
    assert line.head(first).agent == RIVAL
    workspace.work()

    workspace.press(RIVAL, "hand_back_note")
    assert workspace.submit(RIVAL, note="The refund was paid.")["ok"] is True
    assert (line.head(first).state, line.head(first).human_note) == (
        State.BOT,
        "The refund was paid.",
    )

    line.customer("no, a human please")
    workspace.work()
    workspace.press_on(AGENT, pinned, "queue")
    workspace.press_in_window(AGENT, "claim")
    assert f"{alias(first)} is yours now." in words(workspace.window(AGENT).given)
    workspace.work()

    workspace.press(AGENT, "resolve_unsolved")
    assert line.head(first).outcome is Outcome.NOT_SOLVED
    workspace.work()
    workspace.press(AGENT, "reopen")
    [second] = [head for head in line.heads if head.id != first]
    assert (second.state, second.agent, second.previous) == (State.WITH_AGENT, AGENT, first)
    workspace.work()

    workspace.press_on(AGENT, pinned, "shift_break")
    assert workspace.told(AGENT)[-1].startswith("You are on a break")
    workspace.press_on(AGENT, pinned, "shift_off")
    assert workspace.told(AGENT)[-1].startswith("You are off shift.")
    line.live(60)
    assert line.head(second.id).state is State.WAITING


def test_nothing_that_agents_see_holds_the_customers_number(
    workspace: Workspace, pinned: str
) -> None:
    line = workspace.line
    line.customer("human please, call me at +15551230001 or write to carl.meyer@example.com")
    workspace.work()
    for action in ("shift_on", "next_case", "queue", "my_cases", "help"):
        workspace.press_on(AGENT, pinned, action)
    workspace.work()
    for action in ("transfer", "hand_back_note", "transcript", "why"):
        workspace.press(AGENT, action)
        assert workspace.window(AGENT).blocks

    sent = json.dumps([call.arguments for call in workspace.api.web_api.calls()], default=str)

    assert SMS.parts["their"] not in sent
    assert "5551230001" not in sent
    assert "carl.meyer@example.com" not in sent
