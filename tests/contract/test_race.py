"""One case, sixteen hands: one agent has it, and the others are told who."""

from tests.contract.desk import Agent
from tests.contract.line import Line, tag
from tests.contract.stand_ins.workspace import Message
from tests.contract.together import all_at_once
from tests.contract.waiting import wait_for
from tests.contract.warm import ask_for_a_human

HANDS = 16
SLACKS_PATIENCE = 3.0


def test_sixteen_claims_at_once_have_one_winner_and_the_others_learn_who(line: Line) -> None:
    texter, case = line.texter(), tag()
    agents = [line.agent() for _ in range(HANDS)]
    texter.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    button = card.buttons["claim"]

    answers = all_at_once(lambda agent: line.people.press_as(agent.user, card, button), agents)
    assert [answer.status for answer in answers] == [200] * HANDS
    wait_for(
        lambda: "claim" not in card.buttons and holders(card, agents),
        "the card to name its holder",
        seen=lambda: card.words,
    )

    [winner] = holders(card, agents)
    for loser in (agent for agent in agents if agent != winner):
        words = line.desk.wait_until_told(loser)
        assert winner.is_named_in(words), f"{loser.name} was told {words!r}; has it: {winner}"
    slow = [f"{a.seconds:.1f} s" for a in answers if a.seconds > SLACKS_PATIENCE]
    assert not slow, "Slack would have given up on these"


def holders(card: Message, agents: list[Agent]) -> list[Agent]:
    return [agent for agent in agents if agent.is_named_in(card.words)]
