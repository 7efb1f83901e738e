"""Customers who write in Slack, as a CustomerChannel."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient

from warmline.adapters.slack.failures import translated, ts_of
from warmline.adapters.slack.text import escape
from warmline.domain.address import Address
from warmline.domain.entries import Role
from warmline.domain.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """Answers where the customer wrote: in their direct message, or under their mention."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]

    def send(self, row: Outgoing) -> str:
        parts = Address(row.target).parts
        with translated(self.doubt):
            answer = self.client().chat_postMessage(
                channel=parts["channel"],
                thread_ts=parts.get("root"),
                text=_said(row),
                unfurl_links=False,
                unfurl_media=False,
            )
            return ts_of(answer)

    def look_up(self, row: Outgoing) -> str | None:
        """Slack has no key to ask by: better said twice than not at all."""
        _ = row
        return None


def _said(row: Outgoing) -> str:
    """A human's words carry their name: everything else in this place is the app's."""
    by_agent = row.entry is not None and row.entry.role is Role.AGENT and row.name
    return f"*{escape(row.name)}*: {escape(row.text)}" if by_agent else escape(row.text)
