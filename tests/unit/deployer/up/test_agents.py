"""Who may claim from the start."""

from deployer.up.agents import first_agents
from deployer.up.settings import read_settings
from warmline.domain.agent import Agent


def test_the_sandbox_starts_with_its_own_people_on_shift() -> None:
    agents = first_agents(read_settings({}), is_sandbox=True)

    assert [(agent.display_name, agent.lead) for agent in agents] == [
        ("Ana", False),
        ("Ben", False),
        ("Lea", True),
    ]
    assert all(agent.active and agent.on_shift for agent in agents)


def test_those_whom_the_environment_names_are_the_only_ones() -> None:
    settings = read_settings({"WARMLINE_AGENTS": "U1,U2", "WARMLINE_LEAD": "U2"})

    assert first_agents(settings, is_sandbox=True) == [
        Agent(id="U1", display_name="Agent", on_shift=True),
        Agent(id="U2", display_name="Agent", on_shift=True, lead=True),
    ]


def test_nobody_is_made_up_for_somebody_elses_slack() -> None:
    assert first_agents(read_settings({}), is_sandbox=False) == []
