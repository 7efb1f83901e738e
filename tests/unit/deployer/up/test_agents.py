"""Who may claim from the start."""

from datetime import UTC, datetime

from deployer.up.agents import first_agents, put_first_agents
from deployer.up.settings import read_settings
from warmline.adapters.memory import MemoryStore
from warmline.domain.agent import Agent, ShiftChange

BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


def test_the_sandbox_starts_with_its_own_people_on_shift() -> None:
    agents = first_agents(read_settings({}), is_sandbox=True)

    assert [(agent.display_name, agent.lead) for agent in agents] == [
        ("Ana", False),
        ("Ben", False),
        ("Noor", False),
        ("Lea", True),
    ]
    assert all(agent.active for agent in agents)
    assert {agent.display_name for agent in agents if not agent.on_shift} == {"Noor"}


def test_those_whom_the_environment_names_are_the_only_ones() -> None:
    settings = read_settings({"WARMLINE_AGENTS": "U1,U2", "WARMLINE_LEAD": "U2"})

    assert first_agents(settings, is_sandbox=True) == [
        Agent(id="U1", display_name="Agent", on_shift=True),
        Agent(id="U2", display_name="Agent", on_shift=True, lead=True),
    ]


def test_nobody_is_made_up_for_somebody_elses_slack() -> None:
    assert first_agents(read_settings({}), is_sandbox=False) == []


def test_their_rows_are_there_from_the_start() -> None:
    store = MemoryStore()

    put_first_agents(store, read_settings({"WARMLINE_LEAD": "U9"}), is_sandbox=True)

    lead = store.find_agent("U9")
    assert lead is not None
    assert lead.lead
    assert [event.what for event in store.shift_events("U9", since=BEFORE)] == [ShiftChange.ON]
