"""What became of a question, as the table has it: the only truth about a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmline.application.ports import ConversationStore
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason

_AFTER_A_TURN = {
    Reason.NO_ANSWER_FOUND,
    Reason.NOT_MAKING_PROGRESS,
    Reason.MODEL_UNAVAILABLE,
    Reason.MODEL_REFUSED,
    Reason.TOOL_FAILED,
    Reason.BUDGET_SPENT,
    Reason.TURN_OVERDUE,
    Reason.POLICY,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the table: what was done, and from which article or for which reason.

    `by_rule` is what the webhook did by itself, with no turn and so with no quiet time.
    """

    done: str
    why: str = ""
    by_rule: bool = False


def read_outcome(store: ConversationStore, address: str) -> Outcome:
    """Read what the bot did with a customer's first words."""
    record = store.find_address(address)
    named = (record.open_conversation or record.last_conversation) if record else ""
    return outcome_of(store.read_log(named)) if named else Outcome("not stored")


def outcome_of(log: Sequence[LogEntry]) -> Outcome:
    """Tell a log's first deed of the bot: a handoff counts before the words around it."""
    for entry in log:
        if entry.kind is Kind.HANDED_OFF:
            turned = any(said.role is Role.BOT for said in log) or entry.reason in _AFTER_A_TURN
            return Outcome(
                "handed off", entry.reason.value if entry.reason else "", by_rule=not turned
            )
    for entry in log:
        if entry.kind is Kind.MESSAGE and entry.role is Role.BOT:
            articles = ", ".join(article.id for article in entry.articles)
            if articles:
                return Outcome("answered", articles)
            return Outcome("offered a person" if entry.offers_human else "answered without article")
    return Outcome("no answer")
