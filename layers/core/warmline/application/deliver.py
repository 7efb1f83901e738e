"""Brings one target's rows to it, in the order of the log, and writes down what became of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.desk_outage import Away, DeskOutage
from warmline.application.desk_return import AWAY, SET_ASIDE, BringBack
from warmline.application.handing_over import HandOver, where
from warmline.application.pacing import Pacing
from warmline.application.ports import Clock, ConversationStore, CustomerChannel, Desk, Hints
from warmline.application.retrying import Patience
from warmline.application.settling import Settling
from warmline.application.tools_approved import RunApproved
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Head, Posted
from warmline.domain.errors import (
    Conflict,
    DeliveryError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Outgoing, Status, Task, card_target
from warmline.domain.records import Consent, Outage
from warmline.domain.states import State
from warmline.domain.writes import Put

ROWS_A_RUN = 10
"""How many rows one run of a worker takes before it hints for the rest."""

A_RUN = timedelta(seconds=2)
"""How long a run takes new rows: one call of a provider may last 8 s, the worker 10."""

WAITED_FOR = timedelta(seconds=1.1)
"""A slot this near is waited for: a hint's delay is whole seconds, and would halve the pace."""

ASK_AGAIN_AFTER = timedelta(seconds=3)

SUPERSEDED = "superseded"
_OF_THE_CARD = frozenset({Task.CARD, Task.POST, Task.REMOVE})


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
    run_tool: RunApproved | None = None
    note: Callable[[str], object] = lambda _: None
    """Is told what keeps the desk from being reached, in words that may be logged."""
    woken_at_once: int = 1

    @property
    def outage(self) -> DeskOutage:
        bring_back = BringBack(self.store, self.hints, self.clock, self.woken_at_once)
        return DeskOutage(self.store, self.clock, self.patience, bring_back, self.note)

    @property
    def pacing(self) -> Pacing:
        return Pacing(self.store, self.clock, self.patience, self.desk_channel)

    @property
    def hand_over(self) -> HandOver:
        return HandOver(self.store, self.channels, self.desk, self.settling, self.run_tool)

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
        head = self.store.find_head(row.conversation) if row.task in _OF_THE_CARD else None
        reason = self._cancelled_because(row, head)
        if reason:
            self._cancel(row, reason)
            return True
        posted = head.marks.card if head else None
        if row.task is Task.POST and posted is None:
            return False  # whoever puts the card up hints for its thread; at the latest the sweeper
        return self._bring(row, posted, now)

    def _cancel(self, row: Outgoing, reason: str) -> None:
        """End it; the moment that it waited for at Slack's pace goes to what has overtaken it.

        Without that, a card whose case never rests would always be the last in line.
        """
        newest = self.store.last_outgoing(row.target) if row.paced else None
        if reason != SUPERSEDED or newest is None:
            self.settling.end(row, Status.CANCELLED, error=reason)
            return
        ended = row.ended(Status.CANCELLED, error=reason)
        self.store.commit([Put(ended), Put(replace(newest, paced=True))])

    def _bring(self, row: Outgoing, posted: Posted | None, now: datetime) -> bool:
        """Send it, when the desk is there and Slack's pace allows it."""
        channel = self._channel(row, posted)
        try:
            known = self.outage.knock(row, channel)
        except Away as away:
            if away.until is not None:
                return self._later(row, away.until, now)
            return self._set_aside(row, channel, now)
        ready = self.pacing.when_ready(row, posted, now)
        asking = known is not None and known.next_probe is not None
        if ready > now + WAITED_FOR and not asking:
            return self._postpone(row, ready, now)
        if ready > now and not asking:
            self.patience.pause((ready - now).total_seconds())
        return self._send(self._take(row, max(ready, now)), posted, known)

    def _channel(self, row: Outgoing, posted: Posted | None) -> str:
        return (posted.channel if posted else row.channel) or self.desk_channel

    def _set_aside(self, row: Outgoing, channel: str, now: datetime) -> bool:
        """The desk is away: who finds it back wakes this row, at the latest the sweeper does."""
        later = row.postponed(now + self.settling.spread(SET_ASIDE), error=AWAY)
        aside = replace(later, paced=False)
        self.store.commit([Put(aside)])
        if self.outage.is_back(channel):  # the others were woken before this one was seen to wait
            return self._postpone(replace(aside, version=aside.version + 1), now, now, paced=False)
        return False

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

    def _cancelled_because(self, row: Outgoing, head: Head | None) -> str:
        """Why this row need not leave any more, or ""."""
        match row.task:
            case Task.CARD:
                newest = self.store.last_outgoing(row.target)
                overtaken = newest is not None and newest.sequence > row.sequence
                return SUPERSEDED if overtaken else ""
            case Task.SAY if not row.despite_opt_out:
                address = self.store.find_address(row.target)
                opted_out = address is not None and address.consent is Consent.OPTED_OUT
                return "opted_out" if opted_out else ""
            case Task.POST if row.good_until is not None and row.good_until < self.clock():
                return "stale"
            case Task.POST if self._has_no_thread(head):
                return "no_card"
            case Task.REMOVE if head is not None and head.marks.card == where(row):
                return "in_use"  # seen as a double before its own post was written down
        return ""

    def _has_no_thread(self, head: Head | None) -> bool:
        """Whether the case was closed and its card never came to be."""
        if head is None or head.marks.card is not None or head.state is not State.CLOSED:
            return head is None
        return self.store.next_outgoing(card_target(head.id)) is None

    def _send(self, row: Outgoing, posted: Posted | None, known: Outage | None) -> bool:
        try:
            provider_id = self.hand_over(row, posted)
        except DeliveryError as error:
            return self._failed(row, error, self.outage.failed(known, error))
        self.settling.end(row, Status.SENT, provider_id=provider_id)
        self.outage.answered(known)
        return True

    def _failed(self, row: Outgoing, error: DeliveryError, until: datetime | None) -> bool:
        """`until` is when the desk may be asked again, if it is the desk that is away."""
        if isinstance(error, UnknownDelivery):
            pause = max(ASK_AGAIN_AFTER, self.settling.pause(row))
            until = until or self.clock() + pause
            self.settling.mark_unknown(row, error.code, until)
            return self._later(row, until, self.clock())
        permanent = isinstance(error, PermanentDeliveryError)
        if self.settling.spent(row) or (permanent and not self.settling.never_gives_up(row)):
            self.settling.fail(row, error)
            return True
        until = until or self.clock() + (error.retry_after or self.settling.pause(row))
        return self._postpone(row, until, self.clock(), paced=False, error=error.code)

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
