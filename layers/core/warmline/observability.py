"""Logs and metrics: an event's name and its fields, never words, numbers or tokens of people."""

import logging
from enum import StrEnum
from functools import cache

from aws_lambda_powertools import Logger


class Metric(StrEnum):
    """One business fact each, counted by a metric filter on the log line of the same name."""

    MESSAGE_RECEIVED = "message_received"
    MESSAGE_REPEATED = "message_repeated"
    NOT_STORED = "not_stored"
    FAILED = "failed"
    IGNORED = "ignored"
    SIGNATURE_REJECTED = "signature_rejected"
    NOT_ALLOWED = "not_allowed"
    FOREIGN_SENDER = "foreign_sender"
    ANOMALOUS_PAYLOAD = "anomalous_payload"
    RECORD_FAILED = "record_failed"
    TURN_LOOKED_AT = "turn_looked_at"
    DRAFT_LOOKED_AT = "draft_looked_at"
    MODEL_FAILED = "model_failed"
    TOOL_NOT_CONFIGURED = "tool_not_configured"
    TARGET_LOOKED_AT = "target_looked_at"
    DESK_UNREACHABLE = "desk_unreachable"
    SWEPT = "swept"
    PROMISE_BROKEN = "promise_broken"
    SLACK_ANSWERED = "slack_answered"
    RECEIPT_RECORDED = "receipt_recorded"


@cache
def get_logger(function: str) -> Logger:
    """Return the function's logger: one JSON object a line.

    A log pipeline that raises must not stop a message (`faults.md` 58).
    """
    logging.raiseExceptions = False
    return Logger(service=function, level="INFO", utc=True)
