"""The keys of the table: which item is where, and which rows an index holds.

No value from outside can reach another entity's key: ids are percent-encoded, so that a `#` in
one is never a separator, and addresses are hashed.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote

from warmline.application.ports import Due
from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.queueing import Lane, lane_of
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
from warmline.domain.writes import Row

PK, SK = "PK", "SK"
QUEUE_INDEX, QUEUE_PK, QUEUE_SK = "queue", "QPK", "QSK"
DEADLINES_INDEX, DEADLINES_PK, DEADLINES_SK = "deadlines", "DPK", "DSK"
EXPIRES, SCHEMA, VERSION, COMMIT = "expires", "schema", "version", "commit"

QUEUE_SHARDS = 4
DEADLINE_SHARDS = 16
LAST_SEQUENCE = 10**12 - 1
AGENTS = "AGENTS"
"""Where the queue's index holds every agent: whoever they are, in one query."""

HEAD, PROFILE, SINGLE = "HEAD", "PROFILE", "-"
LOG, OPEN, WORK, CONN, HELD, SHIFT = "LOG#", "OPEN#", "WORK#", "CONN#", "HELD#", "SHIFT#"
CASE = "CASE#"


@dataclass(frozen=True, slots=True)
class Key:
    """Where one item is."""

    pk: str
    sk: str = SINGLE


def conversation(id_: str, sk: str = HEAD) -> Key:
    return Key(f"CONV#{_safe(id_)}", sk)


def log_entry(id_: str, sequence: int) -> Key:
    return conversation(id_, f"{LOG}{_padded(sequence)}")


def outgoing(target: str, sequence: int = 0) -> Key:
    return Key(f"OUT#{_safe(target)}", _padded(sequence))


def seen(scope: str) -> Key:
    return Key(f"SEEN#{_safe(scope)}")


def address(value: str) -> Key:
    return Key(f"ADDR#{hashlib.sha256(value.encode()).hexdigest()}")


def thread(channel: str, ts: str) -> Key:
    return Key(f"THREAD#{_safe(channel)}#{_safe(ts)}")


def case_name(name: str, conversation_id: str = "") -> Key:
    return Key(f"ALIAS#{_safe(name)}", f"{CASE}{_safe(conversation_id)}")


def agent(id_: str, sk: str = PROFILE) -> Key:
    return Key(f"AGENT#{_safe(id_)}", sk)


def open_case(agent_id: str, conversation_id: str = "") -> Key:
    return agent(agent_id, f"{OPEN}{_safe(conversation_id)}")


def work(agent_id: str, at: str, conversation_id: str) -> Key:
    return agent(agent_id, f"{WORK}{_safe(at)}#{_safe(conversation_id)}")


def shift(agent_id: str, at: datetime) -> Key:
    return agent(agent_id, f"{SHIFT}{moment(at)}")


def held(conversation_id: str, ts: str = "") -> Key:
    return conversation(conversation_id, f"{HELD}{_safe(ts)}")


def waited(team: str, at: datetime, conversation_id: str = "") -> Key:
    return Key(f"WAITED#{_safe(team)}", f"{moment(at)}#{_safe(conversation_id)}")


def presence(session: str) -> Key:
    return Key(f"VISIT#{_safe(session)}", "PRESENCE")


def socket(id_: str) -> Key:
    return Key(f"SOCKET#{_safe(id_)}")


def connection(session: str, id_: str = "") -> Key:
    return Key(f"VISIT#{_safe(session)}", f"{CONN}{_safe(id_)}")


def pace(scope: str) -> Key:
    return Key(f"PACE#{_safe(scope)}")


def tool_run(key: str) -> Key:
    return Key(f"TOOL#{_safe(key)}")


def outage(scope: str) -> Key:
    return Key(f"OUTAGE#{_safe(scope)}")


def spending(scope: str) -> Key:
    return Key(f"SPENT#{_safe(scope)}")


def key_of(row: Row) -> Key:  # noqa: C901, PLR0911, PLR0912 - one line a kind of row
    """Return where this row is."""
    match row:
        case Head():
            return conversation(row.id)
        case LogEntry():
            return log_entry(row.conversation, row.sequence)
        case Outgoing():
            return outgoing(row.target, row.sequence)
        case AddressRecord():
            return address(row.address)
        case Seen():
            return seen(row.scope)
        case Thread():
            return thread(row.channel, row.ts)
        case Agent():
            return agent(row.id)
        case OpenCase():
            return open_case(row.agent, row.conversation)
        case WorkDone():
            return work(row.agent, row.at, row.conversation)
        case Socket():
            return socket(row.id)
        case Connection():
            return connection(row.session, row.id)
        case Pace():
            return pace(row.scope)
        case Outage():
            return outage(row.scope)
        case Spending():
            return spending(row.scope)
        case ToolRun():
            return tool_run(row.key)
        case ShiftEvent():
            return shift(row.agent, row.at)
        case HeldReply():
            return held(row.conversation, row.ts)
        case Waited():
            return waited(row.team, row.at, row.conversation)
        case Presence():
            return presence(row.session)
        case CaseName():
            return case_name(row.name, row.conversation)


