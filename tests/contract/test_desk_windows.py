"""What agents do by window, by word and on a closed card, on the deployed line."""

from tests.contract.desk import Agent
from tests.contract.line import Line
from tests.contract.stand_ins.loopback import Json
from tests.contract.stand_ins.workspace import Message, OpenView
from tests.contract.test_desk import claimed_case, waiting_case
from tests.contract.waiting import wait_for

NOTE = "She was promised a call back on Friday."


def opened_by(line: Line, agent: Agent, card: Message, action_id: str) -> OpenView:
    """Press a button, and give the window that it opens."""
    before = len(line.slack.workspace.views)
    answer = line.people.press(agent.user, card, action_id)
    assert answer.status == 200, answer
    [opened] = line.slack.workspace.views[before:]
    return opened


def picked(value: str) -> Json:
    return {"type": "static_select", "selected_option": {"value": value}}


def typed(words: str) -> Json:
    return {"type": "plain_text_input", "value": words}


def test_a_case_is_passed_on_to_a_colleague_with_what_they_must_know(line: Line) -> None:
    customer, card, agent = claimed_case(line)
    colleague, third = line.agent(), line.agent()
    window = opened_by(line, agent, card, "transfer")

    values = {"agent": {"agent": picked(colleague.user)}, "note": {"note": typed(NOTE)}}
    answer = line.people.submit(agent.user, window, values)

    assert (answer.status, answer.body) == (200, b"")
    line.desk.wait_in_thread(card, NOTE)
    wait_for(lambda: "claim" in card.buttons, "a claim button on the card that was passed on")
    line.desk.press(third, card, "claim")
    assert colleague.is_named_in(line.desk.wait_until_told(third))
    line.desk.claim(colleague, card)
    assert NOTE not in "\n".join(customer.heard())


def test_a_case_goes_back_to_the_bot_with_what_it_must_know(line: Line) -> None:
    _, card, agent = claimed_case(line)
    window = opened_by(line, agent, card, "hand_back_note")

    answer = line.people.submit(agent.user, window, {"note": {"note": typed(NOTE)}})

    assert (answer.status, answer.body) == (200, b"")
    line.desk.wait_in_thread(card, NOTE)
    wait_for(lambda: "release" not in card.buttons, "the card of the bot's case")


def test_the_next_case_and_the_queue_are_told_to_the_one_who_asks(line: Line) -> None:
    waiting_case(line)
    agent = line.agent()

    assert line.people.command(agent.user, "queue").status == 200
    assert "wait" in line.desk.wait_until_told(agent)
    assert line.people.command(agent.user, "next").status == 200
    line.desk.wait_until_told(agent, since=1, about=["is yours now"])
    assert line.people.command(agent.user, "resolve").status == 200
    line.desk.wait_until_told(agent, since=2, about=["is resolved"])


def test_a_closed_case_is_taken_up_again_with_a_card_of_its_own(line: Line) -> None:
    _, card, agent = claimed_case(line)
    line.desk.resolve(agent, card)
    before = len(line.desk.cards())
    wait_for(lambda: "reopen" in card.buttons, "a button to take the closed case up again")

    line.people.press(agent.user, card, "reopen")

    line.desk.wait_until_told(agent, about=["is yours now"])
    wait_for(
        lambda: [
            one
            for one in line.desk.cards()[before:]
            if "resolve" in one.buttons and agent.is_named_in(one.words)
        ],
        "a card for the case that was taken up again",
        seconds=90,
    )
