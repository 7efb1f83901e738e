"""STOP, START and HELP by text: Twilio answers them, we keep to them."""

import pytest

from tests.contract.desk import CHECK_MARK
from tests.contract.line import Line, tag
from tests.contract.waiting import wait_for
from tests.contract.warm import QUESTION, ask_for_a_human


@pytest.mark.parametrize("fields", [{"OptOutType": "STOP"}, {}], ids=["OptOutType", "word alone"])
@pytest.mark.parametrize("word", ["STOP", "Stop  ", "unsubscribe"])
def test_an_opt_out_is_answered_by_twilio_and_never_by_us(
    line: Line, word: str, fields: dict[str, str]
) -> None:
    texter = line.texter()
    texter.say(QUESTION)
    wait_for(texter.heard, "an answer")

    answer = texter.phone.text(word, **fields)
    back = texter.phone.text("START", **({"OptOutType": "START"} if fields else {}))
    texter.say(QUESTION)
    wait_for(lambda: texter.heard()[1:], "an answer after START", seen=texter.heard)

    assert answer.status == back.status == 200
    assert len(texter.heard()) == 2
    assert line.twilio.attempts_to(texter.phone.number) == 2


def test_an_opt_out_closes_the_case_and_the_holder_learns_that_it_cannot_be_answered(
    line: Line,
) -> None:
    desk, agent, texter, case = line.desk, line.agent(), line.texter(), tag()
    texter.say(ask_for_a_human(case))
    card = desk.card_with(case)
    desk.claim(agent, card)
    said = desk.say(agent, card, "Hello!")
    desk.wait_for_mark(said, CHECK_MARK)
    told, in_thread = len(desk.told(agent)), len(desk.thread(card))

    texter.phone.text("STOP", OptOutType="STOP")
    wait_for(
        lambda: not card.buttons.keys() & {"claim", "release", "resolve"},
        "the card of a customer who opted out to close",
        seen=lambda: card.words,
    )
    wait_for(
        lambda: desk.told(agent)[told:] or desk.thread(card)[in_thread:],
        "word to the holder of the opt-out",
    )
    attempts = line.twilio.attempts_to(texter.phone.number)
    told = len(desk.told(agent))
    desk.say(agent, card, "One more thing!")
    desk.wait_until_told(agent, since=told)

    assert line.twilio.attempts_to(texter.phone.number) == attempts


def test_an_opt_out_while_waiting_takes_the_case_from_the_queue(line: Line) -> None:
    texter, case = line.texter(), tag()
    texter.say(ask_for_a_human(case))
    card = line.desk.card_with(case)

    texter.phone.text("STOP", OptOutType="STOP")

    wait_for(lambda: "claim" not in card.buttons, "the card to lose its claim button")


def test_help_is_answered_by_twilio_alone(line: Line) -> None:
    texter = line.texter()

    answer = texter.phone.text("HELP", OptOutType="HELP")
    texter.say(QUESTION)
    wait_for(texter.heard, "an answer to the question")

    assert answer.status == 200
    assert len(texter.heard()) == 1


def test_a_sentence_with_stop_in_it_is_no_opt_out(line: Line) -> None:
    texter = line.texter()

    texter.say("don't stop, I need help with a return")

    wait_for(texter.heard, "an answer", seen=texter.heard)


def test_stop_on_the_web_is_a_message_like_another(line: Line) -> None:
    visitor = line.visitor()

    visitor.say("stop")

    wait_for(visitor.heard, "an answer")


def test_a_whatsapp_message_is_answered_on_whatsapp(line: Line) -> None:
    texter = line.texter("whatsapp:")
    ours = f"whatsapp:{line.ready.phone_number}"

    answer = texter.phone.text(QUESTION, To=ours, ProfileName="Ada", WaId="14155550100")
    wait_for(texter.heard, "an answer")

    assert answer.status == 200
    assert line.twilio.sent_to(texter.phone.number)[0].sender in {ours, line.ready.phone_number}
