"""Slack in trouble on the deployed line: claims go on, and the desk comes back by itself."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from click.testing import CliRunner

from deployer.desk import desk
from tests.e2e.people import Customer, until_true
from tests.e2e.stacks import ANA, DESK, LEA, DeployedLine
from warmline.domain.card import alias
from warmline.domain.states import State

pytestmark = pytest.mark.timeout(300)

phones = (f"+1415555{number:04}" for number in count(7000))


@pytest.fixture
def away(line: DeployedLine) -> Iterator[DeployedLine]:
    """A line whose app was thrown out of the desk channel; it is in again in the end."""
    let_in(line, has_app=False)
    yield line
    let_in(line, has_app=True)


def let_in(line: DeployedLine, *, has_app: bool) -> None:
    place = line.slack.workspace.find_channel(DESK)
    assert place is not None
    line.slack.workspace.put_channel(replace(place, has_app=has_app))


def warmline_desk(line: DeployedLine, monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    where = ["--stack", line.ready.stack, "--endpoint-url", line.ready.endpoint_url]
    result = CliRunner().invoke(desk, [*where, *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_case_that_no_card_shows_is_claimed_and_answered_and_its_card_comes_later(
    away: DeployedLine,
) -> None:
    customer = Customer(away, next(phones))
    customer.text("a human please")
    until_true(lambda: customer.head.state is State.WAITING, "nobody waits")

    away.slack.commands.give(ANA, DESK, "/warmline", f"claim {alias(customer.head.id)}")

    assert customer.head.agent == ANA
    assert customer.cards == []

    let_in(away, has_app=True)
    until_true(lambda: bool(customer.cards), "its card does not come back")
    until_true(lambda: bool(customer.thread), "its thread does not come back")
    customer.press(ANA, "resolve")


def test_a_card_that_a_lead_deletes_is_up_again(line: DeployedLine) -> None:
    customer = Customer(line, next(phones))
    customer.text("a human please, it is urgent")
    until_true(lambda: bool(customer.cards) and bool(customer.thread), "no card")
    [card] = customer.cards

    line.slack.acting.delete(LEA, DESK, card.ts)

    def again() -> bool:
        cards = [one for one in customer.cards if one.ts != card.ts]
        return bool(cards) and bool(line.slack.workspace.replies(DESK, cards[0].ts))

    until_true(again, "its card is not posted again")
    customer.press(ANA, "claim")
    customer.press(ANA, "resolve")


def test_the_shift_message_is_set_up_and_the_desk_is_made_again_by_commands(
    line: DeployedLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "in the desk channel, pinned" in warmline_desk(line, monkeypatch, "setup")
    assert "in the desk channel, pinned" in warmline_desk(line, monkeypatch, "setup")
    shifts = [m for m in line.slack.workspace.messages(DESK) if "Your shift" in m.text]
    assert len(shifts) == 1

    customer = Customer(line, next(phones))
    customer.text("a human please, once more")
    until_true(lambda: bool(customer.cards), "no card")
    [card] = customer.cards
    line.slack.workspace.remove(card)  # as if Slack had lost it: nobody is told
    assert customer.cards == []

    assert "open cases are being shown again" in warmline_desk(line, monkeypatch, "rebuild")

    until_true(lambda: bool(customer.cards), "its card is not made again")
    customer.press(ANA, "claim")
    customer.press(ANA, "resolve")
