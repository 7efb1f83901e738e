"""Sweeps more often than once a minute, which is the fastest that a schedule can be.

Tests that wait for a lease to end would otherwise wait a minute for the next sweep.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError

from deployer.up.aws import Aws

log = logging.getLogger("warmline.up")

SCHEDULED_EVENT = b'{"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}'


@contextmanager
def sweeping(aws: Aws, function: str, every_seconds: float | None) -> Iterator[None]:
    """Call the sweeper at a pace while the block lasts; without a pace leave it to the minute."""
    if not every_seconds:
        yield
        return
    stopping = threading.Event()
    thread = threading.Thread(
        target=_sweep, args=(aws, function, every_seconds, stopping), name="sweeps", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join(timeout=2)


def _sweep(aws: Aws, function: str, every_seconds: float, stopping: threading.Event) -> None:
    while not stopping.wait(every_seconds):
        try:
            aws.functions.invoke(
                FunctionName=function, InvocationType="Event", Payload=SCHEDULED_EVENT
            )
        except (BotoCoreError, ClientError) as error:
            log.warning("a sweep was not started: %s", error)
