"""What the bot may say: an answer is looked at, whoever wrote it, before anything stores it.

A model can be talked into anything by a customer, an article or a page. So nothing here trusts it:
what an answer may not carry is cut from it, and what it may not say makes it no answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from warmline.domain.address import Channel
from warmline.domain.cleaning import clean
from warmline.domain.contacts import phone_numbers
from warmline.domain.guarding_claims import claims_too_much
from warmline.domain.guarding_leaks import recites, tells_secret
from warmline.domain.links import leads_elsewhere
from warmline.domain.plain_text import without_markup
from warmline.domain.promises import is_promise
from warmline.domain.redaction import redact
from warmline.domain.sentences import sentences, tidy, without
from warmline.domain.sms_text import fits_segments, in_plain_letters
from warmline.domain.tools import ToolStatus, ToolUse

MOST_SEGMENTS = 4
"""More of a text message than this is not sent as one answer."""

MOST_CHARACTERS = 3_500


class Refusal(StrEnum):
    """Why something of an answer was not let through."""

    INSTRUCTIONS = "instructions"  # it recites what the model was told
    SECRET = "secret"  # noqa: S105 - the name of a reason
    CLAIM = "claim"  # it says that something was done, and no tool did it
    LINK = "link"  # it leads to somebody else's site
    MARKUP = "markup"  # an image, HTML or Markdown that the channel does not show
    PERSONAL_DATA = "personal_data"  # a card number, an IBAN, a national id, a password
    CONTACT = "contact"  # a phone number that no source has
    LENGTH = "length"  # more than the channel takes in one answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """An answer as it may be sent.

    `text` is empty where nothing may be sent: hand off, reason `policy`. `promise` is the first
    sentence that says that somebody will do something: say `text` only together with a handoff
    that makes it true, else say `without_promise`.
    """

    text: str
    promise: str = ""
    without_promise: str = ""
    refused: tuple[Refusal, ...] = ()


def guard(  # noqa: PLR0913 - all but two are known once, when a worker starts
    text: str,
    channel: Channel,
    *,
    own_hosts: Sequence[str] = (),
    tools: Sequence[ToolUse] = (),
    earlier: Sequence[ToolUse] = (),
    secrets: Sequence[str] = (),
    instructions: str = "",
    sources: Sequence[str] | None = None,
    quoted: bool = False,
) -> Guarded:
    """Cut from an answer what may not be said, and tell what was cut and what it promises.

    `own_hosts` are the only ones that it may lead to, by link or e-mail (their subdomains too);
    `tools` are the calls of this turn and `earlier` what the log keeps of others: only what is
    DONE may be claimed. `secrets` must never be said; `instructions` is what the model was told.
    `sources` are the texts that it was given: if they are known, a phone number must stand in one
    of them, and what one of them says of the house is no promise. `quoted`: the text is made of
    the articles' own words, which may promise and claim. Never raises. A draft is looked at in
    the same way, each time the whole text so far.
    """
    said = clean(text)
    if recites(said, instructions):
        return Guarded(text="", refused=(Refusal.INSTRUCTIONS,))
    if tells_secret(said, secrets):
        return Guarded(text="", refused=(Refusal.SECRET,))
    refused: list[Refusal] = []
    said = _plain(said, refused)
    said = _drop(said, Refusal.LINK, lambda one: leads_elsewhere(one, own_hosts), refused)
    if sources is not None:
        said = _drop(said, Refusal.CONTACT, lambda one: _is_unknown(one, sources), refused)
    if not quoted:
        uses = (*earlier, *tools)
        said = _drop(said, Refusal.CLAIM, lambda one: claims_too_much(one, uses), refused)
        said = _redacted(said, refused)
    said = _fitted(said, channel, refused)
    if quoted:
        return Guarded(text=said, without_promise=said, refused=tuple(refused))
    looked_up = any(use.status is ToolStatus.DONE for use in tools)
    given = sources or ()
    kept, promises = without(said, lambda one: is_promise(one, looked_up=looked_up, sources=given))
    promise = next(iter(promises), "")
    return Guarded(text=said, promise=promise, without_promise=kept, refused=tuple(refused))


def _plain(said: str, refused: list[Refusal]) -> str:
    plain = without_markup(said)
    if plain == said:
        return said
    refused.append(Refusal.MARKUP)
    return tidy(plain)


def _drop(
    said: str, refusal: Refusal, unwanted: Callable[[str], bool], refused: list[Refusal]
) -> str:
    """Leave out the whole sentence: half of a lie or of a lure is one too."""
    kept, dropped = without(said, unwanted)
    if dropped:
        refused.append(refusal)
    return kept


def _is_unknown(sentence: str, sources: Sequence[str]) -> bool:
    known = "\n".join("".join(filter(str.isdigit, source)) for source in sources)
    return any(number not in known for number in phone_numbers(sentence))


def _redacted(said: str, refused: list[Refusal]) -> str:
    redacted = redact(said)
    if redacted.kinds:
        refused.append(Refusal.PERSONAL_DATA)
    return redacted.text


def _fitted(said: str, channel: Channel, refused: list[Refusal]) -> str:
    """As many whole sentences as one answer of the channel holds."""
    if channel is Channel.SMS:
        said = in_plain_letters(said)
    if _fits(said, channel):
        return said
    refused.append(Refusal.LENGTH)
    kept = ""
    for sentence in sentences(said):
        if not _fits(f"{kept}{sentence}".rstrip(), channel):
            break
        kept += sentence
    return kept.rstrip() or _first_words(said, channel)


def _first_words(said: str, channel: Channel) -> str:
    words = said.split()
    while words and not _fits(f"{' '.join(words)}...", channel):
        words = words[: len(words) - max(1, len(words) // 10)]
    return f"{' '.join(words)}..." if words else ""


def _fits(said: str, channel: Channel) -> bool:
    if channel is Channel.SMS:
        return fits_segments(said, segments=MOST_SEGMENTS)
    return len(said) <= MOST_CHARACTERS
