"""What was said, as it stands now: each message with the words that took its place."""

from collections.abc import Iterable
from dataclasses import replace

from warmline.domain.entries import Kind, LogEntry


def as_edited(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the entries in their order; an edit gives its words to its message, and is left out.

    So the bot, a draft and a colleague go by what the customer reads.
    """
    listed = list(entries)
    latest = {entry.edits: entry.text for entry in listed if entry.kind is Kind.EDIT}
    return [
        replace(entry, text=latest.get(entry.sequence, entry.text))
        for entry in listed
        if entry.kind is not Kind.EDIT
    ]
