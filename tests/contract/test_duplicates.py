"""One provider message counts once, however often and however close together it comes."""

import uuid
from collections import Counter

import pytest

from tests.contract.line import CHANNELS, Line, tag
from tests.contract.stand_ins import payloads
from tests.contract.stand_ins.phone import new_sid
from tests.contract.together import all_at_once
from tests.contract.waiting import wait_for
from tests.contract.warm import OTHER_QUESTION, QUESTION, ask_for_a_human

TIMES = 12
FIRST_MESSAGES = 6


def test_the_same_text_many_times_gets_one_answer_and_empty_twiml(line: Line) -> None:
    phone = line.texter().phone
    fields = phone.fields(QUESTION, sid=new_sid())

    answers = all_at_once(phone.post, [fields] * TIMES)
    wait_for(phone.heard, "an answer")
    phone.post(fields)
    phone.text(OTHER_QUESTION)
    wait_for(lambda: any("track" in words.lower() for words in phone.heard()), "the next answer")

    assert {answer.status for answer in answers} == {200}
    assert all("<Response" in a.text and "Message" not in a.text for a in answers)
    assert all(a.headers["content-type"].startswith("text/xml") for a in answers)
    assert len(phone.heard()) == 2


def test_the_same_slack_event_many_times_gets_one_answer(line: Line) -> None:
    customer = line.slack_customer()
    message = line.slack.workspace.add(customer.channel, customer.user, {"text": QUESTION})
    event = payloads.message_event(line.people.place, message)
    document = payloads.envelope(line.people.place, event, payloads.new_event_id())

    answers = all_at_once(line.people.send_envelope, [document] * TIMES)
    wait_for(customer.heard, "an answer")
    line.people.send_envelope(document | {"event_id": payloads.new_event_id()})
    customer.say(OTHER_QUESTION)
    wait_for(lambda: any("track" in w.lower() for w in customer.heard()), "the next answer")

    assert {answer.status for answer in answers} == {200}
    assert len(customer.heard()) == 2


def test_the_same_client_message_id_many_times_gets_the_same_answer(line: Line) -> None:
    visitor, name = line.visitor(), str(uuid.uuid4())

    answers = all_at_once(lambda name: visitor.send(QUESTION, name), [name] * TIMES)
    wait_for(visitor.heard, "an answer")
    again = visitor.send("other words", name)

    assert {answer.status for answer in [*answers, again]} == {202}
    assert {a.json["client_message_id"] for a in [*answers, again]} == {name}
    assert len({a.json["sequence"] for a in [*answers, again]}) == 1
    mine = [m for m in visitor.messages() if m["author"]["role"] == "customer"]
    assert [(m["text"], m["client_message_id"]) for m in mine] == [(QUESTION, name)]
    assert len(visitor.heard()) == 1


def test_a_button_pressed_many_times_by_its_holder_changes_the_case_once(line: Line) -> None:
    customer, case, agent = line.texter(), tag(), line.agent()
    customer.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    line.desk.claim(agent, card)
    release = card.buttons["release"]

    answers = all_at_once(
        lambda button: line.people.press_as(agent.user, card, button), [release] * (TIMES // 2)
    )
    wait_for(lambda: "claim" in card.buttons, "a claim button on the released card")

    assert {answer.status for answer in answers} == {200}
    assert len(line.desk.cards_of(case)) == 1


@pytest.mark.parametrize("channel", CHANNELS)
def test_first_messages_at_once_make_one_case_that_holds_them_all(line: Line, channel: str) -> None:
    customer, case = line.customer(channel), tag()
    words = [ask_for_a_human(f"{case}-{number:02d}") for number in range(FIRST_MESSAGES)]

    all_at_once(customer.say, words)
    card = line.desk.card_with(case)
    agent = line.agent()
    line.desk.claim(agent, card)
    customer.say("And one more thing.")
    line.desk.wait_in_thread(card, "And one more thing.")

    shown = Counter(
        number
        for said in line.desk.thread(card)
        for number in range(FIRST_MESSAGES)
        if f"{case}-{number:02d}" in said
    )
    assert len(line.desk.cards_of(case)) == 1
    assert shown == dict.fromkeys(range(FIRST_MESSAGES), 1)


def test_messages_of_a_visitor_at_once_are_numbered_without_gap_or_double(line: Line) -> None:
    visitor = line.visitor()
    assert visitor.ask_for_a_human().status == 202

    answers = all_at_once(visitor.send, [f"part {number}" for number in range(TIMES)])

    assert {answer.status for answer in answers} == {202}
    mine = [m for m in visitor.messages() if m["author"]["role"] == "customer"]
    assert sorted(m["text"] for m in mine) == sorted(f"part {n}" for n in range(TIMES))
    assert sorted(a.json["sequence"] for a in answers) == [m["sequence"] for m in mine]
