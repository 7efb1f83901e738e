"""The best case for one agent: the one that counts as waiting longest of those they may take."""

from collections.abc import Callable
from dataclasses import dataclass

from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused
from warmline.domain.queueing import Place, lanes_for

EACH = 5
"""How many cases of each partition are looked at, and how many a later choice is among."""

_GONE = frozenset(
    {
        Refusal.ALREADY_CLAIMED,
        Refusal.ALREADY_YOURS,
        Refusal.NOT_WAITING,
        Refusal.NO_LONGER_OPEN,
        Refusal.RESERVED,
        Refusal.OTHER_TEAM,
        Refusal.MISSING_SKILL,
        Refusal.MISSING_LANGUAGE,
    }
)
"""What is said of a case that the index still shows, and that is not for this agent any more."""


@dataclass(frozen=True, slots=True)
class TakeNext:
    """Claims the oldest case of an agent's lanes; after a lost race one at random of the next five.

    So many agents who press at once do not all meet at the same case again. As many calls whatever
    the queue's depth.
    """

    store: ConversationStore
    random: Callable[[], float]
    claim: Callable[[str, str], Head]

    def __call__(self, agent: Agent) -> Head:
        """Return the case that is theirs now.

        Raises Refused(NOTHING_WAITING), or with the reason for which they may take no case at all.
        """
        lanes, tried = lanes_for(agent), set[str]()
        while fresh := [
            place
            for place in self.store.waiting(lanes, limit=EACH)
            if place.conversation not in tried
        ]:
            taken = self._take_one_of(agent, fresh, tried)
            if taken is not None:
                return taken
        raise Refused(Refusal.NOTHING_WAITING)

    def _take_one_of(self, agent: Agent, places: list[Place], tried: set[str]) -> Head | None:
        while places:
            nearest = min(EACH, len(places))
            place = places.pop(int(self.random() * nearest) if tried else 0)
            tried.add(place.conversation)
            try:
                return self.claim(agent.id, place.conversation)
            except Refused as refused:
                if refused.reason not in _GONE:
                    raise
        return None
