"""Actions that are HTTP calls: what is sent, and that every way to fail ends in time."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.adapters.tools.service import Service, as_json, serving
from tests.tools import FO, RETURN, STATUS
from warmline.adapters.tools.http import HttpTools
from warmline.adapters.tools.python import PythonTools
from warmline.adapters.tools.runner import DeployedTools
from warmline.application.tool_running import Caller, Output, ToolCall
from warmline.domain.errors import ConfigurationError, StoreUnavailable, ToolFailed
from warmline.domain.tool_catalogue import HttpCall, Parameter, Tool

LOOK_UP = replace(STATUS, http=HttpCall(method="GET", url="/orders/{order}"), seconds=1)
WITH_SECRET = replace(
    LOOK_UP,
    http=HttpCall(
        method="GET",
        url="/orders/{order}",
        headers={"Authorization": "Bearer {secret.shop_key}"},
    ),
)
START = replace(RETURN, http=HttpCall(method="POST", url="/orders/{order}/returns"), seconds=1)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as running:
        yield running


def call(tool: Tool, service: Service, **arguments: str | float) -> Output:
    runner = DeployedTools(HttpTools(f"{service.url}/api/", secret), PythonTools())
    caller = Caller(conversation="c1", customer="ann@shop.example")
    return runner.run(tool, ToolCall(key="key-1", arguments=arguments, caller=caller))


def secret(name: str) -> str:
    return {"shop_key": "s3cret"}[name]


def failure(tool: Tool, service: Service) -> ToolFailed:
    with pytest.raises(ToolFailed) as failed:
        call(tool, service, order=FO)
    return failed.value


def test_a_look_up_is_a_get_below_the_base_url(service: Service) -> None:
    assert call(LOOK_UP, service, order=FO) == {"status": "Sent"}

    [called] = service.calls
    assert (called.method, called.path, called.body) == ("GET", f"/api/orders/{FO}", b"")


def test_every_call_carries_its_key_and_on_whose_behalf_it_is(service: Service) -> None:
    call(START, service, order=FO)

    headers = service.calls[0].headers
    assert headers["idempotency-key"] == "key-1"
    assert headers["warmline-conversation"] == "c1"
    assert headers["warmline-customer"] == "ann@shop.example"


def test_what_is_not_in_the_path_goes_into_the_query_or_the_body(service: Service) -> None:
    reason = Parameter(name="reason", schema={"type": "string"})
    looks = replace(LOOK_UP, parameters=(*LOOK_UP.parameters, reason))
    starts = replace(START, parameters=(*START.parameters, reason))

    call(looks, service, order=FO, reason="a & b")
    call(starts, service, order=FO, reason="a & b")

    assert service.calls[0].path == f"/api/orders/{FO}?reason=a+%26+b"
    assert as_json(service.calls[1]) == {"reason": "a & b"}


@pytest.mark.parametrize("order", ["../../admin", "a/b?c=d#e", "é\r\nX-Evil: 1"])
def test_an_argument_cannot_leave_its_place_in_the_path(service: Service, order: str) -> None:
    call(LOOK_UP, service, order=order)

    [called] = service.calls
    assert called.path.startswith("/api/orders/")
    assert "/" not in called.path.removeprefix("/api/orders/")
    assert "?" not in called.path
    assert "x-evil" not in called.headers


def test_a_header_may_hold_a_secret_of_the_deployments(service: Service) -> None:
    call(WITH_SECRET, service, order=FO)

    assert service.calls[0].headers["authorization"] == "Bearer s3cret"


@pytest.mark.parametrize(
    ("status", "code", "again", "doubt"),
    [
        (404, "not_found", False, False),
        (400, "http_400", False, False),
        (409, "http_409", False, False),
        (429, "http_429", True, False),
        (500, "http_500", True, True),
        (503, "http_503", True, True),
        (302, "http_302", False, False),
    ],
)
def test_a_status_says_whether_to_try_again(
    service: Service, status: int, code: str, *, again: bool, doubt: bool
) -> None:
    service.status = status
    service.headers = {"location": f"{service.url}/elsewhere"}

    failed = failure(START, service)

    assert (failed.code, failed.temporary, failed.uncertain) == (code, again, doubt)
    assert len(service.calls) == 1, "redirects are not followed, and nothing is tried again here"


@pytest.mark.parametrize(
    "body", [b"<html>", b"[1]", b'"text"', b"\xff\xfe", b'{"a": ', b"[" * 60_000]
)
def test_an_answer_that_is_no_json_object_is_none(service: Service, body: bytes) -> None:
    service.body = body

    assert failure(START, service).code == "not_json"


def test_an_answer_without_end_is_none(service: Service) -> None:
    service.body = b'{"a": "' + b"x" * 100_000 + b'"}'

    assert failure(START, service).code == "too_long"


def test_an_empty_answer_is_an_answer(service: Service) -> None:
    service.body = b""

    assert call(START, service, order=FO) == {}


@pytest.mark.parametrize("way", ["hangs", "drips"])
def test_a_service_that_takes_its_time_is_left_in_time(service: Service, way: str) -> None:
    setattr(service, way, True)
    service.body = b'{"a": "' + b"x" * 100 + b'"}'
    started = time.monotonic()

    failed = failure(START, service)

    assert (failed.code, failed.uncertain) == ("timeout", True)
    assert time.monotonic() - started < 1.5


def test_a_connection_that_is_cut_may_have_done_it(service: Service) -> None:
    service.cuts = True

    failed = failure(START, service)

    assert (failed.code, failed.temporary, failed.uncertain) == ("cut_off", True, True)


def test_a_service_that_is_not_there_has_done_nothing() -> None:
    failed = failure(START, Service(url="http://127.0.0.1:9"))

    assert (failed.code, failed.temporary, failed.uncertain) == ("no_connection", True, False)


def test_an_action_that_is_not_set_up_fails_as_any_other_and_the_log_says_what_is_missing() -> None:
    told: list[str] = []
    runner = DeployedTools(HttpTools("", secret), PythonTools(), told.append)
    caller = Caller(conversation="c1")

    with pytest.raises(ToolFailed, match="not_configured") as failed:
        runner.run(START, ToolCall(key="k", arguments={"order": FO}, caller=caller))

    assert not failed.value.uncertain
    assert "TOOLS_BASE_URL" in told[0]


def test_a_secret_that_cannot_be_read_just_now_is_worth_another_try(service: Service) -> None:
    def away(_: str) -> str:
        raise StoreUnavailable("away")

    runner = DeployedTools(HttpTools(f"{service.url}/api/", away), PythonTools())
    call = ToolCall(key="k", arguments={"order": FO}, caller=Caller(conversation="c1"))
    with pytest.raises(ToolFailed) as failed:
        runner.run(WITH_SECRET, call)

    assert failed.value.temporary
    assert service.calls == []


def test_a_path_without_a_base_url_names_the_parameter() -> None:
    with pytest.raises(ConfigurationError, match="TOOLS_BASE_URL"):
        HttpTools("", secret)._url("/orders/1")
