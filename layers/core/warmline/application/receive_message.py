"""What happens to a customer's message: stored, decided and announced in one transaction."""

from dataclasses import dataclass, replace
from datetime import timedelta

from warmline.application.change import Change, House
from warmline.application.circumstances import come_in, judge_message, tell_crisis_line
from warmline.application.former_agent import find_former_agent, is_repeat
from warmline.application.handing_off import hand_off, latest_log
from warmline.application.opting import (
    ask_for_help,
    ask_whether_to_opt_out,
    opt_in,
    opt_out,
    settle_opt_out_ask,
)
from warmline.application.phrases import Phrase
from warmline.application.ports import Arrival, Clock, ConversationStore, NewId
from warmline.application.retrying import Patience
from warmline.application.wait_notices import answer_while_waiting
from warmline.domain.address import Address, Channel
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.judging import Verdict
from warmline.domain.keywords import Keyword
from warmline.domain.language import language_of
from warmline.domain.reading import Reading, read_message
from warmline.domain.records import AddressRecord, Consent, Seen
from warmline.domain.signals import Signal
from warmline.domain.states import Event, State, move_for

_ECHOED = frozenset({Channel.WEB})
"""Where a stored message is shown to every window of the customer; it acknowledges the send."""

_UNSAID = {
    Reason.ASKED_FOR_HUMAN: "pressed the button",
    Reason.REPEAT_CONTACT: "came back soon after a person had helped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message of a customer, parsed by its channel's adapter.

    `scope` names the provider's message: the same scope has its effect once. `wants_human` is the
    handoff button; it may come without words. `customer` is the site's own id, proved; `time_zone`
    is what their browser says, and may be anything.
    """

    address: Address
    scope: str
    text: str
    opt_out_type: str | None = None
    provider_id: str = ""
    client_message_id: str = ""
    language: str = ""
    customer: str = ""
    time_zone: str = ""
    wants_human: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What to answer: the same for a message that comes again."""

    conversation: str
    sequence: int
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class ReceiveMessage:
    """Stores a message of a customer and everything that follows from it by rule.

    What is returned has been stored (law L1), once (L2). A customer who asks for a human is
    waiting, or with one, in the same transaction (L3).

    Raises StoreUnavailable when it could not be stored: nothing of it was, and the provider must
    send it again.
    """

    store: ConversationStore
    house: House
    clock: Clock
    new_id: NewId
    patience: Patience

    def __call__(self, incoming: Incoming) -> Received:
        return self.patience.until_committed(lambda: self._decide(incoming))

    def _decide(self, incoming: Incoming) -> Received:
        arrival = self.store.read_arrival(incoming.scope, incoming.address.value)
        if arrival.seen is not None:
            return Received(arrival.seen.conversation, arrival.seen.sequence, repeated=True)
        change = self._change(arrival, incoming)
        reading = _read(incoming, change)
        self._follow(change, incoming, reading)
        return self._commit(change, incoming)

    def _change(self, arrival: Arrival, incoming: Incoming) -> Change:
        address = arrival.address or AddressRecord(address=incoming.address.value)
        language = language_of(incoming.text, address.language, page=incoming.language)
        address = replace(address, language=language)
        if incoming.customer:
            address = replace(address, customer=incoming.customer)
        if incoming.time_zone:
            address = replace(address, time_zone=incoming.time_zone)
        return Change(self.house, self.clock(), address, arrival.head)

    def _commit(self, change: Change, incoming: Incoming) -> Received:
        conversation = change.head.id if change.head else ""
        said = [entry for entry in change.entries if entry.role is Role.CUSTOMER]
        sequence = said[0].sequence if said else change.address.last_sequence
        if incoming.text.strip() or change.writes():
            seen = Seen(scope=incoming.scope, conversation=conversation, sequence=sequence)
            change.save(seen)
            self.store.commit(change.writes())
        return Received(conversation, sequence)

    def _follow(self, change: Change, incoming: Incoming, reading: Reading) -> None:
        said = incoming.provider_id
        if settle_opt_out_ask(change, self.store, reading, provider_id=said):
            return
        if reading.keyword is not None:
            self._heed(change, reading, incoming)
        elif incoming.wants_human or reading.text:
            event = self._classify(change, reading, wants_human=incoming.wants_human)
            self._apply(change, event, incoming, reading)

    def _heed(self, change: Change, reading: Reading, incoming: Incoming) -> None:
        answered_by_us = (
            self.house.policy.keywords_answered_by == "warmline" and not incoming.opt_out_type
        )
        said = {"words": reading.text, "provider_id": incoming.provider_id}
        match reading.keyword:
            case Keyword.STOP:
                opt_out(change, self.store, **said, confirm=answered_by_us)
            case Keyword.START:
                opt_in(change, **said, confirm=answered_by_us)
            case _:
                ask_for_help(change, **said, confirm=answered_by_us)

    def _classify(self, change: Change, reading: Reading, *, wants_human: bool) -> Event:
        if wants_human or reading.asks_human:
            return Event.ASK
        if change.state is State.WAITING and reading.wants_no_human:
            return Event.WITHDRAW
        if change.state is State.CLOSED and not _asks_for_no_texts(change, reading):
            return self._after_the_end(change, reading)
        return Event.MESSAGE

    def _after_the_end(self, change: Change, reading: Reading) -> Event:
        head = change.get_head()
        since = change.now - (head.closed_at or change.now)
        policy = self.house.policy
        if reading.thanks and since <= timedelta(seconds=policy.afterword_seconds):
            return Event.AFTERWORD
        recent = since <= timedelta(seconds=policy.recent_return_seconds)
        return Event.RETURN if head.last_agent and recent else Event.MESSAGE

    def _apply(self, change: Change, event: Event, incoming: Incoming, reading: Reading) -> None:
        last, move = change.head, move_for(change.state, event)
        if move.opens:
            come_in(change)
            change.open(self.new_id())
        before = change.get_head()
        verdict = judge_message(change, reading, opens=move.opens)
        due = _due(event, before, verdict)
        log = latest_log(self.store, before) if due and not move.opens else []
        entry = _store_words(change, event, incoming, reading)
        if event is Event.WITHDRAW and entry is not None:
            _withdraw(change, entry)
        elif due is Reason.ASKED_FOR_HUMAN:
            asked = 0 if before.unanswered else change.get_head().last_inbound
            signals = _signals(verdict, due)
            hand_off(
                change,
                due,
                log,
                self.store,
                signals=signals,
                event=Event.ASK,
                answered_through=asked,
            )
        elif due:
            signals = _signals(verdict, due)
            back = event is Event.RETURN or (move.opens and is_repeat(signals))
            former = find_former_agent(self.store, last, self.house.policy) if back else ""
            hand_off(change, due, log, self.store, signals=signals, reserved_for=former)
        elif entry is not None and _asks_for_no_texts(change, reading):
            ask_whether_to_opt_out(change, through=entry.sequence)
        elif entry is not None and change.state is State.WAITING:
            answer_while_waiting(change, self.store, entry.text)
        if verdict.crisis:
            tell_crisis_line(change)


def _read(incoming: Incoming, change: Change) -> Reading:
    head = change.head
    return read_message(
        incoming.text,
        incoming.address.channel,
        opt_out_type=incoming.opt_out_type,
        opted_out=change.address.consent is Consent.OPTED_OUT,
        offered_human=bool(head and head.state is State.BOT and head.offered_human),
    )


def _due(event: Event, before: Head, verdict: Verdict) -> Reason | None:
    """Why the message goes to a human now: only the bot's own conversations do."""
    if before.state is not State.BOT:
        return None
    if event is Event.ASK:
        return Reason.ASKED_FOR_HUMAN
    first = verdict.first.code if verdict.first else None
    return first or (Reason.REPEAT_CONTACT if event is Event.RETURN else None)


def _signals(verdict: Verdict, reason: Reason) -> list[Signal]:
    """All that fire; first what no words say: the button, or that they are back."""
    told = any(signal.code is reason for signal in verdict.firing)
    unsaid = Signal(reason, 1.0, 1.0, _UNSAID.get(reason, ""))
    return [*([] if told else [unsaid]), *verdict.firing]


def _asks_for_no_texts(change: Change, reading: Reading) -> bool:
    opted_out = change.address.consent is Consent.OPTED_OUT
    return reading.opt_out_ask and change.get_head().channel is Channel.SMS and not opted_out


def _store_words(
    change: Change, event: Event, incoming: Incoming, reading: Reading
) -> LogEntry | None:
    if not reading.text:
        return None
    entry = change.record(
        Event.AFTERWORD if event is Event.AFTERWORD else Event.MESSAGE,
        Kind.MESSAGE,
        Role.CUSTOMER,
        text=reading.text,
        language=change.language,
        provider_id=incoming.provider_id,
        client_message_id=incoming.client_message_id,
    )
    head = change.get_head()
    if head.channel in _ECHOED:
        change.say(entry)
    if head.state in {State.WAITING, State.WITH_AGENT}:
        change.post(entry, entry.text, name=alias(head.id))
        change.show_card()
    return entry


def _withdraw(change: Change, words: LogEntry) -> None:
    """The notice answers these words; what they asked before, they no longer ask a human."""
    change.record(Event.WITHDRAW, Kind.WITHDRAWN, Role.CUSTOMER, answered_through=words.sequence)
    change.notice(Phrase.LINE_LEFT)
    change.show_card()
