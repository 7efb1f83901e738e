"""Everything that can go wrong, by whose fault it is and what to do about it.

WarmlineError
  PayloadError        UnsupportedEvent, ForeignSender (200, ignored)
                      | AnomalousPayload (400) | TooLarge (413)
                      | SignatureMismatch (401 or 403) | NotAllowed (403)
  ConversationError   InvalidTransition (a bug) | Refused (a press that comes too late, or may not)
  StoreError          Conflict (read and decide again) | StoreUnavailable (5xx, or the hint again)
                      | SchemaTooNew (the same: newer code will do it)
  HintNotSent         what it was about is in the table: a later look, or the sweeper, finds it
  DeliveryError       TemporaryDeliveryError | PermanentDeliveryError | UnknownDelivery
  ResponderError      ResponderUnavailable | ResponderRefused | ToolsFailed | BudgetSpent
                      -> a human, for the `reason` of the error
  ToolFailed          an action of the deployer's did not answer as agreed: a human, in the end
  ConfigurationError  fails the cold start and names what is missing
"""

from datetime import timedelta
from enum import StrEnum
from typing import ClassVar

from warmline.domain.handoff import Reason


class WarmlineError(Exception):
    """The root of all errors that Warmline raises on purpose."""


class PayloadError(WarmlineError):
    """A request that cannot be turned into something Warmline acts on."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class UnsupportedEvent(PayloadError):  # noqa: N818 - named by what it is, as in the tree above
    """Well formed and from the vendor, but nothing to do: answer 200."""


class ForeignSender(UnsupportedEvent):
    """Signed for us, yet from elsewhere: answered 200, nothing done, counted for an alarm."""


class AnomalousPayload(PayloadError):  # noqa: N818
    """Not the shape that the vendor sends: answer 400."""


class TooLarge(PayloadError):  # noqa: N818
    """More than anybody sends who means well: answer 413."""


class SignatureMismatch(PayloadError):  # noqa: N818
    """Not proven to be from the vendor: answer 401 or 403, and do nothing."""


class NotAllowed(PayloadError):  # noqa: N818
    """Proven, but for another account, origin or person: answer 403, and do nothing."""


class ConversationError(WarmlineError):
    """A rule of the conversation would be broken."""


class InvalidTransition(ConversationError):  # noqa: N818
    """A pair of state and event that no correct caller asks for."""

    def __init__(self, state: str, event: str) -> None:
        super().__init__(f"{event} is not possible in {state}")
        self.state = state
        self.event = event


class Refusal(StrEnum):
    """Why a press, a command or a word was refused; the desk has a sentence for each."""

    NOT_AN_AGENT = "not_an_agent"
    NOT_A_LEAD = "not_a_lead"
    NOT_YOURSELF = "not_yourself"
    OFF_SHIFT = "off_shift"
    ON_BREAK = "on_break"
    AT_LIMIT = "at_limit"
    MISSING_SKILL = "missing_skill"
    MISSING_LANGUAGE = "missing_language"
    OTHER_TEAM = "other_team"
    RESERVED = "reserved"
    ALREADY_CLAIMED = "already_claimed"
    ALREADY_YOURS = "already_yours"
    NOT_YOURS = "not_yours"
    NOT_WAITING = "not_waiting"
    STILL_OPEN = "still_open"
    NO_LONGER_OPEN = "no_longer_open"
    OUT_OF_DATE = "out_of_date"
    OPTED_OUT = "opted_out"
    EMPTY = "empty"
    NO_CASE = "no_case"
    WHICH_CASE = "which_case"
    DECIDED_ALREADY = "decided_already"
    NOTHING_WAITING = "nothing_waiting"
    NO_SUCH_AGENT = "no_such_agent"
    NO_SUCH_TEAM = "no_such_team"
    TOO_LATE = "too_late"
    TOO_MUCH_HELD = "too_much_held"
    CANNOT_BE_EDITED = "cannot_be_edited"
    NO_REASON = "no_reason"
    NOTHING_TO_REVEAL = "nothing_to_reveal"
    OVERTAKEN = "overtaken"


class Refused(ConversationError):  # noqa: N818
    """A person may not do this, or comes too late. Says why, and who has the case."""

    def __init__(
        self, reason: Refusal, *, holder: str = "", holder_id: str = "", since: str = ""
    ) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.holder = holder
        self.holder_id = holder_id
        self.since = since


class StoreError(WarmlineError):
    """The table did not take a write or answer a read."""


class Conflict(StoreError):  # noqa: N818
    """Somebody else was faster, on any row of the transaction: read again and decide again."""


class StoreUnavailable(StoreError):  # noqa: N818
    """The table throttles, fails or is away: nothing of the transaction was stored."""


class SchemaTooNew(StoreError):  # noqa: N818
    """A row written by newer code, whose meaning this code cannot know."""


class HintNotSent(WarmlineError):  # noqa: N818
    """A queue did not take a hint, or nobody knows whether it did."""


class DeliveryError(WarmlineError):
    """A message was not delivered. `code` is the provider's own, safe to show to an agent."""

    def __init__(self, code: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class TemporaryDeliveryError(DeliveryError):
    """Not taken, and worth another try, not before `retry_after`."""


class DeskUnreachable(TemporaryDeliveryError):  # noqa: N818
    """The whole desk cannot be reached, until a person puts it right: not this message's fault."""


class PermanentDeliveryError(DeliveryError):
    """Not taken, and never will be."""


CARD_GONE = "card_gone"
"""The code of what was meant for a thread whose card is no more."""


class RecipientOptedOut(PermanentDeliveryError):  # noqa: N818
    """The provider holds an opt-out of this recipient."""


class UnknownDelivery(DeliveryError):  # noqa: N818
    """Perhaps taken: the provider must be asked before the message is sent again."""


class ResponderError(WarmlineError):
    """The bot has no answer of its own to give: the conversation goes to a human.

    `problem` may be logged. `tokens` is what the attempt has cost all the same.
    """

    reason: ClassVar[Reason] = Reason.MODEL_UNAVAILABLE

    def __init__(self, problem: str = "", *, tokens: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.tokens = tokens


class ResponderUnavailable(ResponderError):  # noqa: N818
    """No usable answer in time."""


class ResponderRefused(ResponderError):  # noqa: N818
    """The model declined to answer."""

    reason = Reason.MODEL_REFUSED


class ToolsFailed(ResponderError):  # noqa: N818
    """The model asked for a tool that is not there, or went on asking for tools without end."""

    reason = Reason.TOOL_FAILED


class BudgetSpent(ResponderError):  # noqa: N818
    """What models may cost, for this conversation or on this day, is used up."""

    reason = Reason.BUDGET_SPENT


class ToolFailed(WarmlineError):  # noqa: N818
    """An action gave no usable result. `code` is ours, safe to show to an agent.

    `temporary`: worth another try with the same key. `uncertain`: it may have had its effect.
    """

    def __init__(self, code: str, *, temporary: bool = False, uncertain: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.temporary = temporary
        self.uncertain = uncertain


class ConfigurationError(WarmlineError):
    """Something that the deployment needs is missing or malformed; names it."""
