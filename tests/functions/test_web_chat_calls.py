"""Messages, handoff and catch-up over HTTP, in the contract's shapes."""

import re

import pytest

from tests.events import load_event
from tests.functions.web_chat_world import WIDGET, WebWorld
from warmline.application.ports import Answer as BotAnswer
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.states import State

RFC_3339_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


# Messages


def test_a_message_is_stored_and_numbered() -> None:
    world = WebWorld()
    visitor = world.visitor()

    answer = visitor.send("Where is my order?", "m1")

    [message] = visitor.messages()
    assert answer.status == 202
    assert answer.json == {"sequence": message["sequence"], "client_message_id": "m1"}
    assert RFC_3339_UTC.fullmatch(message.pop("sent_at"))
    assert message == {
        "sequence": 2,
        "after": 0,
        "kind": "message",
        "author": {"role": "customer", "name": ""},
        "text": "Where is my order?",
        "client_message_id": "m1",
    }


def test_the_payloads_of_a_browser_are_taken() -> None:
    world = WebWorld()
    token = world.visitor().token
    statuses = []
    for case in ("messages_post", "messages_get", "handoff_post"):
        event = load_event("web_chat", case)
        event["headers"]["authorization"] = f"Bearer {token}"
        statuses.append(world.give(event).status)

    assert statuses == [202, 200, 202]


@pytest.mark.fault(47)
def test_the_same_client_message_id_again_gets_the_same_answer_and_is_nothing_new() -> None:
    world = WebWorld()
    visitor = world.visitor()
    first = visitor.send("Hello?", "m1")
    world.settle()
    world.clock.forward(30 * 24 * 3600 - 60)

    again = visitor.send("Hello?", "m1")

    assert (again.status, again.json) == (first.status, first.json)
    assert len([m for m in visitor.messages() if m["author"]["role"] == "customer"]) == 1


def test_two_visitors_may_use_the_same_id() -> None:
    world = WebWorld()
    one, other = world.visitor(), world.visitor()
    one.send("Mine", "m1")
    other.send("Also mine", "m1")

    assert (one.texts(), other.texts()) == (["Mine"], ["Also mine"])


def test_a_message_that_was_not_stored_is_answered_503_and_can_be_sent_again() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.troubles.failing = {"commit"}
    failed = visitor.send("Hello?", "m1")
    world.troubles.failing = set()

    assert failed.status == 503
    assert failed.json["error"]["code"] == "not_stored"
    assert world.memory.rows == {}
    assert visitor.send("Hello?", "m1").status == 202
    assert visitor.texts() == ["Hello?"]


def test_a_message_costs_two_reads_and_one_transaction() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("Hello?", "m1")
    world.troubles.made.clear()

    visitor.send("Anybody?", "m2")

    assert world.troubles.made == ["read_arrival", "commit"]


@pytest.mark.bad_input(49)
@pytest.mark.parametrize(
    "document",
    [
        {"client_message_id": "a", "text": {"$regex": ""}},
        {"client_message_id": "a", "text": {"S": "x"}},
        {"client_message_id": "a", "text": ["x"]},
        {"client_message_id": "a", "text": 7},
        {"client_message_id": "a", "text": True},
        {"client_message_id": "a", "text": None},
        {"client_message_id": "a", "text": ""},
        {"client_message_id": "a", "text": " \n\u200b "},
        {"client_message_id": "a"},
        {"client_message_id": "f" * 65, "text": "x"},
        {"client_message_id": {"S": "x"}, "text": "x"},
        {"client_message_id": ["x"], "text": "x"},
        {"client_message_id": True, "text": "x"},
        {"client_message_id": 7, "text": "x"},
        {"client_message_id": "", "text": "x"},
        {"client_message_id": None, "text": "x"},
        {"text": "x"},
        ["x"],
        "x",
        7,
    ],
)
def test_a_message_of_the_wrong_shape_is_malformed(document: object) -> None:
    world = WebWorld()
    token = world.visitor().token

    answer = world.call("POST", "/chat/messages", document, token=token)

    assert answer.status == 400
    assert answer.json["error"].keys() == {"code", "message"}
    assert world.memory.rows == {}


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "{",
        "null",
        "[" * 20_000,
        '{"a":' * 10_000,
        '{"client_message_id": "a", "text": NaN}',
        '{"client_message_id": "a", "text": 1e999}',
        '{"client_message_id": "a", "text": "x", "more": Infinity}',
        '{"client_message_id": "a", "text": "x", "more": -1e999}',
        '{"client_message_id": "a", "text": ' + "9" * 5_000 + "}",
        '{"client_message_id": "\\udfff", "text": "x"}',
    ],
    ids=lambda raw: raw[:50],
)
def test_a_body_that_cannot_be_read_is_malformed(raw: str) -> None:
    world = WebWorld()
    token = world.visitor().token

    assert world.call("POST", "/chat/messages", body=raw, token=token).status == 400
    assert world.memory.rows == {}


