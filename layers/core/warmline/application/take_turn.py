"""One answer of the bot to everything unanswered so far, by one worker at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.answering import Answering, Outcome
from warmline.application.change import Change, House
from warmline.application.exchanges import Asked, articles_of, read_exchanges
from warmline.application.former_agent import find_former_agent, is_repeat
from warmline.application.handing_off import LATEST, hand_off, latest_log
from warmline.application.hinting import hint
from warmline.application.phrases import Phrase
from warmline.application.ports import (
    Answer,
    Clock,
    ConversationStore,
    Hints,
    ToolBox,
    TurnRequest,
    Utterance,
)
from warmline.application.retrying import Patience
from warmline.application.tools import Toolshed
from warmline.application.tools_approval import request_approvals
from warmline.domain.conversation import Head
from warmline.domain.edited import as_edited
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.progress import RETURN_WITHIN
from warmline.domain.records import AddressRecord
from warmline.domain.signals import Signal
from warmline.domain.states import Event, State
from warmline.domain.writes import Put

HISTORY = 100
"""How many entries before the questions a responder may see."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn that this worker has leased: what it answers, and by when."""

    head: Head
    deadline: datetime

    @property
    def through(self) -> int:
        return self.head.last_inbound


@dataclass(frozen=True, slots=True)
class TakeTurn:
    """Answers a conversation's unanswered messages, or hands it off with the reason.

    A hint that is doubled or late changes nothing. One that a newer message has overtaken goes
    away, for that one has its own, unless the oldest has waited for `burst_seconds`. Nothing is
    stored after a human's claim (law L5).

    Raises StoreUnavailable when the table did not take it: hint again.
    """

    store: ConversationStore
    hints: Hints
    house: House
    answering: Answering
    clock: Clock
    patience: Patience
    tools: Toolshed | None = None
    drafts: Callable[[Head, int], Callable[[str, Sequence[str]], None] | None] | None = None
    pseudonym: Callable[[str], str] = lambda _: ""
    """Tells customers' addresses apart, so that nobody who is given it can tell them."""

    def __call__(self, conversation: str, sequence: int) -> None:
        turn = self.patience.until_committed(lambda: self._lease(conversation, sequence))
        if turn is None:
            return
        outcome = self._respond(turn)
        self.patience.until_committed(lambda: self._commit(turn, outcome))

    def _lease(self, conversation: str, sequence: int) -> _Turn | None:
        head, now = self.store.find_head(conversation), self.clock()
        if head is None or head.state is not State.BOT or not head.unanswered:
            return None
        waited = now - (head.unanswered_since or now)
        if (
            sequence < head.last_inbound
            and waited.total_seconds() < self.house.policy.burst_seconds
        ):
            return None
        lease = head.marks.turn_lease_until
        if lease is not None and lease > now:
            delay = (lease - now).total_seconds()
            self.hints.turn(conversation, head.last_inbound, delay=delay)
            return None
        return self._take(head, now)

    def _take(self, head: Head, now: datetime) -> _Turn:
        policy = self.house.policy
        deadline = head.marks.turn_deadline or now + policy.turn_deadline
        marks = replace(
            head.marks,
            turn_deadline=deadline,
            turn_lease_until=now + timedelta(seconds=policy.turn_lease_seconds),
            turn_leased=True,
        )
        self.store.commit([Put(replace(head, marks=marks))])
        return _Turn(head, deadline)

    def _respond(self, turn: _Turn) -> Outcome:
        policy = self.house.policy
        left = (turn.deadline - self.clock()).total_seconds() - policy.turn_margin_seconds
        if left <= 0:
            return Outcome(reason=Reason.TURN_OVERDUE)
        log = self._log(turn.head)
        before = [entry for entry in log if not _asked(turn, entry)]
        request = self._request(turn, log, min(left, policy.model_seconds))
        return self.answering(request, self._since_before(turn.head, read_exchanges(before)))

    def _since_before(self, head: Head, asked: Asked) -> Asked:
        """Add what the conversation before this one was about, for the first turn of this one."""
        if head.bot_has_spoken or not head.previous:
            return asked
        previous = self.store.find_head(head.previous)
        if previous is None or previous.closed_at is None:
            return asked
        since = head.opened_at - previous.closed_at
        if since > RETURN_WITHIN:
            return asked
        return replace(asked, earlier=articles_of(self.store.read_log(previous.id)), since=since)

    def _log(self, head: Head) -> list[LogEntry]:
        oldest = max(head.answered_through, head.last_inbound - LATEST) - HISTORY
        return self.store.read_log(head.id, after=max(0, oldest))

    def _request(self, turn: _Turn, log: Sequence[LogEntry], seconds_left: float) -> TurnRequest:
        head = turn.head
        said = [entry for entry in as_edited(log) if entry.kind is Kind.MESSAGE]
        return TurnRequest(
            channel=head.channel,
            language=head.language,
            history=tuple(
                Utterance(entry.role, entry.text) for entry in said if not _asked(turn, entry)
            ),
            questions=tuple(entry.text for entry in said if _asked(turn, entry)),
            seconds_left=seconds_left,
            conversation=head.id,
            sequence=turn.through,
            customer=self.pseudonym(head.address),
            human_note=head.human_note,
            tools=self._tools(turn, log),
            draft=self.drafts(head, turn.through) if self.drafts else None,
        )

    def _tools(self, turn: _Turn, log: Sequence[LogEntry]) -> ToolBox | None:
        if self.tools is None or not self.tools.catalogue.tools:
            return None
        head = turn.head
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        until = turn.deadline - timedelta(seconds=self.house.policy.turn_margin_seconds)
        return self.tools.for_turn(head, address, log, through=turn.through, until=until)

    def _commit(self, turn: _Turn, outcome: Outcome) -> None:
        head = self.store.find_head(turn.head.id)
        if head is None or head.epoch != turn.head.epoch or head.state is not State.BOT:
            return
        if head.answered_through >= turn.through:
            return
        now = self.clock()
        overtaken = head.last_inbound > turn.through
        left = (turn.deadline - now).total_seconds()
        if overtaken and left > self.house.policy.redraft_seconds:
            self._give_way(head)
            return
        self._store(self._change(head, now), turn, outcome)

    def _give_way(self, head: Head) -> None:
        """Drop the draft: the newer message deserves an answer to all of it."""
        freed = replace(head.marks, turn_lease_until=None)
        self.store.commit([Put(replace(head, marks=freed))])
        self.hints.turn(head.id, head.last_inbound)

    def _change(self, head: Head, now: datetime) -> Change:
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        return Change(self.house, now, address, head)

    def _store(self, change: Change, turn: _Turn, outcome: Outcome) -> None:
        log = latest_log(self.store, change.get_head()) if outcome.reason else []
        if outcome.answer is not None:
            self._say(change, turn, outcome.answer)
        if outcome.reason is not None:
            hand_off(
                change,
                outcome.reason,
                log,
                self.store,
                signals=outcome.signals,
                brief=outcome.brief,
                promise=outcome.promise,
                reserved_for=self._former_agent(change.get_head(), outcome.signals),
            )
            request_approvals(change, outcome.tools)
        self.store.commit(change.writes())
        hint(self.hints, self.house.policy, change.entries, change.outgoing)
        left = change.get_head()
        if left.state is State.BOT and left.unanswered:
            self.hints.turn(left.id, left.last_inbound)
            self.hints.look_at(left.id, delay=self.house.policy.turn_deadline_seconds)

    def _former_agent(self, head: Head, signals: Sequence[Signal]) -> str:
        """Who had the case before, if it comes back about the same."""
        if not head.previous or not is_repeat(signals):
            return ""
        return find_former_agent(self.store, self.store.find_head(head.previous), self.house.policy)

    def _say(self, change: Change, turn: _Turn, answer: Answer) -> None:
        head = change.get_head()
        phrases = self.house.phrases
        first = (
            ""
            if head.bot_has_spoken
            else phrases.say(Phrase.AI_LINE, change.language, head.channel)
        )
        entry = change.record(
            Event.ANSWER,
            Kind.MESSAGE,
            Role.BOT,
            text=f"{first} {answer.text}".strip(),
            answered_through=turn.through,
            offers_human=answer.offers_human,
            articles=answer.articles,
            model=answer.model,
            prompt=answer.prompt,
            tools=answer.tools,
            unsupported=answer.unsupported,
        )
        change.say(entry)


def _asked(turn: _Turn, entry: LogEntry) -> bool:
    unanswered = turn.head.answered_through < entry.sequence <= turn.through
    return entry.role is Role.CUSTOMER and unanswered
