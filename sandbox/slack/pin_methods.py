"""The Web API's methods on pins: https://docs.slack.dev/reference/methods/pins.add."""

from dataclasses import replace

from sandbox.slack.chat_methods import Method
from sandbox.slack.messages import Message, shown
from sandbox.slack.people import Channel, Installation
from sandbox.slack.posting import Posting
from sandbox.slack.wire import Fields, RefusedError, refuse_if, text
from sandbox.slack.workspace import Workspace


class PinMethods:
    """`pins.add`, `pins.remove` and `pins.list`."""

    def __init__(self, installation: Installation, workspace: Workspace, posting: Posting) -> None:
        self._installation = installation
        self._workspace = workspace
        self._posting = posting

    def table(self) -> dict[str, Method]:
        return {
            "pins.add": Method(self.add, "pins:write"),
            "pins.remove": Method(self.remove, "pins:write"),
            "pins.list": Method(self.list, "pins:read"),
        }

    def add(self, arguments: Fields) -> Fields:
        message = self._named(arguments)
        refuse_if("already_pinned", when=message.pinned_by is not None)
        me = self._installation.bot_user
        self._workspace.change(message.channel, message.ts, lambda now: replace(now, pinned_by=me))
        return {}

    def remove(self, arguments: Fields) -> Fields:
        message = self._named(arguments)
        refuse_if("no_pin", when=message.pinned_by is None)
        self._workspace.change(
            message.channel, message.ts, lambda now: replace(now, pinned_by=None)
        )
        return {}

    def list(self, arguments: Fields) -> Fields:
        """Return the channel's pins, the newest first."""
        channel = self._channel(arguments)
        pinned = [row for row in self._workspace.messages(channel.id) if row.pinned_by]
        return {"items": [self._item(row) for row in reversed(pinned)]}

    def _item(self, row: Message) -> Fields:
        return {
            "type": "message",
            "created": int(float(row.ts)),
            "created_by": row.pinned_by,
            "channel": row.channel,
            "message": shown(row, self._installation),
        }

    def _named(self, arguments: Fields) -> Message:
        channel, ts = self._channel(arguments), text(arguments.get("timestamp"))
        refuse_if("no_item_specified", when=not ts)
        message = self._workspace.find(channel.id, ts)
        if message is None:
            raise RefusedError("message_not_found")
        return message

    def _channel(self, arguments: Fields) -> Channel:
        return self._posting.open_channel(text(arguments.get("channel")))
