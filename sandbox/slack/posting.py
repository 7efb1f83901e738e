"""The app's own messages: posting, editing and deleting them, from calls and response URLs."""

from dataclasses import dataclass, replace

from sandbox.slack.block_kit import checked_blocks
from sandbox.slack.events import Events
from sandbox.slack.messages import Message, tombstone_of
from sandbox.slack.people import Channel, Installation
from sandbox.slack.wire import Fields, RefusedError, decoded, flag, refuse_if, text
from sandbox.slack.workspace import Workspace

# chat.postMessage cuts above 40,000 today; a stand-in that refuses shows the mistake sooner.
LONGEST_TEXT = 40_000
# https://docs.slack.dev/reference/methods/chat.update
LONGEST_UPDATE = 4_000
LONGEST_MARKDOWN = 12_000


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says."""

    text: str
    blocks: tuple[Fields, ...]
    mrkdwn: bool = True


def content_of(arguments: Fields, longest: int = LONGEST_TEXT) -> Content:
    """Return what a call or a response URL wants to say; refuse what Slack refuses."""
    words = text(arguments.get("text"))
    blocks = blocks_of(arguments)
    markdown = text(arguments.get("markdown_text"))
    if markdown:
        refuse_if("markdown_text_conflict", when=bool(words or blocks))
        refuse_if("msg_too_long", when=len(markdown) > LONGEST_MARKDOWN)
        words, blocks = markdown, [{"type": "markdown", "text": markdown}]
    refuse_if("no_text", when=not words.strip() and not blocks)
    refuse_if("msg_too_long", when=len(words) > longest)
    mrkdwn = flag(arguments.get("mrkdwn"), otherwise=True)
    return Content(words, checked_blocks(blocks), mrkdwn)


def blocks_of(arguments: Fields) -> object:
    """Return the blocks that a call has, decoded from a form where need be."""
    value = arguments.get("blocks")
    if value is None or value == "":
        return None
    blocks = decoded(value)
    if blocks is None:
        raise RefusedError("invalid_blocks_format")
    return blocks


class Posting:
    """Writes what the app says into the workspace, and tells it back as Slack does."""

    def __init__(self, installation: Installation, workspace: Workspace, events: Events) -> None:
        self._installation = installation
        self._workspace = workspace
        self._events = events

    def open_channel(self, channel_id: str) -> Channel:
        """Return a channel that the app may write to; a person's id means their messages."""
        person = self._workspace.people.get(channel_id)
        channel = self._workspace.find_channel(person.direct_channel if person else channel_id)
        if channel is None or (channel.is_private and not channel.has_app):
            raise RefusedError("channel_not_found")
        refuse_if("not_in_channel", when=not channel.has_app)
        refuse_if("is_archived", when=channel.is_archived)
        return channel

    def thread_in(self, channel: Channel, thread_ts: str) -> str | None:
        """Return the thread to write to; a thread is named by its first message only."""
        if not thread_ts:
            return None
        root = self._workspace.find(channel.id, thread_ts)
        if root is None or root.thread_ts is not None:
            raise RefusedError("thread_not_found")
        return thread_ts

    def new_message(self, channel: Channel, content: Content, thread_ts: str | None) -> Message:
        return Message(
            channel.id,
            self._workspace.next_ts(),
            self._installation.bot_user,
            content.text,
            content.blocks,
            thread_ts,
            by_app=True,
            mrkdwn=content.mrkdwn,
        )

    def post(self, message: Message) -> Message:
        self._workspace.put(message)
        if message.only_for is None:
            self._events.posted(message)
        return message

    def own_message(self, channel: Channel, ts: str, refusal: str) -> Message:
        """Return the app's own message; another's is refused by the given word."""
        message = self._workspace.find(channel.id, ts)
        if message is None:
            raise RefusedError("message_not_found")
        refuse_if(refusal, when=not message.by_app)
        return message

    def rewrite(self, before: Message, content: Content, *, keep_blocks: bool) -> Message:
        """Edit a message in place; Slack keeps the blocks of one that only gets a new text."""
        blocks = before.blocks if keep_blocks else content.blocks
        edited_at = before.edited_at if blocks else self._workspace.next_ts()
        words = content.text or before.text
        after = replace(before, text=words, blocks=blocks, edited_at=edited_at)
        if before.only_for is not None:
            self._workspace.put(after)
            return after
        self._workspace.change(
            before.channel,
            before.ts,
            lambda now: replace(now, text=words, blocks=blocks, edited_at=edited_at),
        )
        self._events.changed(before, after)
        return after

    def remove(self, message: Message) -> None:
        """Delete a message; of one with replies a tombstone stays, as Slack leaves it."""
        if message.only_for is not None:
            self._workspace.remove(message)
            return
        if not self._workspace.replies(message.channel, message.ts):
            self._workspace.remove(message)
            self._events.deleted(message)
            return
        stone = tombstone_of(message)
        self._workspace.put(stone)
        self._events.changed(message, stone)
