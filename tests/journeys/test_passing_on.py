"""A case goes on: to a colleague, to a team, back to the bot, to its end, and from there again."""

from typing import Any

import pytest

from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.ports import Answer
from warmline.domain.address import Channel
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Outcome
from warmline.domain.errors import Refusal, Refused
from warmline.domain.handoff import Reason
from warmline.domain.states import State


def held(world: World | None = None) -> tuple[World, str]:
    """Ana has a case; Ben is on shift too."""
    world = world or World()
    conversation = world.hold()
    world.hire("U0BEN", "Ben")
    return world, conversation


def agent_open_count(world: World, user: str) -> int:
    agent = world.memory.find_agent(user)
    assert agent is not None
    return agent.open_count


def refusal(act: object) -> Refused:
    with pytest.raises(Refused) as refused:
        act()  # type: ignore[operator]  # a test's own
    return refused.value


class TestTransfer:
    """To a person or to a team, with a note."""

    def test_a_case_passed_to_a_colleague_is_kept_for_them(self) -> None:
        world, conversation = held()
        world.hire("U0CLEO", "Cleo")
        since = world.head(conversation).waiting_since

        world.actions.transfer("U0ANA", conversation, agent="U0BEN", note="Needs a refund, 20 EUR")
        world.settle()

        head = world.head(conversation)
        assert (head.state, head.agent, head.reserved_for) == (State.WAITING, "", "U0BEN")
        assert head.waiting_since == since, "the customer has lost their place"
        refused = refusal(lambda: world.actions.claim("U0CLEO", conversation))
        assert (refused.reason, refused.holder_id) == (Refusal.RESERVED, "U0BEN")
        assert agent_open_count(world, "U0ANA") == 0
        assert world.actions.next("U0BEN").id == conversation
        world.settle()
        check_safety(world)
        check_at_rest(world)

    def test_the_note_is_in_the_thread_and_on_the_card_and_never_sent_to_the_customer(self) -> None:
        world, conversation = held()

        world.actions.transfer("U0ANA", conversation, agent="U0BEN", note="Needs a refund, 20 EUR")
        world.settle()

        assert "<@U0BEN> Passed on to Ben.\n\nNeeds a refund, 20 EUR" in world.thread
        card = world.desk.cards[world.desk.posted[-1]]
        assert card.brief.startswith("Note from Ana: Needs a refund, 20 EUR\nWants:")
        said = "\n".join(world.channels[Channel.SMS].texts)
        assert "refund" not in said
        assert said.endswith("A colleague who can help you better will write to you here. "
                             "Your place is kept.")  # fmt: skip

    def test_a_later_note_takes_the_place_of_the_first(self) -> None:
        world, conversation = held()
        world.actions.transfer("U0ANA", conversation, agent="U0BEN", note="First\nnote")
        world.actions.claim("U0BEN", conversation)

        world.actions.transfer("U0BEN", conversation, agent="U0ANA", note="Second note")

        brief = world.head(conversation).brief
        assert brief.startswith("Note from Ben: Second note\nWants:")
        assert "First" not in brief

    def test_a_head_start_goes_on_with_the_case(self) -> None:
        world = World()
        world.hire()
        world.hire("U0BEN", "Ben")
        upset = "THIS IS OUTRAGEOUS, I am absolutely furious, get me a human NOW!!!"
        conversation = world.customer(upset).conversation
        since = world.head(conversation).effective_since
        world.actions.claim("U0ANA", conversation)

        world.actions.transfer("U0ANA", conversation, agent="U0BEN")

        assert world.head(conversation).effective_since == since

    def test_nobody_waits_for_a_colleague_who_is_off_shift(self) -> None:
        world, conversation = held()
        world.hire("U0CLEO", "Cleo", on_shift=False)

        world.actions.transfer("U0ANA", conversation, agent="U0CLEO", note="She knows it")
        world.settle()

        assert world.head(conversation).reserved_for == ""
        assert any("Cleo, who takes no cases now" in line for line in world.thread)
        assert not any("<@U0CLEO>" in line for line in world.thread), "she is off shift"
        assert any(line.startswith("<@U0BEN>") for line in world.thread), "nobody was called"
        assert world.actions.claim("U0BEN", conversation).agent == "U0BEN"

    def test_after_the_reservation_anyone_of_the_team_may_take_it(self) -> None:
        world, conversation = held(World(reservation_seconds=60))
        world.hire("U0CLEO", "Cleo")
        world.actions.transfer("U0ANA", conversation, agent="U0BEN")

        world.live(130)

        assert world.head(conversation).reserved_for == ""
        assert world.actions.next("U0CLEO").id == conversation

    def test_who_was_chosen_may_take_it_whatever_else_it_needs(self) -> None:
        world = World(skills={"asked_for_human": "phone"})
        world.hire(skills=("phone",))
        world.hire("U0BEN", "Ben", team="billing")
        conversation = world.customer("human please").conversation
        world.settle()
        world.actions.claim("U0ANA", conversation)

        world.actions.transfer("U0ANA", conversation, agent="U0BEN")

        assert world.actions.claim("U0BEN", conversation).agent == "U0BEN"

    def test_a_case_passed_to_a_team_is_the_teams(self) -> None:
        world, conversation = held(World(teams={"billing": None}))
        world.hire("U0CLEO", "Cleo", team="billing")

        world.actions.transfer("U0ANA", conversation, team="billing", note="An invoice")
        world.settle()

        assert "Ana: Passed on to the team billing.\n\nAn invoice" in world.thread
        called = [line.split()[0] for line in world.thread if line.startswith("<@")]
        assert called == ["<@U0CLEO>"], "the team does not know"
        assert refusal(lambda: world.actions.next("U0BEN")).reason is Refusal.NOTHING_WAITING
        assert world.actions.next("U0CLEO").id == conversation

    @pytest.mark.parametrize(
        ("to", "why"),
        [
            ({"agent": "U0NOBODY"}, Refusal.NO_SUCH_AGENT),
            ({"agent": "U0GONE"}, Refusal.NO_SUCH_AGENT),
            ({"agent": "U0ANA"}, Refusal.ALREADY_YOURS),
            ({"team": "moon"}, Refusal.NO_SUCH_TEAM),
            ({}, Refusal.NO_SUCH_AGENT),
        ],
    )
    def test_to_where_it_cannot_go_it_stays(self, to: dict[str, Any], why: Refusal) -> None:
        world, conversation = held()
        world.hire("U0GONE", "Gus", active=False)

        refused = refusal(lambda: world.actions.transfer("U0ANA", conversation, **to))

        assert refused.reason is why
        assert world.head(conversation).agent == "U0ANA"

    def test_who_does_not_have_it_passes_nothing_on_and_learns_who_has_it(self) -> None:
        world, conversation = held()

        refused = refusal(lambda: world.actions.transfer("U0BEN", conversation, agent="U0ANA"))

        assert (refused.reason, refused.holder) == (Refusal.NOT_YOURS, "Ana")


