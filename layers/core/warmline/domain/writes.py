"""What one transaction may hold: conditional puts and deletes of rows that carry their version."""

from dataclasses import dataclass

from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import (
    AddressRecord,
    CaseName,
    Connection,
    HeldReply,
    Outage,
    Pace,
    Presence,
    Seen,
    Socket,
    Spending,
    Thread,
    Waited,
)
from warmline.domain.tool_runs import ToolRun

type Row = (
    AddressRecord
    | Head
    | LogEntry
    | Outgoing
    | Seen
    | Thread
    | Agent
    | OpenCase
    | WorkDone
    | Socket
    | Connection
    | Pace
    | ToolRun
    | Outage
    | Spending
    | ShiftEvent
    | HeldReply
    | Waited
    | Presence
    | CaseName
)


@dataclass(frozen=True, slots=True)
class Put:
    """Store the row if it still has the version that it was read with; 0: if it is new.

    The stored row has the next version.
    """

    row: Row


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the row if it still has the version that it was read with."""

    row: Row


@dataclass(frozen=True, slots=True)
class Check:
    """Change nothing; hold the transaction to the row's being as it was read (0: absent)."""

    row: Row


type Write = Put | Delete | Check
