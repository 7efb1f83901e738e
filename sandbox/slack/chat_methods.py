"""The Web API's methods on messages and reactions.

https://docs.slack.dev/reference/methods
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sandbox.slack.events import Events
from sandbox.slack.faults import Pace
from sandbox.slack.messages import Message, shown
from sandbox.slack.people import Channel, Installation
from sandbox.slack.posting import LONGEST_UPDATE, Posting, content_of
from sandbox.slack.wire import Fields, RefusedError, decoded, refuse_if, text
from sandbox.slack.workspace import Workspace

EMOJI_NAME = re.compile(r"[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Web API, and the scope that a token needs for it."""

    run: Callable[[Fields], Fields]
    scope: str | None = None


class ChatMethods:
    """`chat.*` and `reactions.*`."""

    def __init__(
        self,
        installation: Installation,
        workspace: Workspace,
        posting: Posting,
        events: Events,
        pace: Pace,
    ) -> None:
        self._installation = installation
        self._workspace = workspace
        self._posting = posting
        self._events = events
        self._pace = pace

    def table(self) -> dict[str, Method]:
        return {
            "chat.postMessage": Method(self.post_message, "chat:write"),
            "chat.postEphemeral": Method(self.post_ephemeral, "chat:write"),
            "chat.update": Method(self.update, "chat:write"),
            "chat.delete": Method(self.delete, "chat:write"),
            "chat.getPermalink": Method(self.permalink),
            "reactions.add": Method(self.add_reaction, "reactions:write"),
            "reactions.remove": Method(self.remove_reaction, "reactions:write"),
        }

    def post_message(self, arguments: Fields) -> Fields:
        channel = self._posting.open_channel(text(arguments.get("channel")))
        content = content_of(arguments)
        thread = self._posting.thread_in(channel, text(arguments.get("thread_ts")))
        self._pace.take(channel.id)
        message = replace(
            self._posting.new_message(channel, content, thread),
            username=text(arguments.get("username")) or None,
            metadata=metadata_of(arguments),
        )
        self._posting.post(message)
        body = shown(message, self._installation)
        return {"channel": channel.id, "ts": message.ts, "message": body}

    def post_ephemeral(self, arguments: Fields) -> Fields:
        channel = self._posting.open_channel(text(arguments.get("channel")))
        user = text(arguments.get("user"))
        refuse_if("user_not_in_channel", when=user not in channel.members)
        content = content_of(arguments)
        thread = self._posting.thread_in(channel, text(arguments.get("thread_ts")))
        message = self._posting.new_message(channel, content, thread)
        self._posting.post(replace(message, only_for=user))
        return {"message_ts": message.ts}

    def update(self, arguments: Fields) -> Fields:
        channel = self._posting.open_channel(text(arguments.get("channel")))
        before = self._own(channel, arguments, "cant_update_message")
        content = content_of(arguments, LONGEST_UPDATE)
        keep = arguments.get("blocks") is None and not arguments.get("markdown_text")
        after = self._posting.rewrite(before, content, keep_blocks=keep)
        body = shown(after, self._installation)
        return {"channel": channel.id, "ts": after.ts, "text": after.text, "message": body}

    def delete(self, arguments: Fields) -> Fields:
        channel = self._posting.open_channel(text(arguments.get("channel")))
        message = self._own(channel, arguments, "cant_delete_message")
        self._posting.remove(message)
        return {"channel": channel.id, "ts": message.ts}

    def permalink(self, arguments: Fields) -> Fields:
        channel = self._posting.open_channel(text(arguments.get("channel")))
        message = self._any(channel, text(arguments.get("message_ts")))
        domain = self._installation.team_domain
        place = f"archives/{channel.id}/p{message.ts.replace('.', '')}"
        return {"channel": channel.id, "permalink": f"https://{domain}.slack.com/{place}"}

    def add_reaction(self, arguments: Fields) -> Fields:
        message, name = self._reacting(arguments)
        me = self._installation.bot_user
        refuse_if("already_reacted", when=me in message.reacted_with(name))
        self._workspace.change(message.channel, message.ts, lambda now: now.reacted(name, me))
        self._events.reacted(message, me, name, added=True)
        return {}

    def remove_reaction(self, arguments: Fields) -> Fields:
        message, name = self._reacting(arguments)
        me = self._installation.bot_user
        refuse_if("no_reaction", when=me not in message.reacted_with(name))
        self._workspace.change(message.channel, message.ts, lambda now: now.unreacted(name, me))
        self._events.reacted(message, me, name, added=False)
        return {}

    def _reacting(self, arguments: Fields) -> tuple[Message, str]:
        name = text(arguments.get("name"))
        refuse_if("invalid_name", when=EMOJI_NAME.fullmatch(name) is None)
        refuse_if("no_item_specified", when=not arguments.get("timestamp"))
        channel = self._posting.open_channel(text(arguments.get("channel")))
        return self._any(channel, text(arguments.get("timestamp"))), name

    def _any(self, channel: Channel, ts: str) -> Message:
        message = self._workspace.find(channel.id, ts)
        if message is None:
            raise RefusedError("message_not_found")
        return message

    def _own(self, channel: Channel, arguments: Fields, refusal: str) -> Message:
        return self._posting.own_message(channel, text(arguments.get("ts")), refusal)


def metadata_of(arguments: Fields) -> Fields | None:
    value = arguments.get("metadata")
    if value is None:
        return None
    metadata = decoded(value)
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        raise RefusedError("invalid_metadata_format")
    return metadata
