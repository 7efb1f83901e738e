"""What happens in the workspace becomes events for the app, in Slack's own envelopes.

Members follow https://docs.slack.dev/reference/events/message and the sample payloads of
slackapi/java-slack-sdk.
"""

import time
from collections.abc import Callable

from sandbox.slack.ids import event_context, new_id
from sandbox.slack.messages import BROADCAST, Message, shown
from sandbox.slack.people import Channel, Installation
from sandbox.slack.sender import Parcel
from sandbox.slack.wire import Fields, compact, text, without_blanks
from sandbox.slack.workspace import Workspace

SUBSCRIBED = frozenset({"message", "app_mention", "app_home_opened"})


class Events:
    """Tells the app of what it subscribed to, in the channels that it is in."""

    def __init__(
        self,
        installation: Installation,
        workspace: Workspace,
        send: Callable[[Parcel], None],
        subscribed: frozenset[str],
    ) -> None:
        self._installation = installation
        self._workspace = workspace
        self._send = send
        self._subscribed = subscribed

    def posted(self, message: Message) -> None:
        """Tell of a new message; a mention in a channel is told twice, as Slack does."""
        event = self._whole(message)
        if message.subtype == BROADCAST:
            event["root"] = self._root(message)
        self._tell(message.channel, event)
        mention = f"<@{self._installation.bot_user}>"
        if mention in message.text and not message.by_app and not self._is_direct(message):
            self._tell(message.channel, as_mention(event))

    def changed(self, before: Message, after: Message) -> None:
        event: Fields = {
            "type": "message",
            "subtype": "message_changed",
            "message": self._inner(after) | self._home_teams(),
            "previous_message": self._inner(before),
            "hidden": True,
        }
        self._tell(after.channel, event | self._place(after.channel, self._workspace.next_ts()))

    def home_opened(self, user: str, channel_id: str, tab: str, view: Fields | None) -> None:
        """Tell that a person looks at the app; `view` is the home that they see."""
        event: Fields = {
            "type": "app_home_opened",
            "user": user,
            "channel": channel_id,
            "tab": tab,
            "event_ts": self._workspace.next_ts(),
        }
        self._tell(channel_id, event | without_blanks([("view", view)]))

    def deleted(self, message: Message) -> None:
        event: Fields = {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": self._inner(message),
            "hidden": True,
            "deleted_ts": message.ts,
        }
        place = self._place(message.channel, self._workspace.next_ts())
        self._tell(message.channel, event | place)

    def reacted(self, message: Message, user: str, name: str, *, added: bool) -> None:
        event: Fields = {
            "type": "reaction_added" if added else "reaction_removed",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": message.channel, "ts": message.ts},
            "item_user": message.user,
            "event_ts": self._workspace.next_ts(),
        }
        self._tell(message.channel, event)

    def _tell(self, channel_id: str, event: Fields) -> None:
        kind = text(event["type"])
        channel = self._workspace.find_channel(channel_id)
        if kind in self._subscribed and channel is not None and channel.has_app:
            self._send(Parcel(kind, compact(self._envelope(channel, event)).encode()))

    def _whole(self, message: Message) -> Fields:
        event = self._inner(message)
        if message.metadata is not None:
            event["metadata"] = message.metadata
        return event | self._place(message.channel, message.ts)

    def _inner(self, message: Message) -> Fields:
        inner = shown(message, self._installation)
        root = self._workspace.find(message.channel, message.root)
        if message.thread_ts is not None and root is not None:
            inner["parent_user_id"] = root.user
        return inner

    def _root(self, message: Message) -> Fields:
        """Return the thread's beginning, as an event tells it of a reply that all should see."""
        root = self._workspace.find(message.channel, message.root)
        if root is None:
            return {}
        replies = self._workspace.replies(message.channel, message.root)
        people = list(dict.fromkeys(reply.user for reply in replies))
        return shown(root, self._installation, len(replies)) | {
            "reply_users_count": len(people),
            "latest_reply": message.ts,
            "reply_users": people,
            "is_locked": False,
        }

    def _home_teams(self) -> Fields:
        return {"source_team": self._installation.team, "user_team": self._installation.team}

    def _place(self, channel_id: str, ts: str) -> Fields:
        channel = self._workspace.find_channel(channel_id)
        kind = channel.kind if channel is not None else "channel"
        return {"channel": channel_id, "ts": ts, "event_ts": ts, "channel_type": kind}

    def _is_direct(self, message: Message) -> bool:
        channel = self._workspace.find_channel(message.channel)
        return channel is not None and channel.is_direct

    def _envelope(self, channel: Channel, event: Fields) -> Fields:
        installation = self._installation
        authorization: Fields = {
            "enterprise_id": None,
            "team_id": installation.team,
            "user_id": installation.bot_user,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        return {
            "token": installation.verification_token,
            "team_id": installation.team,
            "context_team_id": installation.team,
            "context_enterprise_id": None,
            "api_app_id": installation.app,
            "event": event,
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(time.time()),
            "authorizations": [authorization],
            "is_ext_shared_channel": False,
            "event_context": event_context(installation, text(event["type"]), channel.id),
        }


def as_mention(event: Fields) -> Fields:
    names = ("user", "ts", "client_msg_id", "text", "team", "blocks", "channel", "event_ts")
    threaded = (*names, "thread_ts", "parent_user_id")
    return {"type": "app_mention"} | without_blanks((name, event.get(name)) for name in threaded)


def url_verification(installation: Installation, challenge: str) -> Parcel:
    body: Fields = {
        "token": installation.verification_token,
        "challenge": challenge,
        "type": "url_verification",
    }
    return Parcel("url_verification", compact(body).encode())
