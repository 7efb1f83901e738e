"""How long a customer waits for the embedded answerer, on a warm stack with quiet time 0."""

import statistics
import time
from collections.abc import Callable

import pytest

from tests.contract.line import CHANNELS, Line
from tests.contract.sockets import opened
from tests.contract.waiting import wait_for
from tests.contract.warm import QUESTION

RUNS = 3
MESSAGES = 20
MEDIAN, P95 = 1.0, 2.0


def seconds_by_text(line: Line) -> float:
    texter = line.texter()
    started = texter.say(QUESTION)
    wait_for(texter.heard, "an answer")
    return texter.heard_at()[0] - started


def seconds_in_slack(line: Line) -> float:
    customer = line.slack_customer()
    started = customer.say(QUESTION)
    wait_for(customer.heard, "an answer")
    return customer.heard_at()[0] - started


def seconds_on_the_web(line: Line) -> float:
    visitor = line.visitor()
    with opened(visitor) as socket:
        socket.hello(visitor)
        started = socket.send({"action": "send", "client_message_id": "q", "text": QUESTION})
        socket.wait_for("message", lambda f: f["message"]["author"]["role"] == "bot")
        return time.monotonic() - started


MEASURES: dict[str, Callable[[Line], float]] = {
    "sms": seconds_by_text,
    "slack": seconds_in_slack,
    "web": seconds_on_the_web,
}


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_answer_takes_less_than_a_second_as_a_rule_and_two_at_most(
    line: Line, channel: str
) -> None:
    measure, runs = MEASURES[channel], []

    for _ in range(RUNS):
        seconds = [measure(line) for _ in range(MESSAGES)]
        median, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        runs.append(f"median {median:.2f} s, p95 {p95:.2f} s")
        if median < MEDIAN and p95 < P95:
            return

    pytest.fail(f"{channel}: no run of {RUNS} was quick enough: {runs}")
