"""What `take_turn` is made of: who answers, what holds the answer to the rules, and the tools."""

import os
from functools import cache
from typing import TYPE_CHECKING

from warmline.bootstrap.ground import (
    content_file,
    find_hints,
    find_house,
    find_store,
    make_patience,
    now,
)
from warmline.bootstrap.model import (
    instructions_of,
    make_drafts,
    make_pseudonym,
    make_responder,
)
from warmline.bootstrap.tools import make_toolshed
from warmline.settings import TakeTurnSettings, read_settings

if TYPE_CHECKING:
    from sqlite3 import Connection

    from warmline.adapters.knowledge.index import ArticleIndex, Nearby, OpenNearby
    from warmline.application.change import House
    from warmline.application.drafts import WriteDraft
    from warmline.application.ports import Responder
    from warmline.application.take_turn import TakeTurn
    from warmline.domain.tool_catalogue import Catalogue

TURN_PATIENCE = 4.0


@cache
def take_turn() -> "TakeTurn":
    from warmline.application.answering import Answering  # noqa: PLC0415
    from warmline.application.take_turn import TakeTurn  # noqa: PLC0415
    from warmline.application.tools_consent import HeedsConsent  # noqa: PLC0415

    settings = read_settings(TakeTurnSettings, os.environ)
    house, store = find_house(settings.policy_overrides), find_store(settings.table_name)
    hints = find_hints(
        settings.turns_queue_url, settings.deliveries_queue_url, settings.wakeups_queue_url
    )
    patience = make_patience(TURN_PATIENCE)
    tools = make_toolshed(
        settings.tools_base_url, settings.credentials_secret, store, house, patience
    )
    index = _articles(settings)
    embedded = _embedded(index, house, tools.catalogue)
    model = make_responder(settings, house, store, index, embedded)
    return TakeTurn(
        store,
        hints,
        house,
        Answering(
            HeedsConsent(model, house.phrases),
            house.policy,
            instructions=instructions_of(settings),
        ),
        now,
        patience,
        tools=tools,
        drafts=make_drafts(settings, store),
        pseudonym=make_pseudonym(settings),
    )


@cache
def write_draft() -> "WriteDraft":
    """Drafts are written by whoever answers customers, under the same rules."""
    from warmline.application.drafts import WriteDraft  # noqa: PLC0415

    turn = take_turn()
    return WriteDraft(
        turn.store,
        turn.hints,
        turn.house,
        turn.answering,
        turn.clock,
        turn.patience,
        turn.pseudonym,
    )


def _articles(settings: TakeTurnSettings) -> "ArticleIndex":
    from warmline.adapters.knowledge.index import ArticleIndex  # noqa: PLC0415

    return ArticleIndex.open(content_file("articles.sqlite"), meaning=_meaning(settings))


def _embedded(index: "ArticleIndex", house: "House", catalogue: "Catalogue") -> "Responder":
    from warmline.adapters.knowledge.responder import EmbeddedResponder  # noqa: PLC0415

    return EmbeddedResponder(
        index,
        house.phrases,
        threshold=house.policy.answer_threshold,
        catalogue=catalogue,
    )


def _meaning(settings: TakeTurnSettings) -> "OpenNearby | None":
    """What finds articles by meaning; None where the model's layer is turned off."""
    return _load_model if settings.meaning == "on" else None


def _load_model(database: "Connection") -> "Nearby | None":
    from warmline.adapters.knowledge.nearness import with_model  # noqa: PLC0415

    return with_model(database)
