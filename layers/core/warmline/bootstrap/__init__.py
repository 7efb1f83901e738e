"""Puts the pieces together, once a process: only this package knows which adapter serves a port.

The builders import adapters when they are called, so that each function starts with its own only.
"""

from warmline.bootstrap.ground import Ground
from warmline.bootstrap.turns import take_turn, write_draft
from warmline.bootstrap.webhooks import (
    SLACK_PATIENCE,
    SMS_PATIENCE,
    WEB_PATIENCE,
    SlackDeskLine,
    SmsLine,
    WebLine,
    make_slack_line,
    make_sms_line,
    slack_line,
    sms_line,
    web_line,
)
from warmline.bootstrap.workers import (
    Dispatcher,
    Sweeper,
    deliver_messages,
    dispatcher,
    sweeper,
)

__all__ = [
    "SLACK_PATIENCE",
    "SMS_PATIENCE",
    "WEB_PATIENCE",
    "Dispatcher",
    "Ground",
    "SlackDeskLine",
    "SmsLine",
    "Sweeper",
    "WebLine",
    "deliver_messages",
    "dispatcher",
    "make_slack_line",
    "make_sms_line",
    "slack_line",
    "sms_line",
    "sweeper",
    "take_turn",
    "web_line",
    "write_draft",
]
