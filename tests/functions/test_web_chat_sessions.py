"""Who may chat: our own pages, visitors with our token, customers whom the site vouches for."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.events import CHAT_ORIGIN, load_event
from tests.functions.web_chat_world import (
    SESSION_KEY,
    WEBSOCKET_URL,
    Answer,
    WebVisitor,
    WebWorld,
    proof_of,
)
from warmline.domain.errors import SignatureMismatch

CALLS = [
    ("POST", "/chat/messages", {"client_message_id": "m1", "text": "Hello?"}),
    ("POST", "/chat/handoff", {}),
    ("GET", "/chat/messages", None),
]
WRONG_ORIGINS = [
    "null",
    "https://evil.example",
    "https://shop.example.evil.example",
    "https://evil.example/https://shop.example",
    "https://shop.example:1",
    "https://shop.example/",
    "https://shop.example, https://evil.example",
    "http://shop.example",
    "https://SHOP.example",
    "",
]


def refused_alike(answers: list[Answer], status: int) -> None:
    assert {answer.status for answer in answers} == {status}
    assert len({answer.body for answer in answers}) == 1
    assert answers[0].json["error"].keys() == {"code", "message"}


# Sessions


def test_a_visitor_gets_a_session() -> None:
    world = WebWorld()

    answer = world.give(load_event("web_chat", "sessions_post"))

    assert answer.status == 201
    assert answer.json.keys() == {"session_id", "token", "expires_at", "websocket_url"}
    assert answer.json["websocket_url"] == WEBSOCKET_URL
    lasts = datetime.fromisoformat(answer.json["expires_at"]) - world.clock()
    assert timedelta(days=30, seconds=-5) < lasts <= timedelta(days=30)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_session_stores_nothing() -> None:
    world = WebWorld()
    world.visitor()

    assert world.troubles.made == []


def test_sessions_cannot_be_guessed_from_each_other() -> None:
    world = WebWorld()

    sessions = {world.visitor().session for _ in range(100)}

    assert len(sessions) == 100
    assert {len(bytes.fromhex(session)) for session in sessions} == {16}


def test_a_session_needs_no_body() -> None:
    assert WebWorld().call("POST", "/chat/sessions").status == 201


@pytest.mark.parametrize("name", ["customer_id", "identity_proof", "locale", "time_zone"])
@pytest.mark.parametrize("value", [7, True, ["x"], {"$regex": ""}, {"S": "x"}, 1.5])
def test_a_wish_of_the_wrong_type_is_malformed(name: str, value: object) -> None:
    answer = WebWorld().call("POST", "/chat/sessions", {name: value})

    assert answer.status == 400
    assert "token" not in answer.body


@pytest.mark.parametrize("raw", ["{", "[]", "7", "null", '{"locale": NaN}', '{"locale": 1e999}'])
def test_a_body_that_is_no_object_is_malformed(raw: str) -> None:
    assert WebWorld().call("POST", "/chat/sessions", body=raw).status == 400


def test_without_a_signing_key_there_is_no_session() -> None:
    world = WebWorld()
    world.secrets.values = {"session_key": "", "identity_key": "x"}

    assert world.call("POST", "/chat/sessions").status == 503


# Identity


def test_a_customer_whom_the_site_vouches_for_gets_a_session() -> None:
    world = WebWorld()
    later = int(world.clock().timestamp()) + 600

    answer = world.call(
        "POST",
        "/chat/sessions",
        {"customer_id": "a|b", "identity_proof": proof_of("a|b", later)},
    )

    assert answer.status == 201


def test_the_payload_of_an_identified_customer_is_good_at_its_time() -> None:
    world = WebWorld()
    event = load_event("web_chat", "sessions_post_identified")
    expires = int(json.loads(event["body"])["identity_proof"].partition(".")[0])
    world.clock.now = datetime.fromtimestamp(expires - 60, UTC)
    in_time = world.give(event)
    world.clock.forward(60)
    too_late = world.give(event)

    assert (in_time.status, too_late.status) == (201, 403)


def bad_proofs(now: int) -> dict[str, tuple[object, object]]:
    later = now + 600
    good = proof_of("customer|7", later)
    digest = good.partition(".")[2]
    return {
        "of another customer": ("customer|8", good),
        "with another key": ("customer|7", proof_of("customer|7", later, "another key")),
        "old": ("customer|7", proof_of("customer|7", now - 10)),
        "just over": ("customer|7", proof_of("customer|7", now)),
        "made to last": ("customer|7", f"{later + 1}.{digest}"),
        "a separator moved": ("customer|7\n1", proof_of("customer|7", f"1\n{later}")),
        "a delimiter moved": ("customer", proof_of("customer|7", later)),
        "digits of another script": ("7", proof_of("7", "\u0661" * 10)),
        "spaces around": ("7", f" {proof_of('7', later)} "),
        "cut short": ("customer|7", good[:-1]),
        "only a time": ("customer|7", f"{later}."),
        "only a digest": ("customer|7", f".{digest}"),
        "no proof": ("customer|7", None),
        "an empty proof": ("customer|7", ""),
        "nobody's proof": (None, good),
        "a proof of nobody": ("", proof_of("", later)),
        "nonsense": ("customer|7", "x"),
        "a time without end": ("customer|7", f"{'9' * 150}.{digest}"),
    }


@pytest.mark.bad_input(48)
@pytest.mark.parametrize("name", bad_proofs(0))
def test_who_is_not_proven_gets_no_session(name: str) -> None:
    world = WebWorld()
    customer, proof = bad_proofs(int(world.clock().timestamp()))[name]

    answer = world.call(
        "POST", "/chat/sessions", {"customer_id": customer, "identity_proof": proof}
    )

    assert answer.status == 403
    assert answer.json.keys() == {"error"}


def test_a_customer_id_that_is_no_unicode_is_malformed() -> None:
    raw = '{"customer_id": "\\ud800", "identity_proof": "x"}'

    assert WebWorld().call("POST", "/chat/sessions", body=raw).status == 400


# Tokens


def forged_tokens(visitor: WebVisitor) -> list[str]:
    token = visitor.token
    head, claims, signature = token.split(".")
    other = base64.urlsafe_b64encode(b'{"session": "0123456789", "expires": 9999999999}').decode()
    return [
        "",
        "x",
        "null",
        "...",
        token[:-2] + "xx",
        token + "x",
        f"{head}.{claims}.",
        f"{head}.{claims}",
        f"{head}.{other.rstrip('=')}.{signature}",
        f"v2.{claims}.{signature}",
        token.upper(),
        "v1." + "A" * 3_900 + "." + "A" * 43,
        "\u00e9" * 100,
        SESSION_KEY,
    ]


def test_calls_without_a_good_token_are_refused_alike() -> None:
    world = WebWorld()
    visitor = world.visitor()

    answers = [
        world.call(method, path, document, token=token)
        for token in forged_tokens(visitor)
        for method, path, document in CALLS
    ]

    refused_alike(answers, 401)
    assert world.troubles.made == []


def test_a_forgery_of_the_last_letter_is_seen() -> None:
    """Base64's last letter has bits to spare: another letter can stand for the same bytes."""
    world = WebWorld()
    visitor = world.visitor()
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    accepted = [
        letter
        for letter in letters
        if world.call("GET", "/chat/messages", token=visitor.token[:-1] + letter).status == 200
    ]

    assert accepted == [visitor.token[-1]]


