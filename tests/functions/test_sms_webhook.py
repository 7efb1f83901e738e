"""What `sms_webhook` stores of what Twilio sends, and what it answers."""

from datetime import timedelta

import pytest

from tests.events import (
    CUSTOMER_NUMBER,
    PHONE_NUMBER,
    Event,
    body_of,
    cases,
    load_event,
    with_body,
    with_form,
)
from tests.functions.conftest import Logged
from tests.functions.webhook_world import WebhookWorld
from warmline.application.phrases import Phrase
from warmline.domain.address import Address
from warmline.domain.errors import Refused
from warmline.domain.records import Consent
from warmline.domain.states import State

EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
THE_CUSTOMER = Address.sms(CUSTOMER_NUMBER, PHONE_NUMBER)


def text(body: str = "How do I return an item?", **fields: str | None) -> Event:
    return with_form(load_event("sms_webhook", "text"), Body=body, **fields)


def consent_of(world: WebhookWorld) -> Consent:
    record = world.memory.find_address(THE_CUSTOMER.value)
    assert record is not None
    return record.consent


def test_a_text_is_stored_and_answered_with_empty_twiml() -> None:
    world = WebhookWorld()

    answer = world.text(text())

    assert (answer.status, answer.body) == (200, EMPTY_TWIML)
    assert answer.headers["Content-Type"] == "text/xml"
    assert world.said == ["How do I return an item?"]
    assert world.the_head().state is State.BOT


@pytest.mark.parametrize("case", cases("sms_webhook"))
def test_every_payload_of_twilio_is_answered_as_it_deserves(case: str) -> None:
    world = WebhookWorld()

    assert world.text(load_event("sms_webhook", case)).status == (403 if case == "forged" else 200)


def test_an_ask_for_a_human_is_waiting_at_once() -> None:
    world = WebhookWorld()

    world.text(load_event("sms_webhook", "ask_for_human"))

    assert world.the_head().state is State.WAITING


# Once, however often


@pytest.mark.fault(1)
def test_a_text_that_comes_twice_is_one_message_and_answered_twice(logged: Logged) -> None:
    world = WebhookWorld()

    answers = [world.text(text()) for _ in range(2)]

    assert [answer.body for answer in answers] == [EMPTY_TWIML] * 2
    assert len(world.said) == 1
    assert logged.names == ["message_received", "message_repeated"]


@pytest.mark.bad_input(8)
def test_a_request_replayed_a_hundred_times_is_one_message() -> None:
    world, event = WebhookWorld(), text()

    assert {world.text(event).status for _ in range(100)} == {200}
    assert len(world.said) == 1


@pytest.mark.fault(2)
@pytest.mark.fault(3)
@pytest.mark.parametrize("seconds", [6 * 60, 30 * 24 * 3600], ids=["6 minutes", "30 days"])
def test_a_replay_much_later_is_still_one_message(seconds: float, logged: Logged) -> None:
    world, event = WebhookWorld(), text()
    world.text(event)
    world.clock.forward(seconds)

    assert world.text(event).status == 200
    assert len(world.said) == 1
    assert logged.names[-1] == "message_repeated"


def test_a_stop_that_is_replayed_after_a_start_does_not_opt_out_again() -> None:
    world, stop = WebhookWorld(), load_event("sms_webhook", "stop")
    world.text(text())
    world.text(stop)
    world.text(load_event("sms_webhook", "start"))

    world.text(stop)

    assert consent_of(world) is Consent.OPTED_IN


# The form


@pytest.mark.bad_input(9)
def test_blank_fields_are_part_of_what_is_signed() -> None:
    world = WebhookWorld()

    assert world.text(text(FromCity="", FromZip="", AddOns="")).status == 200
    assert len(world.said) == 1


@pytest.mark.bad_input(9)
def test_of_a_field_given_twice_the_first_value_counts() -> None:
    world, event = WebhookWorld(), text("the first")
    doubled = with_body(event, body_of(event) + b"&Body=the+second&Body=the+second")

    assert world.text(doubled).status == 200
    assert world.said == ["the first"]


def test_new_fields_come_without_notice() -> None:
    world = WebhookWorld()

    assert world.text(text(SomethingNew="yes", AnotherNew="[1]")).status == 200
    assert len(world.said) == 1


# Who writes


@pytest.mark.bad_input(13)
@pytest.mark.parametrize(
    "sender",
    [
        "12345",
        "SHOP",
        "Our Shop",
        "anonymous",
        "+266696687",
        "whatsapp:anonymous",
        "messenger:1234567",
        "client:joe",
        "whatsapp:+1555",
        "+1555000678\N{FULLWIDTH DIGIT NINE}",
        "+1 555 000 1234",
    ],
)
def test_a_sender_who_cannot_be_answered_is_passed_over(sender: str, logged: Logged) -> None:
    world = WebhookWorld()
    reachable = sender == "+266696687"

    answer = world.text(text(From=sender))

    assert (answer.status, answer.body) == (200, EMPTY_TWIML)
    assert len(world.said) == int(reachable)
    assert logged.names == ["message_received" if reachable else "ignored"]


