"""Slack's Web API with a limit on every wait, at the address that the settings name."""

import logging

from slack_sdk import WebClient

WORKER_SECONDS = 4
"""For the connection and for each answer: together less than the worker's 10."""

WEBHOOK_SECONDS = 1
"""Slack waits three seconds in all for a webhook's answer."""

quiet_log = logging.getLogger("warmline.slack")
quiet_log.setLevel(logging.CRITICAL)
"""The SDK writes every call's fields at DEBUG, pieces of answers at ERROR; we tell enough."""


def make_client(api_url: str, bot_token: str, seconds: int) -> WebClient:
    """Return a client that tries once: the rows know about trying again."""
    return WebClient(
        token=bot_token,
        base_url=api_url.rstrip("/") + "/",
        timeout=seconds,
        retry_handlers=[],
        logger=quiet_log,
    )
