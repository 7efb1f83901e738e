"""An agent takes the best case there is: the one that suits them and has waited longest."""

from typing import Any

import pytest

from tests.journeys.world import WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.moving import WIDENED
from warmline.application.ports import Answer
from warmline.domain.address import Address
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import Kind
from warmline.domain.errors import Refusal, Refused
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Status, card_target
from warmline.domain.records import Waited
from warmline.domain.states import State

FRAUD = "Somebody has used my card for a purchase that I never made, this is fraud"
PAYMENTS: dict[str, Any] = {"skills": {"fraud": "payments"}, "languages": ["es"]}


def customer(number: int) -> Address:
    return Address.sms(f"+1555200{number:04}", "+15550006789")


def waiting(world: World, number: int, text: str = "human please", **more: object) -> str:
    conversation = world.customer(text, customer(number), **more).conversation
    world.settle()
    assert world.head(conversation).state is State.WAITING
    return conversation


def why_refused(world: World, user: str, conversation: str) -> Refusal:
    with pytest.raises(Refused) as refused:
        world.actions.claim(user, conversation)
    return refused.value.reason


def test_next_is_who_has_waited_longest() -> None:
    world = World()
    world.hire()
    first, second = waiting(world, 1), waiting(world, 2)

    assert world.actions.next("U0ANA").id == first
    assert world.actions.next("U0ANA").id == second
    with pytest.raises(Refused) as refused:
        world.actions.next("U0ANA")

    assert refused.value.reason is Refusal.NOTHING_WAITING
    assert world.head(first).agent == world.head(second).agent == "U0ANA"
    world.settle()
    check_safety(world)
    check_at_rest(world)


def test_a_head_start_counts_as_having_come_earlier_and_no_more_than_that() -> None:
    world = World()
    world.hire()
    early = waiting(world, 1)
    world.clock.forward(700)
    calm = waiting(world, 2)
    world.clock.forward(60)
    upset = waiting(world, 3, "THIS IS OUTRAGEOUS, I am absolutely furious, get me a human NOW!!!")
    assert world.head(upset).head_start_seconds == 600

    taken = [world.actions.next("U0ANA").id for _ in range(3)]

    assert taken == [early, upset, calm]


@pytest.mark.bad_input(36)
@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"on_shift": False}, Refusal.OFF_SHIFT),
        ({"on_break": True}, Refusal.ON_BREAK),
        ({"limit": 1, "open_count": 1}, Refusal.AT_LIMIT),
        ({"active": False}, Refusal.NOT_AN_AGENT),
    ],
)
def test_who_may_take_no_case_is_told_why_and_not_that_nobody_waits(
    changed: dict[str, Any], why: Refusal
) -> None:
    world = World()
    world.hire(**changed)

    with pytest.raises(Refused) as refused:
        world.actions.next("U0ANA")

    assert refused.value.reason is why


@pytest.mark.bad_input(36)
def test_a_case_that_needs_a_skill_goes_to_who_has_it() -> None:
    world = World(**PAYMENTS)
    world.hire()
    world.hire("U0BEN", "Ben", skills=("payments",))
    fraud, other = waiting(world, 1, FRAUD), waiting(world, 2)

    assert why_refused(world, "U0ANA", fraud) is Refusal.MISSING_SKILL
    assert world.actions.next("U0ANA").id == other
    assert world.actions.next("U0BEN").id == fraud


def test_a_case_in_a_language_goes_to_who_speaks_it() -> None:
    world = World(**PAYMENTS)
    world.hire()
    world.hire("U0BEN", "Ben", languages=("es",))
    spanish = waiting(world, 1, "Quiero hablar con una persona, por favor")
    assert world.head(spanish).needs_language == "es"

    assert why_refused(world, "U0ANA", spanish) is Refusal.MISSING_LANGUAGE
    assert world.actions.next("U0BEN").id == spanish


def test_a_language_that_nobody_is_listed_for_is_needed_of_nobody() -> None:
    world = World(**PAYMENTS)
    world.hire()

    french = waiting(world, 1, "Je voudrais parler à une personne, s'il vous plaît")

    assert world.actions.next("U0ANA").id == french


def test_after_the_set_time_anyone_may_take_it_and_its_place_is_the_same() -> None:
    world = World(widen_seconds=60, **PAYMENTS)
    world.hire()
    fraud = waiting(world, 1, FRAUD)
    before = world.head(fraud).effective_since

    world.live(120)

    [moved] = [entry for entry in world.log(fraud) if entry.kind is Kind.MOVED]
    assert (moved.why, world.head(fraud).effective_since) == (WIDENED, before)
    card = world.memory.find_outgoing(card_target(fraud), moved.sequence)
    assert card is not None
    assert card.status is Status.SENT, "the card still asks for the skill"
    assert world.actions.next("U0ANA").id == fraud
    check_safety(world)


def test_what_the_customer_writes_while_waiting_puts_the_set_time_off_no_further() -> None:
    world = World(widen_seconds=60, **PAYMENTS)
    world.hire()
    fraud = waiting(world, 1, FRAUD)
    world.clock.forward(50)
    world.customer("Are you there?", customer(1))

    world.clock.forward(20)

    assert world.actions.claim("U0ANA", fraud).agent == "U0ANA"


def test_the_set_time_needs_no_sweeper() -> None:
    world = World(widen_seconds=60, **PAYMENTS)
    fraud = waiting(world, 1, FRAUD)

    world.settle(62)

    assert world.head(fraud).skill == ""