def test_a_text_by_whatsapp_has_an_address_of_its_own() -> None:
    world = WebhookWorld()

    world.text(load_event("sms_webhook", "whatsapp"))

    assert world.the_head().address.startswith("sms:whatsapp:+")


@pytest.mark.bad_input(14)
@pytest.mark.parametrize("prefix", ["", "whatsapp:"])
@pytest.mark.parametrize("receiver", [PHONE_NUMBER, "+15550001111"])
def test_our_own_number_is_not_answered(prefix: str, receiver: str, logged: Logged) -> None:
    world = WebhookWorld()
    before = world.traces()

    answer = world.text(text(From=prefix + PHONE_NUMBER, To=prefix + receiver))

    assert answer.status == 200
    assert world.traces() == before
    assert logged.names == ["ignored"]


def test_two_hundred_texts_in_a_minute_are_stored_and_answered_together() -> None:
    world = WebhookWorld()
    for number in range(200):
        world.text(text(f"Where is it? {number}", MessageSid=f"SM{number:032}"))
        world.clock.forward(0.3)

    world.settle(30)

    assert len([words for words in world.said if words.startswith("Where")]) == 200
    assert 1 <= len(world.owed) < 20


# What comes along


@pytest.mark.parametrize(("given", "shown"), [("0", 0), ("1", 1), ("3", 3), ("999", 10), ("", 0)])
def test_pictures_become_lines_at_most_ten(given: str, shown: int) -> None:
    world = WebhookWorld()

    world.text(text(NumMedia=given))

    assert world.said[0].count("[attachment") == shown


def test_media_addresses_are_never_fetched_nor_kept() -> None:
    world = WebhookWorld()
    hostile = (
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "http://127.0.0.1:9/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
    )
    media = {f"MediaUrl{number}": url for number, url in enumerate(hostile)}

    answer = world.text(text(NumMedia=str(len(hostile)), **media))

    assert answer.status == 200
    assert not any(url in repr(world.memory.rows) for url in hostile)


def test_a_hostile_media_type_is_only_a_line() -> None:
    world = WebhookWorld()

    world.text(text(NumMedia="1", MediaContentType0="image/png]\n\x00STOP" + "x" * 5_000))

    assert world.the_head().state is State.BOT
    assert len(world.said[0]) < 200


def test_a_text_of_pictures_alone_is_a_message() -> None:
    world = WebhookWorld()

    world.text(text("", NumMedia="1", MediaContentType0="image/jpeg"))

    assert world.said == ["[attachment: image/jpeg]"]


def test_a_text_of_nothing_opens_nothing() -> None:
    world = WebhookWorld()

    assert world.text(text("")).status == 200
    assert world.heads == []


# Keywords


@pytest.mark.bad_input(20)
def test_start_after_stop_is_an_opt_in_with_its_time() -> None:
    world = WebhookWorld()
    world.text(text())
    world.text(load_event("sms_webhook", "stop"))
    assert consent_of(world) is Consent.OPTED_OUT
    world.clock.forward(60)

    world.text(load_event("sms_webhook", "start"))

    record = world.memory.find_address(THE_CUSTOMER.value)
    assert record is not None
    assert record.consent is Consent.OPTED_IN
    assert record.consent_at is not None
    assert abs(record.consent_at - world.clock()) < timedelta(seconds=1)


@pytest.mark.bad_input(21)
@pytest.mark.parametrize("word", ["HELP", "help", " Info "])
def test_help_is_answered_in_our_own_words_without_the_bot_if_keywords_are_ours(word: str) -> None:
    world = WebhookWorld(keywords_answered_by="warmline")

    world.text(text(word))
    world.settle(30)

    [owed] = world.owed
    assert owed.text == world.house.phrases.say(Phrase.HELP, "en", THE_CUSTOMER.channel)
    assert world.heads == []


@pytest.mark.parametrize("given", ["HELP", "STOP", "START"])
def test_what_twilio_has_answered_we_never_answer(given: str) -> None:
    world = WebhookWorld(keywords_answered_by="warmline")

    world.text(text(given, OptOutType=given))
    world.settle(30)

    assert world.owed == []


@pytest.mark.parametrize("kind", ["", "stop", "NONSENSE", "\x00", "STOP" * 500])
def test_an_opt_out_type_that_nobody_knows_does_no_harm(kind: str) -> None:
    world = WebhookWorld()

    assert world.text(text("Where is my order?", OptOutType=kind)).status == 200


@pytest.mark.bad_input(22)
def test_a_reply_to_somebody_who_opted_out_is_refused_with_the_reason() -> None:
    world = WebhookWorld()
    world.hire()
    world.text(load_event("sms_webhook", "ask_for_human"))
    world.settle()
    world.actions.claim("U0ANA", world.the_head().id)
    world.text(load_event("sms_webhook", "stop"))
    world.settle()

    with pytest.raises(Refused) as refused:
        world.words("Are you still there?")

    assert refused.value.reason in {"opted_out", "no_longer_open"}
    assert all(
        row.text != "Are you still there?" for row in world.channels[THE_CUSTOMER.channel].sent
    )