def test_an_old_token_is_no_token() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.clock.forward(30 * 24 * 3600 - 60)
    good = visitor.fetch()
    world.clock.forward(60)

    assert (good.status, visitor.fetch().status) == (200, 401)


@pytest.mark.parametrize("header", ["{}", "Basic {}", "Bearer", "Bearer {}, Bearer {}", "bearer{}"])
def test_only_a_bearer_counts(header: str) -> None:
    world = WebWorld()
    event = load_event("web_chat", "messages_get")
    event["headers"]["authorization"] = header.replace("{}", world.visitor().token)

    assert world.give(event).status == 401


@pytest.mark.bad_input(43)
def test_a_token_in_the_url_is_no_token() -> None:
    world = WebWorld()
    token = world.visitor().token

    answer = world.call("GET", "/chat/messages", query=f"since=0&token={token}")

    assert answer.status == 401


@pytest.mark.fault(51)
def test_a_key_that_was_replaced_is_still_accepted_and_a_removed_one_is_not() -> None:
    world = WebWorld()
    old = world.visitor()
    world.secrets.values["session_key"] = ["a newer key", SESSION_KEY]
    world.clock.forward(400)
    new = world.visitor()
    while_both = [old.fetch().status, new.fetch().status]
    world.secrets.values["session_key"] = ["a newer key"]
    world.clock.forward(400)

    assert while_both == [200, 200]
    assert [old.fetch().status, new.fetch().status] == [401, 200]


