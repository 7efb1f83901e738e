"""Whether a text whose answer was lost is at Twilio: found, or surely not there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.adapters.twilio.conftest import LINE, PHONE, Line, owed
from warmline.domain.errors import UnknownDelivery


def test_a_text_that_was_taken_is_found_at_once_while_it_is_still_queued(line: Line) -> None:
    line.twilio.account.seconds_to_sent = 60

    sid = line.send(row := owed())

    assert line.look_up(row) == sid


def test_a_text_that_never_came_is_not_found(line: Line) -> None:
    line.send(owed("something else"))

    assert line.look_up(owed("Hello?")) is None


def test_the_same_words_to_another_customer_are_not_ours(line: Line) -> None:
    line.send(owed(phone="+14155550199"))

    assert line.look_up(owed()) is None


def test_the_same_words_of_yesterday_are_not_ours(line: Line) -> None:
    line.send(owed())
    tomorrow = owed()

    assert (
        line.look_up(replace(tomorrow, created_at=tomorrow.created_at + timedelta(days=1))) is None
    )
    later = replace(tomorrow, created_at=tomorrow.created_at + timedelta(seconds=5))
    assert line.look_up(later) is None


def test_what_the_customer_wrote_is_not_ours(line: Line) -> None:
    line.twilio.send_as_phone(PHONE, "Hello?")

    assert line.look_up(owed("Hello?", phone=LINE, line=PHONE)) is None


def test_the_words_are_known_again_in_twilios_plain_signs(line: Line) -> None:
    line.send(owed('It\'s on its way - "soon"...'))

    typographic = "It\u2019s on its way \u2013 \u201c{when}\u201d\u2026"
    assert line.look_up(owed(typographic.format(when="soon"))) is not None
    assert line.look_up(owed(typographic.format(when="later"))) is None


def test_signs_alone_are_not_taken_for_other_signs(line: Line) -> None:
    line.send(owed("👍"))

    assert line.look_up(owed("👎")) is None
    assert line.look_up(owed("👍")) is not None


@pytest.mark.parametrize("hostile", ["a&To=x", "%00", "+", "<x>", "a\nb"])
def test_words_of_any_kind_are_found(hostile: str, line: Line) -> None:
    sid = line.send(owed(hostile))

    assert line.look_up(owed(hostile)) == sid


def test_while_twilio_cannot_be_asked_nobody_knows(line: Line) -> None:
    line.twilio.stop()

    with pytest.raises(UnknownDelivery):
        line.look_up(owed())


def test_while_twilio_does_not_know_our_token_nobody_knows_and_it_is_doubted(line: Line) -> None:
    line.token = "6" * 32

    with pytest.raises(UnknownDelivery):
        line.look_up(owed())
    assert line.doubts.times == 1
