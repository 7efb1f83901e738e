"""An action that somebody had to agree to: one row each, so that it has its effect once."""

from dataclasses import dataclass
from enum import StrEnum

from warmline.domain.tools import Risk


class RunState(StrEnum):
    """How far an action has come. The last three are ends."""

    ASKED = "asked"  # an agent has not pressed yet
    AGREED = "agreed"  # it may be running, or have run, with nobody knowing how it ended
    DONE = "done"
    FAILED = "failed"
    DECLINED = "declined"


ENDS = frozenset({RunState.DONE, RunState.FAILED, RunState.DECLINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRun:
    """One action by its idempotency key: whoever comes later finds what became of it.

    `by` is who agreed, for an action that needs an agent; `summary` what the desk is told of it.
    """

    key: str
    conversation: str
    name: str
    risk: Risk
    arguments: str
    state: RunState
    output: str = ""
    error: str = ""
    summary: str = ""
    by: str = ""
    by_name: str = ""
    version: int = 0

    @property
    def finished(self) -> bool:
        return self.state in ENDS
