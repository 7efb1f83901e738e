"""What Slack does not take as it is drawn, or where it belongs."""

import pytest

from sandbox.slack.faults import Fault, Trouble
from tests.adapters.slack.conftest import DESK, Slack, card, posted, row
from warmline.adapters.slack.blocks import card_block_id
from warmline.adapters.slack.plainly import NOT_TAKEN
from warmline.domain.errors import CARD_GONE, PermanentDeliveryError


@pytest.mark.parametrize("word", sorted(NOT_TAKEN))
def test_words_that_slack_does_not_take_as_drawn_are_posted_plainly(
    slack: Slack, word: str
) -> None:
    at = posted(slack)
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.ERROR, word=word))

    slack.desk.post_in_thread(at, row("<!channel> where is it?", name="Teal Heron 4821"))

    message = slack.messages()[-1]
    assert message.thread_ts == at.ts
    assert message.text == "Teal Heron 4821: &lt;!channel&gt; where is it?"


def test_everybody_who_is_meant_is_called_in_the_plainest_form_too(slack: Slack) -> None:
    at = posted(slack)
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.ERROR, word="invalid_blocks"))

    slack.desk.post_in_thread(at, row("A promise was broken.", mention="U0LEAD U0BEA"))

    assert slack.messages()[-1].text == "<@U0LEAD> <@U0BEA> A promise was broken."


def test_a_card_that_slack_does_not_take_as_drawn_keeps_its_name_and_its_buttons(
    slack: Slack,
) -> None:
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.ERROR, word="invalid_blocks"))

    slack.desk.show_card(card(), None)

    [message] = slack.messages()
    assert [block["type"] for block in message.blocks] == ["header", "actions"]
    assert message.blocks[0]["block_id"] == card_block_id("c0001")
    assert "claim" in str(message.blocks)


def test_an_edit_that_slack_does_not_take_as_drawn_is_made_plainly(slack: Slack) -> None:
    at = posted(slack)
    slack.api.faults.fail_next("chat.update", Fault(Trouble.ERROR, word="msg_blocks_too_long"))

    assert slack.desk.show_card(card(last_words="news"), at) == at
    assert "news" in slack.messages()[0].text


def test_what_slack_does_not_take_in_any_form_is_told_by_its_word(slack: Slack) -> None:
    at = posted(slack)
    slack.api.faults.fail_next(
        "chat.postMessage", Fault(Trouble.ERROR, word="invalid_blocks"), times=2
    )

    with pytest.raises(PermanentDeliveryError) as refused:
        slack.desk.post_in_thread(at, row())

    assert refused.value.code == "invalid_blocks"


@pytest.mark.parametrize("word", ["thread_not_found", "message_not_found"])
def test_a_thread_whose_card_is_gone_says_so(slack: Slack, word: str) -> None:
    at = posted(slack)
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.ERROR, word=word))

    with pytest.raises(PermanentDeliveryError) as gone:
        slack.desk.post_in_thread(at, row())

    assert gone.value.code == CARD_GONE
    assert at.channel == DESK
