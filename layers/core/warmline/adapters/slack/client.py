"""Slack's Web API with a limit on every wait, at the address that the settings name."""

from slack_sdk import WebClient

WORKER_SECONDS = 6
"""Less than the worker's 10, and time for what follows."""

WEBHOOK_SECONDS = 1
"""Slack waits three seconds in all for a webhook's answer."""


def make_client(api_url: str, bot_token: str, seconds: int) -> WebClient:
    """Return a client that tries once: the rows know about trying again."""
    return WebClient(token=bot_token, base_url=api_url.rstrip("/") + "/", timeout=seconds, retry_handlers=[])
