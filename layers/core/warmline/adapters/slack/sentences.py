"""What the desk says to the person who pressed or wrote: short, and why."""

from collections.abc import Sequence

from warmline.adapters.slack.card_facts import CHANNELS
from warmline.adapters.slack.help import HELP, HELP_TITLE, SHIFT, WRITE_IN_A_CHANNEL, help_after
from warmline.adapters.slack.links import clock_time, link_to
from warmline.adapters.slack.reasons import REASONS
from warmline.adapters.slack.text import escape
from warmline.application.desk_board import MOST_COUNTED, QueueSeen
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused

__all__ = ["HELP", "HELP_TITLE", "SHIFT", "WRITE_IN_A_CHANNEL", "help_after"]

YOURS = "Your case"
SHIFT_TITLE = "Your shift"
NO_CASES = "You have no open case."
NOBODY_WAITS = "Nobody is waiting that you may take."
NOT_SHOWN = "Slack did not open the window in time. Press once more."

NOT_HELD = "You do not have this case: press Claim on its card first."

_WHY = {
    Refusal.NOT_AN_AGENT: "You are not an agent of this desk. A lead can add you.",
    Refusal.OFF_SHIFT: "You are off shift, so you cannot take cases now.",
    Refusal.AT_LIMIT: "You have as many open cases as you may hold. Finish one first.",
    Refusal.NOT_A_LEAD: "Only a lead can do that.",
    Refusal.NOT_YOURSELF: "Another lead must do that: you can neither suspend yourself nor stop "
    "being a lead.",
    Refusal.ON_BREAK: "You are on a break. Press On shift to take cases.",
    Refusal.MISSING_LANGUAGE: "This case needs a language that you are not listed for.",
    Refusal.OTHER_TEAM: "This case waits for another team.",
    Refusal.NOTHING_WAITING: "Nobody is waiting that you may take.",
    Refusal.NO_SUCH_AGENT: "There is no such agent on shift.",
    Refusal.NO_SUCH_TEAM: "There is no such team.",
    Refusal.TOO_LATE: "Too late: it was sent already.",
    Refusal.TOO_MUCH_HELD: (
        "Not sent: so many of your words are waiting already. Press Send or Keep as note under "
        "those, and write this again."
    ),
    Refusal.CANNOT_BE_EDITED: (
        "Already sent: where this customer reads it, such as on a phone, it cannot be changed or "
        "taken back. Write a new message to put it right."
    ),
    Refusal.NO_REASON: "Say why you need to see it.",
    Refusal.NOTHING_TO_REVEAL: "There is nothing to reveal.",
    Refusal.OVERTAKEN: "Not sent: the customer has written since. Read it first.",
    Refusal.MISSING_SKILL: "This case needs a skill that you do not have.",
    Refusal.RESERVED: "This case is kept for a colleague for a few minutes.",
    Refusal.ALREADY_YOURS: "You have this case already. Write in its thread.",
    Refusal.NOT_WAITING: "The bot has this case; nobody is waiting for a person.",
    Refusal.STILL_OPEN: "This customer has an open case already.",
    Refusal.NO_LONGER_OPEN: "This case is no longer open.",
    Refusal.OUT_OF_DATE: "This button is out of date. Use the card as it is now.",
    Refusal.OPTED_OUT: "Not sent: this customer has opted out of messages.",
    Refusal.EMPTY: "Not sent: there were no words in it.",
    Refusal.NO_CASE: "You have no open case.",
    Refusal.DECIDED_ALREADY: "Somebody has decided this already; see the thread.",
    Refusal.WHICH_CASE: "Which case? Name it as its card does, such as Teal Heron 4821.",
}


def why_refused(refused: Refused) -> str:
    """Why a press or a command was refused, and who has the case if somebody has."""
    if refused.reason is Refusal.ALREADY_CLAIMED:
        return f"{_holder(refused)} has this case{_since(refused)}."
    if refused.reason is Refusal.NOT_YOURS:
        return f"{_holder(refused)} has this case." if refused.holder else NOT_HELD
    if refused.reason is Refusal.RESERVED and refused.holder_id:
        return f"This case is kept for <@{refused.holder_id}> for a few minutes."
    return _WHY[refused.reason]


