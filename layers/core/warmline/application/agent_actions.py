"""What an agent does to a conversation: each press is authorised, then one transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from warmline.application.change import Change, House
from warmline.application.claiming import claim
from warmline.application.ending import hand_back, release, resolve
from warmline.application.finding_cases import find_case
from warmline.application.holding import check_holder
from warmline.application.ports import Clock, ConversationStore, NewId
from warmline.application.reopening import reopen
from warmline.application.retrying import Patience
from warmline.application.roster import Roster
from warmline.application.taking_next import TakeNext
from warmline.application.transferring import Onward, transfer
from warmline.domain.agent import Agent, authorise, check_may_claim
from warmline.domain.conversation import Head, Posted
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import AddressRecord

type Act = Callable[[Agent, Change], None]


@dataclass(frozen=True, slots=True)
class AgentActions:
    """Next, claim, release, transfer, hand back, resolve, reopen.

    Every method raises Refused with the reason, and who has the case, when this person may not or
    comes too late; StoreUnavailable when the table did not take it. `epoch` is the one on the
    button that was pressed; None stands for a command that names the case only.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience
    new_id: NewId
    first_lead: str = ""

    def next(self, user: str) -> Head:
        """Give this agent the case that has waited longest of all that they may take.

        Refused with NOTHING_WAITING when there is none.
        """
        agent = authorise(self.find_agent(user))
        check_may_claim(agent, int(self.house.policy.agent_limit))
        return TakeNext(self.store, self.patience.random, self.claim)(agent)

    def claim(self, user: str, conversation: str, posted: Posted | None = None) -> Head:
        """Give the waiting conversation to this agent. `posted` is where the button was."""
        return self._decide(
            user, conversation, lambda agent, change: claim(agent, change, self.store, posted)
        )

    def release(self, user: str, conversation: str, epoch: int | None = None) -> Head:
        """Put the conversation back into the queue, with the place that it had and a start."""
        return self._as_holder(
            user, conversation, epoch, lambda agent, change: release(agent, change, self.store)
        )

    def transfer(  # noqa: PLR0913 - where to is told by name
        self,
        user: str,
        conversation: str,
        epoch: int | None = None,
        *,
        agent: str = "",
        team: str = "",
        note: str = "",
    ) -> Head:
        """Pass the conversation on to a person or a team, with a note for whoever takes it."""
        onward = Onward(agent=agent, team=team, note=note)
        return self._as_holder(
            user,
            conversation,
            epoch,
            lambda holder, change: transfer(holder, change, self.store, onward),
        )

    def hand_back(
        self, user: str, conversation: str, epoch: int | None = None, *, note: str = ""
    ) -> Head:
        """Give the conversation to the bot, with a note of what was done."""
        return self._as_holder(
            user,
            conversation,
            epoch,
            lambda agent, change: hand_back(agent, change, self.store, note),
        )

    def resolve(
        self, user: str, conversation: str, epoch: int | None = None, *, solved: bool = True
    ) -> Head:
        """Close the conversation, as solved or as not."""
        return self._as_holder(
            user,
            conversation,
            epoch,
            lambda agent, change: resolve(agent, change, self.store, solved=solved),
        )

    def reopen(self, user: str, conversation: str) -> Head:
        """Open a new conversation with the customer of a closed one; this agent has it.

        Returns the new one's head.
        """
        opened = self.new_id()
        return self._decide(
            user, conversation, lambda agent, change: reopen(agent, change, self.store, opened)
        )

    def find_case(self, user: str, case: str = "") -> str:
        """Return the conversation that an alias names; without one, the agent's only open case.

        Raises Refused when there is no such case, or more than one.
        """
        return find_case(self.store, authorise(self.find_agent(user)).id, case)

    def find_agent(self, user: str) -> Agent | None:
        """Return the agent; the deployment's first lead is one before anybody was added."""
        return Roster(self.store, self.first_lead).find(user)

    def _as_holder(self, user: str, conversation: str, epoch: int | None, act: Act) -> Head:
        def check_then_act(agent: Agent, change: Change) -> None:
            head = change.get_head()
            check_holder(head, agent.id)
            if epoch is not None and epoch != head.epoch:
                raise Refused(Refusal.OUT_OF_DATE)
            act(agent, change)

        return self._decide(user, conversation, check_then_act)

    def _decide(self, user: str, conversation: str, act: Act) -> Head:
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
