"""One thing of the customer to one agent: with a reason, written down, and gone a minute later."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.agent import Agent, authorise
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.outgoing import Outgoing, Task, window_target
from warmline.domain.private_things import PrivateThing, private_things
from warmline.domain.records import AddressRecord
from warmline.domain.states import State

MOST_OF_REASON = 300


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants to see which thing of which case, why, and in which window of theirs."""

    user: str
    conversation: str
    thing: str
    why: str
    window: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """Shows what the desk hides, to the holder of the case or to a lead.

    Raises Refused for everybody else, and for a case in which there is nothing to see. What is
    returned has been written down before; its window is blanked whether or not it was shown.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience
    find_agent: Callable[[str], Agent | None]

    @property
    def seconds(self) -> int:
        return int(self.house.policy.reveal_seconds)

    def choices(self, user: str, conversation: str) -> tuple[Head, list[PrivateThing]]:
        """Return the case, and what may be asked for; never none."""
        head = self._head(conversation)
        check_may_reveal(authorise(self.find_agent(user)), head)
        address = self.store.find_address(head.address)
        things = self._things(head, address)
        if not things:
            raise Refused(Refusal.NOTHING_TO_REVEAL)
        return head, things

    def __call__(self, wish: Wish) -> PrivateThing:
        """Write down who looks at what, and why; return it."""
        if not wish.why.strip():
            raise Refused(Refusal.NO_REASON)
        return self.patience.until_committed(lambda: self._decide(wish))

    def _decide(self, wish: Wish) -> PrivateThing:
        agent, head = authorise(self.find_agent(wish.user)), self._head(wish.conversation)
        check_may_reveal(agent, head)
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        thing = next((one for one in self._things(head, address) if one.id == wish.thing), None)
        if thing is None:
            raise Refused(Refusal.NOTHING_TO_REVEAL)
        change = Change(self.house, self.clock(), address, head)
        entry = change.add(
            Kind.REVEALED,
            Role.AGENT,
            agent=agent.id,
            name=agent.display_name,
            text=thing.label,
            why=wish.why.strip()[:MOST_OF_REASON],
        )
        change.post(entry, lines.revealed(agent.display_name, thing.label))
        change.outgoing.append(
            Outgoing(
                target=window_target(wish.window),
                sequence=entry.sequence,
                task=Task.BLANK,
                conversation=head.id,
                created_at=change.now,
                not_before=change.now + timedelta(seconds=self.house.policy.reveal_seconds),
            )
        )
        self.store.commit(change.writes())
        return thing

    def _head(self, conversation: str) -> Head:
        head = self.store.find_head(conversation)
        if head is None:
            raise Refused(Refusal.NO_LONGER_OPEN)
        return head

    def _things(self, head: Head, address: AddressRecord | None) -> list[PrivateThing]:
        """Of the case before too: who reopens one asks for what was said in it."""
        before = self.store.read_log(head.previous) if head.previous else []
        log = [*before, *self.store.read_log(head.id)]
        customer = address.customer if address else ""
        return private_things(head.address, log, customer=customer)


def check_may_reveal(agent: Agent, head: Head) -> None:
    """Raise Refused unless the agent holds the case, or is a lead."""
    if agent.lead:
        return
    if head.state is State.CLOSED:
        raise Refused(Refusal.NO_LONGER_OPEN)
    if head.state is not State.WITH_AGENT or head.agent != agent.id:
        raise Refused(Refusal.NOT_YOURS, holder=head.agent_name, holder_id=head.agent)
