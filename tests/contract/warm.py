"""Everything once, before anything is measured: cold starts are not what these tests are about."""

from tests.contract.line import Line, tag
from tests.contract.waiting import wait_for

QUESTION = "How do I return an item?"
OTHER_QUESTION = "How can I track my order?"
NONSENSE = "What is the airspeed velocity of an unladen swallow?"


def ask_for_a_human(case: str) -> str:
    """Give a customer's plain wish, with a word to know the card by."""
    return f"I want to talk to a human, please. My order is {case}."


def warm_up(line: Line) -> None:
    """Let each function of the stack run once."""
    case, agent, customer = tag(), line.agent(), line.texter()
    line.slack_customer().say(QUESTION)
    line.visitor().say(QUESTION)
    customer.say(QUESTION)
    wait_for(customer.heard, "a first answer from a cold stack", seconds=60)
    customer.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    line.desk.claim(agent, card)
    line.desk.resolve(agent, card)
