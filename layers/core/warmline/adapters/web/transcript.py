"""What a customer can see of their conversations, in the contract's shapes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NotRequired, TypedDict

from warmline.application.files import Links, no_links
from warmline.application.ports import ConversationStore
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry, Role
from warmline.domain.records import AddressRecord
from warmline.domain.states import State
from warmline.domain.waits import MOST_COUNTED, Wait

BOT_NAME = "Assistant"


class Author(TypedDict):
    """Who said it, as the customer may know them."""

    role: str
    name: str


class File(TypedDict):
    """One file that an agent sent along, and where it can be fetched for some days."""

    name: str
    url: str
    media_type: str
    size: int


class Message(TypedDict):
    """One message of the contract."""

    sequence: int
    after: int
    kind: str
    author: Author
    text: str
    sent_at: str
    client_message_id: NotRequired[str]
    edits: NotRequired[int]
    files: NotRequired[list[File]]


class Conversation(TypedDict):
    """Where the conversation stands."""

    state: str
    agent_name: NotRequired[str]
    position: NotRequired[int]
    estimated_wait_seconds: NotRequired[int]


def message_of(entry: LogEntry, links: Links = no_links) -> Message:
    """Return a visible entry as the customer sees it; a file's text ends with its link."""
    message = Message(
        sequence=entry.sequence,
        after=entry.after,
        kind=entry.kind.value,
        author=_author(entry),
        text=entry.text,
        sent_at=rfc_3339(entry.at),
    )
    if entry.client_message_id:
        message["client_message_id"] = entry.client_message_id
    if entry.edits:
        message["edits"] = entry.edits
    if entry.files:
        message["files"] = _files(entry, links(entry))
        message["text"] = "\n".join([entry.text, *(file["url"] for file in message["files"])])
    return message


def _files(entry: LogEntry, links: Sequence[str]) -> list[File]:
    return [
        File(name=file.name, url=url, media_type=file.media_type, size=file.size)
        for file, url in zip(entry.files, links, strict=False)
    ]


def conversation_of(head: Head | None, wait: Wait | None = None) -> Conversation:
    """Return where a conversation stands; who has not written yet is with the bot.

    Without a `wait`, who is in line sees what they were told last.
    """
    if head is None:
        return Conversation(state=State.BOT.value)
    conversation = Conversation(state=head.state.value)
    if head.agent_name:
        conversation["agent_name"] = head.agent_name
    if head.state is State.WAITING:
        conversation.update(_place_in_line(head, wait))
    return conversation


def _place_in_line(head: Head, wait: Wait | None) -> Conversation:
    """What is not known, or beyond what is counted, is left out."""
    place, seconds = head.marks.told_place, 0
    if wait is not None:
        place, seconds = wait.place, wait.seconds_left
    conversation = Conversation(state=head.state.value)
    if 0 < place <= MOST_COUNTED:
        conversation["position"] = place
    if seconds > 0:
        conversation["estimated_wait_seconds"] = seconds
    return conversation


def rfc_3339(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Transcripts:
    """Reads what the customer of one address can see, over all of their conversations."""

    store: ConversationStore
    find_wait: Callable[[Head], Wait | None] = lambda _: None
    links: Links = no_links

    def since(self, address: AddressRecord | None, sequence: int) -> list[Message]:
        """Return every message above the sequence, in order."""
        if address is None or address.last_visible <= sequence:
            return []
        entries: list[LogEntry] = []
        conversation = address.last_conversation
        while conversation:
            log = self.store.read_log(conversation, after=sequence)
            entries[:0] = log
            conversation = _before(log, sequence)
        return [message_of(entry, self.links) for entry in entries if entry.visible]

    def conversation(self, address: AddressRecord | None) -> Conversation:
        """Return where the address's open conversation stands, or else its last one."""
        named = (address.open_conversation or address.last_conversation) if address else ""
        head = self.store.find_head(named) if named else None
        waits = head is not None and head.state is State.WAITING
        return conversation_of(head, self.find_wait(head) if head and waits else None)


def _before(log: list[LogEntry], sequence: int) -> str:
    """The conversation before, if this one's log was read whole and something lies between.

    Only a conversation's first entry names the one before it.
    """
    return log[0].previous if log and log[0].sequence > sequence + 1 else ""


def _author(entry: LogEntry) -> Author:
    """Our own notices speak with the bot's voice: there is no fourth role."""
    if entry.role in {Role.BOT, Role.SYSTEM}:
        return Author(role=Role.BOT.value, name=BOT_NAME)
    return Author(role=entry.role.value, name=entry.name if entry.role is Role.AGENT else "")
