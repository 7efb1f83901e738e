"""What a model may cost, in tokens: for one conversation, and on one day for all of them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.errors import BudgetSpent, StoreUnavailable
from warmline.domain.records import Spending
from warmline.domain.writes import Put


@dataclass(frozen=True, slots=True)
class Budget:
    """Counts tokens in rows that all workers share. A limit of 0 is none.

    A call is let through while anything is left, so a budget is passed by one call at most for
    each worker that is at it.
    """

    store: ConversationStore
    clock: Clock
    patience: Patience
    conversation_limit: float
    day_limit: float

    def check(self, conversation: str) -> None:
        """Raise BudgetSpent where nothing is left."""
        for scope, limit in self._limits(conversation):
            spending = self.store.find_spending(scope)
            if spending is not None and spending.tokens >= limit:
                raise BudgetSpent(scope.partition(":")[0])

    def spend(self, conversation: str, tokens: int) -> None:
        """Count what was used; that this fails must not cost the customer their answer."""
        if tokens <= 0:
            return
        for scope, _ in self._limits(conversation):
            with suppress(StoreUnavailable):
                self.patience.until_committed(partial(self._add, scope, tokens))

    def _limits(self, conversation: str) -> Iterator[tuple[str, float]]:
        if self.conversation_limit:
            yield f"conversation:{conversation}", self.conversation_limit
        if self.day_limit:
            yield f"day:{self.clock().date().isoformat()}", self.day_limit

    def _add(self, scope: str, tokens: int) -> None:
        spending = self.store.find_spending(scope) or Spending(scope=scope)
        self.store.commit([Put(replace(spending, tokens=spending.tokens + tokens))])
