"""`warmline agents` against a table in moto; against a stack it is tried end to end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from deployer.agents import agents
from deployer.hours import HEADER
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.agent import OpenCase, ShiftChange, ShiftEvent, WorkDone
from warmline.domain.writes import Put, Row

pytestmark = pytest.mark.usefixtures("store")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(agents, ["--table", "line", *arguments])
    return result.exit_code, result.output


def test_somebody_who_is_added_is_on_shift_under_their_name(store: DynamoStore) -> None:
    assert run("add", "U024BE7LH", "Ana", "--limit", "3") == (
        0,
        "Ana (U024BE7LH) is an agent, on shift.\n",
    )
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.display_name, agent.active, agent.on_shift, agent.limit) == ("Ana", True, True, 3)


def test_adding_again_changes_the_name_and_keeps_the_rest(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana", "--limit", "3")
    run("add", "U024BE7LH", "Ana B.")
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.display_name, agent.limit) == ("Ana B.", 3)


def test_somebody_suspended_is_no_longer_active(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana")
    assert run("suspend", "U024BE7LH")[0] == 0
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert not agent.active


def test_somebody_suspended_gives_back_what_they_hold(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana")
    ana = store.find_agent("U024BE7LH")
    assert ana is not None
    put(store, replace(ana, open_count=1), OpenCase(agent=ana.id, conversation="c1"))

    assert run("suspend", "U024BE7LH")[0] == 0

    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert agent.returning_at is not None, "the sweeper and the stream take it from here"
    assert [event.what for event in shift_of(store)] == [ShiftChange.ON, ShiftChange.SUSPENDED]


def test_somebody_restored_is_an_agent_off_shift(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana")
    run("suspend", "U024BE7LH")
    assert run("restore", "U024BE7LH") == (0, "Ana (U024BE7LH) is an agent again, off shift.\n")
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.active, agent.on_shift) == (True, False)


def test_what_is_said_of_somebody_is_kept_and_what_is_not_said_stays(store: DynamoStore) -> None:
    said = ("--skill", "payments", "--skill", "vip", "--language", "es", "--team", "gold", "--lead")
    run("add", "U024BE7LH", "Ana", *said)
    run("add", "U024BE7LH", "Ana", "--limit", "4")
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.skills, agent.languages, agent.team) == (("payments", "vip"), ("es",), "gold")
    assert (agent.lead, agent.limit) == (True, 4)

    run("add", "U024BE7LH", "Ana", "--no-lead", "--team", "main")
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.lead, agent.team) == (False, "")


def test_everybody_is_listed_with_what_they_are_there_for() -> None:
    run("add", "U0BEN00000", "Ben", "--skill", "payments", "--language", "es", "--limit", "3")
    run("add", "U0ANA00000", "Ana", "--lead")
    run("suspend", "U0ANA00000")

    assert run("list")[1].splitlines() == [
        "U0ANA00000  Ana: suspended; 0 open; team main; lead",
        "U0BEN00000  Ben: on shift; 0 open of 3; team main; skills payments; languages es",
    ]


def test_hours_are_a_line_for_each_agent_and_day(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "=Ana")
    shift = [("02T21:00", "on"), ("02T22:00", "break"), ("02T22:30", "on"), ("03T02:00", "off")]
    put(store, *(event(when, what) for when, what in shift))
    put(store, done("03T01:00", "c1"), done("03T01:30", "c1"), done("05T10:00", "c2"))

    code, output = run(
        *("hours", "--since", "2026-03-01", "--until", "2026-03-05"),
        *("--time-zone", "Europe/Berlin"),
    )

    assert code == 0
    assert output.splitlines() == [
        ",".join(HEADER),
        "U024BE7LH,'=Ana,2026-03-02,22:00,24:00,1.50,0.50,0",
        "U024BE7LH,'=Ana,2026-03-03,00:00,03:00,3.00,0.00,1",
        "U024BE7LH,'=Ana,2026-03-05,,,0.00,0.00,1",
    ]


def test_hours_of_other_days_are_left_out(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana")
    put(store, event("02T09:00", "on"), event("02T10:00", "off"))

    _, output = run("hours", "--since", "2026-03-03", "--until", "2026-03-03")

    assert output.splitlines() == [",".join(HEADER)]


def test_who_is_still_on_has_worked_until_now() -> None:
    run("add", "U024BE7LH", "Ana")

    [_, line] = run("hours")[1].splitlines()

    assert line.startswith("U024BE7LH,Ana,")
    assert line.endswith(",0.00,0.00,0")


def at(when: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-{when}").replace(tzinfo=UTC)


def event(when: str, what: str) -> ShiftEvent:
    return ShiftEvent(agent="U024BE7LH", at=at(when), what=ShiftChange(what), by="U024BE7LH")


def done(when: str, conversation: str) -> WorkDone:
    ended = at(when).isoformat()
    return WorkDone(agent="U024BE7LH", at=ended, conversation=conversation, ended="resolved")


def put(store: DynamoStore, *rows: Row) -> None:
    store.commit([Put(row) for row in rows])


def shift_of(store: DynamoStore) -> list[ShiftEvent]:
    return store.shift_events("U024BE7LH", since=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "ana", "Ana"), "not a Slack user id"),
        (("add", "U024BE7LH", " "), "a display name has"),
        (("suspend", "U024BE7LH"), "is not an agent"),
        (("restore", "U024BE7LH"), "is not an agent"),
        (("hours", "--time-zone", "Nowhere/None"), "is not a time zone"),
        (("hours", "--time-zone", "../etc"), "is not a time zone"),
    ],
)
def test_what_cannot_be_done_is_one_clear_sentence(arguments: tuple[str, ...], said: str) -> None:
    code, output = run(*arguments)
    assert code == 1
    assert said in output
