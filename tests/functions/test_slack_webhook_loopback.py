"""The desk on a loopback Slack that calls us back: one card in the end, whatever went wrong."""

import threading
from collections.abc import Iterator

import pytest

from sandbox.slack.faults import Fault, Trouble
from sandbox.slack.interacting import Press
from tests.events import AGENT
from tests.functions.slack_desk import RIVAL
from tests.functions.slack_workspace import Workspace
from tests.journeys.world import DESK, SMS
from warmline.domain.states import State


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    workspace = Workspace()
    yield workspace
    workspace.stop()


def test_a_case_is_claimed_answered_and_resolved_by_people_in_slack(workspace: Workspace) -> None:
    line = workspace.line
    line.customer("human please")
    workspace.work()
    workspace.press(AGENT, "claim")
    assert line.the_head().agent == AGENT
    workspace.work()
    [card] = workspace.cards
    theirs = workspace.api.acting.post(AGENT, DESK, "Hello <there> & welcome", card.ts)
    workspace.work()
    workspace.press(AGENT, "resolve")
    workspace.work()

    assert "Hello <there> & welcome" in line.channels[SMS.channel].texts
    found = workspace.api.workspace.find(DESK, theirs.ts)
    assert found is not None
    assert found.reacted_with("white_check_mark")
    assert line.the_head().state is State.CLOSED
    assert len(workspace.cards) == 1


@pytest.mark.fault(31)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_post_whose_answer_was_lost_ends_as_one_card(workspace: Workspace, times: int) -> None:
    hang = Fault(Trouble.HANG, seconds=1.3)
    workspace.api.faults.fail_next("chat.postMessage", hang, times)
    workspace.line.customer("human please")

    workspace.work(60)
    workspace.work(60)

    assert len(workspace.cards) == 1
    [card] = workspace.cards
    posted = workspace.line.the_head().marks.card
    assert posted is not None
    assert posted.ts == card.ts


@pytest.mark.fault(30)
def test_a_429_of_the_desk_delays_the_card_and_nothing_else(workspace: Workspace) -> None:
    line = workspace.line
    workspace.api.faults.fail_next(
        "chat.postMessage", Fault(Trouble.RATE_LIMITED, seconds=30), times=1
    )
    line.customer("human please")

    workspace.work(20)
    assert workspace.cards == []
    assert len(line.channels[SMS.channel].texts) == 1
    workspace.work(60)
    assert len(workspace.cards) == 1


def test_with_slack_away_a_case_waits_and_its_card_comes_on_return(workspace: Workspace) -> None:
    line = workspace.line
    workspace.api.faults.fail_next("*", Fault(Trouble.SERVER_ERROR), times=8)
    line.customer("human please")
    workspace.work(600)

    line.live(3600)
    workspace.work()

    assert line.the_head().state is State.WAITING
    assert len(workspace.cards) == 1


def test_of_two_who_press_at_once_one_has_it_and_the_other_is_told(workspace: Workspace) -> None:
    workspace.line.customer("human please")
    workspace.work()
    card = workspace.cards[-1].ts
    pressing = [
        threading.Thread(
            target=workspace.api.interacting.press, args=(user, DESK, card, Press("claim"))
        )
        for user in (AGENT, RIVAL)
    ]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join(10)

    winner = workspace.line.the_head().agent
    [told] = workspace.api.web_api.calls("chat.postEphemeral")
    assert {winner, str(told.arguments["user"])} == {AGENT, RIVAL}
    text = str(told.arguments["text"])
    assert text.startswith("Ada" if winner == AGENT else "Ben")
    assert "has this case" in text
