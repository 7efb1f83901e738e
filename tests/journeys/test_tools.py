"""What the bot does beside answering: what the customer must agree to, once, and who is told."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.journeys.world import WEB
from tests.tools import FO
from warmline.application.tool_running import Caller
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import LogEntry
from warmline.domain.errors import ToolFailed
from warmline.domain.handoff import Reason
from warmline.domain.states import State
from warmline.domain.tools import ToolStatus

QUESTION = f"Shall I start the return of {FO}? Please answer yes or no."


def leased(world: ToolWorld, conversation: str) -> Callable[[], object]:
    """What a worker that has the turn does with it, all but storing what came of it."""
    turn = world.take_turn._lease(conversation, world.head(conversation).last_inbound)
    assert turn is not None
    return partial(world.take_turn._respond, turn)


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
    leased(world, conversation)()  # and the worker dies

    world.live(60)

    assert world.shop.names == ["start_return"]
    [entry] = world.tool_entries(conversation)
    assert "RT-0001" in entry.tools[0].summary
    assert "RT-0001" in world.head(conversation).brief, "the turn was overdue by then"


def test_a_no_after_it_was_done_is_told_that_it_was_done(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.customer("yes", WEB)
    leased(world, conversation)()  # and the worker dies
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
    once.run_once._claim(use, Caller(conversation=conversation))  # and the worker dies

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
    respond = leased(world, conversation)
    world.customer("a human please", WEB)

    respond()

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
