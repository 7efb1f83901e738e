"""A Slack that keeps every payload, and refuses the blocks that Slack refuses."""

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from slack_sdk import WebClient

from sandbox.slack.block_kit import checked_blocks
from tests.journeys.remembering import DESK
from warmline.adapters.slack.desk import SlackDesk
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.outgoing import Outgoing


@dataclass
class RecordingSlack:
    """Answers every method as Slack does when all is well."""

    payloads: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __getattr__(self, method: str) -> Callable[..., dict[str, Any]]:
        def call(**payload: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever is sent
            checked_blocks(payload.get("blocks"))
            self.payloads.append(json.dumps({"method": method, **payload}, ensure_ascii=False))
            ts = payload.get("ts") or f"{1_700_000_000 + next(self.numbers)}.900100"
            return {"ok": True, "channel": payload.get("channel", ""), "ts": ts}

        return call


@dataclass
class RecordedDesk:
    """The real desk before that Slack; remembers which card shows what."""

    slack: RecordingSlack = field(default_factory=RecordingSlack)
    cards: dict[str, Card] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    threads: dict[str, list[str]] = field(default_factory=dict)

    @property
    def desk(self) -> SlackDesk:
        return SlackDesk(lambda: cast("WebClient", self.slack), lambda: None, DESK)

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        shown = self.desk.show_card(card, posted)
        if posted is None:
            self.posted.append(shown.ts)
        self.cards[shown.ts] = card
        return shown

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        self.threads.setdefault(posted.ts, []).append(row.text)
        return self.desk.post_in_thread(posted, row)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the desk's other methods
        return getattr(self.desk, name)
