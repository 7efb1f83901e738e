"""One case, sixteen hands: one agent has it, and the others are told who."""

import pytest

from tests.contract.calls import Answer
from tests.contract.desk import Agent
from tests.contract.line import Line, tag
from tests.contract.stand_ins.workspace import Message
from tests.contract.together import all_at_once
from tests.contract.waiting import wait_for
from tests.contract.warm import ask_for_a_human

HANDS = 16
SLACKS_PATIENCE = 3.0


@pytest.fixture
def racers(line: Line) -> list[Agent]:
    return [line.agent() for _ in range(HANDS)]


def test_sixteen_claims_at_once_have_one_winner_and_the_others_learn_who(
    line: Line, racers: list[Agent]
) -> None:
    told_before = {agent: len(line.desk.told(agent)) for agent in racers}
    card, answers = race(line, racers)

    wait_for(
        lambda: "claim" not in card.buttons and holders(card, racers),
        "the card to name its holder",
        seen=lambda: card.words,
    )
    assert [answer.status for answer in answers] == [200] * HANDS
    [winner] = holders(card, racers)
    for loser in (agent for agent in racers if agent != winner):
        words = line.desk.wait_until_told(loser, since=told_before[loser])
        assert winner.is_named_in(words), f"{loser.name} was told {words!r}; has it: {winner}"


def test_every_hand_gets_its_answer_while_slack_waits(line: Line, racers: list[Agent]) -> None:
    # Fifteen processes that start in the same moment on this machine are not what is measured.
    race(line, racers)

    _, answers = race(line, racers)

    assert max(answer.seconds for answer in answers) < SLACKS_PATIENCE


def race(line: Line, racers: list[Agent]) -> tuple[Message, list[Answer]]:
    """Let a customer ask for a human, and all of these press claim in the same moment."""
    texter, case = line.texter(), tag()
    texter.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    button = card.buttons["claim"]
    return card, all_at_once(lambda a: line.people.press_as(a.user, card, button), racers)


def holders(card: Message, agents: list[Agent]) -> list[Agent]:
    return [agent for agent in agents if agent.is_named_in(card.words)]
