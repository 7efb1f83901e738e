"""The line between the real handlers: queues with receive counts, pollers with little capacity."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from functions.deliver_message.app import make_handler as make_deliver
from functions.sweep_deadlines.app import make_handler as make_sweep
from functions.take_turn.app import make_handler as make_turn
from tests.journeys.world import World
from tests.template.stack import resources
from warmline.adapters.sqs.hints import QueuedHints
from warmline.bootstrap import Sweeper

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

type Handler = Callable[[Mapping[str, Any], object], Any]

QUEUES = {"turns": "TurnsQueue", "deliveries": "DeliveriesQueue", "wakeups": "WakeupsQueue"}


@dataclass
class Message:
    """A message of a queue, and how often it was received."""

    body: str
    sent: datetime
    visible: datetime
    receives: int = 0


@dataclass
class Queue:
    """A standard queue as the template makes it, with the function that it feeds."""

    handler: Handler
    visibility: timedelta
    most_receives: int
    messages: list[Message] = field(default_factory=list)
    dead: list[Message] = field(default_factory=list)
    free: list[datetime] = field(default_factory=list)
    """When each of the function's processes is free again."""

    def next_at(self) -> datetime | None:
        """When a poller receives next: something is visible and somebody has time for it."""
        visible = min((one.visible for one in self.messages), default=None)
        return max(visible, min(self.free)) if visible else None

    def receive(self, now: datetime) -> Message | None:
        """Take a visible message; one that was received too often is dead instead."""
        message = min(self.messages, key=lambda one: one.visible)
        message.receives += 1
        message.visible = now + self.visibility
        if message.receives <= self.most_receives:
            return message
        self.messages.remove(message)
        self.dead.append(message)
        return None


class QueuedWorld(World):
    """A world whose hints are bodies in queues and whose workers are the handlers."""

    def __init__(self, *, capacity: int = 10, seconds_a_call: float = 0, **policy: Any) -> None:  # noqa: ANN401 - a world's own
        self.capacity, self.busy = capacity, timedelta(seconds=seconds_a_call)
        self.throttled = False
        super().__init__(**policy)
        self.queues = {name: self._queue(name) for name in QUEUES}
        client = cast("SQSClient", self)
        queued: Any = QueuedHints(client, **{name: name for name in QUEUES})
        self.listed = queued
        self._wire()

    def _queue(self, name: str) -> Queue:
        properties = resources("AWS::SQS::Queue")[QUEUES[name]]
        sweeper = cast("Sweeper", self)
        handlers: dict[str, Handler] = {
            "turns": make_turn(lambda: self.take_turn),
            "deliveries": make_deliver(lambda: self.deliver),
            "wakeups": make_sweep(lambda: sweeper),
        }
        return Queue(
            handlers[name],
            timedelta(seconds=properties["VisibilityTimeout"]),
            properties["RedrivePolicy"]["maxReceiveCount"],
            free=[self.clock()] * self.capacity,
        )

    def send_message(self, *, QueueUrl: str, MessageBody: str, DelaySeconds: int) -> None:  # noqa: N803
        """Take a hint, as the service does."""
        now = self.clock()
        message = Message(MessageBody, now, now + timedelta(seconds=DelaySeconds))
        self.queues[QueueUrl].messages.append(message)

    def put(self, queue: str, body: str) -> None:
        self.send_message(QueueUrl=queue, MessageBody=body, DelaySeconds=0)

    def _run(self, until: datetime) -> None:
        for _ in range(50_000):
            self.stream()
            times = [(at, name) for name, one in self.queues.items() if (at := one.next_at())]
            if not times or min(times)[0] > until:
                self.clock.now = max(self.clock.now, until)
                return
            at, name = min(times)
            self.clock.now = max(self.clock.now, at)
            self._bring(self.queues[name])
        raise AssertionError("the line never comes to rest")

    def _bring(self, queue: Queue) -> None:
        message = queue.receive(self.clock.now)
        if message is None or self.throttled:
            return  # dead, or visible again after a while
        queue.free.remove(min(queue.free))
        queue.free.append(self.clock.now + self.busy)
        record = {"messageId": "m", "body": message.body}
        try:
            failures = queue.handler({"Records": [record]}, None)
        except Exception:  # noqa: BLE001 - whatever it is, the message stays
            return
        if not failures or not failures["batchItemFailures"]:
            queue.messages.remove(message)


def hints_of(queue: Queue) -> list[dict[str, Any]]:
    return [json.loads(message.body) for message in queue.messages]
