"""A page that is not ours, a token that is not good, a shape that is not right: refused alike."""

import time
from collections.abc import Iterable

import pytest

from tests.contract.calls import call
from tests.contract.customers import Visitor
from tests.contract.line import Line
from tests.contract.stand_ins.signatures import identity_proof
from tests.contract.warm import QUESTION

JSON = "application/json"


def forged_visitors(line: Line) -> Iterable[Visitor]:
    genuine = line.visitor()
    token = str(genuine.session["token"])
    for forged in ("", "x", token[:-2] + "xx", token + "x", "." * 3, "null"):
        yield Visitor(line.ready, genuine.session | {"token": forged})


def test_web_calls_without_a_good_token_are_refused_alike(line: Line) -> None:
    answers = [
        answer
        for visitor in forged_visitors(line)
        for answer in (visitor.send(QUESTION), visitor.fetch(), visitor.ask_for_a_human())
    ]

    assert {answer.status for answer in answers} == {401}
    assert len({answer.body for answer in answers}) == 1
    assert answers[0].json["error"].keys() >= {"code", "message"}


def test_a_token_in_the_url_is_no_token(line: Line) -> None:
    token = line.visitor().session["token"]
    nobody = Visitor(line.ready)

    answer = nobody.request("GET", f"/chat/messages?since=0&token={token}")

    assert answer.status == 401


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", "{ours}.evil.example", "{ours}:1", "{ours}/"]
)
def test_a_page_of_another_origin_is_refused(line: Line, origin: str) -> None:
    visitor = line.visitor()
    visitor.origin = origin.replace("{ours}", line.ready.chat_origin)

    answers = [visitor.open(), visitor.send(QUESTION), visitor.fetch(), visitor.ask_for_a_human()]

    assert [answer.status for answer in answers] == [403] * 4
    assert all("access-control-allow-origin" not in answer.headers for answer in answers)


def test_a_call_without_an_origin_is_taken(line: Line) -> None:
    answer = call(
        "POST",
        f"{line.ready.http_url}/chat/sessions",
        headers=[("Content-Type", JSON)],
        body=b"{}",
    )

    assert answer.status == 201


@pytest.mark.parametrize(
    "document",
    [
        {"client_message_id": "a", "text": {"$regex": ""}},
        {"client_message_id": "b", "text": ["x"]},
        {"client_message_id": "c", "text": 7},
        {"client_message_id": "d", "text": None},
        {"client_message_id": "e"},
        {"client_message_id": "f" * 65, "text": "x"},
        {"client_message_id": {"S": "x"}, "text": "x"},
        {"client_message_id": "", "text": "x"},
        {"text": "x"},
        ["x"],
        "x",
    ],
)
def test_a_message_of_the_wrong_shape_is_malformed(line: Line, document: object) -> None:
    answer = line.visitor().request("POST", "/chat/messages", document)

    assert answer.status == 400
    assert answer.json["error"].keys() >= {"code", "message"}


@pytest.mark.parametrize("since", ["x", "1e999", "NaN", "%7B%7D", "1.5"])
def test_a_since_that_is_no_number_is_malformed(line: Line, since: str) -> None:
    assert line.visitor().fetch(since).status == 400


def test_odd_client_message_ids_are_only_names(line: Line) -> None:
    visitor = line.visitor()
    visitor.ask_for_a_human()
    names = ["CONV#1", "../x", "#", "a|b", "HEAD", "\u00fc", "x" * 64]

    answers = [visitor.send(f"words {name}", name) for name in names]

    assert [answer.status for answer in answers] == [202] * len(names)
    mine = [m for m in visitor.messages() if m["author"]["role"] == "customer"]
    assert [m["client_message_id"] for m in mine] == names


def test_a_proven_customer_gets_a_session_and_a_false_proof_gets_none(line: Line) -> None:
    key, later = line.ready.identity_key, int(time.time()) + 600
    good = identity_proof(key, "customer|7", later)
    bad = [
        identity_proof(key, "customer|8", later),
        identity_proof("another key", "customer|7", later),
        identity_proof(key, "customer|7", int(time.time()) - 10),
        good.replace(str(later), str(later + 1)),
        "x",
    ]

    accepted = Visitor(line.ready).open(customer_id="customer|7", identity_proof=good)
    refused = [Visitor(line.ready).open(customer_id="customer|7", identity_proof=p) for p in bad]

    assert accepted.status == 201
    assert [answer.status for answer in refused] == [403] * len(bad)
    assert all("token" not in answer.json for answer in refused)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/sms/inbound", "/sms/status", "/slack/events"])
def test_webhooks_take_posts_alone_and_have_no_cors(line: Line, method: str, path: str) -> None:
    answer = call(method, line.ready.http_url + path, headers=[("Origin", line.ready.chat_origin)])

    # The local engine answers a preflight that no route takes with a 403 of its own.
    assert answer.status in ({403, 404, 405} if method == "OPTIONS" else {404, 405})
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", ["/chat/sessions", "/chat/messages", "/chat/handoff"])
def test_chat_paths_answer_a_preflight_of_our_page(line: Line, path: str) -> None:
    ours = line.ready.chat_origin
    asked = [
        ("Origin", ours),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type"),
    ]

    answer = call("OPTIONS", line.ready.http_url + path, headers=asked)

    assert answer.status in {200, 204}
    assert answer.headers["access-control-allow-origin"] == ours
    assert "authorization" in answer.headers["access-control-allow-headers"].lower()


@pytest.mark.parametrize("path", ["/", "/chat", "/chat/conversations/CONV", "/sms/inbound/x"])
def test_an_unknown_path_is_not_found(line: Line, path: str) -> None:
    assert call("GET", line.ready.http_url + path).status == 404


def test_the_widget_is_a_cacheable_script(line: Line) -> None:
    answer = call("GET", f"{line.ready.http_url}/chat/widget.js")

    assert answer.status == 200
    assert "javascript" in answer.headers["content-type"]
    assert "max-age" in answer.headers["cache-control"]
