"""Brings one target's rows to it, in the order of the log, and writes down what became of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore, CustomerChannel, Desk, Hints
from warmline.application.retrying import Patience
from warmline.application.settling import Settling
from warmline.domain.address import Address, Channel
from warmline.domain.card import card_of
from warmline.domain.conversation import Posted
from warmline.domain.errors import (
    Conflict,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Outgoing, Status, Task, card_target
from warmline.domain.records import Consent, Pace
from warmline.domain.states import State
from warmline.domain.writes import Put

ROWS_A_RUN = 10
"""How many rows one run of a worker takes before it hints for the rest."""

A_RUN = timedelta(seconds=2)
"""How long a run takes new rows: one call of a provider may last 8 s, the worker 10."""

POST_EVERY = timedelta(seconds=1)
"""Slack takes one message a second a channel (docs.slack.dev/apis/web-api/rate-limits)."""

WAITED_FOR = timedelta(seconds=1.1)
"""A slot this near is waited for: a hint's delay is whole seconds, and would halve the pace."""

CARD_AWAITED_FOR = timedelta(seconds=2)
ASK_AGAIN_AFTER = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class DeliverMessages:
    """Delivers what a target is owed.

    To one target rows leave in the order of the log (law L8); one worker at a time has a row, by
    a lease; a send whose answer was lost is `unknown` until the provider was asked (L10).
    """

    store: ConversationStore
    hints: Hints
    clock: Clock
    patience: Patience
    channels: Mapping[Channel, CustomerChannel]
    desk: Desk
    settling: Settling
    desk_channel: str

    def __call__(self, target: str) -> None:
        started = self.clock()
        for _ in range(ROWS_A_RUN):
            if self.clock() - started > A_RUN:
                break  # a slow provider: the next row needs a worker with all its time
            row = self.store.next_outgoing(target)
            if row is None:
                return
            try:
                if not self._step(row):
                    return
            except Conflict:
                continue  # somebody else moved this row on: look again
        self.hints.delivery(target)

    def _step(self, row: Outgoing) -> bool:
        """Move the row on; True when the target's next row may be looked at."""
        now = self.clock()
        wait_until = row.lease_until if row.status is Status.SENDING else row.not_before
        if wait_until is not None and wait_until > now:
            return self._later(row, wait_until, now)
        if row.status in {Status.SENDING, Status.UNKNOWN}:
            return self._look_up(row, now)
        reason = self._cancelled_because(row)
        if reason:
            self.settling.end(row, Status.CANCELLED, error=reason)
            return True
        posted = self._posted(row) if row.task in {Task.CARD, Task.POST} else None
        if row.task is Task.POST and posted is None:
            return False  # whoever puts the card up hints for its thread; at the latest the sweeper
        ready = self._when_ready(row, posted, now)
        if ready > now + WAITED_FOR:
            return self._postpone(row, ready, now)
        if ready > now:
            self.patience.pause((ready - now).total_seconds())
            now = ready
        return self._send(self._take(row, now))

    def _later(self, row: Outgoing, moment: datetime, now: datetime) -> bool:
        self.hints.delivery(row.target, delay=(moment - now).total_seconds())
        return False

    def _postpone(
        self, row: Outgoing, until: datetime, now: datetime, *, paced: bool = True, error: str = ""
    ) -> bool:
        later = replace(row.postponed(until, error=error), paced=paced)
        self.store.commit([Put(later)])
        return self._later(row, until, now)

    def _take(self, row: Outgoing, now: datetime) -> Outgoing:
        taken = replace(row.taken(now), paced=False)
        self.store.commit([Put(taken)])
        return replace(taken, version=taken.version + 1)

    def _cancelled_because(self, row: Outgoing) -> str:
        """Why this row need not leave any more, or ""."""
        match row.task:
            case Task.CARD:
                newest = self.store.last_outgoing(row.target)
                overtaken = newest is not None and newest.sequence > row.sequence
                return "superseded" if overtaken else ""
            case Task.SAY if not row.despite_opt_out:
                address = self.store.find_address(row.target)
                opted_out = address is not None and address.consent is Consent.OPTED_OUT
                return "opted_out" if opted_out else ""
            case Task.POST if self._has_no_thread(row):
                return "no_card"
        return ""

    def _has_no_thread(self, row: Outgoing) -> bool:
        """Whether the case was closed and its card never came to be."""
        head = self.store.find_head(row.conversation)
        if head is None or head.marks.card is not None or head.state is not State.CLOSED:
            return head is None
        return self.store.next_outgoing(card_target(row.conversation)) is None

    def _when_ready(self, row: Outgoing, posted: Posted | None, now: datetime) -> datetime:
        """When Slack takes this row: at one message a second a channel."""
        paced_channel = self._paced_channel(row, posted)
        return now if row.paced or not paced_channel else self._slot(paced_channel)

    def _posted(self, row: Outgoing) -> Posted | None:
        head = self.store.find_head(row.conversation)
        return head.marks.card if head else None

    def _paced_channel(self, row: Outgoing, posted: Posted | None) -> str:
        if row.task is Task.POST or (row.task is Task.CARD and posted is None):
            return posted.channel if posted else self.desk_channel
        if row.task is Task.SAY and Address(row.target).channel is Channel.SLACK:
            return Address(row.target).parts["channel"]
        return ""

    def _slot(self, channel: str) -> datetime:
        """Take the channel's next free moment; nobody else gets it."""
        scope = f"slack#{channel}"

        def take() -> datetime:
            now, pace = self.clock(), self.store.find_pace(scope)
            free = max(now, pace.next_free) if pace else now
            row = pace or Pace(scope=scope, next_free=free)
            self.store.commit([Put(replace(row, next_free=free + POST_EVERY))])
            return free

        return self.patience.until_committed(take)

    def _send(self, row: Outgoing) -> bool:
        try:
            provider_id = self._hand_over(row)
        except UnknownDelivery as unknown:
            return self._unknown(row, unknown.code)
        except PermanentDeliveryError as error:
            return self._refused(row, error)
        except TemporaryDeliveryError as error:
            return self._try_again(row, error)
        self.settling.end(row, Status.SENT, provider_id=provider_id)
        return True

    def _hand_over(self, row: Outgoing) -> str:
        return _HAND_OVER[row.task](self, row)

    def _say(self, row: Outgoing) -> str:
        return self.channels[Address(row.target).channel].send(row)

    def _show_card(self, row: Outgoing) -> str:
        head = self.store.find_head(row.conversation)
        if head is None:
            raise PermanentDeliveryError("no_conversation")
        posted = self.desk.show_card(card_of(head), head.marks.card)
        if posted != head.marks.card:
            self.settling.keep_card(head.id, posted)
        return posted.ts

    def _post(self, row: Outgoing) -> str:
        posted = self._posted(row)
        if posted is None:
            raise TemporaryDeliveryError("no_card", retry_after=CARD_AWAITED_FOR)
        return self.desk.post_in_thread(posted, row)

    def _react(self, row: Outgoing) -> str:
        self.desk.react(row)
        return ""

    def _remove(self, row: Outgoing) -> str:
        self.desk.remove(Posted(channel=row.channel, ts=row.ts))
        return ""

    def _unknown(self, row: Outgoing, code: str) -> bool:
        now = self.clock()
        until = now + max(ASK_AGAIN_AFTER, self.settling.pause(row))
        self.settling.mark_unknown(row, code, until)
        return self._later(row, until, now)

    def _refused(self, row: Outgoing, error: PermanentDeliveryError) -> bool:
        if self.settling.never_gives_up(row):
            return self._try_again(row, TemporaryDeliveryError(error.code))
        self.settling.fail(row, error)
        return True

    def _try_again(self, row: Outgoing, error: TemporaryDeliveryError) -> bool:
        if self.settling.spent(row):
            self.settling.fail(row, PermanentDeliveryError(error.code))
            return True
        now = self.clock()
        until = now + (error.retry_after or self.settling.pause(row))
        return self._postpone(row, until, now, paced=False, error=error.code)

    def _look_up(self, row: Outgoing, now: datetime) -> bool:
        """A lease ran out or an answer was lost: ask the provider before sending again."""
        if row.status is Status.SENDING:
            row = self.settling.mark_unknown(row, "lease_ran_out", None)
        if row.task is not Task.SAY:
            return self._once_more(row, now)
        try:
            provider_id = self.channels[Address(row.target).channel].look_up(row)
        except (UnknownDelivery, TemporaryDeliveryError) as error:
            return self._still_unknown(row, error.code, now)
        if provider_id is not None:
            self.settling.end(row, Status.SENT, provider_id=provider_id)
            return True
        return self._once_more(row, now)

    def _once_more(self, row: Outgoing, now: datetime) -> bool:
        """Any try may have arrived, and may be what ends the worker: there is a last one."""
        if self.settling.spent(row):
            self.settling.give_up(row, row.error)
            return True
        self.store.commit([Put(row.postponed(now))])
        return True  # looked at again like any other: consent, pace and order hold for it too

    def _still_unknown(self, row: Outgoing, code: str, now: datetime) -> bool:
        if self.settling.unknown_for_too_long(row, now):
            self.settling.give_up(row, code)
            return True
        until = now + ASK_AGAIN_AFTER
        self.store.commit([Put(replace(row, not_before=until))])
        return self._later(row, until, now)


_HAND_OVER: Mapping[Task, Callable[[DeliverMessages, Outgoing], str]] = {
    Task.SAY: DeliverMessages._say,  # noqa: SLF001 - the table of this class's own tasks
    Task.CARD: DeliverMessages._show_card,  # noqa: SLF001
    Task.POST: DeliverMessages._post,  # noqa: SLF001
    Task.REACT: DeliverMessages._react,  # noqa: SLF001
    Task.REMOVE: DeliverMessages._remove,  # noqa: SLF001
}
