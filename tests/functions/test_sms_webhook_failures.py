"""When `sms_webhook` cannot store a text, and what its log may never hold."""

import os
import time
from collections.abc import Iterator

import pytest

from tests.events import (
    CUSTOMER_NUMBER,
    TWILIO_AUTH_TOKEN,
    Event,
    cases,
    form_of,
    load_event,
    with_form,
)
from tests.functions.conftest import Logged, handler_of
from tests.functions.webhook_world import WebhookWorld

PRIVATE = {"From", "To", "Body", "WaId", "ProfileName", "FromZip", "AccountSid", "MessageSid"}


def text(body: str = "How do I return an item?") -> Event:
    return with_form(load_event("sms_webhook", "text"), Body=body)


@pytest.mark.fault(5)
def test_what_cannot_be_stored_is_a_503_and_leaves_nothing(logged: Logged) -> None:
    world = WebhookWorld()
    world.troubles.failing.add("commit")
    before = world.traces()

    answer = world.text(text())

    assert answer.status == 503
    assert world.traces() == before
    assert logged.names == ["not_stored"]
    assert CUSTOMER_NUMBER not in logged.text
    world.troubles.failing.clear()
    assert world.text(text()).status == 200
    assert len(world.said) == 1


@pytest.mark.fault(57)
def test_with_the_whole_table_away_both_paths_answer_503() -> None:
    world = WebhookWorld()
    world.troubles.failing.add("everything")

    assert world.text(text()).status == 503
    assert world.text(load_event("sms_webhook", "status_delivered")).status == 503


@pytest.mark.fault(52)
@pytest.mark.parametrize("missing", ["twilio_auth_token", "twilio_account_sid"])
def test_without_its_credentials_nothing_starts(missing: str, logged: Logged) -> None:
    world = WebhookWorld()
    del world.secrets.values[missing]
    before = world.traces()

    assert world.text(text()).status == 503
    assert world.traces() == before
    assert missing in logged.lines[0]["detail"]


def test_cold_without_secrets_manager_it_is_a_503_and_warm_it_goes_on() -> None:
    world = WebhookWorld()
    world.secrets.is_away = True
    assert world.text(text()).status == 503

    world.secrets.is_away = False
    assert world.text(text("the first")).status == 200
    world.secrets.is_away = True
    world.clock.forward(24 * 3600)

    later = with_form(text("the second"), MessageSid="SM" + "2" * 32)
    assert world.text(later).status == 200
    assert world.said == ["the first", "the second"]


def test_through_a_rotation_no_text_is_lost_and_the_old_token_ends() -> None:
    world, event = WebhookWorld(), text()
    world.secrets.values["twilio_auth_token"] = "before"
    assert world.text(event).status == 403

    world.secrets.values["twilio_auth_token"] = [TWILIO_AUTH_TOKEN, "before"]
    world.clock.forward(61)
    assert world.text(event).status == 200

    world.secrets.values["twilio_auth_token"] = ["after"]
    world.clock.forward(301)
    assert world.text(event).status == 403


def test_a_failure_that_nobody_foresaw_is_a_500_that_names_its_kind_and_no_words(
    logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    world = WebhookWorld()
    world.bugs["commit"] = KeyError(f"{CUSTOMER_NUMBER} How do I return")

    answer = world.text(text())

    assert answer.status == 500
    assert logged.lines[-1] | {"message": "failed", "problem": "KeyError"} == logged.lines[-1]
    written = logged.text + "".join(capfd.readouterr()) + answer.body
    assert_no_words_in(written)


@pytest.mark.parametrize("case", cases("sms_webhook"))
def test_no_log_line_holds_a_number_a_word_or_a_secret(
    case: str, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    world = WebhookWorld()
    event = load_event("sms_webhook", case)

    world.text(event)
    world.troubles.failing.add("everything")
    world.text(event)

    written = logged.text + "".join(capfd.readouterr())
    assert len(logged.lines) == 2
    assert_no_words_in(written)
    private = [value for name, value in form_of(event) if name in PRIVATE]
    assert private
    assert [value for value in private if value in written] == []


def assert_no_words_in(written: str) -> None:
    for secret in (CUSTOMER_NUMBER, CUSTOMER_NUMBER[1:], TWILIO_AUTH_TOKEN, "How do I return"):
        assert secret not in written


@pytest.mark.parametrize("hostile", ["a\nb", '{"level":"ERROR"}', "\x1b[31mred", "\r\nx: y"])
def test_a_log_line_stays_one_line_whatever_is_sent(hostile: str, logged: Logged) -> None:
    world, event = WebhookWorld(), text(hostile)
    event["requestContext"]["requestId"] = hostile

    world.text(with_form(event, AccountSid=hostile))

    assert len(logged.lines) == 1
    assert logged.lines[0]["request"] == hostile


# The log's own troubles


@pytest.fixture
def closed_output() -> Iterator[None]:
    """A log pipeline that raises at every line."""
    handler = handler_of("sms_webhook")
    stream = handler.stream
    with open(os.devnull, "w", encoding="utf-8") as closed:  # noqa: PTH123 - no file of ours
        handler.stream = closed
    yield
    handler.stream = stream


@pytest.mark.fault(58)
@pytest.mark.usefixtures("closed_output")
def test_with_its_output_closed_the_message_is_stored_all_the_same() -> None:
    world = WebhookWorld()

    assert world.text(text()).status == 200
    assert len(world.said) == 1


@pytest.mark.bad_input(64)
def test_the_time_to_verify_does_not_tell_how_much_was_right() -> None:
    """Every byte counts alike: a nearly right signature is not slower than a wrong one."""
    world, event = WebhookWorld(), text()
    right = event["headers"]["x-twilio-signature"]
    near = event | {"headers": event["headers"] | {"x-twilio-signature": right[:-2] + "x="}}
    far = event | {"headers": event["headers"] | {"x-twilio-signature": "x" + right[1:]}}

    assert world.text(near).body == world.text(far).body
    assert abs(fastest(world, near) - fastest(world, far)) < 0.002


def fastest(world: WebhookWorld, event: Event) -> float:
    def once() -> float:
        started = time.perf_counter()
        world.text(event)
        return time.perf_counter() - started

    return min(once() for _ in range(20))
