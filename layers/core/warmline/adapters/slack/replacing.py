"""Messages that one person alone sees are changed only by the address that a press brings along.

https://docs.slack.dev/interactivity/handling-user-interaction: five times, within half an hour.
"""

from contextlib import suppress
from http.client import HTTPException
from urllib.parse import urlsplit

from slack_sdk.webhook import WebhookClient

from warmline.adapters.slack.client import WEBHOOK_SECONDS, quiet_log

SLACKS_OWN = "hooks.slack.com"
TAKEN = 200


def replaced(response_url: str, text: str, *, api_url: str) -> bool:
    """Put a text in place of the message that was pressed; False when Slack did not take it.

    Nothing is sent to an address that is not Slack's.
    """
    address = urlsplit(response_url)
    known = address.hostname == SLACKS_OWN or address.netloc == urlsplit(api_url).netloc
    if not known or not address.netloc:
        return False
    client = WebhookClient(
        response_url, timeout=WEBHOOK_SECONDS, retry_handlers=[], logger=quiet_log
    )
    with suppress(OSError, HTTPException, ValueError):
        return client.send(text=text, replace_original=True).status_code == TAKEN
    return False
