"""A reply that the bot writes for the holder: asked for by a press, shown to them alone.

The bot's own worker writes it, so that no press waits for a model. It is a row like any other on
its way: a worker that dies loses nothing, and one that comes late writes for a window that nobody
looks at any more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from warmline.application.answering import Answering
from warmline.application.change import House
from warmline.application.handing_off import LATEST
from warmline.application.ports import (
    Answer,
    Clock,
    ConversationStore,
    Hints,
    TurnRequest,
    Utterance,
)
from warmline.application.retrying import Patience
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human
from warmline.domain.contradicting import contradiction
from warmline.domain.conversation import Head
from warmline.domain.edited import as_edited
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Conflict, ResponderError
from warmline.domain.guarding import guard
from warmline.domain.outgoing import (
    Outgoing,
    Status,
    Task,
    draft_target,
    window_of,
    window_target,
)
from warmline.domain.own_number import hide_own_number
from warmline.domain.states import State
from warmline.domain.writes import Put

AWAITED_FOR = timedelta(seconds=90)
"""Nobody looks at a window that fills no sooner."""

MOST_QUESTIONS = 5
SHORT = 60
"""Characters; in a longer text there is more than the wish for a person."""


@dataclass(frozen=True, slots=True)
class AskForDraft:
    """Has a draft written for the window of the agent who holds the case."""

    store: ConversationStore
    clock: Clock
    patience: Patience

    def __call__(self, head: Head, agent: str, window: str) -> None:
        self.patience.until_committed(lambda: self._ask(head, agent, window))

    def _ask(self, head: Head, agent: str, window: str) -> None:
        target = draft_target(window)
        before = self.store.last_outgoing(target)
        asked = Outgoing(
            target=target,
            sequence=before.sequence + 1 if before else 1,
            task=Task.DRAFT,
            conversation=head.id,
            created_at=self.clock(),
            mention=agent,
        )
        self.store.commit([Put(asked)])


@dataclass(frozen=True, slots=True)
class WriteDraft:
    """Writes what was asked for, by the same bot and under the same rules as its own answers.

    What it may not say is not in a draft either. Where it has nothing to go on, the draft is empty.
    """

    store: ConversationStore
    hints: Hints
    house: House
    answering: Answering
    clock: Clock
    patience: Patience
    pseudonym: Callable[[str], str] = lambda _: ""

    def __call__(self, target: str) -> None:
        row = self.store.next_outgoing(target)
        if row is None:
            return
        now = self.clock()
        wait_until = row.lease_until if row.status is Status.SENDING else row.not_before
        if wait_until is not None and wait_until > now:
            self.hints.delivery(target, delay=(wait_until - now).total_seconds())
            return
        if now - row.created_at > AWAITED_FOR:
            self.store.commit([Put(row.ended(Status.CANCELLED, error="too_late"))])
            return
        taken = replace(row.taken(now), lease_until=now + self._longest)
        try:
            self.store.commit([Put(taken)])
        except Conflict:
            return  # another worker writes it
        self._write(replace(taken, version=taken.version + 1))

    @property
    def _longest(self) -> timedelta:
        return timedelta(seconds=self.house.policy.turn_lease_seconds)

    def _write(self, row: Outgoing) -> None:
        head = self.store.find_head(row.conversation)
        if head is None or head.state is not State.WITH_AGENT or head.agent != row.mention:
            self.store.commit([Put(row.ended(Status.CANCELLED, error="not_held"))])
            return
        shown = self._shown(row, head, self._draft(head))
        self.store.commit([Put(row.ended(Status.SENT)), Put(shown)])
        self.hints.delivery(shown.target)

    def _shown(self, row: Outgoing, head: Head, draft: Answer | None) -> Outgoing:
        window = window_target(window_of(row.target))
        before = self.store.last_outgoing(window)
        return Outgoing(
            target=window,
            sequence=before.sequence + 1 if before else 1,
            task=Task.WINDOW,
            conversation=head.id,
            created_at=self.clock(),
            text=hide_own_number(draft.text, head.address) if draft else "",
            name=", ".join(article.id for article in draft.articles) if draft else "",
            mention=row.mention,
            answers=head.last_inbound,
        )

    def _draft(self, head: Head) -> Answer | None:
        request = self._request(head)
        if not request.questions:
            return None
        try:
            answer = self.answering.responder.respond(request)
        except ResponderError:
            return None
        if answer.unsupported:
            return None
        text = self._allowed(answer, request)
        return replace(answer, text=text) if text else None

    def _allowed(self, answer: Answer, request: TurnRequest) -> str:
        said = guard(
            answer.text,
            request.channel,
            own_hosts=self.house.policy.own_hosts,
            secrets=self.answering.secrets,
            instructions=self.answering.instructions,
            sources=answer.sources or None,
            quoted=answer.quoted,
        )
        text = said.text.strip()
        against = contradiction(request.human_note, text, request.questions)
        return "" if against else text

    def _request(self, head: Head) -> TurnRequest:
        log = self.store.read_log(head.id, after=max(0, head.last_sequence - LATEST))
        said = [entry for entry in as_edited(log) if entry.kind is Kind.MESSAGE]
        asked = _unanswered(said)
        return TurnRequest(
            channel=head.channel,
            language=head.language,
            history=tuple(Utterance(one.role, one.text) for one in said if one not in asked),
            questions=tuple(one.text for one in asked),
            seconds_left=self.house.policy.model_seconds,
            conversation=head.id,
            sequence=head.last_inbound,
            customer=self.pseudonym(head.address),
            human_note=head.human_note,
            for_agent=head.agent_name,
        )


def _unanswered(said: Sequence[LogEntry]) -> list[LogEntry]:
    """What the customer has said since a person last wrote, or their latest words before that.

    What the bot said to it did not settle it. That they want a person is no question any more.
    """
    last = max((place for place, one in enumerate(said) if one.role is Role.AGENT), default=-1)
    since = [one for one in said[last + 1 :] if one.role is Role.CUSTOMER]
    if not since:
        since = [one for one in said if one.role is Role.CUSTOMER][-1:]
    questions = [one for one in since if not _only_asks(one.text)]
    return (questions or since)[-MOST_QUESTIONS:]


def _only_asks(text: str) -> bool:
    return len(text) <= SHORT and asks_for_human(text).score >= ASK_THRESHOLD
