"""STOP, START and HELP: stored once, answered once, by us only where we are to."""

import pytest

from tests.journeys.world import SMS, World
from tests.laws.checks import check_at_rest, check_safety, rows
from warmline.domain.address import Channel
from warmline.domain.entries import Kind
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.states import State


def lived(world: World, *words: str) -> list[str]:
    """Texts that went to the customer after each of these words was settled."""
    for one in words:
        world.customer(one, SMS)
        world.settle()
    world.live(130)
    check_safety(world)
    check_at_rest(world)
    return world.channels[Channel.SMS].texts


def test_twilio_answers_where_it_is_to_and_we_say_nothing() -> None:
    assert lived(World(), "HELP", "STOP", "START") == []


def test_we_answer_each_word_where_we_are_to_and_stop_only_once() -> None:
    help_, stopped, started = lived(
        World(keywords_answered_by="warmline"), "HELP", "STOP", "STOP", "HELP", "START"
    )
    assert "support@" in help_
    assert "START" in stopped
    assert "Welcome back" in started


@pytest.mark.parametrize("who", ["twilio", "warmline"])
def test_help_changes_nothing_and_is_kept_in_the_log(who: str) -> None:
    world = World(keywords_answered_by=who)
    world.hire()
    conversation = world.customer("human please", SMS).conversation
    world.actions.claim("U0ANA", conversation)
    before = world.head(conversation)

    world.customer("HELP", SMS, scope="SM-help")

    entry = world.log(conversation)[-1]
    assert (entry.kind, entry.text, entry.provider_id) == (Kind.KEYWORD, "HELP", "SM-help")
    after = world.head(conversation)
    assert (after.state, after.last_inbound) == (State.WITH_AGENT, before.last_inbound)


def test_who_wrote_stop_is_written_to_again_only_after_start() -> None:
    world = World()
    first = lived(world, "Where is my parcel?")
    assert len(first) == 1

    assert lived(world, "STOP", "And my refund?") == first
    cancelled = [row for row in rows(world, Outgoing) if row.error == "opted_out"]
    assert [row.status for row in cancelled] == [Status.CANCELLED]

    assert lived(world, "START", "And now?")[1:] == ["Re: And now?"]