def kind_of(key: Key) -> type[Row] | None:
    """Return which row an item of this key is; None for what this code does not know."""
    prefix = key.pk.partition("#")[0]
    if prefix == "CONV" and key.sk != HEAD:
        return LogEntry if key.sk.startswith(LOG) else _held_of(key)
    if prefix == "VISIT" and not key.sk.startswith(CONN):
        return Presence
    if prefix == "AGENT":
        return ShiftEvent if key.sk.startswith(SHIFT) else None
    return _KINDS.get(prefix)


def _held_of(key: Key) -> type[Row] | None:
    return HeldReply if key.sk.startswith(HELD) else None


_KINDS: dict[str, type[Row]] = {
    "CONV": Head,
    "OUT": Outgoing,
    "ADDR": AddressRecord,
    "SEEN": Seen,
    "THREAD": Thread,
    "SOCKET": Socket,
    "VISIT": Connection,
    "PACE": Pace,
    "TOOL": ToolRun,
    "OUTAGE": Outage,
    "SPENT": Spending,
    "WAITED": Waited,
    "ALIAS": CaseName,
}


def index_of(row: Row) -> dict[str, str]:
    """Return the attributes that put this row into an index; none when it is in none."""
    return _queue_of(row) | _deadline_of(row)


def deadline_shards() -> list[str]:
    return [f"D#{shard}" for shard in range(DEADLINE_SHARDS)]


def due_of(sort_key: str) -> Due:
    """Return what a deadline's sort key names."""
    _, kind, name = sort_key.split("#", 2)
    return Due(**{_DUE[kind]: unquote(name)})


def moment(time: datetime) -> str:
    """A time as text whose order is the order of time."""
    return time.isoformat(timespec="microseconds")


_DUE = {"C": "conversation", "T": "target", "S": "socket", "A": "agent"}


def queue_partitions(lane: Lane) -> list[str]:
    """Return the index's partitions that hold a lane."""
    if lane.agent:
        return [f"Q#agent#{_safe(lane.agent)}"]
    return [f"{_lane(lane)}#{shard}" for shard in range(QUEUE_SHARDS)]


def conversation_of(sort_key: str) -> str:
    """Return the case that a sort key of the queue names."""
    return unquote(sort_key.partition("#")[2])


def since_of(sort_key: str) -> datetime:
    """Return since when it counts as waiting."""
    return datetime.fromisoformat(sort_key.partition("#")[0])


def _lane(lane: Lane) -> str:
    return f"Q#{_safe(lane.team)}#{_safe(lane.language)}#{_safe(lane.skill)}"


def _queue_of(row: Row) -> dict[str, str]:
    if isinstance(row, Agent):
        return {QUEUE_PK: AGENTS, QUEUE_SK: _safe(row.id)}
    since = row.effective_since if isinstance(row, Head) else None
    if not isinstance(row, Head) or since is None:
        return {}
    partitions = queue_partitions(lane_of(row))
    queue = partitions[_shard(row.id, QUEUE_SHARDS) % len(partitions)]
    return {QUEUE_PK: queue, QUEUE_SK: f"{moment(since)}#{_safe(row.id)}"}


def _deadline_of(row: Row) -> dict[str, str]:
    match row:
        case Head():
            due, name = row.due, f"C#{_safe(row.id)}"
        case Agent():
            due, name = row.returning_at, f"A#{_safe(row.id)}"
        case Outgoing():
            due, name = row.due, f"T#{_safe(row.target)}"
        case Socket():
            due, name = (None if row.greeted else row.hello_by), f"S#{_safe(row.id)}"
        case _:
            return {}
    if due is None:
        return {}
    shard = _shard(name, DEADLINE_SHARDS)
    return {DEADLINES_PK: f"D#{shard}", DEADLINES_SK: f"{moment(due)}#{name}"}


def _shard(value: str, of: int) -> int:
    return int.from_bytes(hashlib.sha256(value.encode()).digest()[:4]) % of


def _padded(sequence: int) -> str:
    return f"{sequence:012}"


def _safe(value: str) -> str:
    return quote(value, safe=":.+@-_= ")
