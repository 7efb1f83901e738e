"""Receipts: they come early, late, twice and in any order; a delivery only moves forward."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn
from tests.events import (
    CUSTOMER_NUMBER,
    PHONE_NUMBER,
    TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN,
    Event,
    load_event,
    with_form,
)
from tests.functions.conftest import Logged
from tests.functions.webhook_world import WebhookWorld
from warmline.adapters.twilio.channel import TwilioChannel
from warmline.adapters.twilio.client import make_client
from warmline.domain.address import Address, Channel
from warmline.domain.errors import UnknownDelivery
from warmline.domain.outgoing import Outgoing, Receipt, Status
from warmline.domain.records import Consent
from warmline.domain.states import State

THE_CUSTOMER = Address.sms(CUSTOMER_NUMBER, PHONE_NUMBER)
AGENT = "U0ANA"
GOOD = ("accepted", "scheduled", "queued", "sending", "sent", "delivered")


def at_the_desk() -> WebhookWorld:
    """Somebody holds the case of a customer who writes by SMS."""
    world = WebhookWorld()
    world.hire()
    world.customer("human please", THE_CUSTOMER)
    world.settle()
    world.actions.claim(AGENT, world.the_head().id)
    world.settle(10)
    return world


def reply(world: WebhookWorld, text: str = "Hello, Ana here.") -> Outgoing:
    """The agent writes; returns the row that is to go out."""
    world.words(text)
    world.stream()
    return row_of(world, text)


def row_of(world: WebhookWorld, text: str) -> Outgoing:
    [row] = [one for one in world.owed if one.text == text]
    return row


def receipt(row: Outgoing, status: str, *, attempt: int | None = None, error: str = "") -> Event:
    """Twilio's receipt of the row's latest send."""
    event = load_event("sms_webhook", "status_sent")
    number = row.attempt if attempt is None else attempt
    names = {"conversation": row.conversation, "sequence": row.sequence, "attempt": number}
    event["rawQueryString"] = urlencode(names)
    return with_form(event, MessageStatus=status, SmsStatus=status, ErrorCode=error or None)


def test_the_agent_sees_a_check_mark_for_what_the_provider_took() -> None:
    world = at_the_desk()
    row = reply(world)

    world.settle()

    origin = row.entry.origin if row.entry else None
    assert origin is not None
    assert (origin.ts, "white_check_mark") in world.desk.reactions


@pytest.mark.fault(28)
@given(
    statuses=st.lists(st.sampled_from(GOOD), min_size=1, max_size=8),
    sends_again=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_receipts_in_any_order_end_at_the_furthest(
    statuses: list[str],
    sends_again: bool,  # noqa: FBT001 - a parameter
) -> None:
    world = at_the_desk()
    reply(world)
    world.settle()
    row = row_of(world, "Hello, Ana here.")

    for status in statuses * (2 if sends_again else 1):
        assert world.text(receipt(row, status)).status == 200

    ranks = (Receipt.NONE, Receipt.QUEUED, Receipt.SENT, Receipt.DELIVERED)
    named = {"sent": Receipt.SENT, "delivered": Receipt.DELIVERED}
    furthest = max((named.get(one, Receipt.QUEUED) for one in statuses), key=ranks.index)
    now = row_of(world, "Hello, Ana here.")
    assert (now.status, now.receipt) == (Status.SENT, furthest)
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]


@pytest.mark.fault(27)
def test_a_receipt_before_the_answer_was_stored_settles_the_send() -> None:
    world = at_the_desk()
    reply(world)
    row = row_of(world, "Hello, Ana here.").taken(world.clock())
    world.memory.rows["Outgoing", row.target, row.sequence] = replace(row, version=2)

    world.text(receipt(row, "delivered"))
    world.settle(60)

    now = row_of(world, "Hello, Ana here.")
    assert (now.status, now.receipt, now.attempt) == (Status.SENT, Receipt.DELIVERED, 1)
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]
    assert "Hello, Ana here." not in world.channels[Channel.SMS].texts


@pytest.mark.parametrize("status", GOOD)
def test_a_receipt_settles_a_send_that_nobody_could_tell_of(status: str) -> None:
    world = at_the_desk()
    world.channels[Channel.SMS].failures.append(UnknownDelivery("no_answer"))
    reply(world)
    world.settle(1)
    row = row_of(world, "Hello, Ana here.")
    assert row.status is Status.UNKNOWN

    world.text(receipt(row, status))
    world.settle(60)

    assert row_of(world, "Hello, Ana here.").status is Status.SENT
    assert world.channels[Channel.SMS].texts.count("Hello, Ana here.") == 1
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]


@pytest.mark.parametrize(
    ("code", "words"),
    [("30003", "out of reach"), ("30005", "not in use"), ("30007", "spam"), ("30999", "30999")],
)
@pytest.mark.parametrize("status", ["undelivered", "failed"])
def test_a_text_that_did_not_arrive_is_told_in_the_thread_once(
    status: str, code: str, words: str
) -> None:
    world = at_the_desk()
    reply(world)
    world.settle()
    row = row_of(world, "Hello, Ana here.")

    for _ in range(3):
        world.text(receipt(row, status, error=code))
    world.settle(10)

    told = [line for line in world.thread if "Not delivered" in line]
    assert len(told) == 1
    assert code in told[0]
    assert words in told[0]
    assert [name for _, name in world.desk.reactions] == ["white_check_mark", "warning"]


def test_an_opt_out_that_only_a_receipt_tells_of_is_ours_too() -> None:
    world = at_the_desk()
    reply(world)
    world.settle()

    world.text(receipt(row_of(world, "Hello, Ana here."), "undelivered", error="21610"))
    world.settle(10)

    record = world.memory.find_address(THE_CUSTOMER.value)
    assert record is not None
    assert record.consent is Consent.OPTED_OUT
    assert world.the_head().state is State.CLOSED


@pytest.mark.parametrize("case", ["status_sent", "status_delivered", "status_failed"])
def test_a_receipt_of_nothing_we_know_changes_nothing(case: str, logged: Logged) -> None:
    world = at_the_desk()
    before = world.traces()

    assert world.text(load_event("sms_webhook", case)).status == 200

    assert world.traces() == before
    assert logged.names == ["receipt_recorded"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "conversation=c1",
        "conversation=c1&sequence=x&attempt=1",
        "conversation=c1&sequence=-1&attempt=1",
        "conversation=c1&sequence=2&attempt=" + "9" * 5_000,
        "conversation=" + "x" * 5_000 + "&sequence=2&attempt=1",
        "conversation=CONV%23c1&sequence=2&attempt=1",
        "sequence=2&attempt=1",
    ],
    ids=lambda query: query[:50],
)
@pytest.mark.parametrize("status", ["sent", "", "canceled", "receiving", "nonsense"])
def test_a_receipt_of_any_other_form_changes_nothing(query: str, status: str) -> None:
    world = at_the_desk()
    before = world.traces()
    event = load_event("sms_webhook", "status_sent") | {"rawQueryString": query}

    assert world.text(with_form(event, MessageStatus=status)).status == 200
    assert world.traces() == before


def test_a_receipts_query_is_signed_like_all_else() -> None:
    world = at_the_desk()
    reply(world)
    world.settle()
    event = receipt(row_of(world, "Hello, Ana here."), "delivered")
    changed = event | {"rawQueryString": event["rawQueryString"].replace("attempt=1", "attempt=2")}

    assert world.text(changed).status == 403


# Against Twilio on loopback, with its own receipts


@contextmanager
def on_loopback(world: WebhookWorld, door: StandInServer) -> Iterator[TwilioStandIn]:
    """Twilio and the webhook, wired to each other by HTTP."""

    def status(request: Request) -> Response:
        event = load_event("sms_webhook", "status_sent")
        event |= {"rawQueryString": request.query_string, "body": request.body.decode()}
        event["isBase64Encoded"] = False
        event["headers"] |= request.headers
        answer = world.text(event)
        return Response.text(answer.body, answer.status)

    door.route("POST", "/sms/status", status)
    account = Account(
        sid=TWILIO_ACCOUNT_SID,
        auth_token=TWILIO_AUTH_TOKEN,
        numbers=(PHONE_NUMBER,),
        seconds_to_sent=0.01,
        seconds_to_delivered=0.01,
    )
    twilio = TwilioStandIn(account)
    twilio.start()
    yield twilio
    twilio.stop()


@pytest.fixture
def door() -> Iterator[StandInServer]:
    server = StandInServer()
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("lost", [False, True], ids=["answered", "answer lost"])
def test_a_reply_arrives_once_and_gets_its_check_mark(
    lost: bool,  # noqa: FBT001 - a parameter
    door: StandInServer,
) -> None:
    world = WebhookWorld(public_base_url=door.url)
    with on_loopback(world, door) as twilio:
        client = make_client(twilio.url, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, 0.2)
        channel = TwilioChannel(lambda: client, lambda: None, door.url)
        world.deliver.channels[Channel.SMS] = channel  # type: ignore[index]  # a test's own
        world.hire()
        world.customer("human please", THE_CUSTOMER)
        world.settle()
        world.actions.claim(AGENT, world.the_head().id)
        world.settle(10)
        reply(world)
        if lost:
            twilio.faults.hang_next(0.6)
        world.settle(1)
        twilio.settle()
        world.settle(60)

        texts = [text.body for text in twilio.texts(CUSTOMER_NUMBER)]
        assert texts.count("Hello, Ana here.") == 1
        row = row_of(world, "Hello, Ana here.")
        assert (row.status, row.receipt) == (Status.SENT, Receipt.DELIVERED)
        assert [name for _, name in world.desk.reactions] == ["white_check_mark"]
