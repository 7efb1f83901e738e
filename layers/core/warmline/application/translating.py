"""Agents read the customer's own words and, where a model is at hand, what they mean."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from warmline.application.breaker import Breaker
from warmline.application.budget import Budget
from warmline.application.ports import Desk
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.drafts import Draft
from warmline.domain.errors import ResponderError, StoreUnavailable
from warmline.domain.language import guess_language
from warmline.domain.outgoing import Outgoing

LONGEST = 1_500
"""Characters; a longer text would take longer than a delivery may wait."""

DESK_LANGUAGE = "en"
LABEL = "In English"


@dataclass(frozen=True, slots=True)
class Translated:
    """What a model made of a text, and what it used for that."""

    text: str
    tokens: int = 0


type Translate = Callable[[str], Translated]
"""Puts a text into the desk's language, or raises ResponderError soon."""


@dataclass(frozen=True, slots=True)
class TranslatingDesk:
    """A desk whose agents need not read every language. Without a translation all goes on."""

    desk: Desk
    translate: Translate
    breaker: Breaker
    budget: Budget

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        return self.desk.show_card(card, posted)

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        """Post people's words, and beneath them what they mean, if they are in a foreign tongue."""
        meaning = self._meaning(row) if _is_foreign(row) else ""
        text = f"{row.text}\n\n{LABEL}: {meaning}" if meaning else row.text
        return self.desk.post_in_thread(posted, replace(row, text=text))

    def react(self, row: Outgoing) -> None:
        self.desk.react(row)

    def remove(self, posted: Posted) -> None:
        self.desk.remove(posted)

    def blank(self, window: str) -> None:
        self.desk.blank(window)

    def scrub(self, posted: Posted) -> None:
        self.desk.scrub(posted)

    def show_draft(self, window: str, draft: Draft) -> None:
        self.desk.show_draft(window, draft)

    def show_shift(self, posted: Posted | None) -> Posted:
        return self.desk.show_shift(posted)

    def _meaning(self, row: Outgoing) -> str:
        with suppress(ResponderError, StoreUnavailable):
            self.budget.check(row.conversation)
            translated = self.breaker.call(lambda: self.translate(row.text))
            self.budget.spend(row.conversation, translated.tokens)
            return translated.text.strip()
        return ""


def _is_foreign(row: Outgoing) -> bool:
    """Whether a person said this, and not in the language of the desk: the line's own is."""
    if not row.name or len(row.text) > LONGEST:
        return False
    return guess_language(row.text) not in {"", DESK_LANGUAGE}
