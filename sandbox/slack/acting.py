"""What people do in Slack with messages: write, edit, delete, react, join a channel."""

from dataclasses import replace

from sandbox.slack.events import Events
from sandbox.slack.ids import client_msg_id
from sandbox.slack.messages import Message
from sandbox.slack.people import Channel, Installation, Person
from sandbox.slack.typed import kept
from sandbox.slack.wire import RefusedError, refuse_if
from sandbox.slack.workspace import Workspace

SLACKBOT = "USLACKBOT"


class Acting:
    """Each method is one act of one person; the app hears of it as Slack would tell it."""

    def __init__(self, installation: Installation, workspace: Workspace, events: Events) -> None:
        self._workspace = workspace
        self._events = events
        self._names = {person.name.lower(): person.id for person in workspace.people.values()}
        self._names[installation.app_name.lower()] = installation.bot_user

    def post(self, user: str, channel_id: str, typed: str, thread_ts: str | None = None) -> Message:
        """Write a message; "@warmline" and "@ana" become mentions, the rest stays literal."""
        channel = self.place(user, channel_id)
        refuse_if("is_archived", when=channel.is_archived)
        refuse_if("no_text", when=not typed.strip())
        if thread_ts is not None and self._workspace.find(channel.id, thread_ts) is None:
            raise RefusedError("thread_not_found")
        words, blocks = kept(typed, self._names)
        ts = self._workspace.next_ts()
        message = Message(channel.id, ts, user, words, blocks, thread_ts)
        message = replace(message, client_msg_id=client_msg_id())
        self._workspace.put(message)
        self._events.posted(message)
        return message

    def edit(self, user: str, channel_id: str, ts: str, typed: str) -> None:
        refuse_if("no_text", when=not typed.strip())
        before = self._own(user, channel_id, ts, "cant_update_message")
        words, blocks = kept(typed, self._names)
        at = self._workspace.next_ts()
        after = replace(before, text=words, blocks=blocks, edited_at=at)
        self._workspace.put(after)
        self._events.changed(before, after)

    def delete(self, user: str, channel_id: str, ts: str) -> None:
        message = self._own(user, channel_id, ts, "cant_delete_message")
        self._workspace.remove(message)
        self._events.deleted(message)

    def react(self, user: str, channel_id: str, ts: str, name: str) -> None:
        """Add a reaction, or take back one's own."""
        message = self.message(user, channel_id, ts)
        had = user in message.reacted_with(name)
        self._workspace.change(
            message.channel,
            message.ts,
            lambda now: now.unreacted(name, user) if had else now.reacted(name, user),
        )
        self._events.reacted(message, user, name, added=not had)

    def join(self, user: str, channel_id: str) -> None:
        channel = self._workspace.find_channel(channel_id)
        if channel is None or channel.is_direct or channel.is_private:
            raise RefusedError("channel_not_found")
        self._workspace.join(channel, self.person(user).id)

    def notice(self, user: str, channel_id: str, words: str, thread_ts: str | None = None) -> None:
        """Show what Slackbot says to one person alone."""
        ts = self._workspace.next_ts()
        message = Message(channel_id, ts, SLACKBOT, words, thread_ts=thread_ts, only_for=user)
        self._workspace.put(message)

    def moment(self) -> str:
        return self._workspace.next_ts()

    def person(self, user: str) -> Person:
        person = self._workspace.people.get(user)
        if person is None:
            raise RefusedError("user_not_found")
        return person

    def place(self, user: str, channel_id: str) -> Channel:
        """Return a channel that this person is in."""
        self.person(user)
        channel = self._workspace.find_channel(channel_id)
        if channel is None:
            raise RefusedError("channel_not_found")
        refuse_if("not_in_channel", when=user not in channel.members)
        return channel

    def message(self, user: str, channel_id: str, ts: str) -> Message:
        """Return a message that this person can see."""
        channel = self.place(user, channel_id)
        found = self._workspace.find(channel.id, ts)
        found = found or self._workspace.find_ephemeral(user, ts)
        if found is None:
            raise RefusedError("message_not_found")
        return found

    def _own(self, user: str, channel_id: str, ts: str, refusal: str) -> Message:
        message = self.message(user, channel_id, ts)
        refuse_if(refusal, when=message.user != user)
        return message