def why_not_sent(refused: Refused) -> str:
    """Why words in a card's thread stayed at the desk."""
    if refused.reason is Refusal.NOT_AN_AGENT:
        return "Kept as a note: only the agent who has this case can write to the customer."
    if refused.reason is Refusal.NOT_YOURS:
        why = f"{_holder(refused)} has this case." if refused.holder else NOT_HELD
        return f"Kept as a note, not sent to the customer. {why}"
    if refused.reason is Refusal.NO_LONGER_OPEN:
        return "Kept as a note, not sent to the customer: this case is no longer open."
    return why_refused(refused)


def why_not_changed(refused: Refused) -> str:
    """Why a change of words in a card's thread did not reach the customer."""
    if refused.reason is Refusal.CANNOT_BE_EDITED:
        return _WHY[refused.reason]
    return f"The customer still has the words that were sent. {why_refused(refused)}"


def _holder(refused: Refused) -> str:
    """The name that customers see, and the person, whose name in Slack may be another."""
    return f"{escape(refused.holder)} (<@{refused.holder_id}>)"


def _since(refused: Refused) -> str:
    return f" since {refused.since[11:16]} UTC" if refused.since else ""


ON_SHIFT = "You are on shift."
ON_A_BREAK = (
    "You are on a break: you keep your cases and get no new ones. Press *On shift* when you are "
    "back."
)
MOST_AGENTS_IN_WORDS = 100


def off_shift(cases: int) -> str:
    """The end of a shift, and what becomes of what they hold."""
    if not cases:
        return "You are off shift."
    yours = "Your case goes" if cases == 1 else f"Your {cases} cases go"
    return f"You are off shift. {yours} back to the queue now; the customers are told."


def added(agent: Agent) -> str:
    name = f"{escape(agent.display_name)} (<@{agent.id}>)"
    begin = "They press *On shift* on the pinned message to begin."
    return f"{name} is an agent now; customers read that name. {begin}"


def suspended(agent: Agent) -> str:
    cases = " What they hold goes back to the queue now." if agent.open_count else ""
    return f"{escape(agent.display_name)} (<@{agent.id}>) is suspended.{cases}"


def yours(conversation: str, link: str) -> str:
    """Which case somebody has now, and the way to it."""
    where = f"{link}." if link else "Write in its card's thread; a new card takes a moment."
    return f"{alias(conversation)} is yours now. {where}"


def released(conversation: str) -> str:
    return f"{alias(conversation)} is back in the queue."


def handed_back(conversation: str) -> str:
    return f"{alias(conversation)} is back with the bot."


def resolved(conversation: str) -> str:
    return f"{alias(conversation)} is resolved."


def not_solved(conversation: str) -> str:
    return f"{alias(conversation)} is closed as not solved."


def queue(seen: QueueSeen) -> str:
    """The queue in words, with the first cases by name."""
    return "\n".join([queue_line(seen), *map(waiting_case, seen.first)])


def queue_line(seen: QueueSeen) -> str:
    if not seen.count:
        return NOBODY_WAITS
    many = f"{MOST_COUNTED} or more cases wait" if seen.more else f"{seen.count} cases wait"
    longest = f" The longest waits since {clock_time(seen.oldest)}." if seen.oldest else ""
    return f"*{'1 case waits' if seen.count == 1 else many}* that you may take.{longest}"


def waiting_case(head: Head) -> str:
    """One waiting case: what it goes by, how it came, since when, and what it needs."""
    facts = [CHANNELS[head.channel], *([REASONS[head.reason]] if head.reason else [])]
    needs = [escape(one) for one in (head.skill, head.needs_language) if one]
    facts += [f"needs {' and '.join(needs)}"] if needs else []
    return f"*{alias(head.id)}* · {' · '.join(facts)} · since {clock_time(head.waiting_since)}"


def my_cases(heads: Sequence[Head], workspace: str) -> str:
    return "\n".join(held_case(head, workspace) for head in heads) or NO_CASES


def held_case(head: Head, workspace: str) -> str:
    """One case that somebody holds: since when, until when to answer, and the way to it."""
    lease = head.marks.lease_until
    facts = [
        CHANNELS[head.channel],
        f"yours since {clock_time(head.claimed_at)}",
        f"answer by {clock_time(lease)}" if lease else "the customer has your answer",
    ]
    link = link_to(workspace, head.marks.card)
    return " · ".join([f"*{alias(head.id)}*", *facts, *([link] if link else [])])
