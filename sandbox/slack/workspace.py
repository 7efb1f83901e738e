"""The workspace's state: people, channels, messages and open modals, behind one lock."""

import itertools
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from sandbox.slack.messages import Message
from sandbox.slack.people import Channel, Person

type Clock = Callable[[], float]


class Workspace:
    """What is where. Every change tells those who watch; no method waits for the network."""

    def __init__(
        self, people: Iterable[Person], channels: Iterable[Channel], changed: Callable[[], None]
    ) -> None:
        self.people = {person.id: person for person in people}
        self._channels = {channel.id: channel for channel in channels}
        self._messages: dict[tuple[str, str], Message] = {}
        self._ephemerals: list[Message] = []
        self._changed = changed
        self._lock = threading.RLock()
        self._last_ts = 0
        for person in self.people.values():
            members = frozenset({person.id})
            channel = Channel(person.direct_channel, "directmessage", members)
            self._channels[channel.id] = channel

    def next_ts(self) -> str:
        """Return a `ts` that is unique in the workspace and grows."""
        with self._lock:
            self._last_ts = max(self._last_ts + 1, int(time.time() * 1_000_000))
            seconds, micros = divmod(self._last_ts, 1_000_000)
            return f"{seconds}.{micros:06d}"

    def channels(self) -> list[Channel]:
        with self._lock:
            return list(self._channels.values())

    def find_channel(self, channel_id: str) -> Channel | None:
        """Return a channel by its id or, as Slack accepts too, by its name."""
        with self._lock:
            name = channel_id.removeprefix("#")
            named = (row for row in self._channels.values() if row.name == name)
            return self._channels.get(channel_id) or next(named, None)

    def put_channel(self, channel: Channel) -> None:
        with self._lock:
            self._channels[channel.id] = channel
        self._changed()

    def join(self, channel: Channel, user: str) -> None:
        self.put_channel(replace(channel, members=channel.members | {user}))

    def put(self, message: Message) -> None:
        """Store a new message, or a newer form of one."""
        with self._lock:
            if message.only_for is None:
                self._messages[message.channel, message.ts] = message
            else:
                self._ephemerals = [row for row in self._ephemerals if row.ts != message.ts]
                self._ephemerals.append(message)
        self._changed()

    def change(self, channel: str, ts: str, how: Callable[[Message], Message]) -> Message | None:
        """Replace a message by `how` of it in one step; None where there is no such message."""
        with self._lock:
            found = self.find(channel, ts)
            if found is not None:
                self._messages[channel, ts] = how(found)
        self._changed()
        return found

    def remove(self, message: Message) -> None:
        with self._lock:
            self._messages.pop((message.channel, message.ts), None)
            self._ephemerals = [row for row in self._ephemerals if row.ts != message.ts]
        self._changed()

    def find(self, channel: str, ts: str) -> Message | None:
        with self._lock:
            return self._messages.get((channel, ts))

    def find_ephemeral(self, user: str, ts: str) -> Message | None:
        with self._lock:
            mine = (row for row in self._ephemerals if row.only_for == user and row.ts == ts)
            return next(mine, None)

    def messages(self, channel: str, seen_by: str | None = None) -> list[Message]:
        """Return a channel's messages, oldest first, with what only `seen_by` can see."""
        with self._lock:
            mine = [row for row in self._ephemerals if row.only_for == seen_by is not None]
            everyone = self._messages.values()
            rows = [row for row in itertools.chain(everyone, mine) if row.channel == channel]
        return sorted(rows, key=lambda row: row.ts)

    def replies(self, channel: str, root: str) -> list[Message]:
        return [row for row in self.messages(channel) if row.thread_ts == root]
