"""The people who may claim cases from the start, as rows of the table."""

from datetime import UTC, datetime
from itertools import batched
from types import MappingProxyType

from deployer.up.settings import LocalSettings
from sandbox.slack.people import PEOPLE, Part
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, ShiftChange, ShiftEvent
from warmline.domain.writes import Put

# Customers see the name; of a person whom only an id names we know none.
UNKNOWN_NAME = "Agent"
MOST_IN_A_TRANSACTION = 100
# What makes the sandbox's people differ: the page's own rules ask for both.
SKILLS = MappingProxyType({"U0BEN00002": ("payments",)})
LANGUAGES = MappingProxyType({"U0BEN00002": ("es",)})


def put_first_agents(
    store: ConversationStore, settings: LocalSettings, *, is_sandbox: bool
) -> None:
    """Store the rows of those who start as agents, and when their shift began."""
    now = datetime.now(UTC)
    rows: list[Put] = []
    for agent in first_agents(settings, is_sandbox=is_sandbox):
        rows.append(Put(agent))
        if agent.on_shift:
            rows.append(Put(ShiftEvent(agent=agent.id, at=now, what=ShiftChange.ON, by=agent.id)))
    for some in batched(rows, MOST_IN_A_TRANSACTION, strict=False):
        store.commit(list(some))


def first_agents(settings: LocalSettings, *, is_sandbox: bool) -> list[Agent]:
    """Return who starts as an active agent: those named, else the sandbox's people.

    All are on shift but the sandbox's guest, who has it to begin.
    """
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
    known = {person.id: person for person in PEOPLE}
    person = known.get(user)
    return Agent(
        id=user,
        display_name=person.full_name.partition(" ")[0] if person else UNKNOWN_NAME,
        active=True,
        on_shift=person is None or not person.is_guest,
        lead=lead,
        skills=SKILLS.get(user, ()),
        languages=LANGUAGES.get(user, ()),
    )