def test_the_set_time_counts_even_if_nobody_has_looked_yet() -> None:
    world = World(widen_seconds=60, **PAYMENTS)
    world.hire()
    fraud = waiting(world, 1, FRAUD)

    world.clock.forward(61)

    assert world.actions.claim("U0ANA", fraud).agent == "U0ANA"


def test_a_released_case_waits_for_who_suits_it_once_more() -> None:
    world = World(widen_seconds=60, **PAYMENTS)
    world.hire()
    world.hire("U0BEN", "Ben", skills=("payments",))
    fraud = waiting(world, 1, FRAUD)
    world.actions.claim("U0BEN", fraud)
    world.clock.forward(90)

    world.actions.release("U0BEN", fraud)

    assert why_refused(world, "U0ANA", fraud) is Refusal.MISSING_SKILL


def test_a_case_of_another_team_is_not_taken_however_long_it_waits() -> None:
    world = World(teams={"billing": None}, **PAYMENTS)
    world.hire()
    world.hire("U0BEN", "Ben", team="billing")
    case = waiting(world, 1)
    world.actions.claim("U0ANA", case)
    world.actions.transfer("U0ANA", case, team="billing")

    world.live(1_000)

    assert why_refused(world, "U0ANA", case) is Refusal.OTHER_TEAM
    assert world.actions.next("U0BEN").id == case


def test_who_loses_the_race_for_the_first_gets_another() -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    cases = [waiting(world, number) for number in range(4)]
    places = world.memory.waiting
    taken: list[str] = []

    def while_ben_is_faster(*args: object, **more: object) -> object:
        found = places(*args, **more)  # type: ignore[arg-type]  # handed on as it came
        if not taken:
            taken.extend(world.actions.claim("U0BEN", cases[n]).id for n in (0, 2))
        return found

    object.__setattr__(world.memory, "waiting", while_ben_is_faster)
    mine = [world.actions.next("U0ANA").id for _ in range(2)]

    assert sorted([*mine, *taken]) == sorted(cases)
    check_safety(world)


def test_what_a_customer_waited_is_kept_once() -> None:
    world = World()
    world.hire()
    case = waiting(world, 1)
    world.clock.forward(97)
    world.actions.claim("U0ANA", case)
    world.actions.release("U0ANA", case)
    world.actions.claim("U0ANA", case)

    waits = [row for row in world.memory.rows.values() if isinstance(row, Waited)]

    assert [(row.team, row.conversation) for row in waits] == [("main", case)]
    assert waits[0].seconds == pytest.approx(100, abs=1)


def test_a_case_is_found_by_its_name_however_it_is_typed() -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    case, other = waiting(world, 1), waiting(world, 2)
    name = next(one.alias for one in world.desk.cards.values() if one.conversation == case)
    world.actions.claim("U0BEN", other)

    assert world.actions.find_case("U0ANA", f"  {name.upper().replace(' ', '   ')} ") == case
    world.actions.claim("U0ANA", case)
    assert world.actions.find_case("U0ANA") == case
    assert world.actions.find_case("U0ANA", name.split()[1]) == case
    assert world.actions.find_case("U0BEN", name) == case, "whose it is, its use case says"
    with pytest.raises(Refused) as refused:
        world.actions.find_case("U0BEN", "Purple Dodo 0000")
    assert refused.value.reason is Refusal.WHICH_CASE


def test_a_stranger_finds_nothing_by_a_name() -> None:
    world = World()
    waiting(world, 1)

    with pytest.raises(Refused) as refused:
        world.actions.find_case("U0EVE", *(card.alias for card in world.desk.cards.values()))

    assert refused.value.reason is Refusal.NOT_AN_AGENT


def test_who_comes_back_for_the_third_time_meets_their_agent_first() -> None:
    world = World()
    world.hire()
    for _ in range(2):
        conversation = world.customer("human please", WEB).conversation
        world.settle()
        world.actions.claim("U0ANA", conversation)
        world.actions.resolve("U0ANA", conversation)
        world.clock.forward(8_000)
    world.script.append(Answer("Hello"))

    again = world.customer("It still does not work", WEB).conversation

    head = world.head(again)
    assert (head.state, head.reserved_for) == (State.WAITING, "U0ANA")


def test_who_comes_back_about_the_same_article_meets_their_agent_first() -> None:
    world = World()
    world.hire()
    article = ArticleVersion("returns/how", "v1")
    world.script.append(Answer("Pack it and bring it.", articles=(article,)))
    conversation = world.customer("How do I return a lamp?", WEB).conversation
    world.settle()
    world.customer("human please", WEB)
    world.actions.claim("U0ANA", conversation)
    world.actions.resolve("U0ANA", conversation)
    world.clock.forward(8_000)
    world.script.append(Answer("Pack it and bring it.", articles=(article,)))

    again = world.customer("How do I send the lamp back?", WEB).conversation
    world.settle()

    head = world.head(again)
    assert (head.state, head.reason) == (State.WAITING, Reason.REPEAT_CONTACT)
    assert head.reserved_for == "U0ANA"


@pytest.mark.parametrize("away", [{"on_break": True}, {"on_shift": False}, {"limit": 1}])
def test_nobody_is_kept_waiting_for_an_agent_who_is_away_or_full(away: dict[str, Any]) -> None:
    world = World()
    conversation = world.hold(WEB)
    world.actions.resolve("U0ANA", conversation)
    world.hire("U0ANA", open_count=1, **away)

    again = world.customer("It still does not work", WEB).conversation

    assert world.head(again).state is State.WAITING
    assert world.head(again).reserved_for == ""