def test_a_token_of_a_new_key_is_known_at_once() -> None:
    """Another process signs with the new key already; this one reads the secret once more."""
    elsewhere, world = WebWorld(), WebWorld()
    world.visitor()
    world.clock.forward(61)
    elsewhere.secrets.values["session_key"] = ["a newer key"]
    token = elsewhere.visitor().token
    world.secrets.values["session_key"] = ["a newer key", SESSION_KEY]

    assert world.call("GET", "/chat/messages", token=token).status == 200


@pytest.mark.fault(52)
def test_a_cold_start_without_the_secret_answers_503_and_a_warm_one_goes_on() -> None:
    cold, warm = WebWorld(), WebWorld()
    visitor = warm.visitor()
    cold.secrets.is_away = warm.secrets.is_away = True
    warm.clock.forward(1_000)

    assert cold.call("GET", "/chat/messages", token=visitor.token).status == 503
    assert visitor.fetch().status == 200


def test_two_visitors_never_see_each_others_messages() -> None:
    world = WebWorld()
    mine, other = world.visitor(), world.visitor()
    other.send("Mine alone")

    assert mine.texts() == []


# Origins


@pytest.mark.bad_input(44)
@pytest.mark.parametrize("origin", WRONG_ORIGINS)
def test_a_page_that_is_not_ours_is_refused_everywhere(origin: str) -> None:
    world = WebWorld()
    token = world.visitor().token
    calls = [*CALLS, ("POST", "/chat/sessions", {}), ("GET", "/chat/widget.js", None)]
    calls += [("OPTIONS", path, None) for _, path, _ in calls]

    answers = [world.call(m, path, doc, token=token, origin=origin) for m, path, doc in calls]

    refused_alike(answers, 403)
    assert all("Access-Control-Allow-Origin" not in answer.headers for answer in answers)
    assert world.troubles.made == []


def test_the_payload_of_another_page_is_refused() -> None:
    event = load_event("web_chat", "messages_post_of_another_origin")

    assert WebWorld().give(event).status == 403


def test_what_is_no_browser_sends_no_origin_and_is_taken() -> None:
    world = WebWorld()
    answer = world.call("POST", "/chat/sessions", {}, origin=None)
    token = answer.json["token"]

    assert answer.status == 201
    assert world.call("GET", "/chat/messages", token=token, origin=None).status == 200


def test_a_token_is_of_the_page_that_it_was_given_to() -> None:
    world = WebWorld()
    visitor = world.visitor()

    visit = world.line.chat.visit_of(visitor.token, CHAT_ORIGIN)

    assert visit.session == visitor.session
    with pytest.raises(SignatureMismatch):
        world.line.chat.visit_of(visitor.token, "https://other.example")


@pytest.mark.bad_input(62)
@pytest.mark.parametrize("case", ["sessions_options", "messages_options", "handoff_options"])
def test_a_preflight_of_our_page_is_answered(case: str) -> None:
    answer = WebWorld().give(load_event("web_chat", case))

    assert answer.status == 204
    assert answer.headers["Access-Control-Allow-Origin"] == CHAT_ORIGIN
    assert answer.headers["Access-Control-Allow-Headers"] == "authorization, content-type"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert answer.headers["Vary"] == "Origin"


def test_our_page_can_read_refusals_too() -> None:
    world = WebWorld()
    visitor = world.visitor()
    answers = [
        visitor.fetch(),
        visitor.send(7),
        visitor.send("x" * 70_000),
        world.call("GET", "/chat/messages"),
        world.call("GET", "/chat/nothing"),
        world.call("PUT", "/chat/messages"),
    ]

    assert [answer.status for answer in answers] == [200, 400, 413, 401, 404, 405]
    assert {answer.headers["Access-Control-Allow-Origin"] for answer in answers} == {CHAT_ORIGIN}
