"""STOP, START and HELP, as Twilio handles them by default."""

import pytest

from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import PHONE, Webhook, send


def bodies(twilio: TwilioStandIn) -> list[str]:
    twilio.settle()
    return [text.body for text in twilio.texts(PHONE)]


@pytest.mark.parametrize(
    "word",
    ["STOP", " stop ", "Unsubscribe", "END", "quit", "STOPALL", "REVOKE", "OptOut", "CANCEL"],
)
def test_an_opt_out_is_answered_by_twilio_posted_on_and_blocks_later_sends(
    twilio: TwilioStandIn, webhook: Webhook, word: str
) -> None:
    twilio.send_as_phone(PHONE, word)

    assert bodies(twilio)[1].startswith("You have successfully been unsubscribed.")
    assert twilio.texts(PHONE)[1].direction == "outbound-reply"
    assert webhook.forms("/sms/inbound")[0]["Body"] == word
    assert "OptOutType" not in webhook.forms("/sms/inbound")[0]
    refused = send(twilio)
    assert (refused.status, refused.body["code"]) == (400, 21610)


def test_only_that_phone_is_blocked(twilio: TwilioStandIn) -> None:
    twilio.send_as_phone(PHONE, "STOP")
    twilio.settle()

    assert send(twilio, To="+12025550143").status == 201


@pytest.mark.parametrize("word", ["START", "yes", "UNSTOP"])
def test_an_opt_in_lets_sends_through_again(twilio: TwilioStandIn, word: str) -> None:
    twilio.send_as_phone(PHONE, "STOP")
    twilio.settle()
    twilio.send_as_phone(PHONE, word)

    assert bodies(twilio)[3].startswith("You have successfully been re-subscribed")
    assert send(twilio).status == 201


@pytest.mark.parametrize("text", ["yes", "STOP please", "don't stop", "please help", "human"])
def test_other_words_are_not_answered_by_twilio(twilio: TwilioStandIn, text: str) -> None:
    twilio.send_as_phone(PHONE, text)

    assert bodies(twilio) == [text]
    assert send(twilio).status == 201


@pytest.mark.parametrize("word", ["HELP", "info"])
def test_help_is_answered_by_twilio(twilio: TwilioStandIn, webhook: Webhook, word: str) -> None:
    twilio.send_as_phone(PHONE, word)

    assert bodies(twilio) == [word, "Reply STOP to unsubscribe. Msg&Data Rates May Apply."]
    assert len(webhook.forms("/sms/inbound")) == 1


def test_advanced_opt_out_says_what_it_matched(twilio: TwilioStandIn, webhook: Webhook) -> None:
    twilio.account.advanced_opt_out = True
    twilio.account.messaging_service = "MG" + "1" * 32
    twilio.send_as_phone(PHONE, "stop")
    twilio.settle()

    (form,) = webhook.forms("/sms/inbound")
    assert (form["OptOutType"], form["MessagingServiceSid"]) == ("STOP", "MG" + "1" * 32)
