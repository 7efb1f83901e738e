"""Cards, threads and reactions in a channel where things go wrong."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sandbox.slack.faults import Fault, Trouble
from tests.adapters.slack.conftest import CUSTOMER, DESK, SHOP, Slack, card, posted, row, say
from warmline.domain.conversation import Posted
from warmline.domain.errors import (
    DeskUnreachable,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Task
from warmline.domain.states import State

POSTS = ("chat.postMessage", "chat.update", "reactions.add", "chat.delete")


def reaction(slack: Slack, ts: str) -> None:
    slack.desk.react(row("white_check_mark", task=Task.REACT, channel=DESK, ts=ts))


# Cards


def test_a_card_is_posted_once_and_edited_in_place(slack: Slack) -> None:
    first = slack.desk.show_card(card(), None)

    again = slack.desk.show_card(card(state=State.WITH_AGENT, agent="U1", agent_name="Ana"), first)

    assert again == first
    [message] = slack.messages()
    assert message.text
    assert "with Ana" in message.text


def test_a_card_that_somebody_deleted_is_posted_again(slack: Slack) -> None:
    first = posted(slack)
    slack.desk.remove(first)

    second = slack.desk.show_card(card(), first)

    assert second != first
    assert [message.ts for message in slack.messages()] == [second.ts]


def test_a_message_that_is_not_ours_to_edit_is_left_and_the_card_posted(slack: Slack) -> None:
    theirs = slack.api.acting.post("U0ANA00001", DESK, "hello")

    second = slack.desk.show_card(card(), Posted(channel=DESK, ts=theirs.ts))

    assert [message.ts for message in slack.messages()] == [theirs.ts, second.ts]


@pytest.mark.parametrize("how", [{"is_archived": True}, {"has_app": False}])
def test_a_desk_that_slack_does_not_let_us_into_loses_no_case(
    how: dict[str, bool], slack: Slack
) -> None:
    first = posted(slack)
    slack.change(DESK, **how)

    for at in (None, first):
        with pytest.raises(DeskUnreachable):
            slack.desk.show_card(card(), at)

    slack.change(DESK, is_archived=False, has_app=True)
    assert slack.desk.show_card(card(), first) == first


def test_a_desk_channel_that_does_not_exist_is_told_by_its_word(slack: Slack) -> None:
    slack.desk_channel = "C0NOWHERE1"

    with pytest.raises(DeskUnreachable) as refused:
        slack.desk.show_card(card(), None)

    assert refused.value.code == "channel_not_found"


@pytest.mark.parametrize("how", [{"is_archived": True}, {"has_app": False}])
def test_a_desk_that_moved_gets_the_cards_of_the_old_channel(
    how: dict[str, bool], slack: Slack
) -> None:
    old = posted(slack)
    slack.desk_channel = SHOP
    assert slack.desk.show_card(card(), old) == old
    slack.change(DESK, **how)

    new = slack.desk.show_card(card(), old)

    assert new.channel == SHOP
    assert [message.ts for message in slack.messages(SHOP)] == [new.ts]


# Threads, reactions, doubled cards


def test_words_come_under_the_card(slack: Slack) -> None:
    card_at = posted(slack)

    slack.desk.post_in_thread(card_at, row("Hello", name="Teal Heron 4821"))

    [message] = slack.api.workspace.replies(DESK, card_at.ts)
    assert message.text == "Teal Heron 4821: Hello"


def test_an_agent_who_must_know_is_mentioned(slack: Slack) -> None:
    card_at = posted(slack)

    slack.desk.post_in_thread(card_at, row("Back in the queue", mention="U0ANA00001"))

    [message] = slack.api.workspace.replies(DESK, card_at.ts)
    assert message.text == "<@U0ANA00001> Back in the queue"


def test_several_who_must_know_are_mentioned_each(slack: Slack) -> None:
    card_at = posted(slack)

    slack.desk.post_in_thread(card_at, row("A promise is broken", mention="U0ANA00001 U0BEN00002"))

    [message] = slack.api.workspace.replies(DESK, card_at.ts)
    assert message.text == "<@U0ANA00001> <@U0BEN00002> A promise is broken"
    assert "<@U0ANA00001> <@U0BEN00002>" in str(message.blocks)


def test_a_reaction_is_made_once_however_often(slack: Slack) -> None:
    theirs = slack.api.acting.post("U0ANA00001", DESK, "hello")

    reaction(slack, theirs.ts)
    reaction(slack, theirs.ts)

    found = slack.api.workspace.find(DESK, theirs.ts)
    assert found is not None
    assert len(found.reacted_with("white_check_mark")) == 1


def test_a_reaction_on_a_message_that_is_gone_is_none(slack: Slack) -> None:
    reaction(slack, "1.000001")


def test_a_doubled_card_is_removed_once_however_often(slack: Slack) -> None:
    doubled = posted(slack)

    slack.desk.remove(doubled)
    slack.desk.remove(doubled)

    assert slack.messages() == []


# Customers in Slack


def test_a_customer_is_answered_where_they_wrote(slack: Slack) -> None:
    asked = slack.api.acting.post(CUSTOMER, SHOP, "a question")

    slack.channel.send(say("direct"))
    slack.channel.send(say("in the thread", root=asked.ts))

    assert [message.text for message in slack.messages("D0CARL0004")] == ["direct"]
    [answer] = slack.api.workspace.replies(SHOP, asked.ts)
    assert answer.text == "in the thread"


def test_slack_cannot_be_asked_what_became_of_a_message(slack: Slack) -> None:
    assert slack.channel.look_up(say("Hello")) is None


# Trouble


@pytest.mark.parametrize(("given", "expected"), [(1, 1), (30, 30), (86_400, 600)])
def test_a_429_waits_as_long_as_it_is_told(given: float, expected: int, slack: Slack) -> None:
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.RATE_LIMITED, seconds=given))

    with pytest.raises(TemporaryDeliveryError) as refused:
        slack.desk.show_card(card(), None)

    assert refused.value.retry_after == timedelta(seconds=expected)
    assert slack.messages() == []


def test_a_second_post_in_a_second_is_a_429_too(slack: Slack) -> None:
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.ERROR, word="ratelimited"))

    with pytest.raises(TemporaryDeliveryError):
        slack.desk.show_card(card(), None)


@pytest.mark.parametrize(
    "word",
    ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"],
)
def test_trouble_at_slack_is_worth_another_try(word: str, slack: Slack) -> None:
    slack.api.faults.fail_next("*", Fault(Trouble.ERROR, word=word))

    with pytest.raises(TemporaryDeliveryError):
        slack.channel.send(say("Hello"))


def test_a_server_error_with_a_page_is_worth_another_try(slack: Slack) -> None:
    slack.api.faults.fail_next("*", Fault(Trouble.SERVER_ERROR))

    with pytest.raises(TemporaryDeliveryError) as refused:
        slack.channel.send(say("Hello"))

    assert refused.value.code == "503"


def test_a_post_whose_answer_is_late_is_unknown_and_was_made(slack: Slack) -> None:
    slack.api.faults.fail_next("chat.postMessage", Fault(Trouble.HANG, seconds=2))

    with pytest.raises(UnknownDelivery):
        slack.desk.show_card(card(), None)

    assert len(slack.messages()) == 1


def test_where_nobody_listens_nothing_was_posted(slack: Slack) -> None:
    slack.api.stop()

    with pytest.raises(TemporaryDeliveryError) as refused:
        slack.desk.show_card(card(), None)

    assert refused.value.code == "no_connection"


@pytest.mark.parametrize(
    "word", ["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"]
)
def test_a_rotated_token_is_doubted_and_tried_again(word: str, slack: Slack) -> None:
    slack.api.faults.fail_next("*", Fault(Trouble.ERROR, word=word))

    with pytest.raises(TemporaryDeliveryError):
        slack.channel.send(say("Hello"))

    assert len(slack.doubts) == 1


def test_a_wrong_token_is_doubted(slack: Slack) -> None:
    slack.token = "xoxb-old"

    with pytest.raises(TemporaryDeliveryError):
        posted(slack)
    assert slack.doubts == ["xoxb-old"]


@pytest.mark.parametrize("word", ["missing_scope", "user_not_found", "msg_too_long", "no_text"])
def test_what_slack_will_never_take_is_refused_for_good_by_its_word(
    word: str, slack: Slack
) -> None:
    slack.api.faults.fail_next("*", Fault(Trouble.ERROR, word=word))

    with pytest.raises(PermanentDeliveryError) as refused:
        slack.channel.send(say("Hello"))

    assert refused.value.code == word


@pytest.mark.parametrize("method", POSTS)
@pytest.mark.parametrize("trouble", [Trouble.ERROR, Trouble.RATE_LIMITED, Trouble.SERVER_ERROR])
def test_every_call_means_something_whatever_it_meets(
    method: str, trouble: Trouble, slack: Slack
) -> None:
    at = posted(slack)
    calls: dict[str, Callable[[], object]] = {
        "chat.postMessage": lambda: slack.desk.post_in_thread(at, row()),
        "chat.update": lambda: slack.desk.show_card(card(), at),
        "reactions.add": lambda: reaction(slack, at.ts),
        "chat.delete": lambda: slack.desk.remove(at),
    }
    slack.api.faults.fail_next(method, Fault(trouble))

    with pytest.raises(TemporaryDeliveryError):
        calls[method]()


def test_a_request_for_approval_has_its_two_buttons_under_it(slack: Slack) -> None:
    card_at = posted(slack)

    slack.desk.post_in_thread(card_at, row("Refund <!channel>", decides="0a1b2c"))

    message = slack.api.workspace.replies(DESK, card_at.ts)[-1]
    buttons = message.blocks[-1]["elements"]
    assert isinstance(buttons, list)
    assert [(one["action_id"], one["value"]) for one in buttons] == [
        ("approve", "0a1b2c.0"),
        ("decline", "0a1b2c.0"),
    ]
    assert "<!channel>" not in message.text


def test_other_lines_in_a_thread_have_no_buttons(slack: Slack) -> None:
    card_at = posted(slack)

    slack.desk.post_in_thread(card_at, row("Refund it"))

    message = slack.api.workspace.replies(DESK, card_at.ts)[-1]
    assert all(block["type"] != "actions" for block in message.blocks)
