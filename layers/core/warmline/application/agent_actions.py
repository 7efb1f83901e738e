"""What an agent does to a conversation: each press is authorised, then one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from warmline.application.change import Change, House
from warmline.application.holding import let_go, put_back, take_hold
from warmline.application.phrases import Phrase
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.agent import Agent, authorise, check_may_claim
from warmline.domain.card import alias
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import Kind, Outcome, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import AddressRecord, Thread
from warmline.domain.states import Event, State, move_for


@dataclass(frozen=True, slots=True)
class AgentActions:
    """Claim, release, hand back, resolve.

    Every method raises Refused with the reason, and who has the case, when this person may not or
    comes too late; StoreUnavailable when the table did not take it. `epoch` is the one on the
    button that was pressed; None stands for a command that names the case only.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience
    first_lead: str = ""

    def claim(self, user: str, conversation: str, posted: Posted | None = None) -> Head:
        """Give the waiting conversation to this agent. `posted` is where the button was."""
        return self._decide(
            user, conversation, lambda agent, change: self._claim(agent, change, posted)
        )

    def release(self, user: str, conversation: str, epoch: int | None = None) -> Head:
        """Put the conversation back into the queue, with the place that it had and a start."""
        return self._decide(user, conversation, self._held(epoch, self._release))

    def hand_back(
        self, user: str, conversation: str, epoch: int | None = None, *, note: str = ""
    ) -> Head:
        """Give the conversation to the bot, with a note of what was done."""
        return self._decide(
            user,
            conversation,
            self._held(epoch, lambda agent, change: self._hand_back(agent, change, note)),
        )

    def resolve(self, user: str, conversation: str, epoch: int | None = None) -> Head:
        """Close the conversation as solved."""
        return self._decide(user, conversation, self._held(epoch, self._resolve))

    def find_case(self, user: str, case: str = "") -> str:
        """Return the conversation that an alias names; without one, the agent's only open case.

        Raises Refused when there is no such case among the agent's, or more than one.
        """
        agent = authorise(self.find_agent(user))
        cases = [row.conversation for row in self.store.open_cases(agent.id)]
        named = [one for one in cases if alias(one).lower() == case.strip().lower()]
        found = named if case.strip() else cases
        if len(found) != 1:
            raise Refused(Refusal.WHICH_CASE if cases else Refusal.NO_CASE)
        return found[0]

    def find_agent(self, user: str) -> Agent | None:
        """Return the agent; the deployment's first lead is one before anybody was added."""
        agent = self.store.find_agent(user)
        if agent is None and user and user == self.first_lead:
            return Agent(id=user, display_name="Team lead", on_shift=True, lead=True)
        return agent

    def _decide(self, user: str, conversation: str, act: Callable[[Agent, Change], None]) -> Head:
        def decide() -> Head:
            agent = authorise(self.find_agent(user))
            change = self._change(conversation)
            act(agent, change)
            change.show_card()
            self.store.commit(change.writes())
            return change.get_head()

        return self.patience.until_committed(decide)

    def _change(self, conversation: str) -> Change:
        head = self.store.find_head(conversation)
        if head is None:
            raise Refused(Refusal.NO_LONGER_OPEN)
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        return Change(self.house, self.clock(), address, head)

    def _held(
        self, epoch: int | None, act: Callable[[Agent, Change], None]
    ) -> Callable[[Agent, Change], None]:
        def check_then_act(agent: Agent, change: Change) -> None:
            head = change.get_head()
            check_holder(head, agent.id)
            if epoch is not None and epoch != head.epoch:
                raise Refused(Refusal.OUT_OF_DATE)
            act(agent, change)

        return check_then_act

    def _claim(self, agent: Agent, change: Change, posted: Posted | None) -> None:
        head = change.get_head()
        check_claimable(head, agent, change)
        check_may_claim(agent, int(self.house.policy.agent_limit))
        change.record(
            Event.CLAIM, Kind.CLAIMED, Role.AGENT, agent=agent.id, name=agent.display_name
        )
        take_hold(change, agent)
        change.notice(Phrase.AGENT_JOINED, agent=agent.display_name)
        if posted is not None:
            self._keep_thread(change, posted)

    def _keep_thread(self, change: Change, posted: Posted) -> None:
        """The card may be up before its delivery was written down: the press tells where."""
        head = change.get_head()
        if head.marks.card is None:
            change.mark(replace(head, marks=replace(head.marks, card=posted)))
        if self.store.find_thread(posted.channel, posted.ts) is None:
            change.save(Thread(channel=posted.channel, ts=posted.ts, conversation=head.id))

    def _release(self, agent: Agent, change: Change) -> None:
        put_back(change, self.store, why="released", notice=Phrase.AGENT_RELEASED, holder=agent)

    def _hand_back(self, agent: Agent, change: Change, note: str) -> None:
        let_go(change, self.store, ended="handed_back", holder=agent)
        change.record(Event.HAND_BACK, Kind.HANDED_BACK, Role.AGENT, agent=agent.id, text=note)
        change.notice(Phrase.HANDED_BACK, agent=agent.display_name)

    def _resolve(self, agent: Agent, change: Change) -> None:
        let_go(change, self.store, ended=Outcome.CONFIRMED.value, holder=agent)
        change.close(Event.RESOLVE, Outcome.CONFIRMED)
        change.notice(Phrase.RESOLVED, agent=agent.display_name)


def check_holder(head: Head, user: str) -> None:
    """Raise Refused unless this person holds the conversation now."""
    if head.state is State.CLOSED:
        raise Refused(Refusal.NO_LONGER_OPEN)
    if head.state is not State.WITH_AGENT or head.agent != user:
        raise Refused(Refusal.NOT_YOURS, holder=head.agent_name, holder_id=head.agent)


def check_claimable(head: Head, agent: Agent, change: Change) -> None:
    """Raise Refused, naming the holder, unless the conversation waits for this agent too."""
    if head.state is State.WITH_AGENT:
        mine = head.agent == agent.id
        since = head.claimed_at.isoformat() if head.claimed_at else ""
        reason = Refusal.ALREADY_YOURS if mine else Refusal.ALREADY_CLAIMED
        raise Refused(reason, holder=head.agent_name, holder_id=head.agent, since=since)
    move_for(head.state, Event.CLAIM)
    reserved = head.reserved_until is not None and head.reserved_until > change.now
    if reserved and head.reserved_for != agent.id:
        raise Refused(Refusal.RESERVED)
