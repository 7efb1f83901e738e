"""The guarantee behind the hints: whatever is due is looked at within a minute."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.calling import remind_again_at, who_is_next
from warmline.application.change import Change, House
from warmline.application.handing_off import hand_off, latest_log
from warmline.application.held_replies import send_due
from warmline.application.hinting import hint, hint_again
from warmline.application.holding import let_go, put_back
from warmline.application.moving import move_on
from warmline.application.phrases import Phrase
from warmline.application.ports import Clock, ConversationStore, Due, Hints, Sockets
from warmline.application.promises import BROKEN, watch_promise
from warmline.application.retrying import Patience
from warmline.application.returning import ReturnCases
from warmline.application.scrubbing import scrub
from warmline.application.wait_notices import look_again
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Outcome, Role
from warmline.domain.handoff import Reason
from warmline.domain.records import AddressRecord
from warmline.domain.states import Event, State
from warmline.domain.writes import Delete

MOST_A_RUN = 2_000
"""How many due things one run takes: 10,000 at once are done in five."""

LONGEST_RUN = timedelta(seconds=24)
"""After this long a run takes up nothing new: it ends by itself, before it would be ended."""


@dataclass(frozen=True, slots=True)
class LookAtConversation:
    """Does what a conversation's own deadlines ask for now, and nothing when nothing is due.

    Called by a wakeup for one conversation, and by the sweeper for each that is overdue.
    `count_broken` is told of each promise to a customer that was not kept.
    """

    store: ConversationStore
    hints: Hints
    house: House
    clock: Clock
    patience: Patience
    first_lead: str = ""
    count_broken: Callable[[str], None] = lambda _: None

    def __call__(self, conversation: str, *, sweeping: bool = False) -> None:
        self.patience.until_committed(lambda: self._decide(conversation, sweeping=sweeping))

    def _decide(self, conversation: str, *, sweeping: bool) -> None:
        head, now = self.store.find_head(conversation), self.clock()
        if head is None or head.due is None:
            return
        if head.due > now:
            hint_again(self.hints, head, now)
            return
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        change = Change(self.house, now, address, head)
        self._act(change, head, sweeping=sweeping)
        self.store.commit(change.writes())
        hint(self.hints, self.house.policy, change.entries, change.outgoing)
        if any(entry.why == BROKEN for entry in change.entries):
            self.count_broken(head.id)
        if change.get_head().marks.turn_restarted and not head.marks.turn_restarted:
            self.hints.turn(head.id, head.last_inbound)
            self.hints.look_at(head.id, delay=self.house.policy.turn_deadline_seconds)

    def _act(self, change: Change, head: Head, *, sweeping: bool) -> None:
        watch_promise(change, self.store, self.first_lead)
        match head.state:
            case State.BOT if _passed(head.marks.turn_deadline, change.now):
                self._overdue_turn(change, head, sweeping=sweeping)
            case State.WAITING:
                self._waiting(change, head)
            case State.WITH_AGENT if head.marks.held_until is not None:
                send_due(change, self.store)  # the lease waits for what is held
            case State.WITH_AGENT if _passed(head.marks.lease_until, change.now):
                self._end_lease(change, head)
            case State.WITH_AGENT if _passed(head.marks.remind_at, change.now):
                self._remind_holder(change, head)
            case State.BOT | State.WITH_AGENT if _passed(head.marks.idle_at, change.now):
                self._close_idle(change, head)
            case State.CLOSED if _passed(head.marks.scrub_at, change.now):
                scrub(change, self.store)
            case _:
                pass

    def _overdue_turn(self, change: Change, head: Head, *, sweeping: bool) -> None:
        """A turn that nobody ever leased lost its hint: it starts afresh, once."""
        marks = head.marks
        if sweeping and not marks.turn_leased and not marks.turn_restarted:
            deadline = change.now + self.house.policy.turn_deadline
            fresh = replace(marks, turn_deadline=deadline, turn_restarted=True)
            change.mark(replace(head, marks=fresh))
            return
        hand_off(change, Reason.TURN_OVERDUE, latest_log(self.store, head), self.store)

    def _waiting(self, change: Change, head: Head) -> None:
        move_on(change, head)
        look_again(change, self.store)
        if _passed(head.marks.remind_at, change.now):
            entry = change.add(Kind.REMINDED, Role.SYSTEM, why="still_waiting")
            minutes = _minutes(change.now, head.waiting_since)
            called = who_is_next(self.store, change.get_head(), change.now, self.house.policy)
            text = lines.still_waiting(alias(head.id), minutes)
            mention = called.id if called else ""
            change.remind(entry, text, mention=mention)
            self._remind_later(change)

    def _remind_later(self, change: Change) -> None:
        head = change.get_head()
        again = remind_again_at(head, change.now, self.house.policy)
        change.mark(replace(head, marks=replace(head.marks, remind_at=again)))

    def _end_lease(self, change: Change, head: Head) -> None:
        released = put_back(change, self.store, why="lease_ended", notice=Phrase.AGENT_LEASE_ENDED)
        change.post(released, lines.back_in_queue(alias(head.id)), mention=head.agent)
        change.show_card()

    def _remind_holder(self, change: Change, head: Head) -> None:
        left = (head.marks.lease_until or change.now) - change.now
        entry = change.add(Kind.REMINDED, Role.SYSTEM, why="lease_ending")
        text = lines.waiting_for_you(lines.span(max(0.0, left.total_seconds())))
        change.remind(entry, text, mention=head.agent)
        reminded = change.get_head()
        change.mark(replace(reminded, marks=replace(reminded.marks, remind_at=None)))

    def _close_idle(self, change: Change, head: Head) -> None:
        """A person who had it leaves, which the customer must know; the bot would answer again."""
        let_go(change, self.store, ended=Outcome.ASSUMED.value)
        change.close(Event.IDLE, Outcome.ASSUMED)
        if head.state is State.WITH_AGENT:
            change.notice(Phrase.CLOSED_IDLE)
        if head.state is State.WITH_AGENT or head.marks.card is not None:
            change.show_card()


@dataclass(frozen=True, slots=True)
class CloseSilentSocket:
    """Closes a socket that has not said who it is in time."""

    store: ConversationStore
    sockets: Sockets
    clock: Clock
    patience: Patience

    def __call__(self, socket: str) -> None:
        self.patience.until_committed(lambda: self._decide(socket))

    def _decide(self, socket: str) -> None:
        row = self.store.find_socket(socket)
        if row is None or row.greeted or not _passed(row.hello_by, self.clock()):
            return
        self.sockets.close(row.id)
        self.store.commit([Delete(row)])


@dataclass(frozen=True, slots=True)
class SweepDeadlines:
    """Looks at everything overdue, the longest overdue first, bounded per run.

    Safe to run twice at once and after missed runs: each look decides by the row itself. So
    `at_once` looks may be under way at the same time.
    """

    store: ConversationStore
    hints: Hints
    clock: Clock
    look_at: LookAtConversation
    close_silent: CloseSilentSocket
    at_once: int = 1

    def __call__(self) -> int:
        """Return how many were looked at. Raises an ExceptionGroup of those that failed."""
        started = self.clock()
        due = self.store.find_due(started, limit=MOST_A_RUN)
        looks = list(self._each(due, started + LONGEST_RUN))
        failures = [look for look in looks if isinstance(look, Exception)]
        if failures:
            raise ExceptionGroup("some due things could not be looked at", failures)
        return looks.count(True)

    @property
    def return_cases(self) -> ReturnCases:
        """What is done for an agent who left, by the sweep and by a wakeup."""
        look = self.look_at
        return ReturnCases(self.store, self.hints, look.house, self.clock, look.patience)

    def _each(self, due: Sequence[Due], until: datetime) -> Iterator[bool | Exception]:
        if self.at_once == 1:
            yield from (self._try(one, until) for one in due)
            return
        with ThreadPoolExecutor(self.at_once) as pool:
            yield from pool.map(lambda one: self._try(one, until), due)

    def _try(self, due: Due, until: datetime) -> bool | Exception:
        """Return whether there was time to look.

        One that fails, whatever is wrong with it, must not keep the others waiting: it stays due,
        and would be the first of every run.
        """
        if self.clock() >= until:
            return False
        try:
            self._look(due)
        except Exception as error:  # noqa: BLE001 - raised when all the others were looked at
            return error
        return True

    def _look(self, due: Due) -> None:
        if due.conversation:
            self.look_at(due.conversation, sweeping=True)
        elif due.target:
            self._hint(due.target)
        elif due.socket:
            self.close_silent(due.socket)
        elif due.agent:
            self.return_cases(due.agent)

    def _hint(self, target: str) -> None:
        """Rows behind one that is being tried again wait with it: its own hint is on its way.

        A hint more for each of them and each minute would never end while the trouble lasts.
        """
        row = self.store.next_outgoing(target)
        if row is not None and _passed(row.due, self.clock()):
            self.hints.delivery(target)


def _passed(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now


def _minutes(later: datetime, earlier: datetime | None) -> int:
    return max(0, round(((later - earlier).total_seconds()) / 60)) if earlier else 0
