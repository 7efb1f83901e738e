"""The shift message: posted once into the desk channel, pinned, and edited where it is."""

from contextlib import suppress

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from warmline.adapters.slack.failures import error_code, ts_of
from warmline.domain.conversation import Posted

_GONE = frozenset({"message_not_found", "cant_update_message"})


def show_shift(client: WebClient, channel: str, ts: str = "") -> Posted:
    """Return where it is; `ts` is where it was. That it cannot be pinned makes it no less useful.

    After a move to another channel it is posted there.
    """
    from warmline.adapters.slack.shift_message import (  # noqa: PLC0415 - once in a deployment
        shift_blocks,
        shift_text,
    )

    text, blocks = shift_text(), shift_blocks()
    posted = Posted(channel=channel, ts=ts)
    if not ts or not _edited(client, posted, text, blocks):
        answer = client.chat_postMessage(channel=channel, text=text, blocks=blocks)
        posted = Posted(channel=channel, ts=ts_of(answer))
    _pin(client, posted)
    return posted


def _edited(client: WebClient, posted: Posted, text: str, blocks: list[dict[str, object]]) -> bool:
    try:
        client.chat_update(channel=posted.channel, ts=posted.ts, text=text, blocks=blocks)
    except SlackApiError as error:
        if error_code(error) in _GONE:
            return False
        raise
    return True


def _pin(client: WebClient, posted: Posted) -> None:
    """Slack refuses what is pinned already, and more than its most pins: neither is our trouble."""
    with suppress(SlackApiError):
        client.pins_add(channel=posted.channel, timestamp=posted.ts)
