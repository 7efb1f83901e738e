"""A visitor who asks for what came after a number gets it: once, in order, whole."""

import re
from datetime import UTC, datetime

import pytest

from tests.contract.customers import Visitor
from tests.contract.line import Line, tag
from tests.contract.waiting import wait_for
from tests.contract.warm import QUESTION, ask_for_a_human

RFC_3339_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")
KINDS = {"message", "notice", "edit"}
ROLES = {"customer", "bot", "agent"}


def resolve_case_of(line: Line, visitor: Visitor) -> None:
    case, agent = tag(), line.agent()
    visitor.say(ask_for_a_human(case))
    card = line.desk.card_with(case)
    line.desk.claim(agent, card)
    line.desk.say(agent, card, f"Solved: {case}")
    wait_for(lambda: any(case in w for w in visitor.heard()), "the reply", seen=visitor.heard)
    line.desk.resolve(agent, card)


@pytest.fixture(scope="module")
def returned(line: Line) -> Visitor:
    """Give a visitor with one resolved conversation and a second one."""
    visitor = line.visitor()
    resolve_case_of(line, visitor)
    before = len(visitor.messages())
    visitor.say(QUESTION)
    wait_for(lambda: len(visitor.messages()) > before + 1, "word in the second conversation")
    return visitor


def test_numbers_go_on_from_one_conversation_to_the_next_and_after_links_them(
    returned: Visitor,
) -> None:
    messages = returned.messages()

    sequences = [message["sequence"] for message in messages]
    assert sequences == sorted(set(sequences))
    assert [message["after"] for message in messages[1:]] == sequences[:-1]
    assert messages[0]["after"] < sequences[0]


def test_since_any_number_gives_exactly_the_rest(returned: Visitor) -> None:
    whole = returned.messages()

    for number, message in enumerate(whole):
        assert returned.messages(message["sequence"]) == whole[number + 1 :]
    assert returned.messages(10**9) == []


def test_messages_have_the_shape_of_the_contract(returned: Visitor) -> None:
    messages = returned.messages()

    for message in messages:
        assert message["kind"] in KINDS
        assert message["author"]["role"] in ROLES
        assert "name" in message["author"]
        assert isinstance(message["text"], str)
        assert message["text"]
        assert RFC_3339_UTC.fullmatch(message["sent_at"]), message["sent_at"]
        assert (
            abs((datetime.fromisoformat(message["sent_at"]) - datetime.now(UTC)).total_seconds())
            < 900
        )
    assert {"bot", "agent", "customer"} <= {message["author"]["role"] for message in messages}
    by_agent = next(m for m in messages if m["author"]["role"] == "agent" and "Solved" in m["text"])
    assert by_agent["author"]["name"]


def test_a_visitor_sees_only_what_customers_may_see(returned: Visitor) -> None:
    assert "U0AGENT" not in returned.fetch().text


def test_two_visitors_never_see_each_others_messages(line: Line) -> None:
    first, second = line.visitor(), line.visitor()
    first.say(f"{QUESTION} {tag()}")
    wait_for(first.heard, "an answer")

    assert second.messages() == []


def test_the_handoff_button_works_before_any_message(line: Line) -> None:
    visitor, case = line.visitor(), tag()

    answer = visitor.ask_for_a_human(note=f"It is about {case}")
    again = visitor.ask_for_a_human()

    assert (answer.status, answer.json["state"]) == (202, "waiting")
    assert (again.status, again.json["state"]) == (202, "waiting")
    line.desk.card_with(case)
    wait_for(visitor.heard, "the notice of the handoff")
    assert len(visitor.heard()) == 1
