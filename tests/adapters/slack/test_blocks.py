"""What people write is shown as it is, fits into what Slack takes, and wakes nobody."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.slack.block_kit import checked_blocks
from tests.adapters.slack.conftest import Slack, card, posted, row, say
from warmline.adapters.slack.blocks import card_blocks, card_text, words_blocks, words_text
from warmline.domain.entries import Kind, LogEntry, Outcome, Role
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.states import State

ALIVE = ("<!channel>", "<!here>", "<!everyone>", "<@U1>", "<!subteam^S1>", "<https://evil|bank>")
HOSTILE = (
    " ".join(ALIVE),
    "<!channel> <@U1> <https://evil|bank>",
    "&lt;!channel&gt; &amp;lt;",
    "*bold* _it_ ~no~ `code` ```block``` > quote",
    ":rotating_light: :smile:",
    "@channel @here @everyone #general",
    '"' * 8_000,
    "\\" * 8_000,
    "\n" * 8_000 + "x",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 1_600,
    "\U0001f600" * 8_000,
    "Z\u0351\u0352" * 2_000,
    "<" * 8_000,
    "&" * 8_000,
    "\u202egnirts",
    " ",
    "",
    "\u0000\u0001",
    "a" * 8_000,
)
NUMBERS = ("+1 (415) 555-0132", "0171 2345678", "carl.meyer@example.com")


def texts(blocks: object, kind: str) -> list[str]:
    """Every text object of a kind in the blocks."""
    if isinstance(blocks, list):
        return [text for block in blocks for text in texts(block, kind)]
    if not isinstance(blocks, dict):
        return []
    own = [str(blocks["text"])] if blocks.get("type") == kind and "text" in blocks else []
    return own + [text for value in blocks.values() for text in texts(value, kind)]


@pytest.mark.bad_input(39)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_a_card_with_any_words_is_taken_and_they_are_literal(text: str, slack: Slack) -> None:
    hostile = card(last_words=text[:300])

    slack.desk.show_card(hostile, posted(slack))

    blocks = card_blocks(hostile)
    alive = "".join(texts(blocks, "mrkdwn"))
    assert not any(one in alive for one in ALIVE)
    assert not text[:300].strip() or text[:300].strip() in "".join(texts(blocks, "plain_text"))


@pytest.mark.bad_input(39)
@pytest.mark.bad_input(40)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
@pytest.mark.parametrize("name", ["", "Teal Heron 4821", "<!channel> *x* " * 500])
def test_words_of_any_kind_are_taken_in_a_thread_and_are_literal(
    text: str, name: str, slack: Slack
) -> None:
    card_at = posted(slack)

    ts = slack.desk.post_in_thread(card_at, row(text, name=name))

    message = slack.api.workspace.find(card_at.channel, ts)
    assert message is not None
    assert message.text.strip()
    assert not any(one in message.text for one in ALIVE)
    assert texts(list(message.blocks), "mrkdwn") == []


@pytest.mark.parametrize("text", ALIVE)
def test_a_customer_in_slack_cannot_be_made_to_ping_anybody(text: str, slack: Slack) -> None:
    slack.channel.send(say(f"You wrote {text}"))

    [message] = slack.messages("D0CARL0004")
    assert text not in message.text


@pytest.mark.parametrize("private", NUMBERS)
def test_no_phone_number_or_mail_address_is_shown_at_the_desk(private: str, slack: Slack) -> None:
    signal = Signal(Reason.STRONG_EMOTION, 0.9, 0.5, f"CALL ME {private}")
    words = f"Call me: {private}"
    shown = card(last_words=words, brief=words, signals=(signal,))
    card_at = slack.desk.show_card(shown, None)
    slack.desk.post_in_thread(card_at, row(f"Call me: {private}"))

    assert private not in json.dumps(slack.api.web_api.calls("chat.postMessage"), default=repr)
    assert private not in json.dumps(card_blocks(shown)) + card_text(shown)
    assert private not in words_text(private) + json.dumps(words_blocks(private))


@pytest.mark.parametrize("state", list(State)[1:], ids=str)
@pytest.mark.parametrize("outcome", [None, *Outcome])
@pytest.mark.parametrize("reason", [None, *Reason])
def test_every_state_reason_and_outcome_has_a_card(
    state: State, outcome: Outcome | None, reason: Reason | None
) -> None:
    held = {"agent": "U1", "agent_name": "Ana"} if state is State.WITH_AGENT else {}
    drawn = card(state=state, outcome=outcome, reason=reason, **held)

    assert checked_blocks(card_blocks(drawn))
    assert card_text(drawn)


def test_a_button_says_which_case_and_hold_it_is_of() -> None:
    [actions] = [block for block in card_blocks(card()) if block["type"] == "actions"]
    elements = actions["elements"]
    assert isinstance(elements, list)
    assert [(one["action_id"], one["value"]) for one in elements] == [
        ("claim", "c0001.2"),
        ("transcript", "c0001.2"),
        ("why", "c0001.2"),
        ("reveal", "c0001.2"),
    ]


def test_the_card_says_why_with_score_threshold_and_evidence_and_what_fired_first() -> None:
    tense = Signal(Reason.STRONG_EMOTION, 0.31, 0.6, "not happy")
    fraud = Signal(Reason.SENSITIVE_TOPIC, 0.9, 0.5, "someone used my card", "fraud")

    shown = texts(card_blocks(card(signals=(tense, fraud))), "plain_text")

    assert (
        "● a sensitive topic (fraud) 0.90 (from 0.50): “someone used my card”\n"
        "○ is upset 0.31 (from 0.60): “not happy”"
    ) in shown


def test_the_card_shows_the_brief_while_the_case_is_at_the_desk() -> None:
    brief = "Wants: “Where is my order?”\nNext: Answer it."
    held = {"state": State.WITH_AGENT, "agent": "U1", "agent_name": "Ana"}

    assert brief in texts(card_blocks(card(brief=brief)), "plain_text")
    assert brief in texts(card_blocks(card(brief=brief, **held)), "plain_text")
    assert brief not in texts(card_blocks(card(brief=brief, state=State.CLOSED)), "plain_text")


@pytest.mark.bad_input(39)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_evidence_and_brief_are_literal_and_fit_whatever_they_hold(text: str, slack: Slack) -> None:
    signals = tuple(Signal(reason, 0.7, 0.5, text, text) for reason in Reason)
    hostile = card(last_words=text[:300], signals=signals, brief=text)

    slack.desk.show_card(hostile, posted(slack))

    alive = "".join(texts(card_blocks(hostile), "mrkdwn"))
    assert not any(one in alive for one in ALIVE)


@pytest.mark.bad_input(40)
def test_an_agent_with_an_endless_name_has_a_card_too() -> None:
    drawn = card(state=State.WITH_AGENT, agent="U1", agent_name="<!channel>" + "x" * 5_000)

    assert checked_blocks(card_blocks(drawn))
    assert "<!channel>" not in json.dumps(card_blocks(drawn)) + card_text(drawn)


def test_what_is_too_long_for_one_message_ends_in_a_sign_that_it_is_cut() -> None:
    blocks = words_blocks('"' * 8_000)

    assert "".join(texts(blocks, "plain_text")).endswith("…")
    assert "".join(texts(words_blocks("a" * 8_000), "plain_text")) == "a" * 8_000


@given(text=st.text(max_size=400).map(lambda one: one * 20), name=st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_fits(text: str, name: str) -> None:
    assert checked_blocks(words_blocks(text, name=name, mention="U1"))
    assert words_text(text, name=name).strip()


def test_an_agents_words_to_a_customer_in_slack_carry_their_name(slack: Slack) -> None:
    entry = LogEntry(
        conversation="c0001",
        sequence=3,
        at=row().created_at,
        kind=Kind.MESSAGE,
        role=Role.AGENT,
        state=State.WITH_AGENT,
        epoch=3,
    )

    slack.channel.send(say("Hello", entry=entry, name="Ana <b>"))

    assert slack.messages("D0CARL0004")[0].text == "*Ana &lt;b&gt;*: Hello"


def test_a_long_answer_to_a_customer_in_slack_is_not_cut(slack: Slack) -> None:
    slack.channel.send(say("&" * 7_000))

    assert slack.messages("D0CARL0004")[0].text.count("&amp;") == 7_000
