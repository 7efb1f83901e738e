"""A first call of every function, so that the first customer does not wait for a cold start.

It is also the check that the stack can take traffic: every function must answer, and a request
that nobody signed must be refused rather than fail.
"""

import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from deployer.errors import CannotContinue
from deployer.up.aws import Aws

FIRST_CALL_SECONDS = 60
SERVER_ERROR = 500
# A batch of nothing is what a poller may hand over; an unsigned request is what anybody may send.
NO_RECORDS = b'{"Records": []}'
UNSIGNED = (("POST", "/sms/inbound"), ("POST", "/slack/events"), ("GET", "/chat/messages"))
WORKERS = ("dispatch_changes", "take_turn", "deliver_message", "sweep_deadlines")


@dataclass(frozen=True, slots=True)
class Functions:
    """The deployed functions' names, by the folder of their code."""

    names: dict[str, str]

    def __getitem__(self, folder: str) -> str:
        return self.names[folder]


def find_functions(aws: Aws) -> Functions:
    """Ask the engine how CloudFormation named each function."""
    pages = aws.functions.get_paginator("list_functions").paginate()
    rows = [row for page in pages for row in page["Functions"]]
    return Functions({row["Handler"].split(".")[1]: row["FunctionName"] for row in rows})


def call_each_once(aws: Aws, functions: Functions, http_url: str, log: Path) -> None:
    """Call every function, two at a time, or raise with the names of those that failed."""
    pool = ThreadPoolExecutor(2)
    try:
        asked = pool.map(lambda call: _fails_request(http_url, *call), UNSIGNED)
        invoked = pool.map(lambda worker: _fails_invocation(aws, functions[worker]), WORKERS)
        failed = [*_named(UNSIGNED, asked), *_named(WORKERS, invoked)]
    finally:
        # Whoever presses Ctrl-C now does not wait for a function that hangs.
        pool.shutdown(wait=False, cancel_futures=True)
    if failed:
        raise CannotContinue(
            f"The stack is deployed, but these functions fail: {', '.join(failed)}. "
            f"The engine's log says why: {log}"
        )


def _named(calls: Iterable[object], failures: Iterable[bool]) -> list[str]:
    return [
        " ".join(call) if isinstance(call, tuple) else str(call)
        for call, has_failed in zip(calls, failures, strict=True)
        if has_failed
    ]


def _fails_request(http_url: str, method: str, path: str) -> bool:
    request = urllib.request.Request(http_url + path, method=method)  # noqa: S310 - our own address
    try:
        urllib.request.urlopen(request, timeout=FIRST_CALL_SECONDS).close()  # noqa: S310
    except urllib.error.HTTPError as refusal:
        refusal.close()
        return refusal.code >= SERVER_ERROR
    except OSError:
        return True
    return False


def _fails_invocation(aws: Aws, name: str) -> bool:
    return "FunctionError" in aws.functions.invoke(FunctionName=name, Payload=NO_RECORDS)