def test_bytes_that_are_no_text_are_malformed() -> None:
    world = WebWorld()
    event = load_event("web_chat", "messages_post")
    event["headers"]["authorization"] = f"Bearer {world.visitor().token}"

    binary = world.give(event | {"body": "/////w==", "isBase64Encoded": True})
    broken = world.give(event | {"body": "=====", "isBase64Encoded": True})

    assert (binary.status, broken.status) == (400, 400)


@pytest.mark.parametrize(
    ("text", "status"), [("x" * 8_000, 202), ("x" * 8_001, 413), ("x" * 70_000, 413)]
)
def test_what_is_too_long_to_keep_whole_is_refused(text: str, status: int) -> None:
    visitor = WebWorld().visitor()

    assert visitor.send(text).status == status
    assert visitor.texts() == ([text] if status == 202 else [])


@pytest.mark.parametrize(
    "name",
    [
        "CONV#1",
        "../x",
        "#",
        "a|b",
        "HEAD",
        "SEEN#web",
        "%23",
        "\u00fc",
        "x" * 64,
        "\U0001f600",
        "\0",
    ],
)
def test_an_odd_client_message_id_is_only_a_name(name: str) -> None:
    world = WebWorld()
    visitor = world.visitor()

    answer = visitor.send("words", name)

    assert answer.status == 202
    assert visitor.messages()[0]["client_message_id"] == name
    assert visitor.send("words", name).json == answer.json


def test_reserved_names_in_a_body_reach_nothing() -> None:
    world = WebWorld()
    token = world.visitor().token
    document = {
        "client_message_id": "a",
        "text": "x",
        "PK": "CONV#1",
        "conversation": "another",
        "session": "another",
        "state": "closed",
        "author": {"role": "agent"},
    }

    assert world.call("POST", "/chat/messages", document, token=token).status == 202
    [entry] = [row for row in world.rows(LogEntry) if row.text]
    assert (entry.text, entry.role.value, entry.state) == ("x", "customer", State.BOT)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "[bank](javascript:alert(1))",
        "<svg onload=alert(1)>",
    ],
)
def test_markup_is_only_text_and_never_a_page(text: str) -> None:
    visitor = WebWorld().visitor()
    visitor.send(text)
    answer = visitor.fetch()

    assert [message["text"] for message in answer.json["messages"]] == [text]
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_card_number_is_cut_before_anything_is_stored() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("My card is 4111 1111 1111 1111")

    assert "4111" not in str(world.memory.rows)
    assert "4111" not in visitor.texts()[0]


# The handoff


def test_the_handoff_button_works_before_any_message() -> None:
    world = WebWorld()
    visitor = world.visitor()

    answer = visitor.ask()

    assert (answer.status, answer.json) == (202, {"state": "waiting"})
    [notice] = visitor.messages()
    assert (notice["kind"], notice["author"]["role"]) == ("notice", "bot")
    assert visitor.fetch().json["conversation"] == {"state": "waiting", "position": 1}


