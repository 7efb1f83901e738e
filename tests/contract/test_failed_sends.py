"""What cannot be delivered is shown to the agent; what can after all is sent once."""

import pytest

from tests.contract.customers import Texter
from tests.contract.desk import CHECK_MARK, WARNING, Agent
from tests.contract.line import Line, tag
from tests.contract.stand_ins.receipts import Outcome, post_signed, receipt_fields
from tests.contract.stand_ins.twilio import Refusal
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import wait_for
from tests.contract.warm import QUESTION, ask_for_a_human

SECONDS_FOR_RETRIES = 90


def held_case(line: Line) -> tuple[Texter, Message, Agent]:
    texter, case, agent = line.texter(), tag(), line.agent()
    texter.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    wait_for(texter.heard, "the notice of the handoff")
    line.desk.claim(agent, card)
    return texter, card, agent


@pytest.mark.parametrize("code", [21211, 30003, 30007])
def test_a_send_that_is_refused_for_good_gets_a_warning_and_one_line(line: Line, code: int) -> None:
    desk, (texter, card, agent) = line.desk, held_case(line)
    line.twilio.refuse(texter.phone.number, Refusal(code))
    before = len(desk.thread(card))

    said = desk.say(agent, card, "You will not read this.")
    desk.wait_for_mark(said, WARNING)
    wait_for(lambda: desk.thread(card)[before:], "a line in the thread with the reason")

    assert CHECK_MARK not in said.reactions
    assert len(desk.thread(card)[before:]) == 1


def test_a_send_that_fails_after_it_was_accepted_gets_a_warning_too(line: Line) -> None:
    desk, (texter, card, agent) = line.desk, held_case(line)
    line.twilio.outcomes[texter.phone.number] = Outcome(("sent", "undelivered"), 30003)
    before = len(desk.thread(card))

    said = desk.say(agent, card, "You will not read this either.")
    desk.wait_for_mark(said, WARNING)

    wait_for(lambda: desk.thread(card)[before:], "a line in the thread with the reason")
    assert len(desk.thread(card)[before:]) == 1


def test_a_number_that_opted_out_elsewhere_is_not_tried_again(line: Line) -> None:
    desk, (texter, card, agent) = line.desk, held_case(line)
    line.twilio.opted_out.add(texter.phone.number)

    said = desk.say(agent, card, "Are you there?")
    desk.wait_for_mark(said, WARNING)
    attempts, told = line.twilio.attempts_to(texter.phone.number), len(desk.told(agent))
    desk.say(agent, card, "Hello?")
    wait_for(
        lambda: desk.told(agent)[told:] or "opted" in "\n".join(desk.thread(card)).lower(),
        "word that the customer has opted out",
    )

    assert line.twilio.attempts_to(texter.phone.number) == attempts


@pytest.mark.parametrize("refusal", [Refusal(20500, 500, 2), Refusal(20429, 429, 1)])
def test_a_passing_trouble_delays_a_reply_and_doubles_nothing(line: Line, refusal: Refusal) -> None:
    desk, (texter, card, agent) = line.desk, held_case(line)
    line.twilio.refuse(texter.phone.number, refusal)

    first = desk.say(agent, card, "One moment.")
    second = desk.say(agent, card, "Here it is.")
    wait_for(
        lambda: "Here it is." in "\n".join(texter.heard()),
        "the second reply",
        seconds=SECONDS_FOR_RETRIES,
        seen=texter.heard,
    )
    desk.wait_for_mark(first, CHECK_MARK)
    desk.wait_for_mark(second, CHECK_MARK)

    replies = [words for words in texter.heard() if "moment" in words or "Here it is" in words]
    assert [("moment" in words) for words in replies] == [True, False]


def test_every_send_asks_for_receipts_and_takes_them(line: Line) -> None:
    texter = line.texter()
    texter.say(QUESTION)
    wait_for(texter.heard, "an answer")
    message = line.twilio.sent_to(texter.phone.number)[0]

    assert (message.status_callback or "").startswith(f"{line.ready.http_url}/sms/status")
    answers = line.twilio.receipts.answers
    wait_for(lambda: len(answers.get(message.sid, [])) == 2, "both receipts to be posted")
    assert [answer.status for answer in answers[message.sid]] == [200, 200]


def test_receipts_in_any_order_and_for_unknown_messages_are_taken(line: Line) -> None:
    texter = line.texter()
    texter.say(QUESTION)
    wait_for(texter.heard, "an answer")
    message = line.twilio.sent_to(texter.phone.number)[0]
    url = message.status_callback or ""
    sid, token = line.ready.twilio_account_sid, line.ready.twilio_auth_token

    late = [receipt_fields(sid, message, s, None) for s in ("delivered", "sent", "queued", "sent")]
    unknown = [(name, v.replace(message.sid, "SM" + "0" * 32)) for name, v in late[0]]
    answers = [post_signed(token, url, fields) for fields in [*late, unknown]]
    forged = post_signed("another token", url, late[0])
    moved = post_signed(token, f"{line.ready.http_url}/sms/status", late[0])

    assert [answer.status for answer in answers] == [200] * 5
    assert forged.status == 403
    assert moved.status in {200, 400}


def test_slack_in_trouble_delays_a_card_and_doubles_none(line: Line) -> None:
    texter, case = line.texter(), tag()
    line.slack.be_down_for(3)

    texter.say(ask_for_a_human(case))
    wait_for(texter.heard, "the notice, which needs no Slack")
    wait_for(lambda: line.desk.cards_of(case), "the card", seconds=SECONDS_FOR_RETRIES)
    card = line.desk.card_with(case)
    agent = line.agent()
    line.desk.claim(agent, card)
    line.desk.resolve(agent, card)

    assert len(line.desk.cards_of(case)) == 1
