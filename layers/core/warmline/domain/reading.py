"""The order in which every incoming message is read: one pure function for all channels."""

from dataclasses import dataclass, replace

from warmline.domain.address import Channel
from warmline.domain.asking import (
    ASK_THRESHOLD,
    Ask,
    asks_for_human,
    wants_no_human,
)
from warmline.domain.cleaning import clean
from warmline.domain.keywords import Keyword, read_keyword
from warmline.domain.opt_outs import is_opt_out_ask
from warmline.domain.redaction import Redacted, redact, without_markers
from warmline.domain.short_replies import accepts, declines, is_thanks_or_goodbye

ACCEPTED_OFFER = 0.9
"""How surely a yes to the bot's offer of a person is an ask."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says by rule. `text` is what may be stored; "" when nothing was left.

    A `keyword` answers every other question with False; there is one by SMS only. An
    `opt_out_ask` leaves only the ask for a human standing, which no rule switches off. It is read
    on every channel; what to do with it outside SMS is the caller's to say.
    """

    text: str
    kinds: tuple[str, ...] = ()
    keyword: Keyword | None = None
    opt_out_ask: bool = False
    asks_human: bool = False
    ask_score: float = 0.0
    ask_evidence: str = ""
    wants_no_human: bool = False
    accepts: bool = False
    declines: bool = False
    thanks: bool = False


def read_message(
    text: str,
    channel: Channel,
    *,
    opt_out_type: str | None = None,
    opted_out: bool = False,
    offered_human: bool = False,
) -> Reading:
    """Clean, cut, then top down: opt-out word, near miss, explicit ask, short replies.

    `opted_out`: this number said STOP before (then YES is START). `offered_human`: the bot's
    last words offered a person (then "yes" is an ask).
    """
    cleaned = clean(text)
    redacted = redact(cleaned)
    keyword = _keyword(cleaned, channel, opt_out_type, opted_out=opted_out)
    if keyword:
        return Reading(redacted.text, redacted.kinds, keyword)
    reading = _read_for_human(redacted, offered_human=offered_human)
    if is_opt_out_ask(cleaned):
        return replace(
            reading,
            opt_out_ask=True,
            wants_no_human=False,
            accepts=False,
            declines=False,
            thanks=False,
        )
    return reading


def _keyword(
    text: str, channel: Channel, opt_out_type: str | None, *, opted_out: bool
) -> Keyword | None:
    if channel is not Channel.SMS:
        return None
    return read_keyword(text, opt_out_type, opted_out=opted_out)


def _read_for_human(redacted: Redacted, *, offered_human: bool) -> Reading:
    text = redacted.text
    ask = asks_for_human(without_markers(text))
    accepted = accepts(text)
    if offered_human and accepted and ask.score < ASK_THRESHOLD:
        ask = Ask(ACCEPTED_OFFER, text)
    return Reading(
        text,
        redacted.kinds,
        asks_human=ask.score >= ASK_THRESHOLD,
        ask_score=ask.score,
        ask_evidence=ask.evidence,
        wants_no_human=wants_no_human(text),
        accepts=accepted,
        declines=declines(text),
        thanks=is_thanks_or_goodbye(text),
    )
