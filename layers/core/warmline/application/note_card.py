"""Our own card, seen as an event: where it is, or that it was posted twice."""

from dataclasses import dataclass, replace

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.conversation import Head, Posted
from warmline.domain.outgoing import Outgoing, Task, double_target
from warmline.domain.records import Thread
from warmline.domain.writes import Put, Write


@dataclass(frozen=True, slots=True)
class NoteCard:
    """Keeps where a conversation's card is when the answer to its post was lost.

    A second card, from a post that was sent again, is taken away.
    """

    store: ConversationStore
    clock: Clock
    patience: Patience

    def __call__(self, conversation: str, posted: Posted) -> None:
        self.patience.until_committed(lambda: self._decide(conversation, posted))

    def _decide(self, conversation: str, posted: Posted) -> None:
        head = self.store.find_head(conversation)
        if head is None or head.marks.card == posted:
            return
        if head.marks.card is None:
            self.store.commit(keep_card(self.store, head, posted))
            return
        target = double_target(posted.channel, posted.ts)
        if self.store.find_outgoing(target, 1) is None:
            self.store.commit([Put(self._removal(target, conversation, posted))])

    def _removal(self, target: str, conversation: str, posted: Posted) -> Outgoing:
        return Outgoing(
            target=target,
            sequence=1,
            task=Task.REMOVE,
            conversation=conversation,
            created_at=self.clock(),
            channel=posted.channel,
            ts=posted.ts,
        )


def keep_card(store: ConversationStore, head: Head, posted: Posted) -> list[Write]:
    """Return what remembers where the card is, so that its thread finds the conversation."""
    writes: list[Write] = [Put(replace(head, marks=replace(head.marks, card=posted)))]
    if store.find_thread(posted.channel, posted.ts) is None:
        thread = Thread(channel=posted.channel, ts=posted.ts, conversation=head.id)
        writes.append(Put(thread))
    return writes
