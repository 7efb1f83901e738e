"""Who comes, goes and is suspended, on the deployed line: cases go back, and all are told."""

from tests.contract.line import LEAD, Line
from tests.contract.test_desk import claimed_case, waiting_case
from tests.contract.waiting import wait_for

A_MINUTE = 60
"""For the case; its card follows at the desk's pace."""


def test_who_goes_off_shift_gives_the_case_back_and_may_claim_nothing(line: Line) -> None:
    customer, card, agent = claimed_case(line)
    heard = len(customer.heard())

    assert line.people.command(agent.user, "off").status == 200

    line.desk.wait_until_told(agent, about=["off shift"])
    wait_for(lambda: "claim" in card.buttons, "the claim button is back", seconds=A_MINUTE + 30)
    wait_for(lambda: customer.heard()[heard:], "word to the customer that they are back in line")
    told = len(line.desk.told(agent))
    line.desk.press(agent, card, "claim")
    line.desk.wait_until_told(agent, since=told, about=["off shift"])

    line.people.command(agent.user, "on")
    line.desk.claim(agent, card)
    line.desk.resolve(agent, card)


def test_a_break_keeps_the_case_and_brings_no_other(line: Line) -> None:
    _, held, agent = claimed_case(line)
    other = waiting_case(line)[1]
    line.people.command(agent.user, "break")
    line.desk.wait_until_told(agent, about=["on a break"])

    told = len(line.desk.told(agent))
    line.desk.press(agent, other, "claim")
    line.desk.wait_until_told(agent, since=told, about=["break"])
    assert "release" in held.buttons

    line.people.command(agent.user, "on")
    line.desk.claim(agent, other)
    line.desk.resolve(agent, other)
    line.desk.resolve(agent, held)


def test_a_lead_suspends_by_one_word_and_it_holds_from_the_next_press_on(line: Line) -> None:
    _, card, agent = claimed_case(line)

    assert line.people.command(LEAD.user, f"suspend <@{agent.user}|x>").status == 200

    line.desk.wait_until_told(LEAD, about=["is suspended"])
    line.desk.press(agent, card, "resolve")
    line.desk.wait_until_told(agent, about=["not an agent"])
    wait_for(lambda: "claim" in card.buttons, "the claim button is back", seconds=A_MINUTE + 30)
    colleague = line.agent()
    line.desk.claim(colleague, card)
    line.desk.resolve(colleague, card)


def test_only_a_lead_sees_and_steers_the_desk(line: Line) -> None:
    agent = line.agent()
    before = len(line.slack.workspace.views)

    for command in ("agents", f"suspend {LEAD.user}", "add <@U0NEW00001|new> New"):
        told = len(line.desk.told(agent))
        line.people.command(agent.user, command)
        line.desk.wait_until_told(agent, since=told, about=["lead"])
    assert line.slack.workspace.views[before:] == []

    line.people.command(LEAD.user, "agents")
    line.desk.wait_until_told(LEAD, about=["on shift", agent.user])
    assert line.slack.workspace.views[before:], "the window with a button for each thing"
