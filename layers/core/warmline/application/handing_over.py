"""One row to its target: what each task asks of a channel, the desk or a tool."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmline.application.ports import ConversationStore, CustomerChannel, Desk
from warmline.application.settling import Settling
from warmline.application.tools_approved import RunApproved
from warmline.domain.address import Address, Channel
from warmline.domain.card import card_of, last_words_shown
from warmline.domain.conversation import Head, Posted
from warmline.domain.drafts import Draft
from warmline.domain.errors import CARD_GONE, PermanentDeliveryError, TemporaryDeliveryError
from warmline.domain.outgoing import Outgoing, Task, window_of
from warmline.domain.records import Presence
from warmline.domain.states import State

_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})


@dataclass(frozen=True, slots=True)
class HandOver:
    """Does a row's task once; returns the provider's id of what was sent, if it gives one.

    `posted` is where the case's card is. Raises TemporaryDeliveryError, PermanentDeliveryError or
    UnknownDelivery.
    """

    store: ConversationStore
    channels: Mapping[Channel, CustomerChannel]
    desk: Desk
    settling: Settling
    run_tool: RunApproved | None = None

    def __call__(self, row: Outgoing, posted: Posted | None) -> str:
        match row.task:
            case Task.SAY:
                return self.channels[Address(row.target).channel].send(row)
            case Task.CARD:
                return self._show_card(row)
            case Task.POST if posted is not None:
                return self._post(row, posted)
            case Task.POST:
                raise TemporaryDeliveryError("no_card")
            case Task.SHIFT:
                return self.desk.show_shift(where(row) if row.ts else None).ts
            case Task.RUN if self.run_tool is not None:
                self.run_tool(row)
            case Task.RUN:
                raise TemporaryDeliveryError("no_tools")
            case _:
                self._tend(row)
        return ""

    def _tend(self, row: Outgoing) -> None:
        """Change what is at the desk already."""
        match row.task:
            case Task.REACT:
                self.desk.react(row)
            case Task.REMOVE:
                self.desk.remove(where(row))
            case Task.BLANK:
                self.desk.blank(window_of(row.target))
            case Task.SCRUB:
                self.desk.scrub(where(row))
            case Task.WINDOW:
                self._show_draft(row)
            case _:
                raise PermanentDeliveryError("no_such_task")

    def _post(self, row: Outgoing, posted: Posted) -> str:
        """Post in the card's thread; a card that is gone, and nobody told us, goes up again."""
        try:
            return self.desk.post_in_thread(posted, row)
        except PermanentDeliveryError as error:
            if error.code == CARD_GONE:
                self.settling.restore_card(row.conversation, posted)
            raise  # an open case's words are tried again, in its new thread

    def _show_draft(self, row: Outgoing) -> None:
        """The case may be somebody else's by now: sending it would be refused, and says why."""
        head = self.store.find_head(row.conversation)
        if head is None or head.agent != row.mention:
            raise PermanentDeliveryError("not_held")
        self.desk.show_draft(window_of(row.target), _draft_of(row, head))

    def _show_card(self, row: Outgoing) -> str:
        head = self.store.find_head(row.conversation)
        if head is None:
            raise PermanentDeliveryError("no_conversation")
        card = card_of(head, self._presence(head))
        posted = self.desk.show_card(card, head.marks.card)
        if posted != head.marks.card:
            self.settling.keep_card(head.id, posted)
        elif row.attempt > 1:
            self.settling.hint_thread(head.id)  # it may have been waiting for this card
        return posted.ts

    def _presence(self, head: Head) -> Presence | None:
        """Whether the customer is still there: of interest while somebody is to answer them."""
        if head.channel is not Channel.WEB or head.state not in _AT_THE_DESK:
            return None
        return self.store.find_presence(Address(head.address).parts["session"])


def _draft_of(row: Outgoing, head: Head) -> Draft:
    return Draft(
        conversation=head.id,
        epoch=head.epoch,
        answers=row.answers,
        number=row.sequence,
        text=row.text,
        last_words=last_words_shown(head),
        sources=tuple(name for name in row.name.split(", ") if name),
    )


def where(row: Outgoing) -> Posted:
    """Where the message is that the row is about."""
    return Posted(channel=row.channel, ts=row.ts)
