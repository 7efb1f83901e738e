"""Faults 1 and 4: many messages of one customer at once, and one message many times."""

from dataclasses import replace

import pytest

from bench.races import MESSAGES, burst, first_messages, make_lines
from tests.races.invariants import Rows
from warmline.bootstrap import SLACK_PATIENCE, SMS_PATIENCE, WEB_PATIENCE
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Role

WEB = Address.web("session-0001")
SMS = Address.sms("+15551230001", "+15550006789")
CHANNELS = pytest.mark.parametrize(
    ("address", "patience"),
    [
        (SMS, SMS_PATIENCE),
        (WEB, WEB_PATIENCE),
        (Address.slack(team="T1", channel="D0CUSTOMER", user="U0CARL"), SLACK_PATIENCE),
    ],
    ids=["sms", "web", "slack"],
)


@pytest.mark.fault(4)
@CHANNELS
def test_50_first_messages_at_once_make_one_conversation_with_all_of_them(
    dynamodb_local: str, table: str, rows_after: Rows, address: Address, patience: float
) -> None:
    messages = first_messages(address, MESSAGES)

    found = burst(make_lines(dynamodb_local, table, MESSAGES, patience), messages)

    rows = rows_after.read()
    [head] = rows.heads
    said = [entry for entry in rows.log(head.id) if entry.kind is Kind.MESSAGE]
    assert sorted(entry.text for entry in said) == sorted(one.text for one in messages)
    assert {received.conversation for received in found.received} == {head.id}
    assert sorted(one.sequence for one in found.received) == [entry.sequence for entry in said]
    assert [entry.sequence for entry in said] == list(range(2, MESSAGES + 2))


def test_50_first_messages_that_all_ask_for_a_human_make_one_waiting_conversation(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    messages = [
        replace(message, text="I want to talk to a human", wants_human=True)
        for message in first_messages(WEB, MESSAGES)
    ]

    burst(make_lines(dynamodb_local, table, MESSAGES, WEB_PATIENCE), messages)

    rows = rows_after.read()
    [head] = rows.heads
    log = rows.log(head.id)
    assert sum(entry.role is Role.CUSTOMER for entry in log) == MESSAGES
    assert [entry.kind for entry in log].count(Kind.HANDED_OFF) == 1
    assert [entry.kind for entry in log].count(Kind.NOTICE) == 1


@pytest.mark.fault(1)
def test_one_message_that_comes_100_times_is_one_message(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    [message] = first_messages(SMS, 1)
    lines = make_lines(dynamodb_local, table, 20, SMS_PATIENCE)

    found = burst(lines * 5, [message] * 100)

    rows = rows_after.read()
    [head] = rows.heads
    assert [entry.kind for entry in rows.log(head.id)] == [Kind.OPENED, Kind.MESSAGE]
    assert len(rows.seen) == 1
    assert sum(not received.repeated for received in found.received) == 1
    assert {(one.conversation, one.sequence) for one in found.received} == {(head.id, 2)}
