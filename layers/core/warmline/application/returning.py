"""Who is off shift or suspended gives back what they hold: within a minute, with a head start."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from warmline.application import lines
from warmline.application.calling import call_next
from warmline.application.change import Change, House
from warmline.application.hinting import hint
from warmline.application.holding import put_back
from warmline.application.phrases import Phrase
from warmline.application.ports import Clock, ConversationStore, Hints
from warmline.application.retrying import Patience
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.queueing import Lane
from warmline.domain.records import AddressRecord
from warmline.domain.states import Event, State
from warmline.domain.writes import Put

OFF_SHIFT, SUSPENDED = "off_shift", "suspended"
MOST_KEPT = 25
"""How many cases that are kept for one agent are looked at; for the rest it ends by itself."""


@dataclass(frozen=True, slots=True)
class ReturnCases:
    """Puts every open case of an agent who left back into the queue; customer and agent are told.

    Each case is a transaction of its own that holds the agent to having left: who comes back on
    shift meanwhile keeps the rest. Cases that were kept for them wait for anybody. Safe to run
    twice at once. One case that cannot be put back keeps no other from it, and stays due.
    """

    store: ConversationStore
    hints: Hints
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, user: str) -> None:
        held = [case.conversation for case in self.store.open_cases(user)]
        failures = [
            *self._each(self._put_back, user, held),
            *self._each(self._free, user, self._kept_for(user)),
        ]
        if failures:
            raise ExceptionGroup("some cases could not be put back", failures)
        self.patience.until_committed(lambda: self._all_back(user))

    def _each(
        self, act: Callable[[str, str], None], user: str, cases: Iterable[str]
    ) -> Iterator[Exception]:
        for case in cases:
            try:
                self.patience.until_committed(partial(act, user, case))
            except Exception as error:  # noqa: BLE001 - raised when the others were put back
                yield error

    def _put_back(self, user: str, conversation: str) -> None:
        agent, head = self._leaving(user), self.store.find_head(conversation)
        if agent is None or head is None:
            return
        if head.state is not State.WITH_AGENT or head.agent != user:
            return
        change = self._change(head)
        why = OFF_SHIFT if agent.active else SUSPENDED
        released = put_back(change, self.store, why=why, notice=Phrase.AGENT_RELEASED, holder=agent)
        change.post(released, lines.left_the_desk(alias(head.id), why), mention=user)
        self._commit(change)

    def _kept_for(self, user: str) -> list[str]:
        places = self.store.waiting([Lane(agent=user)], limit=MOST_KEPT)
        return [place.conversation for place in places]

    def _free(self, user: str, conversation: str) -> None:
        """A case that a colleague kept for them need not wait until that ends by itself."""
        agent, head = self.store.find_agent(user), self.store.find_head(conversation)
        if agent is None or (agent.active and agent.on_shift) or head is None:
            return
        if head.state is not State.WAITING or head.reserved_for != user:
            return
        change = self._change(head)
        change.record(
            Event.MOVE,
            Kind.MOVED,
            Role.SYSTEM,
            why=OFF_SHIFT if agent.active else SUSPENDED,
            skill=head.skill,
            needs_language=head.needs_language,
        )
        call_next(change, self.store, but=user)
        self._commit(change)

    def _change(self, head: Head) -> Change:
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        return Change(self.house, self.clock(), address, head)

    def _commit(self, change: Change) -> None:
        change.show_card()
        self.store.commit(change.writes())
        hint(self.hints, self.house.policy, change.entries, change.outgoing)

    def _all_back(self, user: str) -> None:
        """Nothing is left to do for them, unless something was claimed before they left."""
        agent = self._leaving(user)
        if agent is not None and not self.store.open_cases(user):
            self.store.commit([Put(replace(agent, returning_at=None))])

    def _leaving(self, user: str) -> Agent | None:
        agent = self.store.find_agent(user)
        due = agent.returning_at if agent else None
        return agent if due is not None and due <= self.clock() else None