class TestEnd:
    """Solved or not, and taken up again."""

    def test_what_was_not_solved_is_never_counted_as_solved(self) -> None:
        world, conversation = held()

        world.actions.resolve("U0ANA", conversation, solved=False)
        world.settle()

        assert world.head(conversation).outcome is Outcome.NOT_SOLVED
        check_safety(world)
        check_at_rest(world)

    def test_a_closed_case_is_taken_up_again_as_a_new_one_with_its_agent(self) -> None:
        world, conversation = held()
        world.actions.resolve("U0ANA", conversation)
        world.settle()

        opened = world.actions.reopen("U0BEN", conversation)
        world.settle()

        head = world.head(opened.id)
        assert opened.id != conversation
        assert (head.state, head.agent, head.previous) == (State.WITH_AGENT, "U0BEN", conversation)
        assert world.head(conversation).state is State.CLOSED
        assert world.channels[Channel.SMS].texts[-1] == (
            "Ben, a person, has opened your conversation again."
        )
        assert len(world.desk.posted) == 2, "the new case has a card of its own"
        assert any("human please" in line for line in world.thread), "what was said before"
        assert agent_open_count(world, "U0BEN") == 1
        world.words("Hello again, one more thing", "U0BEN")
        world.settle(20)
        assert world.channels[Channel.SMS].texts[-1] == "Hello again, one more thing"
        check_safety(world)
        check_at_rest(world)

    def test_an_older_case_is_the_one_that_is_taken_up(self) -> None:
        world, first = held()
        world.actions.resolve("U0ANA", first)
        second = world.customer("human please").conversation
        world.actions.claim("U0ANA", second)
        world.actions.resolve("U0ANA", second)

        assert world.actions.reopen("U0ANA", first).previous == first

    def test_two_who_reopen_get_one_case_and_the_second_learns_who_has_it(self) -> None:
        world, conversation = held()
        world.actions.resolve("U0ANA", conversation)
        world.actions.reopen("U0ANA", conversation)

        refused = refusal(lambda: world.actions.reopen("U0BEN", conversation))

        assert (refused.reason, refused.holder) == (Refusal.STILL_OPEN, "Ana")

    def test_a_reopened_case_that_is_released_waits_for_what_it_needs(self) -> None:
        skills = {"asked_for_human": "care"}
        world = World(languages=["es"], teams={"billing": ""}, skills=skills)
        world.hire("U0ANA", "Ana", team="billing", skills=("care",), languages=("es",))
        conversation = world.customer("necesito hablar con una persona, por favor").conversation
        world.settle()
        world.hire("U0BEN", "Ben", skills=("care",), languages=("es",))
        world.actions.claim("U0BEN", conversation)
        world.actions.resolve("U0BEN", conversation)

        opened = world.actions.reopen("U0ANA", conversation)
        released = world.actions.release("U0ANA", opened.id)

        assert (released.skill, released.needs_language) == ("care", "es")
        assert released.team == "billing"

    def test_who_opted_out_is_not_written_to_by_reopening(self) -> None:
        world, conversation = held()
        world.customer("STOP", SMS)
        world.settle()

        refused = refusal(lambda: world.actions.reopen("U0ANA", conversation))

        assert refused.reason is Refusal.OPTED_OUT

    @pytest.mark.parametrize(
        ("changed", "why"),
        [
            ({"on_shift": False}, Refusal.OFF_SHIFT),
            ({"limit": 1, "open_count": 1}, Refusal.AT_LIMIT),
            ({"active": False}, Refusal.NOT_AN_AGENT),
        ],
    )
    def test_who_may_take_no_case_reopens_none(
        self, changed: dict[str, object], why: Refusal
    ) -> None:
        world, conversation = held()
        world.actions.resolve("U0ANA", conversation)
        world.hire("U0BEN", "Ben", **changed)

        assert refusal(lambda: world.actions.reopen("U0BEN", conversation)).reason is why

    def test_an_open_case_is_not_reopened(self) -> None:
        world, conversation = held()

        refused = refusal(lambda: world.actions.reopen("U0BEN", conversation))

        assert refused.reason is Refusal.STILL_OPEN


