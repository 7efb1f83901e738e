"""`warmline desk` against a table in moto; what its rows come to is tried by journeys."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from deployer.desk import desk, held_cases, waiting_cases
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.agent import Agent, OpenCase
from warmline.domain.conversation import Head
from warmline.domain.outgoing import Outgoing, Status, Task, card_target, shift_target
from warmline.domain.records import AddressRecord
from warmline.domain.states import State
from warmline.domain.writes import Put, Row

pytestmark = pytest.mark.usefixtures("store")

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(desk, ["--table", "line", *arguments])
    return result.exit_code, result.output


def put(store: DynamoStore, *rows: Row) -> None:
    store.commit([Put(row) for row in rows])


def case(store: DynamoStore, name: str, *, minutes: int = 0, **more: object) -> None:
    """A case that waits since so many minutes after nine, unless told otherwise."""
    at = NOW + timedelta(minutes=minutes)
    address = f"sms:+1555{name}:+15550006789"
    fields: dict[str, object] = {
        "state": State.WAITING,
        "waiting_since": at,
        "last_sequence": 4,
    } | more
    head = Head(
        id=name,
        address=address,
        epoch=2,
        opened_at=at,
        last_activity=at,
        first_sequence=1,
        **fields,  # type: ignore[arg-type]  # a test's own
    )
    put(store, head, AddressRecord(address=address, last_sequence=4, open_conversation=name))


def shift_row(store: DynamoStore) -> Outgoing:
    row = store.last_outgoing(shift_target())
    assert row is not None
    return row


def test_setup_has_the_shift_message_posted(store: DynamoStore) -> None:
    code, said = run("setup", "--wait", "0")

    assert (code, "waits for Slack" in said) == (0, True)
    row = shift_row(store)
    assert (row.task, row.status, row.ts) == (Task.SHIFT, Status.PENDING, "")


def test_setup_again_brings_the_same_message_up_to_date(store: DynamoStore) -> None:
    run("setup", "--wait", "0")
    put(store, shift_row(store).ended(Status.SENT, provider_id="1.0001"))

    run("setup", "--wait", "0")

    assert (shift_row(store).sequence, shift_row(store).ts) == (2, "1.0001")


def test_setup_says_what_keeps_it(store: DynamoStore) -> None:
    run("setup", "--wait", "0")
    row = shift_row(store)
    put(store, row.postponed(NOW, error="not_in_channel"))
    put(store, replace(shift_row(store), sequence=2, version=0))

    assert "posted once Slack is there" in run("setup", "--wait", "0")[1]


def test_rebuild_shows_what_is_held_and_then_the_queue_in_its_order(store: DynamoStore) -> None:
    case(store, "c0003", minutes=3)
    case(store, "c0001", minutes=1, needs_language="es")
    case(store, "c0002", minutes=2, reserved_for="U0ANA")
    case(store, "c0009", state=State.WITH_AGENT, agent="U0ANA", waiting_since=None)
    case(store, "c0010", state=State.BOT, waiting_since=None)
    put(store, Agent(id="U0ANA", display_name="Ana", open_count=1))
    put(store, OpenCase(agent="U0ANA", conversation="c0009"))
    assert held_cases(store) == ["c0009"]
    assert waiting_cases(store) == ["c0001", "c0002", "c0003"]

    code, said = run("rebuild")

    assert (code, said.partition(" ")[0]) == (0, "4")
    rows = [store.last_outgoing(card_target(one)) for one in ("c0009", "c0001", "c0002", "c0003")]
    slots = [row.not_before for row in rows if row is not None and row.not_before is not None]
    assert len(slots) == 4
    assert slots == sorted(slots)
    assert store.last_outgoing(card_target("c0010")) is None


def test_rebuild_of_an_empty_desk_is_nothing(store: DynamoStore) -> None:
    assert store.agents() == []
    assert run("rebuild")[1].startswith("0 open cases")


def test_without_a_table_it_says_so() -> None:
    result = CliRunner().invoke(desk, ["--table", "nothing", "rebuild"])
    assert result.exit_code == 1
    assert "the table cannot be used" in result.output
