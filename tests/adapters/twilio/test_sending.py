"""A text on its way: taken, refused for now, refused for good, or nobody knows."""

import logging
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from sandbox.twilio.stand_in import TwilioStandIn
from tests.adapters.twilio.conftest import LINE, PHONE, TOKEN, Line, owed
from warmline.adapters.twilio import client
from warmline.domain.errors import (
    PermanentDeliveryError,
    RecipientOptedOut,
    TemporaryDeliveryError,
    UnknownDelivery,
)


def test_a_text_is_taken_and_named(line: Line) -> None:
    sid = line.send(owed("Hello 👋"))

    [text] = line.twilio.texts(PHONE)
    assert (text.sid, text.body, text.sender, text.recipient) == (sid, "Hello 👋", LINE, PHONE)


def test_its_receipt_will_say_which_send_it_is_of(line: Line) -> None:
    line.send(owed())

    [text] = line.twilio.texts(PHONE)
    callback = urlsplit(text.status_callback)
    assert f"{callback.scheme}://{callback.netloc}{callback.path}" == (
        "https://line.example/sms/status"
    )
    expected = {"conversation": ["c0001"], "sequence": ["7"], "attempt": ["2"]}
    assert parse_qs(callback.query) == expected


def test_a_messaging_service_picks_the_sender(line: Line, twilio: TwilioStandIn) -> None:
    line.service = str(twilio.account.messaging_service)

    line.send(owed())

    assert line.twilio.texts(PHONE)[0].messaging_service == line.service


def test_whatsapp_is_answered_by_whatsapp(line: Line) -> None:
    line.send(owed(phone=f"whatsapp:{PHONE}", line=f"whatsapp:{LINE}"))

    [text] = line.twilio.texts(f"whatsapp:{PHONE}")
    assert text.sender == f"whatsapp:{LINE}"


@pytest.mark.parametrize("text", ["a" * 1601, "👋" * 801])
def test_a_text_that_is_too_long_is_refused_and_not_cut_in_silence(text: str, line: Line) -> None:
    with pytest.raises(PermanentDeliveryError) as refused:
        line.send(owed(text))

    assert "1,600 characters" in refused.value.code
    assert line.bodies == []


def test_a_text_of_just_the_longest_length_is_sent_whole(line: Line) -> None:
    line.send(owed("👋" * 800))

    assert line.bodies == ["👋" * 800]


# Refused for now


@pytest.mark.fault(22)
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_trouble_at_twilio_is_worth_another_try(status: int, line: Line) -> None:
    line.twilio.faults.fail_next(status=status)

    with pytest.raises(TemporaryDeliveryError) as refused:
        line.send(owed())

    assert refused.value.retry_after is None
    line.send(owed())
    assert len(line.bodies) == 1


@pytest.mark.fault(24)
@pytest.mark.parametrize(
    ("given", "expected"), [(None, None), (4, 4), (30, 30), (86_400, 600), (0, None)]
)
def test_too_many_requests_wait_as_long_as_they_are_told(
    given: int | None, expected: int | None, line: Line
) -> None:
    line.twilio.faults.limit_next(retry_after=given)

    with pytest.raises(TemporaryDeliveryError) as refused:
        line.send(owed())

    wait = timedelta(seconds=expected) if expected else None
    assert refused.value.retry_after == wait
    assert line.bodies == []


@pytest.mark.parametrize("code", [14107, 20429, 21611])
def test_a_full_queue_is_worth_another_try_too(code: int, line: Line) -> None:
    line.twilio.faults.fail_next(status=400, code=code)

    with pytest.raises(TemporaryDeliveryError):
        line.send(owed())


def test_a_rotated_token_is_doubted_and_tried_again(line: Line) -> None:
    line.token = "6" * 32

    with pytest.raises(TemporaryDeliveryError):
        line.send(owed())
    assert line.doubts.times == 1

    line.token = TOKEN
    line.send(owed())
    assert line.doubts.times == 1


def test_where_nobody_listens_nothing_was_sent(line: Line) -> None:
    line.twilio.stop()

    with pytest.raises(TemporaryDeliveryError) as refused:
        line.send(owed())

    assert refused.value.code == "no_connection"


def test_a_name_that_nobody_knows_is_no_connection_either(line: Line) -> None:
    channel = replace(
        line.channel, client=lambda: client.make_client("http://nowhere.invalid", "AC1", "x")
    )

    with pytest.raises(TemporaryDeliveryError):
        channel.send(owed())


# Refused for good


@pytest.mark.fault(26)
@pytest.mark.parametrize(
    ("code", "words"),
    [
        (21211, "not a valid number"),
        (21408, "not switched on"),
        (21614, "not a mobile number"),
        (30003, "out of reach"),
        (30005, "not in use"),
        (30007, "spam"),
        (21999, ""),
    ],
)
def test_a_refusal_for_good_says_why_in_words(code: int, words: str, line: Line) -> None:
    line.twilio.faults.fail_number(PHONE, code, late=False)

    with pytest.raises(PermanentDeliveryError) as refused:
        line.send(owed())

    assert not isinstance(refused.value, RecipientOptedOut)
    assert str(code) in refused.value.code
    assert words in refused.value.code
    assert PHONE not in refused.value.code


@pytest.mark.fault(25)
def test_an_opt_out_that_twilio_holds_is_told_apart(line: Line) -> None:
    line.twilio.faults.fail_number(PHONE, 21610)

    with pytest.raises(RecipientOptedOut):
        line.send(owed())


# Nobody knows


@pytest.mark.fault(23)
def test_a_send_whose_answer_is_late_is_unknown_and_found(line: Line) -> None:
    line.read_seconds = 0.3
    line.twilio.faults.hang_next(1.0)
    row = owed("Your parcel is on its way")

    with pytest.raises(UnknownDelivery):
        line.send(row)

    assert line.look_up(row) == line.twilio.texts(PHONE)[0].sid
    assert len(line.bodies) == 1


def test_the_longest_wait_is_less_than_the_workers_time() -> None:
    assert client.CONNECT_SECONDS + client.READ_SECONDS < 8


def test_nothing_of_a_text_or_a_number_is_logged(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    row = owed("very private words")
    line.send(row)
    line.look_up(row)
    line.twilio.faults.fail_next()
    with pytest.raises(TemporaryDeliveryError):
        line.send(row)
    line.twilio.stop()
    with pytest.raises(TemporaryDeliveryError):
        line.send(row)
    with pytest.raises(UnknownDelivery):
        line.look_up(row)

    for private in (PHONE[1:], "private words", TOKEN):
        assert private not in caplog.text
