"""A responder that costs money and may be away: asked within a budget, behind a breaker."""

from collections.abc import Callable
from dataclasses import dataclass

from warmline.application.breaker import Breaker
from warmline.application.budget import Budget
from warmline.application.ports import Answer, Responder, TurnRequest
from warmline.domain.errors import ResponderError


@dataclass(frozen=True, slots=True)
class WatchedResponder:
    """Hands a turn to the model while its budget lasts and it is not known to be away."""

    model: Responder
    breaker: Breaker
    budget: Budget

    def respond(self, request: TurnRequest) -> Answer:
        """Answer as the model does.

        Raises BudgetSpent, and ResponderUnavailable at once while the breaker is open.
        """
        self.budget.check(request.conversation)
        try:
            answer = self.breaker.call(lambda: self.model.respond(request))
        except ResponderError as error:
            self.budget.spend(request.conversation, error.tokens)
            raise
        self.budget.spend(request.conversation, answer.tokens)
        return answer


@dataclass(frozen=True, slots=True)
class ModelOrArticles:
    """A model while there is a key for one; without it, what quotes the articles."""

    has_key: Callable[[], bool]
    model: Responder
    articles: Responder

    def respond(self, request: TurnRequest) -> Answer:
        return (self.model if self.has_key() else self.articles).respond(request)
