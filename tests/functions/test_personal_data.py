"""Personal data, from each door to each place where words leave the line."""

import json
from collections.abc import Callable

import pytest

from tests.events import Event, load_event, with_form, with_slack_event
from tests.functions.conftest import Logged
from tests.functions.slack_calls import direct
from tests.functions.web_chat_world import WebWorld
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import World
from warmline.adapters.openai.inputs import call_items, make_input
from warmline.adapters.slack.blocks import card_blocks, card_text, words_blocks, words_text
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.conversation import Head
from warmline.domain.tools import ToolStatus, ToolUse

CARD, IBAN, SSN, PASSWORD = (
    "4111 1111 1111 1111",
    "DE89370400440532013000",
    "460-89-9847",
    "hunter2",
)
SECRETS = (CARD, CARD.replace(" ", ""), IBAN, SSN, PASSWORD)
PHONE, MAIL = "+1 (555) 010-9999", "ana.maria@shop.example"
CONTACTS = (PHONE, "010-9999", MAIL)
WORDS = (
    f"I paid with {CARD}, refund to {IBAN}. My SSN is {SSN}, my password is {PASSWORD}. "
    f"Call {PHONE} or write to {MAIL}. Ana-Maria O'Neill"
)


def by_sms(words: str) -> World:
    world = WebhookWorld()
    assert world.text(with_form(load_event("sms_webhook", "text"), Body=words)).status == 200
    return world


def by_slack(words: str) -> World:
    world = WebhookWorld()
    assert world.slack(direct(words)).status == 200
    return world


def on_the_web(words: str) -> World:
    world = WebWorld()
    assert world.visitor().send(words).status == 202
    return world


def by_socket(words: str) -> World:
    world = WebWorld()
    world.visitor().hello("c1")
    world.frame("c1", {"action": "send", "client_message_id": "m1", "text": words})
    return world


def with_a_handoff(words: str) -> World:
    world = WebWorld()
    assert world.visitor().ask(note=words).status == 202
    return world


DOORS = (by_sms, by_slack, on_the_web, by_socket, with_a_handoff)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.bad_input(57)
def test_secrets_are_cut_before_anything_is_stored(
    door: Callable[[str], World], logged: Logged
) -> None:
    world = door(WORDS)
    world.settle()

    stored = repr(world.memory.rows)
    assert [secret for secret in SECRETS if secret in stored or secret in logged.text] == []
    assert "[card number removed]" in stored
    assert "Ana-Maria O'Neill" in stored or "Ana-Maria O\\'Neill" in stored


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.bad_input(57)
def test_contacts_are_stored_and_hidden_wherever_words_leave_the_line(
    door: Callable[[str], World], logged: Logged
) -> None:
    world = door(f"{WORDS}\nA human please!")
    world.settle()

    [head] = [row for row in world.memory.rows.values() if isinstance(row, Head)]
    assert MAIL in repr(world.memory.rows)
    [card] = world.desk.cards.values()
    slack = [repr(card_blocks(card)), card_text(card)]
    slack += [repr(words_blocks(line)) + words_text(line) for line in world.thread]
    for place in (*slack, head.brief, logged.text):
        assert [contact for contact in CONTACTS if contact in place] == []
    assert any("[phone number hidden]" in place for place in slack)


@pytest.mark.bad_input(57)
def test_a_model_is_shown_neither_phone_numbers_nor_addresses() -> None:
    world = on_the_web(WORDS)
    seen: list[TurnRequest] = []

    def answer(request: TurnRequest) -> Answer:
        seen.append(request)
        return Answer("Hello")

    world.script.append(answer)
    world.settle()

    [request] = seen
    prompt = repr(make_input(request, (), history_tokens=9000))
    assert [one for one in (*SECRETS, *CONTACTS) if one in prompt] == []
    assert "[email hidden]" in prompt


@pytest.mark.bad_input(57)
def test_a_model_is_shown_neither_by_what_a_tool_returns() -> None:
    output = json.dumps(
        {"order": "FO-20260117", "placed": "2026-01-17", "mail": MAIL, "tel": PHONE}
    )
    use = ToolUse(name="order_status", key="k", status=ToolStatus.DONE, output=output)

    shown = repr(call_items("c1", "order_status", "{}", use))

    assert [one for one in CONTACTS if one in shown] == []
    assert "FO-20260117" in shown
    assert "2026-01-17" in shown


HOSTILE = 'hi\r\n{"level": "ERROR", "message": "forged"}\x1b[31m\u2028\x00 forged'


def text_with(**fields: str) -> Event:
    return with_form(load_event("sms_webhook", "text"), **fields)


@pytest.mark.parametrize("field", ["Body", "MessageSid", "ProfileName", "NumMedia", "MediaUrl0"])
@pytest.mark.bad_input(58)
def test_no_field_of_a_text_forges_a_line_of_the_log(field: str, logged: Logged) -> None:
    WebhookWorld().text(text_with(**{field: HOSTILE}))

    one_json_object_a_line(logged)


@pytest.mark.parametrize("field", ["text", "user", "channel", "ts", "client_msg_id"])
@pytest.mark.bad_input(58)
def test_no_field_of_a_slack_message_forges_a_line_of_the_log(field: str, logged: Logged) -> None:
    event = load_event("slack_webhook", "direct_message")
    WebhookWorld().slack(with_slack_event(event, **{"text": "hello", field: HOSTILE}))

    one_json_object_a_line(logged)


@pytest.mark.parametrize("field", ["client_message_id", "text", HOSTILE])
@pytest.mark.bad_input(58)
def test_no_field_of_a_web_message_forges_a_line_of_the_log(field: str, logged: Logged) -> None:
    world = WebWorld()
    message = {"client_message_id": "m1", "text": "hello", field: HOSTILE}
    world.call("POST", "/chat/messages", message, token=world.visitor().token)
    world.call("GET", f"/chat/{HOSTILE}")

    one_json_object_a_line(logged)


def one_json_object_a_line(logged: Logged) -> None:
    """Every line is one of ours, and no control character or forged name is in it."""
    assert logged.lines
    assert logged.text.count("\n{") + logged.text.startswith("{") == len(logged.lines)
    assert "forged" not in logged.names
    assert not any(mark in logged.text for mark in ("\x1b", "\r", "\u2028", "\x00"))
