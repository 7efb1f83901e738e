"""The people who may claim cases from the start, as rows of the table."""

from itertools import batched

from deployer.up.settings import LocalSettings
from sandbox.slack.people import PEOPLE, Part
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.writes import Put

# Customers see the name; of a person whom only an id names we know none.
UNKNOWN_NAME = "Agent"
MOST_IN_A_TRANSACTION = 100


def put_first_agents(
    store: ConversationStore, settings: LocalSettings, *, is_sandbox: bool
) -> None:
    """Store the rows of those who start as agents."""
    agents = first_agents(settings, is_sandbox=is_sandbox)
    for some in batched(agents, MOST_IN_A_TRANSACTION, strict=False):
        store.commit([Put(agent) for agent in some])


def first_agents(settings: LocalSettings, *, is_sandbox: bool) -> list[Agent]:
    """Return who starts as an active agent on shift: those named, else the sandbox's people."""
    if settings.agents or settings.lead or not is_sandbox:
        agents = settings.agents
        leads = (settings.lead,) if settings.lead else tuple[str, ...]()
    else:
        agents = tuple(person.id for person in PEOPLE if person.part is Part.AGENT)
        leads = tuple(person.id for person in PEOPLE if person.part is Part.LEAD)
    return [
        *(_agent(user, lead=False) for user in agents if user not in leads),
        *(_agent(user, lead=True) for user in leads),
    ]


def _agent(user: str, *, lead: bool) -> Agent:
    names = {person.id: person.full_name.partition(" ")[0] for person in PEOPLE}
    name = names.get(user, UNKNOWN_NAME)
    return Agent(id=user, display_name=name, active=True, on_shift=True, lead=lead)
