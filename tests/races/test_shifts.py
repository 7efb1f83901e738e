"""Going off shift races with everything that gives an agent a case, or takes one from them."""

from collections.abc import Callable
from itertools import count

from bench.line import Line, Nobody, at_once
from bench.races import ask_for_human, hire, make_lines
from tests.races.invariants import Rows
from warmline.application.returning import ReturnCases
from warmline.application.roster import Roster
from warmline.application.shifts import Shifts
from warmline.bootstrap import SLACK_PATIENCE
from warmline.domain.address import Address
from warmline.domain.errors import Refused
from warmline.domain.states import State

ROUNDS = 10
CUSTOMERS = (Address.sms(f"+1555124{n:04}", "+15550006789") for n in count())


def shifts_of(line: Line) -> Shifts:
    return Shifts(line.store, line.clock, line.patience, Roster(line.store).find)


def return_cases(line: Line) -> ReturnCases:
    return ReturnCases(line.store, Nobody(), line.house, line.clock, line.patience)


def tried(act: Callable[[], object]) -> Callable[[], None]:
    """An agent's press: refused, or done."""

    def press() -> None:
        try:
            act()
        except Refused:
            return

    return press


def test_who_goes_off_shift_while_claiming_keeps_nothing(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    one, two = make_lines(dynamodb_local, table, 2, SLACK_PATIENCE)
    [agent] = hire(one, 1)
    for _ in range(ROUNDS):
        case = ask_for_human(one, next(CUSTOMERS))
        shifts_of(one).on(agent.id)

        at_once(
            [
                tried(lambda case=case: one.actions.claim(agent.id, case)),  # type: ignore[misc]
                lambda: shifts_of(two).off(agent.id),
            ]
        )
        return_cases(one)(agent.id)

        head = one.store.find_head(case)
        assert head is not None
        assert head.state is State.WAITING

    [row] = rows_after.read().agents
    assert (row.open_count, row.returning_at) == (0, None)


def test_a_case_goes_back_once_whoever_is_at_it(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    """Two workers and the agent's own press on Release or Resolve, in the same moment."""
    one, two, three = make_lines(dynamodb_local, table, 3, SLACK_PATIENCE)
    [agent] = hire(one, 1)
    for turn in range(ROUNDS):
        case = ask_for_human(one, next(CUSTOMERS))
        shifts_of(one).on(agent.id)
        one.actions.claim(agent.id, case)
        shifts_of(one).off(agent.id)
        press = three.actions.release if turn % 2 else three.actions.resolve

        at_once(
            [
                lambda: return_cases(one)(agent.id),
                lambda: return_cases(two)(agent.id),
                tried(lambda case=case, press=press: press(agent.id, case)),  # type: ignore[misc]
            ]
        )
        return_cases(one)(agent.id)

        head = one.store.find_head(case)
        assert head is not None
        assert head.agent == ""

    rows = rows_after.read()
    assert [row.open_count for row in rows.agents] == [0]
    assert rows.open_cases == []