class TestBackToTheBot:
    """What a person has done, the bot knows and does not contradict."""

    def test_the_bot_is_told_what_the_person_has_done(self) -> None:
        world = World()
        conversation = world.hold(WEB)

        world.actions.hand_back("U0ANA", conversation, note="Refunded 20 EUR, arrives on Friday")
        world.customer("So what happens now?", WEB)
        world.settle()

        asked = world.responder.asked[-1]  # type: ignore[attr-defined]  # the scripted one
        assert asked.human_note == "Refunded 20 EUR, arrives on Friday"
        assert "Ana to the bot: Refunded 20 EUR, arrives on Friday" in world.thread
        assert not any("Refunded" in text for text in world.channels[Channel.WEB].texts)
        check_safety(world)
        check_at_rest(world)

    def test_what_would_contradict_the_note_is_not_said_and_a_person_looks(self) -> None:
        world = World()
        conversation = world.hold(WEB)
        world.actions.hand_back("U0ANA", conversation, note="Refunded 20 EUR, arrives on Friday")
        world.script.append(Answer("Refunds take 5 to 10 business days."))

        world.customer("So when does my refund arrive?", WEB)
        world.settle()

        head = world.head(conversation)
        assert (head.state, head.reason) == (State.WAITING, Reason.POLICY)
        assert not any("business days" in text for text in world.channels[Channel.WEB].texts)
        assert "arrives on Friday" in head.signals[0].evidence
        check_safety(world)
        check_at_rest(world)

    def test_what_agrees_with_the_note_is_said(self) -> None:
        world = World()
        conversation = world.hold(WEB)
        world.actions.hand_back("U0ANA", conversation, note="Refunded 20 EUR, arrives on Friday")
        world.script.append(Answer("Your refund of 20 EUR is on its way, for Friday."))

        world.customer("So when does my refund arrive?", WEB)
        world.settle()

        assert world.head(conversation).state is State.BOT
        assert "for Friday" in world.channels[Channel.WEB].texts[-1]

    def test_a_second_hand_back_without_a_note_keeps_what_was_done(self) -> None:
        world = World()
        conversation = world.hold(WEB)
        world.actions.hand_back("U0ANA", conversation, note="Refunded 20 EUR")
        world.customer("human please", WEB)
        world.actions.claim("U0ANA", conversation)

        world.actions.hand_back("U0ANA", conversation)

        assert world.head(conversation).human_note == "Refunded 20 EUR"


def test_a_refused_transfer_leaves_no_trace() -> None:
    world, conversation = held()
    before: Head = world.head(conversation)

    refusal(lambda: world.actions.transfer("U0ANA", conversation, agent="U0NOBODY"))

    assert world.head(conversation) == before
    assert [e for e in world.log(conversation) if e.kind is Kind.TRANSFERRED] == []
