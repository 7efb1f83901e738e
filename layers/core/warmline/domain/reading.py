"""The order in which every incoming message is read: one pure function for all channels."""

from dataclasses import dataclass

from warmline.domain.address import Channel
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human, refuses_human
from warmline.domain.cleaning import clean
from warmline.domain.keywords import Keyword, read_keyword
from warmline.domain.opt_outs import is_opt_out_ask
from warmline.domain.redaction import redact
from warmline.domain.short_replies import accepts, declines, is_thanks_or_goodbye


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says by rule. `text` is what may be stored; "" when nothing was left.

    With a `keyword` or an `opt_out_ask` every other question is False: no model sees it, and
    nobody is called. By SMS only is there a `keyword`.
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
    if keyword or is_opt_out_ask(cleaned):
        return Reading(redacted.text, redacted.kinds, keyword, opt_out_ask=keyword is None)
    return _read_for_human(redacted.text, redacted.kinds, offered_human=offered_human)


def _keyword(
    text: str, channel: Channel, opt_out_type: str | None, *, opted_out: bool
) -> Keyword | None:
    if channel is not Channel.SMS:
        return None
    return read_keyword(text, opt_out_type, opted_out=opted_out)


def _read_for_human(text: str, kinds: tuple[str, ...], *, offered_human: bool) -> Reading:
    ask = asks_for_human(text)
    accepted = accepts(text)
    return Reading(
        text,
        kinds,
        asks_human=ask.score >= ASK_THRESHOLD or (offered_human and accepted),
        ask_score=ask.score,
        ask_evidence=ask.evidence,
        wants_no_human=refuses_human(text),
        accepts=accepted,
        declines=declines(text),
        thanks=is_thanks_or_goodbye(text),
    )