def test_the_handoff_button_needs_no_body() -> None:
    world = WebWorld()
    token = world.visitor().token

    assert world.call("POST", "/chat/handoff", token=token).status == 202


def test_a_note_is_the_customers_message() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask(note="It is about order 7")

    assert [m["author"]["role"] for m in visitor.messages()] == ["customer", "bot"]
    assert visitor.texts()[0] == "It is about order 7"


def test_asking_again_changes_nothing() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask(note="It is about order 7")
    before = dict(world.memory.rows)

    answers = [visitor.ask(), visitor.ask(note="It is about order 7")]

    assert [answer.json for answer in answers] == [{"state": "waiting"}] * 2
    assert world.memory.rows == before


def test_asking_while_an_agent_is_there_says_so() -> None:
    world = WebWorld()
    visitor, agent = world.visitor(), world.hire()
    visitor.ask()
    world.actions.claim(agent.id, world.rows(Head)[0].id)

    assert visitor.ask().json == {"state": "with_agent"}


def test_the_same_note_in_a_later_conversation_is_a_new_one() -> None:
    world = WebWorld()
    visitor, agent = world.visitor(), world.hire()
    for _ in range(3):
        assert visitor.ask(note="Please call me").json == {"state": "waiting"}
        assert visitor.ask(note="Please call me").json == {"state": "waiting"}
        waiting = next(head for head in world.rows(Head) if head.state is State.WAITING)
        world.actions.claim(agent.id, waiting.id)
        world.actions.resolve(agent.id, waiting.id)

    assert visitor.texts().count("Please call me") == 3


@pytest.mark.parametrize("note", [7, True, ["x"], {"S": "x"}])
def test_a_note_of_the_wrong_type_is_malformed(note: object) -> None:
    world = WebWorld()

    assert world.visitor().ask(note=note).status == 400
    assert world.memory.rows == {}


@pytest.mark.parametrize("note", [None, "", "   "])
def test_an_empty_note_is_none(note: object) -> None:
    visitor = WebWorld().visitor()

    assert visitor.ask(note=note).json == {"state": "waiting"}
    assert [m["kind"] for m in visitor.messages()] == ["notice"]


def test_a_handoff_that_was_not_stored_is_answered_503() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.troubles.failing = {"commit"}

    assert visitor.ask().status == 503


# Catching up


def test_a_visitor_who_has_not_written_has_nothing_to_read() -> None:
    answer = WebWorld().visitor().fetch()

    assert answer.json == {"messages": [], "conversation": {"state": "bot"}}


def test_since_any_number_gives_exactly_the_rest_over_all_conversations() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.talk_twice()
    whole = visitor.messages()

    assert [m["text"] for m in whole if m["author"]["role"] == "customer"] == ["First", "Second"]
    for number, message in enumerate(whole):
        assert visitor.messages(message["sequence"]) == whole[number + 1 :]
    assert visitor.messages(10**11) == []


def test_after_links_every_message_to_the_one_before() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.talk_twice()
    whole = visitor.messages()

    assert [m["after"] for m in whole] == [0, *(m["sequence"] for m in whole[:-1])]


def test_a_reader_who_is_up_to_date_costs_two_reads() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("Hello?")
    world.settle()
    last = visitor.messages()[-1]["sequence"]
    world.troubles.made.clear()

    visitor.fetch(last)

    assert world.troubles.made == ["find_address", "find_head"]


def test_the_state_follows_the_case() -> None:
    world = WebWorld()
    visitor, agent = world.visitor(), world.hire()
    conversations = []
    visitor.send("Hello?")
    conversations.append(visitor.fetch().json["conversation"])
    visitor.ask()
    conversations.append(visitor.fetch().json["conversation"])
    case = world.rows(Head)[0].id
    world.actions.claim(agent.id, case)
    conversations.append(visitor.fetch().json["conversation"])
    world.actions.resolve(agent.id, case)
    conversations.append(visitor.fetch().json["conversation"])

    assert conversations == [
        {"state": "bot"},
        {"state": "waiting", "position": 1},
        {"state": "with_agent", "agent_name": "Ana"},
        {"state": "closed"},
    ]


