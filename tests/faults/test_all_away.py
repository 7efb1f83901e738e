"""Faults 57 and 58 where no webhook's own test shows them: the fallback, and logs that fail."""

import logging
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.faults.queues import QueuedWorld
from tests.faults.stream import StreamedWorld
from tests.laws.checks import check_at_rest, check_safety
from tests.template.stack import ROOT
from warmline.domain.address import Channel
from warmline.observability import get_logger

FALLBACK = ROOT / "docs" / "fallback.xml"
TWO_SEGMENTS = 2 * 153
WORKERS = ("dispatch_changes", "take_turn", "deliver_message", "sweep_deadlines")


@pytest.mark.fault(57)
def test_the_fallback_asks_the_customer_to_text_again() -> None:
    """Twilio asks for it when our own URL fails; it is static, so nothing of ours must be up."""
    response = ET.fromstring(FALLBACK.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert response.tag == "Response"
    [message] = response
    assert message.tag == "Message"
    assert message.text is not None
    assert "text us again" in message.text
    assert message.text.isascii()
    assert len(message.text) <= TWO_SEGMENTS


class BrokenPipe:
    """Where a log line should go, and nothing goes."""

    def __init__(self) -> None:
        self.refused = 0

    def write(self, _line: str) -> None:
        self.refused += 1
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


@pytest.fixture
def broken_logs() -> Iterator[BrokenPipe]:
    """Every worker's log lines meet a closed pipe."""
    pipe: Any = BrokenPipe()
    with ExitStack() as restored:
        for worker in WORKERS:
            get_logger(worker)
            for handler in logging.getLogger(worker).handlers:
                if isinstance(handler, logging.StreamHandler):
                    restored.callback(setattr, handler, "stream", handler.stream)
                    handler.stream = pipe
        yield pipe


@pytest.mark.fault(58)
def test_workers_go_on_when_their_log_lines_cannot_be_written(broken_logs: BrokenPipe) -> None:
    world = QueuedWorld()
    world.hire()
    world.put("turns", "{")
    world.customer("Where is my parcel?")
    world.live(20)
    world.customer("human please")
    world.live(60)
    assert len(world.channels[Channel.SMS].texts) == 2
    assert len(world.desk.posted) == 1
    check_safety(world)
    check_at_rest(world)
    assert broken_logs.refused > 5


@pytest.mark.fault(58)
def test_the_stream_goes_on_when_its_log_lines_cannot_be_written(broken_logs: BrokenPipe) -> None:
    world = StreamedWorld()
    failures = world.poller.handler({"Records": [{"dynamodb": {"SequenceNumber": "7"}}]}, None)
    assert failures == {"batchItemFailures": [{"itemIdentifier": "7"}]}
    world.customer("Where is my parcel?")
    world.live(20)
    assert len(world.channels[Channel.SMS].texts) == 1
    assert broken_logs.refused == 1
