"""What the bot does beside answering: who must agree, that it happens once, and who is told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.journeys.world import WEB
from tests.laws.checks import check_safety
from tests.tools import FO
from warmline.application.tool_running import Caller
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import LogEntry
from warmline.domain.errors import Refusal, Refused, ToolFailed
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.states import State
from warmline.domain.tools import ToolStatus

QUESTION = f"Shall I start the return of {FO}? Please answer yes or no."


@pytest.fixture
def world() -> Iterator[ToolWorld]:
    """A line with actions, which keeps the laws whatever is done."""
    world = ToolWorld()
    yield world
    check_safety(world)


def key_of_request(world: ToolWorld) -> str:
    """The action that the latest request for approval is about."""
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return next(row.decides for row in reversed(rows) if row.decides)


def asked_for_refund(world: ToolWorld) -> tuple[str, str]:
    """A case that waits with a request for approval in its thread."""
    world.hire()
    conversation = world.says("I want my money back for it", ("refund_order", FO))
    return conversation, key_of_request(world)


def test_a_look_up_runs_at_once_and_the_answer_keeps_what_it_found(world: ToolWorld) -> None:
    conversation = world.says("where is it?", ("order_status", FO))

    assert world.told[-1].endswith(f"Order {FO}: Sent.")
    answer = world.log(conversation)[-1]
    assert [(use.name, use.status) for use in answer.tools] == [("order_status", ToolStatus.DONE)]


def test_nothing_is_changed_before_the_customer_says_yes(world: ToolWorld) -> None:
    world.says("please take it back", ("start_return", FO))

    assert world.told[-1].endswith(QUESTION)
    assert world.shop.calls == []


@pytest.mark.parametrize("yes", ["yes", "Yes please", "1", "ok", "sí", "ja"])
def test_the_customers_yes_has_it_done(world: ToolWorld, yes: str) -> None:
    conversation = world.says("please take it back", ("start_return", FO))

    world.says(yes)

    assert world.shop.names == ["start_return"]
    assert world.told[-1] == "Done: your return has the number RT-0001."
    [entry] = world.tool_entries(conversation)
    assert (entry.tools[0].status, entry.tools[0].name) == (ToolStatus.DONE, "start_return")
    assert world.head(conversation).state is State.BOT
    assert len(world.model.asked) == 1, "no model is needed for a yes"


@pytest.mark.parametrize("no", ["no", "no thanks", "nein", "不用"])
def test_the_customers_no_leaves_it_undone_and_is_acknowledged(world: ToolWorld, no: str) -> None:
    world.says("please take it back", ("start_return", FO))

    world.says(no)
    world.says("yes")

    assert world.shop.calls == []
    assert "All right, I won't do that." in world.told


def test_a_question_that_the_customer_never_read_is_not_agreed_to(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    name = ("LogEntry", conversation, world.log(conversation)[-1].sequence)
    answer = world.memory.rows[name]
    assert isinstance(answer, LogEntry)
    world.memory.rows[name] = replace(answer, text="A return is free of charge. Is that all right?")

    world.says("yes")

    assert world.shop.calls == []


def test_a_model_that_leaves_the_question_out_or_offers_a_person_too_is_mended(
    world: ToolWorld,
) -> None:
    world.model.says = "Would you like a person?"
    conversation = world.says("please take it back", ("start_return", FO))

    assert world.told[-1].endswith(f"Would you like a person? {QUESTION}")
    world.says("yes")

    assert world.shop.names == ["start_return"]
    assert world.head(conversation).state is State.BOT


def test_anything_else_than_a_yes_lets_the_question_lapse(world: ToolWorld) -> None:
    world.says("please take it back", ("start_return", FO))

    world.says("what does a return cost?")
    world.says("yes")

    assert world.shop.calls == []


def test_a_yes_that_is_taken_back_in_the_same_breath_is_none(world: ToolWorld) -> None:
    world.says("please take it back", ("start_return", FO))

    world.customer("yes", WEB)
    world.customer("no", WEB)
    world.settle()

    assert world.shop.calls == []


def test_a_yes_with_a_question_is_done_and_the_question_answered(world: ToolWorld) -> None:
    world.says("please take it back", ("start_return", FO))

    world.customer("yes", WEB)
    world.customer("and when do you open?", WEB)
    world.settle()

    assert world.shop.names == ["start_return"]
    assert world.model.asked[-1] == ("and when do you open?",)
    assert world.told[-1] == "Done: your return has the number RT-0001.\n\nI see."


def test_what_was_done_is_told_even_where_the_bot_was_getting_nowhere(world: ToolWorld) -> None:
    world.model.articles = (ArticleVersion("orders/track-an-order", "v1"),)
    world.says("when will my parcel arrive")
    world.says("please take it back", ("start_return", FO))

    world.customer("yes", WEB)
    world.customer("when will my parcel arrive", WEB)
    world.settle()

    assert any("Done: your return has the number RT-0001." in text for text in world.told)


def test_a_yes_after_a_human_had_the_case_agrees_to_nothing(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.hire()
    world.says("a human please")
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.settle()

    world.says("yes")

    assert world.shop.calls == []


def test_a_worker_that_dies_after_the_action_does_not_do_it_again(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.customer("yes", WEB)
    turn = world.take_turn
    lost = turn._lease(conversation, world.head(conversation).last_inbound)
    assert lost is not None
    turn._respond(lost)  # and the worker dies: nothing of the turn is stored

    world.live(60)

    assert world.shop.names == ["start_return"]
    [entry] = world.tool_entries(conversation)
    assert "RT-0001" in entry.tools[0].summary
    assert "RT-0001" in world.head(conversation).brief, "the turn was overdue by then"


def test_a_no_after_it_was_done_is_told_that_it_was_done(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.customer("yes", WEB)
    leased = world.take_turn._lease(conversation, world.head(conversation).last_inbound)
    assert leased is not None
    world.take_turn._respond(leased)  # and the worker dies
    world.customer("no", WEB)
    head, shed = world.head(conversation), world.take_turn.tools
    address = world.memory.find_address(WEB.value)
    assert shed is not None
    assert address is not None

    tools = shed.for_turn(head, address, world.log(conversation), through=head.last_inbound)

    assert tools is not None
    [use] = tools.uses()
    assert (use.status, use.summary) == (
        ToolStatus.DONE,
        "Done: your return has the number RT-0001.",
    )
    assert world.shop.names == ["start_return"]


def test_a_worker_that_dies_within_the_action_calls_it_again_with_the_same_key(
    world: ToolWorld,
) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.customer("yes", WEB)
    once = world.take_turn.tools
    assert once is not None
    use = world.log(conversation)[-2].tools[0]
    once.run_once._claim(use, _caller(conversation))  # and the worker dies

    world.live(60)

    assert len(world.shop.effects) == 1
    assert world.told[-1] == "Done: your return has the number RT-0001."


def test_an_ask_for_a_human_while_it_runs_shows_the_desk_what_was_done(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.shop.meanwhile = [lambda: world.customer("a human please", WEB)]

    world.says("yes")
    world.settle(5)

    assert world.head(conversation).state is State.WAITING
    assert any("RT-0001" in line for line in world.thread)
    assert "Done: your return has the number RT-0001." not in world.told


def test_an_ask_for_a_human_before_it_runs_leaves_it_undone(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.customer("yes", WEB)
    leased = world.take_turn._lease(conversation, world.head(conversation).last_inbound)
    assert leased is not None
    world.customer("a human please", WEB)

    world.take_turn._respond(leased)

    assert world.shop.calls == []


def test_an_agreed_action_that_fails_goes_to_a_human_who_is_told_of_the_doubt(
    world: ToolWorld,
) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.shop.fails = [ToolFailed("timeout", temporary=True, uncertain=True)]

    world.says("yes")

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.TOOL_FAILED)
    assert "may have been done" in head.signals[0].evidence


def test_a_tool_that_fails_twice_goes_to_a_human(world: ToolWorld) -> None:
    world.shop.fails = [ToolFailed("http_500"), ToolFailed("http_500")]

    conversation = world.says("where is it?", ("order_status", FO))
    assert world.head(conversation).state is State.BOT
    world.says("try again, where is it?", ("order_status", FO))

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.TOOL_FAILED)


@pytest.mark.fault(21)
@pytest.mark.parametrize(
    ("name", "order", "why"),
    [
        ("delete_everything", FO, "there is no such action"),
        ("order_status", "FO-1; DROP TABLE", "order has not the form of one"),
        ("order_status", "../../admin", "order has not the form of one"),
        ("search_notes", '{"text": "4111 1111 1111 1111"}', "the arguments hold a secret"),
    ],
)
def test_a_call_that_does_not_fit_is_refused_and_runs_nothing(
    world: ToolWorld, name: str, order: str, why: str
) -> None:
    world.says("do something", (name, order))

    assert [(use.status, use.summary) for use in world.model.seen] == [(ToolStatus.REFUSED, why)]
    assert world.shop.calls == []


def test_no_action_is_begun_when_the_customer_must_have_an_answer(world: ToolWorld) -> None:
    world.shop.meanwhile = [lambda: world.clock.forward(15.9)]

    world.says("where?", ("order_status", FO), ("order_status", "FO-20260098"))

    assert [use.status for use in world.model.seen] == [ToolStatus.DONE, ToolStatus.FAILED]
    assert world.shop.names == ["order_status"]


def test_the_same_call_twice_in_a_turn_runs_once(world: ToolWorld) -> None:
    world.says("where is it?", *[("order_status", FO)] * 3)

    assert world.shop.names == ["order_status"]


def test_a_turn_makes_no_more_than_its_share_of_calls(world: ToolWorld) -> None:
    world.says("where?", *[("order_status", f"FO-{number:08}") for number in range(30)])

    assert len(world.shop.calls) == 8
    assert world.model.seen[-1].status is ToolStatus.REFUSED


@pytest.mark.bad_input(53)
def test_what_needs_approval_waits_for_a_press_and_brings_the_case_to_the_desk(
    world: ToolWorld,
) -> None:
    conversation, _ = asked_for_refund(world)

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.POLICY)
    assert world.shop.calls == []
    assert any(f"Refund order {FO}" in line for line in world.thread)
    assert "approval" in head.signals[0].evidence


def test_an_agents_press_has_it_done_and_both_sides_are_told(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)

    world.decide.approve("U0ANA", key)
    world.settle(5)

    assert world.shop.names == ["refund_order"]
    assert world.told[-1] == "Your refund of $49.00 is on its way."
    assert world.thread[-2].endswith(f"Ana approved: Refund order {FO}. It is being done now.")
    assert "RF-0001" in world.thread[-1]
    uses = [use for entry in world.tool_entries(conversation) for use in entry.tools]
    assert [use.status for use in uses] == [ToolStatus.ASKED_AGENT, ToolStatus.DONE]


def test_two_presses_do_it_once_and_the_second_is_told(world: ToolWorld) -> None:
    _, key = asked_for_refund(world)
    world.decide.approve("U0ANA", key)

    for decide in (world.decide.approve, world.decide.decline):
        with pytest.raises(Refused) as refused:
            decide("U0ANA", key)
        assert refused.value.reason is Refusal.DECIDED_ALREADY
    world.settle(5)

    assert world.shop.names == ["refund_order"]


def test_a_declined_action_is_never_done(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)

    world.decide.decline("U0ANA", key)
    world.settle(5)

    assert world.shop.calls == []
    assert "Ana declined" in world.thread[-1]
    assert world.tool_entries(conversation)[-1].tools[0].status is ToolStatus.DECLINED


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("U0STRANGER", Refusal.NOT_AN_AGENT),
        ("U0OFF", Refusal.OFF_SHIFT),
        ("U0BEN", Refusal.NOT_YOURS),
    ],
)
def test_only_those_who_may_decide_do(world: ToolWorld, who: str, reason: Refusal) -> None:
    conversation, key = asked_for_refund(world)
    world.hire("U0OFF", "Olga", on_shift=False)
    world.hire("U0BEN", "Ben")
    world.actions.claim("U0ANA", conversation)

    with pytest.raises(Refused) as refused:
        world.decide.approve(who, key)

    assert refused.value.reason is reason
    world.decide.approve("U0ANA", key)


def test_a_lead_may_decide_another_agents_case(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)
    world.hire("U0LEA", "Lea", on_shift=False, lead=True)
    world.actions.claim("U0ANA", conversation)

    world.decide.approve("U0LEA", key)
    world.settle(5)

    assert world.shop.names == ["refund_order"]


@pytest.mark.parametrize("key", ["", "0" * 32])
def test_a_request_that_nobody_made_cannot_be_approved(world: ToolWorld, key: str) -> None:
    world.hire()

    with pytest.raises(Refused) as refused:
        world.decide.approve("U0ANA", key)

    assert refused.value.reason is Refusal.NO_LONGER_OPEN


def test_a_request_of_a_closed_case_cannot_be_approved(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)
    world.actions.claim("U0ANA", conversation)
    world.actions.resolve("U0ANA", conversation)

    with pytest.raises(Refused) as refused:
        world.decide.approve("U0ANA", key)

    assert refused.value.reason is Refusal.NO_LONGER_OPEN


def test_a_service_that_is_away_for_a_while_is_tried_again_with_the_same_key(
    world: ToolWorld,
) -> None:
    _, key = asked_for_refund(world)
    world.shop.fails = [ToolFailed("http_503", temporary=True)] * 2

    world.decide.approve("U0ANA", key)
    world.live(90)

    assert [called for _, _, called in world.shop.calls] == [key] * 3
    assert world.told[-1] == "Your refund of $49.00 is on its way."


@pytest.mark.parametrize("temporary", [True, False])
def test_a_service_that_will_not_do_it_is_told_to_the_desk(
    world: ToolWorld, *, temporary: bool
) -> None:
    conversation, key = asked_for_refund(world)
    world.shop.fails = [ToolFailed("http_500", temporary=temporary)] * 20

    world.decide.approve("U0ANA", key)
    world.live(600)

    assert len(world.shop.calls) == (5 if temporary else 1)
    assert any("Not done" in line and "http_500" in line for line in world.thread)
    assert world.tool_entries(conversation)[-1].tools[0].status is ToolStatus.FAILED


def test_a_worker_that_dies_after_an_approved_action_does_not_do_it_again(
    world: ToolWorld,
) -> None:
    _, key = asked_for_refund(world)
    world.decide.approve("U0ANA", key)
    row = world.memory.next_outgoing(f"tool:{key}")
    assert row is not None
    assert row.task is Task.RUN
    assert world.deliver.run_tool is not None
    world.deliver.run_tool(world.deliver._take(row, world.clock()))  # and the worker dies

    world.live(120)

    assert world.shop.names == ["refund_order"]
    assert world.told.count("Your refund of $49.00 is on its way.") == 1


def _caller(conversation: str) -> Caller:
    return Caller(conversation=conversation)


def test_looking_things_up_and_agreeing_again_and_again_is_getting_somewhere(
    world: ToolWorld,
) -> None:
    conversation = ""
    for number in range(4):
        order = f"FO-2026011{number}"
        conversation = world.says(f"where is {order} now?", ("order_status", order))
    for number in range(3):
        order = f"FO-2026011{number}"
        world.says(f"please send {order} back", ("start_return", order))
        world.says("yes")

    assert world.head(conversation).state is State.BOT
    assert world.told[-1] == "Done: your return has the number RT-0007."
