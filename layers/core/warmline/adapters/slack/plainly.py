"""A message in its plainest form, where Slack does not take it as we have drawn it.

What people write is bounded and checked before, and Slack may still know a limit that we do not:
https://docs.slack.dev/reference/methods/chat.postMessage. Such a message must not keep the case,
or all that is said after it, from the desk.
"""

from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from warmline.adapters.slack.failures import error_code

NOT_TAKEN = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
LONGEST = 3_000
_KEPT = frozenset({"header", "actions"})
"""By the header we know our own card again; the buttons are what the desk is there for."""


def or_plainly(
    send: Callable[..., SlackResponse], fields: Mapping[str, Any], text: str = ""
) -> SlackResponse:
    """Send a message; its words and buttons alone where Slack refuses the rest of it."""
    try:
        return send(**fields)
    except SlackApiError as error:
        if error_code(error) not in NOT_TAKEN:
            raise
        kept = [block for block in fields["blocks"] if block["type"] in _KEPT]
        said = (text or str(fields["text"]))[:LONGEST]
        return send(**{**fields, "text": said, "blocks": kept})
