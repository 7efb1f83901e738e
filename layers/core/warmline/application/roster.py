"""Who is an agent here, the deployment's first lead included."""

from dataclasses import dataclass, replace

from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, authorise
from warmline.domain.errors import Refusal, Refused

FIRST_LEADS_NAME = "Team lead"


@dataclass(frozen=True, slots=True)
class Roster:
    """Finds agents. The first lead, whom the template names, is one before anybody was added.

    They stay a lead whatever their row says; suspended they are like anybody else.
    """

    store: ConversationStore
    first_lead: str = ""

    def find(self, user: str) -> Agent | None:
        """Return the agent with this Slack user id, suspended ones too."""
        return self._led(user, self.store.find_agent(user)) if user else None

    def everyone(self) -> list[Agent]:
        """Return everybody who was ever an agent, by name. May lag."""
        known = {agent.id: agent for agent in self.store.agents()}
        if self.first_lead:
            known.setdefault(self.first_lead, first_lead(self.first_lead))
        agents = [self._led(agent.id, agent) or agent for agent in known.values()]
        return sorted(agents, key=lambda agent: (agent.display_name.casefold(), agent.id))

    def authorise_lead(self, user: str) -> Agent:
        """Return the lead. Raises Refused for a stranger, and for an agent who is none."""
        agent = authorise(self.find(user))
        if not agent.lead:
            raise Refused(Refusal.NOT_A_LEAD)
        return agent

    def _led(self, user: str, agent: Agent | None) -> Agent | None:
        if not self.first_lead or user != self.first_lead:
            return agent
        return replace(agent, lead=True) if agent else first_lead(user)


def first_lead(user: str) -> Agent:
    """The first lead before anything was stored of them."""
    return Agent(id=user, display_name=FIRST_LEADS_NAME, on_shift=True, lead=True)
