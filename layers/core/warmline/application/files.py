"""An agent's file on its way to a customer: out of Slack, to where they fetch it, then told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from warmline.application.ports import CustomerChannel
from warmline.domain.attachments import Attachment
from warmline.domain.entries import LogEntry
from warmline.domain.errors import PermanentDeliveryError
from warmline.domain.outgoing import Outgoing

LARGEST_FILE = 10 * 1024 * 1024
"""A worker carries it in its memory, and has ten seconds."""

type Links = Callable[[LogEntry], Sequence[str]]
"""Where the customer reads each of an entry's files, in their order."""


def no_links(_entry: LogEntry) -> Sequence[str]:
    """For where no files are kept."""
    return ()


class FileSource(Protocol):
    """Where agents put their files. Raises as `CustomerChannel.send` does."""

    def fetch(self, file: Attachment, *, most: int) -> bytes:
        """Return the file's bytes; more than `most` are refused as `file_too_large`."""
        ...


class FilePlace(Protocol):
    """Where files wait for customers, and are forgotten after some days."""

    def keep(self, place: str, file: Attachment, content: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class WithFiles:
    """A CustomerChannel that brings a message's files before it tells of them.

    Doing it twice does no harm: the same file takes the same place.
    """

    channel: CustomerChannel
    source: FileSource
    place: FilePlace | None

    def send(self, row: Outgoing) -> str:
        """A file that cannot be brought fails for good; its writer is told, as of any message."""
        for file in row.entry.files if row.entry else ():
            self._bring(row.conversation, file)
        return self.channel.send(row)

    def look_up(self, row: Outgoing) -> str | None:
        return self.channel.look_up(row)

    def _bring(self, conversation: str, file: Attachment) -> None:
        if self.place is None:
            raise PermanentDeliveryError("files_are_not_set_up")
        if file.size > LARGEST_FILE:
            raise PermanentDeliveryError("file_too_large")
        content = self.source.fetch(file, most=LARGEST_FILE)
        self.place.keep(file.place_in(conversation), file, content)
