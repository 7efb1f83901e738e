"""Batches of records: one that fails comes again alone, the others are done."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aws_lambda_powertools import Logger

from warmline.observability import Metric

type Failures = dict[str, list[dict[str, str]]]


def each_message(
    records: Sequence[Mapping[str, Any]], act: Callable[[Mapping[str, Any]], None], log: Logger
) -> Failures:
    """Do every message of a queue's batch; return those that must come again."""
    failed = [record["messageId"] for record in records if not _done(record, act, log)]
    return {"batchItemFailures": [{"itemIdentifier": one} for one in failed]}


def each_change(
    records: Sequence[Mapping[str, Any]], act: Callable[[Mapping[str, Any]], None], log: Logger
) -> Failures:
    """Do the records of a stream in order, up to the first that fails; the stream resumes there."""
    for record in records:
        if not _done(record, act, log):
            number = str(record.get("dynamodb", {}).get("SequenceNumber", ""))
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}


class RecordFailed(Exception):  # noqa: N818 - what Lambda is told; nobody catches it
    """A record that must come again; its own error stays untold, for it may hold words."""


def each_alone(
    records: Sequence[Mapping[str, Any]], act: Callable[[Mapping[str, Any]], None], log: Logger
) -> None:
    """Do the records of a queue that gives one at a time. Raises RecordFailed: then it comes again.

    Lambda writes what a function raises into the log: this says no more than the kind of error.
    """
    for record in records:
        if not _done(record, act, log):
            raise RecordFailed(str(record.get("messageId", "")))


def _done(record: Mapping[str, Any], act: Callable[[Mapping[str, Any]], None], log: Logger) -> bool:
    try:
        act(record)
    except Exception as error:  # noqa: BLE001 - whatever it is, the record comes again
        log.error(Metric.RECORD_FAILED, problem=type(error).__name__)  # noqa: TRY400 - it may hold words
        return False
    return True
