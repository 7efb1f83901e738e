"""What people do in Slack with messages: write, edit, delete, react, share, join a channel."""

from dataclasses import replace

from sandbox.slack.events import Events
from sandbox.slack.files import Files, Upload
from sandbox.slack.ids import client_msg_id
from sandbox.slack.messages import BROADCAST, FILE_SHARE, ME, SLACKBOT, Message
from sandbox.slack.people import Channel, Installation, Part, Person
from sandbox.slack.posting import Posting
from sandbox.slack.typed import kept
from sandbox.slack.wire import RefusedError, refuse_if
from sandbox.slack.workspace import Workspace


class Acting:
    """Each method is one act of one person; the app hears of it as Slack would tell it."""

    def __init__(
        self,
        installation: Installation,
        workspace: Workspace,
        events: Events,
        *,
        posting: Posting,
        files: Files,
    ) -> None:
        self._workspace = workspace
        self._events = events
        self._posting = posting
        self._files = files
        self._names = {person.name.lower(): person.id for person in workspace.people.values()}
        self._names[installation.app_name.lower()] = installation.bot_user

    def post(
        self,
        user: str,
        channel_id: str,
        typed: str,
        thread_ts: str | None = None,
        *,
        to_channel: bool = False,
    ) -> Message:
        """Write a message; "@warmline" and "@ana" become mentions, the rest stays literal.

        With `to_channel` a reply of a thread is sent to the channel too.
        """
        refuse_if("no_text", when=not typed.strip())
        words, blocks = kept(typed, self._names)
        message = self._new(user, channel_id, words, thread_ts)
        subtype = BROADCAST if to_channel and thread_ts else None
        return self._posted(
            replace(message, blocks=blocks, subtype=subtype, client_msg_id=client_msg_id())
        )

    def say_of_oneself(
        self, user: str, channel_id: str, typed: str, thread_ts: str | None = None
    ) -> Message:
        """Write what `/me` writes: words without blocks, shown as something that one does."""
        refuse_if("no_text", when=not typed.strip())
        words, _ = kept(typed, self._names)
        return self._posted(replace(self._new(user, channel_id, words, thread_ts), subtype=ME))

    def share(
        self,
        user: str,
        channel_id: str,
        upload: Upload,
        thread_ts: str | None = None,
        *,
        typed: str = "",
    ) -> Message:
        """Share a file, with words or without."""
        words, blocks = kept(typed, self._names) if typed.strip() else ("", ())
        message = self._new(user, channel_id, words, thread_ts)
        file = self._files.keep(user, upload)
        return self._posted(
            replace(
                message,
                blocks=blocks,
                subtype=FILE_SHARE,
                files=(file,),
                client_msg_id=client_msg_id(),
            )
        )

    def _new(self, user: str, channel_id: str, words: str, thread_ts: str | None) -> Message:
        channel = self.place(user, channel_id)
        refuse_if("is_archived", when=channel.is_archived)
        if thread_ts is not None and self._workspace.find(channel.id, thread_ts) is None:
            raise RefusedError("thread_not_found")
        return Message(channel.id, self._workspace.next_ts(), user, words, thread_ts=thread_ts)

    def _posted(self, message: Message) -> Message:
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
        """Delete one's own message; whoever leads the workspace may delete any."""
        message = self.message(user, channel_id, ts)
        is_admin = self.person(user).part is Part.LEAD
        refuse_if("cant_delete_message", when=message.user != user and not is_admin)
        self._posting.remove(message)

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
