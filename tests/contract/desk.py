"""The desk channel as agents see it: cards, their threads, and what only one agent is told."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.contract.calls import Answer
from tests.contract.stand_ins.people import People
from tests.contract.stand_ins.workspace import Message, Workspace
from tests.contract.waiting import wait_for

CHECK_MARK = "white_check_mark"
WARNING = "warning"
# All cases share one channel and its one post a second, so a post may have to wait for others.
SECONDS_FOR_A_POST = 90


@dataclass(frozen=True, slots=True)
class Agent:
    """A freelancer."""

    user: str
    name: str

    def is_named_in(self, words: str) -> bool:
        """Tell whether these words say who it is, by mention or by name."""
        spoken = words.lower()
        return self.user in words or self.name.lower() in spoken


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that happens in the desk channel."""

    people: People

    @property
    def workspace(self) -> Workspace:
        return self.people.slack.workspace

    def cards(self) -> list[Message]:
        """Give the app's messages that stand in the channel itself."""
        posts = self.workspace.posts(self.workspace.desk_channel)
        return [post for post in posts if post.thread_ts in {None, post.ts}]

    def cards_of(self, words: str) -> list[Message]:
        """Give the cards that show these words, or once did."""
        return [c for c in self.cards() if words in json.dumps([c.body, *c.versions])]

    def card_with(self, words: str) -> Message:
        """Wait for the one card that shows these words, ready to be claimed."""
        found = wait_for(
            lambda: [c for c in self.cards() if words in c.words and "claim" in c.buttons],
            f"a card in the desk channel that shows {words!r}, with a claim button",
            seconds=SECONDS_FOR_A_POST,
            seen=lambda: [card.words for card in self.cards()[-3:]],
        )
        assert len(found) == 1, f"{len(found)} cards show {words!r}"
        return found[0]

    def thread(self, card: Message) -> list[str]:
        """Give the app's words in a card's thread, in order."""
        return [post.words for post in self.workspace.posts(card.channel, card.ts)]

    def wait_in_thread(self, card: Message, words: str) -> str:
        """Wait until the thread shows these words."""
        return wait_for(
            lambda: next((said for said in self.thread(card) if words in said), None),
            f"{words!r} in the card's thread",
            seconds=SECONDS_FOR_A_POST,
            seen=lambda: self.thread(card),
        )

    def press(self, agent: Agent, card: Message, action_id: str) -> Answer:
        """Press a button, and submit the modal that it may open."""
        before = len(self.workspace.views)
        answer = self.people.press(agent.user, card, action_id)
        opened = [v for v in self.workspace.views[before:] if v.user == agent.user]
        return self.people.submit(agent.user, opened[-1]) if opened else answer

    def claim(self, agent: Agent, card: Message) -> None:
        """Claim a case, and see its card say so."""
        answer = self.press(agent, card, "claim")
        assert answer.status == 200, answer
        wait_for(
            lambda: "claim" not in card.buttons and agent.is_named_in(card.words),
            f"the card to say that {agent.name} has the case",
            seen=lambda: (card.words, self.told(agent)),
        )

    def resolve(self, agent: Agent, card: Message) -> None:
        """Resolve a case, and see its card close."""
        answer = self.press(agent, card, "resolve")
        assert answer.status == 200, answer
        wait_for(
            lambda: not {"claim", "resolve", "release"} & card.buttons.keys(),
            "the card of a resolved case to lose its buttons",
            seen=lambda: (card.words, sorted(card.buttons)),
        )

    def say(self, agent: Agent, card: Message, words: str) -> Message:
        """Write in the card's thread."""
        return self.people.write(agent.user, card.channel, words, card.ts)

    def wait_for_mark(self, said: Message, mark: str) -> None:
        """Wait for a reaction on an agent's own message."""
        wait_for(
            lambda: mark in said.reactions,
            f":{mark}: on {said.body['text']!r}",
            seen=lambda: (said.reactions, self.told_user(said.author)),
        )

    def told(self, agent: Agent) -> list[str]:
        """Give what only this agent was told."""
        return self.told_user(agent.user)

    def told_user(self, user: str) -> list[str]:
        return self.workspace.told(user)

    def wait_until_told(self, agent: Agent, *, since: int = 0, about: Iterable[str] = ()) -> str:
        """Wait for words to this agent alone, beyond the first `since` of them."""
        wanted = [word.lower() for word in about]
        return wait_for(
            lambda: next(
                (w for w in self.told(agent)[since:] if all(a in w.lower() for a in wanted)), None
            ),
            f"words to {agent.name} alone" + (f" about {wanted}" if wanted else ""),
            seen=lambda: self.told(agent),
        )


def shape_of(card: Message) -> dict[str, Any]:
    """Give everything of a card that anybody in the channel could read."""
    return {"now": card.body, "before": card.versions}