def test_a_visitor_sees_no_more_than_customers_may_see() -> None:
    world = WebWorld()
    visitor, agent = world.visitor(), world.hire("U0SECRET")
    visitor.ask()
    world.settle()
    world.actions.claim(agent.id, world.rows(Head)[0].id)
    world.settle()
    world.words("// a note for ourselves", "U0SECRET")
    world.actions.hand_back("U0SECRET", world.rows(Head)[0].id, note="He is upset")

    seen = visitor.fetch().body
    assert "U0SECRET" not in seen
    assert "note for ourselves" not in seen
    assert "upset" not in seen


def test_the_bot_has_a_name() -> None:
    world = WebWorld()
    world.script.append(BotAnswer("Here it is."))
    visitor = world.visitor()
    visitor.send("Where?")
    world.settle()

    assert visitor.messages()[-1]["author"] == {"role": "bot", "name": "Assistant"}


@pytest.mark.parametrize(
    "since", ["x", "1e999", "NaN", "{}", "1.5", "-1", "", " 1", "\u0661", "9" * 13, "0x1", "1_0"]
)
def test_a_since_that_is_no_number_is_malformed(since: str) -> None:
    assert WebWorld().visitor().fetch(since).status == 400


def test_since_may_be_left_out() -> None:
    visitor = WebWorld().visitor()
    visitor.send("Hello?")

    assert visitor.fetch(None).json["messages"] == visitor.messages()


def test_a_query_full_of_fields_is_malformed() -> None:
    world = WebWorld()
    token = world.visitor().token

    answer = world.call("GET", "/chat/messages", token=token, query="a=1&" * 100)

    assert answer.status == 400


@pytest.mark.fault(57)
def test_a_table_that_is_away_is_answered_503() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.troubles.failing = {"everything"}

    assert visitor.fetch().status == 503


# Paths and methods


@pytest.mark.bad_input(47)
@pytest.mark.bad_input(62)
@pytest.mark.parametrize(
    "path",
    [
        "/chat/conversations/7c1e5a90b3d24f6e8a1b2c3d4e5f6071",
        "/chat/messages/1",
        "/chat/messages/",
        "/chat/",
        "/chat/../sms/inbound",
        "/chat/SESSIONS",
    ],
)
def test_a_guessed_path_is_as_good_as_none(path: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("Hello?")

    guessed = world.call("GET", path, token=visitor.token)
    missing = world.call("GET", "/chat/nothing", token=visitor.token)

    assert (guessed.status, guessed.body) == (404, missing.body)


@pytest.mark.bad_input(62)
@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/chat/sessions", "OPTIONS, POST"),
        ("PUT", "/chat/messages", "GET, OPTIONS, POST"),
        ("DELETE", "/chat/messages", "GET, OPTIONS, POST"),
        ("GET", "/chat/handoff", "OPTIONS, POST"),
        ("POST", "/chat/widget.js", "GET, OPTIONS"),
        ("HEAD", "/chat/sessions", "OPTIONS, POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(method: str, path: str, allowed: str) -> None:
    answer = WebWorld().call(method, path)

    assert (answer.status, answer.headers["Allow"]) == (405, allowed)


# The widget


def test_the_widget_is_a_script_that_may_be_kept() -> None:
    answer = WebWorld().give(load_event("web_chat", "widget_get"))

    assert (answer.status, answer.body) == (200, WIDGET.script)
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_browser_that_has_it_already_is_told_so() -> None:
    world = WebWorld()
    event = load_event("web_chat", "widget_get")
    event["headers"]["if-none-match"] = world.give(event).headers["ETag"]

    answer = world.give(event)

    assert (answer.status, answer.body) == (304, "")
