"""What an agent changes of words that they have said: in Slack, and so at the customer's.

While words are held they are simply changed, or not sent. Later a new entry takes the place of the
old one where the customer's channel can do that; where it cannot, the agent is told so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from warmline.application.change import Change, House
from warmline.application.held_replies import check_room, release, say_now, stop_waiting
from warmline.application.phrases import Phrase
from warmline.application.ports import Clock, ConversationStore
from warmline.application.reply import DeskWords, is_note
from warmline.application.retrying import Patience
from warmline.application.said import put_in_place
from warmline.application.speaking import check_may_speak, open_change
from warmline.domain.address import Channel
from warmline.domain.cleaning import clean
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.internal_talk import internal_sign
from warmline.domain.records import HeldReply
from warmline.domain.writes import Check


class Edited(StrEnum):
    """What became of an edit."""

    CHANGED = "changed"  # the words are held still, and go out as they are now
    TAKEN_BACK = "taken_back"
    SENT = "sent"  # they had waited for their writer's yes, and need none any more
    ASKED = "asked"
    CARRIED_OVER = "carried_over"
    NEVER_SENT = "never_sent"  # a note, or taken back before: no edit sends it
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class EditHeard:
    """What became of an edit, and what is held because of it: its writer may still decide."""

    outcome: Edited
    held: HeldReply | None = None


@dataclass(frozen=True, slots=True)
class EditWords:
    """Follows an edit or a deletion in a card's thread: words without text were deleted.

    Raises Refused where it cannot: CANNOT_BE_EDITED where the customer's channel has no way, and as
    for a reply, for who may not speak to the customer any more.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, words: DeskWords) -> EditHeard:
        return self.patience.until_committed(lambda: self._decide(words))

    def _decide(self, words: DeskWords) -> EditHeard:
        seen = self.store.find_seen(words.scope)
        if seen is None:
            return EditHeard(_never_sent(words))
        held = self.store.find_held(seen.conversation, words.ts)
        change = open_change(self.store, self.house, self.clock(), seen.conversation)
        if held is None:
            heard = self._edit_sent(change, words)
        elif held.agent == words.user:
            heard = self._edit_held(change, held, words)
        else:
            heard = EditHeard(Edited.NOTHING)
        self.store.commit(change.writes())
        return heard

    def _edit_held(self, change: Change, held: HeldReply, words: DeskWords) -> EditHeard:
        edited = replace(held, text=clean(words.text))
        if is_note(edited.text) or not edited.text:
            release(change, self.store, held)
            return self._edit_sent(change, words) if held.edits else EditHeard(Edited.TAKEN_BACK)
        if words.calls or internal_sign(edited.text):
            return self._ask(change, edited)
        if held.due is not None:
            change.save(edited)
            return EditHeard(Edited.CHANGED, edited)
        check_may_speak(self.store, change, held.agent)
        say_now(change, self.store, edited)
        return EditHeard(Edited.SENT)

    def _ask(self, change: Change, edited: HeldReply) -> EditHeard:
        asked = replace(edited, due=None)
        change.save(asked)
        if edited.due is not None:
            stop_waiting(change, self.store, edited)
        return EditHeard(Edited.ASKED, asked)

    def _edit_sent(self, change: Change, words: DeskWords) -> EditHeard:
        log = self.store.read_log(change.get_head().id)
        said = [entry for entry in log if _is_said_in(entry, words)]
        if not said:
            return EditHeard(_never_sent(words))
        text = clean(words.text)
        withdrawn = is_note(text) or not text
        chosen = [one for one in said if withdrawn or not one.files]
        stale = [one for one in chosen if withdrawn or _latest(log, one).text != text]
        if not stale:
            return EditHeard(Edited.NOTHING if chosen else Edited.NEVER_SENT)
        check_may_speak(self.store, change, words.user)
        if change.get_head().channel is Channel.SMS:
            raise Refused(Refusal.CANNOT_BE_EDITED)
        if withdrawn:
            return self._withdraw(change, stale, log)
        return self._replace(change, stale[0], text, ask=words.calls)

    def _withdraw(
        self, change: Change, said: Sequence[LogEntry], log: Sequence[LogEntry]
    ) -> EditHeard:
        phrases, channel = self.house.phrases, change.get_head().channel
        text = phrases.say(Phrase.MESSAGE_WITHDRAWN, change.language, channel)
        shown = [one for one in said if _latest(log, one).text != text]
        for one in shown:
            put_in_place(change, self.store, _in_place_of(one, text, change))
        return EditHeard(Edited.CARRIED_OVER if shown else Edited.NOTHING)

    def _replace(self, change: Change, said: LogEntry, text: str, *, ask: bool) -> EditHeard:
        edited = _in_place_of(said, text, change)
        if ask or internal_sign(text):
            check_room(change, self.store, edited)
            change.save(edited)
            change.others.append(Check(change.get_head()))
            return EditHeard(Edited.ASKED, edited)
        put_in_place(change, self.store, edited)
        return EditHeard(Edited.CARRIED_OVER)


def _never_sent(words: DeskWords) -> Edited:
    return Edited.NEVER_SENT if words.text else Edited.NOTHING


def _is_said_in(entry: LogEntry, words: DeskWords) -> bool:
    """Whether the entry is a message of this writer's that came from this one in Slack."""
    at_the_desk = entry.origin is not None and entry.origin.ts == words.ts
    said = entry.kind is Kind.MESSAGE and entry.role is Role.AGENT
    return said and at_the_desk and entry.agent == words.user


def _latest(log: Sequence[LogEntry], said: LogEntry) -> LogEntry:
    """What stands in its place now."""
    return [entry for entry in log if said.sequence in {entry.sequence, entry.edits}][-1]


def _in_place_of(said: LogEntry, text: str, change: Change) -> HeldReply:
    origin = said.origin
    ts = origin.ts if origin else ""
    return HeldReply(
        conversation=said.conversation,
        ts=ts,
        agent=said.agent,
        epoch=change.get_head().epoch,
        text=text,
        scope="",
        at=change.now,
        due=None,
        origin=origin,
        edits=said.sequence,
    )
