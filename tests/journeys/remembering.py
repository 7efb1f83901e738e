"""What stands around a line in memory: a clock, a bot, providers and a desk that remember."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from warmline.application.ports import Answer, TurnRequest
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.drafts import Draft
from warmline.domain.errors import UnknownDelivery
from warmline.domain.outgoing import Outgoing

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DESK = "C0DESK"

type ScriptStep = Answer | BaseException | Callable[[TurnRequest], Answer]


@dataclass
class FakeClock:
    """A clock that a test moves. Nobody reads the same microsecond twice, as in life."""

    now: datetime = START

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class ScriptedResponder:
    """Answers with the next of its script, or with an echo of the questions."""

    script: list[ScriptStep] = field(default_factory=list)
    asked: list[TurnRequest] = field(default_factory=list)

    def respond(self, request: TurnRequest) -> Answer:
        self.asked.append(request)
        step = self.script.pop(0) if self.script else Answer("Re: " + " | ".join(request.questions))
        if isinstance(step, BaseException):
            raise step
        return step if isinstance(step, Answer) else step(request)


@dataclass
class RememberingChannel:
    """A provider that keeps what it was given; the next sends fail as `failures` says."""

    clock: FakeClock
    sent: list[Outgoing] = field(default_factory=list)
    times: list[tuple[Outgoing, datetime]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.sent]

    def send(self, row: Outgoing) -> str:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None and not isinstance(failure, UnknownDelivery):
            raise failure
        self.sent.append(row)
        self.times.append((row, self.clock()))
        if failure is not None:
            raise failure  # taken, but the answer was lost
        return f"SM{next(self.numbers)}"

    def look_up(self, row: Outgoing) -> str | None:
        same = [one for one in self.sent if one.sequence == row.sequence]
        return f"SM-found-{row.sequence}" if same else None


@dataclass
class RememberingDesk:
    """A Slack channel that keeps cards, threads and reactions."""

    cards: dict[str, Card] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    threads: dict[str, list[str]] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    pinned: list[str] = field(default_factory=list)
    reactions: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    blanked: list[str] = field(default_factory=list)
    scrubbed: list[str] = field(default_factory=list)

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        self._fail()
        if posted is None:
            posted = Posted(channel=DESK, ts=f"{len(self.posted) + 1}.0001")
            self.posted.append(posted.ts)
        self.cards[posted.ts] = card
        return posted

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        self._fail()
        pinged = " ".join(f"<@{user}>" for user in row.mention.split())
        who = f"{pinged} " if row.mention else f"{row.name}: " if row.name else ""
        said = f"{who}{row.text}"
        self.threads.setdefault(posted.ts, []).append(said)
        return f"{posted.ts}-{len(self.threads[posted.ts])}"

    def react(self, row: Outgoing) -> None:
        self._fail()
        self.reactions.append((row.ts, row.text))

    def remove(self, posted: Posted) -> None:
        self._fail()
        self.posted.remove(posted.ts)

    def blank(self, window: str) -> None:
        self._fail()
        self.blanked.append(window)

    def scrub(self, posted: Posted) -> None:
        self._fail()
        self.scrubbed.append(posted.ts)

    def show_draft(self, window: str, draft: Draft) -> None:
        self._fail()
        self.drafts[window] = draft

    def show_shift(self, posted: Posted | None) -> Posted:
        self._fail()
        posted = posted or Posted(channel=DESK, ts="0.0001")
        self.pinned.append(posted.ts)
        return posted

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


@dataclass
class RememberingSockets:
    """A gateway that keeps which sockets were closed."""

    closed: list[str] = field(default_factory=list)

    def close(self, socket: str) -> None:
        self.closed.append(socket)
