"""The shift message and drafts, as Slack on loopback takes them."""

import pytest

from sandbox.slack.faults import Fault, Trouble
from tests.adapters.slack.conftest import DESK, SHOP, Slack
from warmline.domain.conversation import Posted
from warmline.domain.drafts import Draft
from warmline.domain.errors import DeskUnreachable

DRAFT = Draft(conversation="c0001", epoch=2, answers=7, text="Within 30 days.", last_words="When?")


def test_the_shift_message_is_posted_once_and_pinned(slack: Slack) -> None:
    first = slack.desk.show_shift(None)

    again = slack.desk.show_shift(first)

    assert again == first
    [message] = slack.messages()
    assert message.ts == first.ts
    assert [call.arguments["timestamp"] for call in slack.api.web_api.calls("pins.add")] == [
        first.ts,
        first.ts,
    ]


def test_a_shift_message_that_was_deleted_is_posted_again(slack: Slack) -> None:
    first = slack.desk.show_shift(None)
    slack.desk.remove(first)

    second = slack.desk.show_shift(first)

    assert [message.ts for message in slack.messages()] == [second.ts]


def test_after_a_move_the_shift_message_is_in_the_new_channel(slack: Slack) -> None:
    first = slack.desk.show_shift(None)
    slack.desk_channel = SHOP

    second = slack.desk.show_shift(first)

    assert second.channel == SHOP
    assert [message.ts for message in slack.messages(SHOP)] == [second.ts]


@pytest.mark.parametrize("word", ["already_pinned", "too_many_pins", "missing_scope"])
def test_a_shift_message_that_cannot_be_pinned_is_up_all_the_same(slack: Slack, word: str) -> None:
    slack.api.faults.fail_next("pins.add", Fault(Trouble.ERROR, word=word))

    assert slack.desk.show_shift(None).ts == slack.messages()[0].ts


def test_a_channel_that_we_may_not_enter_gets_no_shift_message(slack: Slack) -> None:
    slack.change(DESK, has_app=False)

    with pytest.raises(DeskUnreachable):
        slack.desk.show_shift(None)


def test_a_draft_for_a_window_that_was_closed_is_no_error(slack: Slack) -> None:
    slack.desk.show_draft("V0NOWHERE1", DRAFT)

    assert slack.desk.show_shift(Posted(channel=DESK, ts="1.0001")).ts
