"""The holder's words as the log keeps them: messages, files, what takes a message's place."""

from dataclasses import replace

from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.address import Channel
from warmline.domain.attachments import Attachment
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import HeldReply
from warmline.domain.states import Event


def say(change: Change, store: ConversationStore, held: HeldReply) -> LogEntry:
    """Say the words, and each file as a message of its own: so the fate of each is told apart.

    Returns the first entry. Words that take a message's place are no message.
    """
    if held.edits:
        return put_in_place(change, store, held)
    words = [_message(change, held, held.text)] if held.text else []
    if words and held.origin is None:  # typed in a window: colleagues see it in the thread
        change.post(words[0], held.text, name=words[0].name)
    files = [_message(change, held, file.name, (file,)) for file in held.files]
    return [*words, *files][0]


def put_in_place(change: Change, store: ConversationStore, held: HeldReply) -> LogEntry:
    """Put the words in the place of a message that the customer has, and tell them so.

    Raises Refused where their channel cannot.
    """
    head = change.get_head()
    entry = change.add(
        Kind.EDIT,
        Role.AGENT,
        text=held.text,
        name=head.agent_name,
        agent=held.agent,
        origin=held.origin,
        edits=held.edits,
    )
    change.say(entry)
    if head.channel is Channel.SMS:
        raise Refused(Refusal.CANNOT_BE_EDITED)
    if head.channel is Channel.SLACK:
        sent = store.find_outgoing(head.address, held.edits)
        if sent is None or not sent.provider_id:
            raise Refused(Refusal.CANNOT_BE_EDITED)  # where it is there, nobody knows
        change.outgoing[-1] = replace(change.outgoing[-1], ts=sent.provider_id)
    return entry


def _message(
    change: Change, held: HeldReply, text: str, files: tuple[Attachment, ...] = ()
) -> LogEntry:
    entry = change.record(
        Event.REPLY,
        Kind.MESSAGE,
        Role.AGENT,
        text=text,
        name=change.get_head().agent_name,
        agent=held.agent,
        origin=held.origin,
        answered_through=held.answers,
        files=files,
    )
    change.say(entry)
    return entry
