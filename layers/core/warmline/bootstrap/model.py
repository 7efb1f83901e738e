"""Who answers: a model where the deployment names one and has a key, else the articles alone."""

from typing import TYPE_CHECKING

from warmline.bootstrap.ground import find_credentials, make_patience, now

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmline.adapters.knowledge.index import ArticleIndex
    from warmline.adapters.openai.responder import Model
    from warmline.adapters.web.drafts import WebDrafts
    from warmline.application.change import House
    from warmline.application.ports import ConversationStore, Responder
    from warmline.settings import TakeTurnSettings

KEY = "openai_api_key"
NOTING_PATIENCE = 1.0
"""What a failure or a cost is counted in; no customer waits longer for that."""


def make_responder(
    settings: "TakeTurnSettings",
    house: "House",
    store: "ConversationStore",
    index: "ArticleIndex",
    embedded: "Responder",
) -> "Responder":
    """Return the embedded answerer, or a model with it for as long as there is no key."""
    if not settings.openai_model:
        return embedded
    from warmline.adapters.openai.responder import Model  # noqa: PLC0415
    from warmline.application.breaker import Breaker  # noqa: PLC0415
    from warmline.application.budget import Budget  # noqa: PLC0415
    from warmline.application.watched_responder import (  # noqa: PLC0415
        ModelOrArticles,
        WatchedResponder,
    )
    from warmline.domain.errors import ConfigurationError, StoreUnavailable  # noqa: PLC0415

    credentials, policy = find_credentials(settings.credentials_secret), house.policy

    def has_key() -> bool:
        try:
            return bool(credentials.newest(KEY))
        except ConfigurationError:
            return False
        except StoreUnavailable:
            return True  # it cannot be read just now: the model's own failure says so

    patience = make_patience(NOTING_PATIENCE)
    limits = (policy.budget_tokens_conversation, policy.budget_tokens_day)
    model = WatchedResponder(
        _asking(Model(settings.openai_base_url, settings.openai_model), settings, house, index),
        Breaker(store, now, patience),
        Budget(store, now, patience, *limits),
    )
    return ModelOrArticles(has_key, model, embedded)


def _asking(
    model: "Model", settings: "TakeTurnSettings", house: "House", index: "ArticleIndex"
) -> "Responder":
    from warmline.adapters.knowledge.sources import ArticleSources  # noqa: PLC0415
    from warmline.adapters.openai.responder import Key, OpenAIResponder  # noqa: PLC0415
    from warmline.observability import Metric, get_logger  # noqa: PLC0415

    credentials, log = find_credentials(settings.credentials_secret), get_logger("take_turn")
    key = Key(lambda: credentials.newest(KEY), credentials.doubt)
    return OpenAIResponder(
        model,
        key,
        ArticleSources(index, sure=house.policy.answer_threshold),
        house.phrases,
        lambda problem: log.warning(Metric.MODEL_FAILED, problem=problem),
    )


def instructions_of(settings: "TakeTurnSettings") -> str:
    """Return what the model is told, which it must never recite; "" without a model."""
    if not settings.openai_model:
        return ""
    from warmline.adapters.openai.prompt import INSTRUCTIONS  # noqa: PLC0415

    return INSTRUCTIONS


def make_pseudonym(settings: "TakeTurnSettings") -> "Callable[[str], str]":
    """Return how a model's provider knows a customer apart: by a hash keyed with a secret of ours.

    A bare hash would not do: there are few enough phone numbers to try them all.
    """
    if not settings.openai_model:
        return lambda _: ""
    import hmac  # noqa: PLC0415

    from warmline.domain.errors import ConfigurationError, StoreUnavailable  # noqa: PLC0415

    credentials = find_credentials(settings.credentials_secret)

    def pseudonym(address: str) -> str:
        try:
            key = credentials.newest("session_key")
        except (ConfigurationError, StoreUnavailable):
            return ""
        return hmac.new(key.encode(), address.encode(), "sha256").hexdigest()

    return pseudonym


def make_drafts(settings: "TakeTurnSettings", store: "ConversationStore") -> "WebDrafts | None":
    """Return what shows an answer while a model writes it; only a model takes long enough."""
    if not settings.openai_model:
        return None
    from warmline.adapters.web.drafts import WebDrafts  # noqa: PLC0415
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415

    return WebDrafts(store, GatewaySockets.for_drafts(settings.sockets_endpoint_url))
