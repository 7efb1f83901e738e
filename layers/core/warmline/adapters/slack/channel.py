"""Customers who write in Slack, as a CustomerChannel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from slack_sdk import WebClient

from warmline.adapters.slack.failures import translated, ts_of
from warmline.adapters.slack.text import escape
from warmline.application.files import Links, no_links
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Role
from warmline.domain.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """Answers where the customer wrote: in their direct message, or under their mention."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]
    links: Links = no_links

    def send(self, row: Outgoing) -> str:
        """An edit takes the place of the message at `row.ts`."""
        parts = Address(row.target).parts
        with translated(self.doubt):
            if row.entry is not None and row.entry.kind is Kind.EDIT:
                self.client().chat_update(channel=parts["channel"], ts=row.ts, text=_said(row))
                return row.ts
            answer = self.client().chat_postMessage(
                channel=parts["channel"],
                thread_ts=parts.get("root"),
                text="\n".join([_said(row), *self._links(row)]),
                unfurl_links=False,
                unfurl_media=False,
            )
            return ts_of(answer)

    def _links(self, row: Outgoing) -> Sequence[str]:
        return self.links(row.entry) if row.entry is not None and row.entry.files else ()

    def look_up(self, row: Outgoing) -> str | None:
        """Slack has no key to ask by: better said twice than not at all."""
        _ = row
        return None


def _said(row: Outgoing) -> str:
    """A human's words carry their name: everything else in this place is the app's."""
    by_agent = row.entry is not None and row.entry.role is Role.AGENT and row.name
    return f"*{escape(row.name)}*: {escape(row.text)}" if by_agent else escape(row.text)
