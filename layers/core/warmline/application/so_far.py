"""The conversation so far, as one message for the desk."""

from collections.abc import Iterable

from warmline.domain.contacts import mask_contacts
from warmline.domain.edited import as_edited
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.own_number import hide_own_number

MOST_MESSAGES = 40
MOST_CHARACTERS = 8_000
MOST_OF_ONE = 700

_SPEAKERS = {Role.CUSTOMER: "Customer", Role.BOT: "Bot", Role.AGENT: "Agent"}
_RETURNS = frozenset({Kind.HANDED_BACK, Kind.WITHDRAWN})


def conversation_so_far(entries: Iterable[LogEntry]) -> str:
    """Return the latest messages as paragraphs of plain text, oldest first; "" when nobody spoke.

    What the desk saw before a return to the bot is in the card's thread already and is left out.
    """
    lines: list[str] = []
    for entry in as_edited(entries):
        if entry.kind in _RETURNS:
            lines.clear()
        elif entry.kind is Kind.MESSAGE:
            lines.append(_line(entry))
    return "\n\n".join(_latest(lines))


def _line(entry: LogEntry) -> str:
    speaker = entry.name if entry.role is Role.AGENT and entry.name else _SPEAKERS[entry.role]
    hidden = mask_contacts(hide_own_number(entry.text, entry.address))  # before half of one is cut
    text = "\n".join(line for line in hidden.splitlines() if line.strip())
    text = text if len(text) <= MOST_OF_ONE else text[:MOST_OF_ONE] + "…"
    return f"{speaker}: {text}"


def _latest(lines: list[str]) -> list[str]:
    kept: list[str] = []
    room = MOST_CHARACTERS
    for line in reversed(lines[-MOST_MESSAGES:]):
        if len(line) > room:
            break
        room -= len(line) + 2
        kept.append(line)
    left_out = len(lines) - len(kept)
    return [*([f"({left_out} earlier messages are left out)"] if left_out else []), *kept[::-1]]
