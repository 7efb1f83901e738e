"""Slack's pace: one message a second a channel, whoever posts."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Posted
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import Pace
from warmline.domain.writes import Put

POST_EVERY = timedelta(seconds=1)
"""docs.slack.dev/apis/web-api/rate-limits: more for a moment, and then 429 for all."""

EDIT_EVERY, EDIT_BURST = timedelta(seconds=1.2), timedelta(seconds=36)
"""Some fifty edits a minute too; the first thirty after a quiet time go at once.

A card that waits for its turn is shown as it is then: what came between costs no edit.
"""

NO_BURST = timedelta()

SCRUB_EVERY = timedelta(seconds=2)
"""Slack takes some fifty edits a minute: what is live at the desk needs its share of them."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """Gives every message that Slack counts a moment of its own."""

    store: ConversationStore
    clock: Clock
    patience: Patience
    desk_channel: str

    def when_ready(self, row: Outgoing, posted: Posted | None, now: datetime) -> datetime:
        """When Slack takes this row; `posted` is its case's card."""
        if row.paced:
            return now
        if row.task is Task.SCRUB:
            return self._next_slot("slack#scrub", SCRUB_EVERY)
        if row.task is Task.CARD and posted is not None:
            return self._next_slot("slack#edits", EDIT_EVERY, EDIT_BURST)
        channel = self._channel(row, posted)
        return self._next_slot(f"slack#{channel}") if channel else now

    def _channel(self, row: Outgoing, posted: Posted | None) -> str:
        if row.task is Task.SHIFT:
            return self.desk_channel
        if row.task is Task.POST or (row.task is Task.CARD and posted is None):
            return posted.channel if posted else self.desk_channel
        if row.task is Task.SAY and Address(row.target).channel is Channel.SLACK:
            return Address(row.target).parts["channel"]
        return ""

    def _next_slot(
        self, scope: str, every: timedelta = POST_EVERY, burst: timedelta = NO_BURST
    ) -> datetime:
        """Take the next free moment; nobody else gets it.

        With `burst`, moments so far ahead are given at once: what was not used before.
        """

        def take() -> datetime:
            now, pace = self.clock(), self.store.find_pace(scope)
            free = max(now, pace.next_free) if pace else now
            row = pace or Pace(scope=scope, next_free=free)
            self.store.commit([Put(replace(row, next_free=free + every))])
            return max(now, free - burst)

        return self.patience.until_committed(take)
