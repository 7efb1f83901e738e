"""The reserved words: what STOP, START and HELP do, whoever tells us of them."""

from dataclasses import dataclass, replace

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.circumstances import say_beside
from warmline.application.holding import let_go
from warmline.application.phrases import Phrase
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.entries import Kind, Outcome, Role
from warmline.domain.reading import Reading
from warmline.domain.records import AddressRecord, Consent
from warmline.domain.states import Event, State, move_for


def opt_out(
    change: Change,
    store: ConversationStore,
    *,
    words: str = "",
    provider_id: str = "",
    confirm: bool = False,
) -> None:
    """Record that nothing may go to this address, and end its open conversation.

    The one confirmation (law L9) is sent only where we are the ones who answer keywords, and only
    once: not to somebody who is opted out already.
    """
    move_for(change.state, Event.OPT_OUT)
    again = change.address.consent is Consent.OPTED_OUT
    change.address = replace(change.address, consent=Consent.OPTED_OUT, consent_at=change.now)
    if change.head is not None:
        _record(change, Consent.OPTED_OUT, words, provider_id)
    if change.state not in {State.NONE, State.CLOSED}:
        _end(change, store)
    if confirm and not again:
        change.confirm(Phrase.OPTED_OUT, despite_opt_out=True)


def opt_in(
    change: Change, *, words: str = "", provider_id: str = "", confirm: bool = False
) -> None:
    """Record that this address may be written to again."""
    change.address = replace(change.address, consent=Consent.OPTED_IN, consent_at=change.now)
    if change.head is not None:
        _record(change, Consent.OPTED_IN, words, provider_id)
    if confirm:
        change.confirm(Phrase.OPTED_IN)


def ask_for_help(
    change: Change, *, words: str = "", provider_id: str = "", confirm: bool = False
) -> None:
    """Record that the customer sent HELP, which changes nothing, and say what we do."""
    if change.head is not None:
        change.add(Kind.KEYWORD, Role.CUSTOMER, text=words, provider_id=provider_id)
    if confirm:
        change.confirm(Phrase.HELP)


def settle_opt_out_ask(
    change: Change, store: ConversationStore, reading: Reading, *, provider_id: str
) -> bool:
    """Opt out whoever says yes to the question, or says again that they want no more texts.

    Returns whether that was it. Whatever else they write, the question is not asked any more; nor
    once the bot or an agent has said something else.
    """
    asked = change.address.opt_out_asked
    change.address = replace(change.address, opt_out_asked=False)
    if not asked or not (reading.accepts or reading.opt_out_ask) or reading.keyword:
        return False
    opt_out(change, store, words=reading.text, provider_id=provider_id, confirm=True)
    return True


def ask_whether_to_opt_out(change: Change, *, through: int) -> None:
    """Ask once whether they want no more texts: by rule, so that no model answers it."""
    if change.state is State.BOT:
        head = change.get_head()
        text = change.house.phrases.say(Phrase.OPT_OUT_QUESTION, change.language, head.channel)
        answer = change.record(
            Event.ANSWER, Kind.MESSAGE, Role.BOT, text=text, answered_through=through
        )
        change.say(answer)
    else:
        say_beside(change, Phrase.OPT_OUT_QUESTION)
    # Only now: whatever is said after this sets it back.
    change.address = replace(change.address, opt_out_asked=True)


def _record(change: Change, consent: Consent, words: str, provider_id: str) -> None:
    change.add(Kind.CONSENT, Role.CUSTOMER, text=words, why=consent.value, provider_id=provider_id)


def _end(change: Change, store: ConversationStore) -> None:
    head = change.get_head()
    at_the_desk = change.state is not State.BOT or head.marks.card is not None
    holder = head.agent
    let_go(change, store, ended=Outcome.OPTED_OUT.value)
    entry = change.close(Event.OPT_OUT, Outcome.OPTED_OUT)
    if at_the_desk:
        change.post(entry, lines.OPTED_OUT, mention=holder)
        change.show_card()


@dataclass(frozen=True, slots=True)
class LearnOptOut:
    """Records an opt-out that the provider knows of, by a refused send or by a receipt.

    Returns the targets that now have something to be delivered.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, address: str) -> list[str]:
        return self.patience.until_committed(lambda: self._decide(address))

    def _decide(self, address: str) -> list[str]:
        record = self.store.find_address(address) or AddressRecord(address=address)
        head = self.store.find_head(record.open_conversation)
        change = Change(self.house, self.clock(), record, head)
        opt_out(change, self.store)
        self.store.commit(change.writes())
        return list(dict.fromkeys(row.target for row in change.outgoing))
