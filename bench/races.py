"""Many at once on one thing: who wins, how often each must decide, how long it takes."""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bench.line import Line, at_once, make_patience, read_house
from bench.tables import local_client
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.receive_message import Incoming, Received
from warmline.domain.address import Address
from warmline.domain.agent import Agent
from warmline.domain.errors import Refusal, Refused, StoreUnavailable
from warmline.domain.writes import Put

AGENTS = 32
MESSAGES = 50
SENT_AGAIN_AFTER = 0.3
"""Seconds until the provider sends what was answered 503; real ones take longer."""


def now() -> datetime:
    return datetime.now(UTC)


def make_lines(endpoint_url: str, table: str, count: int, seconds: float) -> list[Line]:
    """Return lines with a connection each, as so many functions have that run at once."""
    house, patience = read_house(), make_patience(seconds)
    return [
        Line(
            DynamoStore(local_client(endpoint_url), table, now),
            now,
            lambda: uuid.uuid4().hex,
            patience,
            house,
        )
        for _ in range(count)
    ]


def hire(line: Line, count: int) -> list[Agent]:
    """Put agents on shift."""
    agents = [
        Agent(id=f"U{number:03}", display_name=f"Agent {number}", on_shift=True, limit=10_000)
        for number in range(count)
    ]
    for agent in agents:
        line.store.commit([Put(agent)])
    return agents


def ask_for_human(line: Line, address: Address) -> str:
    """Have a customer ask for a person; returns the waiting conversation."""
    message = Incoming(address=address, scope=uuid.uuid4().hex, text="I want a human")
    return line.receive(message).conversation


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of one moment in which all agents claimed one case."""

    winners: list[str]
    refusals: list[Refused]
    seconds: float


def race_for_case(lines: list[Line], agents: list[Agent], conversation: str) -> Claims:
    """Have every agent claim the conversation in the same moment."""

    def claim(line: Line, agent: Agent) -> str | Refused:
        try:
            return line.actions.claim(agent.id, conversation).agent
        except Refused as refused:
            return refused

    started = time.monotonic()
    ends = at_once([_bound(claim, line, one) for line, one in zip(lines, agents, strict=True)])
    return Claims(
        winners=[end for end in ends if isinstance(end, str)],
        refusals=[end for end in ends if isinstance(end, Refused)],
        seconds=time.monotonic() - started,
    )


def all_know_the_winner(claims: Claims, agents: list[Agent]) -> bool:
    """Whether one agent has it, and everybody else was told who."""
    names = {agent.display_name for agent in agents if agent.id in claims.winners}
    told = {(refused.reason, refused.holder) for refused in claims.refusals}
    return len(claims.winners) == 1 and told == {(Refusal.ALREADY_CLAIMED, name) for name in names}


@dataclass(slots=True)
class Burst:
    """What became of many messages of one customer at once."""

    received: list[Received] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    sent_again: int = 0
    slowest: float = 0
    seconds: float = 0


def burst(lines: list[Line], messages: list[Incoming]) -> Burst:
    """Have every message arrive in the same moment; the provider sends a 503 again."""
    found = Burst()
    started = time.monotonic()
    at_once([_bound(_send, found, line, one) for line, one in zip(lines, messages, strict=True)])
    found.seconds = time.monotonic() - started
    return found


def first_messages(address: Address, count: int) -> list[Incoming]:
    """Return messages of a customer who never wrote before."""
    scopes = [uuid.uuid4().hex for _ in range(count)]
    return [
        Incoming(address=address, scope=scope, text=f"message {number}", provider_id=scope)
        for number, scope in enumerate(scopes)
    ]


def _send(found: Burst, line: Line, message: Incoming) -> None:
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        time.sleep(seconds)

    counted = replace(line, patience=replace(line.patience, pause=pause))
    while True:
        started = time.monotonic()
        try:
            found.received.append(counted.receive(message))
            break
        except StoreUnavailable:
            found.sent_again += 1
            time.sleep(SENT_AGAIN_AFTER)
    found.attempts.append(len(pauses) + 1)
    found.slowest = max(found.slowest, time.monotonic() - started)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one moment in which all agents asked for their next case."""

    conversations: list[str]
    seconds: float


def race_for_next(lines: list[Line], agents: list[Agent]) -> Taken:
    """Have every agent ask for the next case in the same moment."""

    def take(line: Line, agent: Agent) -> str:
        return line.actions.next(agent.id).id

    started = time.monotonic()
    taken = at_once([_bound(take, line, one) for line, one in zip(lines, agents, strict=True)])
    return Taken(taken, time.monotonic() - started)


def all_get_one_each(taken: Taken) -> bool:
    """Whether no case went to two."""
    return len(set(taken.conversations)) == len(taken.conversations)


def _bound[**P, R](act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
    return lambda: act(*args, **kwargs)
