"""Actions that the bot may ask for, by their risk, and the record of what became of each."""

import json
from dataclasses import dataclass
from enum import StrEnum


class Risk(StrEnum):
    """Who must agree before a tool runs."""

    READ = "read"  # nobody
    WRITE = "write"  # the customer
    APPROVE = "approve"  # an agent, by a press in Slack


class ToolStatus(StrEnum):
    """What became of one call. Only DONE may be claimed as done."""

    DONE = "done"
    ASKED_CUSTOMER = "asked_customer"
    ASKED_AGENT = "asked_agent"
    DECLINED = "declined"
    FAILED = "failed"
    REFUSED = "refused"  # unknown tool, bad arguments, one call too many


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """One call of a tool, as the log keeps it. `arguments` and `output` are JSON, secrets cut.

    `key` is the idempotency key: the same call has its effect once.
    """

    name: str
    key: str
    status: ToolStatus
    risk: Risk = Risk.READ
    arguments: str = "{}"
    output: str = ""
    summary: str = ""

    @property
    def label(self) -> str:
        """What an agent reads of it: what is asked of them, or else the action and its values."""
        if self.summary and self.status is ToolStatus.ASKED_AGENT:
            return self.summary
        try:
            given = json.loads(self.arguments)
        except ValueError:
            given = {}
        values = [str(value) for value in given.values()] if isinstance(given, dict) else []
        return " ".join([self.name.replace("_", " "), *values])
