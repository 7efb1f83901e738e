"""What is left of a closed case in Slack: stubs."""

import json

from tests.adapters.slack.conftest import DESK, Slack, card, posted, row
from warmline.domain.conversation import Posted
from warmline.domain.states import State


def test_a_scrubbed_message_holds_nothing_of_what_was_said(slack: Slack) -> None:
    card_at = posted(slack)
    ts = slack.desk.post_in_thread(card_at, row("My cat ate the parcel"))

    slack.desk.scrub(Posted(channel=card_at.channel, ts=ts))

    message = slack.api.workspace.find(card_at.channel, ts)
    assert message is not None
    assert "cat" not in message.text + json.dumps(message.blocks)
    assert message.text == "Taken out of Slack: this case is closed."


def test_a_message_or_a_window_that_is_gone_needs_no_scrubbing(slack: Slack) -> None:
    slack.desk.scrub(Posted(channel=DESK, ts="1.000001"))
    slack.desk.blank("V0GONE0001")


def test_a_scrubbed_card_that_somebody_deleted_is_not_put_up_again(slack: Slack) -> None:
    card_at = posted(slack)
    slack.desk.remove(card_at)

    slack.desk.show_card(card(state=State.CLOSED, scrubbed=True, last_words=""), card_at)

    assert slack.messages() == []
