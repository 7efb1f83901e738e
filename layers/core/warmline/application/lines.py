"""Every sentence that the line itself says in a card's thread, to the people of the desk."""

from collections.abc import Mapping

from warmline.application.tool_results import error_of, is_uncertain
from warmline.domain.contacts import mask_contacts
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.own_number import hide_own_number
from warmline.domain.tools import ToolUse

SO_FAR = "The conversation so far"
NOTHING_SAID = "Nobody has said anything yet."
APPROVAL = "Needs your approval"
OPTED_OUT = "The customer opted out (STOP). Nothing more can be sent to them."
TOOL_UNKNOWN = (
    "Nobody knows whether the approved action was done: please look, and tell the customer."
)
LOOK_FIRST = "it may have been done all the same: look before you do it by hand"
QUOTED = 60
_FEW_SECONDS = 120
BY_OPT_OUT = "the customer has opted out"
BY_SILENCE = "you were asked whether to send it, and the case has moved on"
BY_LEAVING = "you no longer had the case"


_OF_FILES: Mapping[str, str] = {
    "file_too_large": "the file has more than 10 MB",
    "file_not_in_slack": "the file is not kept in Slack itself",
    "file_not_readable": "Slack does not let the app read the file: does it have files:read?",
    "files_are_not_set_up": "no place for files is set up",
    "mms_not_there": "files reach phones of the United States and Canada only",
    "mms_no_such_file": "phones take pictures, PDFs, sound and short films, but no such file",
    "mms_too_large": "too large for a phone: pictures may have 5 MB, other files 600 KB",
}
"""Why a file could not be brought, by the code of what refused it."""


def still_waiting(alias: str, minutes: int) -> str:
    return f"{alias} is still waiting, {minutes} min by now."


def span(seconds: float) -> str:
    """A time as people say it: seconds while they are few."""
    return f"{seconds:.0f} s" if seconds < _FEW_SECONDS else f"{round(seconds / 60)} min"


def promise_runs_out(alias: str, promised: str, left: str) -> str:
    return f"{alias} was promised a person within {promised}: {left} left."


def promise_broken(alias: str, promised: str) -> str:
    return f"{alias} was promised a person within {promised}, and nobody has taken the case."


def first_words_due(alias: str, promised: str, left: str) -> str:
    return f"{alias} was promised your first words within {promised}: {left} left."


def no_first_words(agent: str, alias: str, promised: str) -> str:
    return f"{agent} has not written to {alias} within the promised {promised}."


def waiting_for_you(left: str) -> str:
    return f"The customer is waiting for you. In {left} the case goes back into the queue."


def back_in_queue(alias: str) -> str:
    return f"No answer in time: {alias} is back in the queue."


def yours_to_take(alias: str) -> str:
    """To the next who may take a case that came back."""
    return f"{alias} waits again and you may take it: press Claim on its card, or Next case."


def left_the_desk(alias: str, why: str) -> str:
    """To who is off shift or suspended, of a case that they had."""
    reason = "you are off shift" if why == "off_shift" else "your access to the desk was suspended"
    return f"{alias} is back in the queue: {reason}."


def passed_on(to: str, note: str, *, away: bool) -> str:
    """To whom a case was passed on, and what they are to know."""
    who = f"{to}, who takes no cases now: whoever is free may have it" if away else to
    return f"Passed on to {who}." + (f"\n\n{note}" if note else "")


def revealed(agent: str, what: str) -> str:
    """To everybody at the desk: looking is never secret."""
    return f"{agent} looked at {what}."


def held_not_sent(text: str, why: str) -> str:
    """Why words that were held did not go out after all, and which."""
    return f"Not sent, {why}: “{_quoted(text)}”"


def not_delivered(row: Outgoing) -> str:
    """Why words did not reach the customer, or may not have, and which."""
    words = _quoted(hide_own_number(row.text, row.target))
    if row.error == "opted_out":
        return f"Not sent, the customer has opted out: “{words}”"
    if row.status is Status.UNKNOWN:
        return f"Perhaps not sent, the provider could not tell ({row.error}): “{words}”"
    return f"Not delivered ({_OF_FILES.get(row.error, row.error)}): “{words}”"


def _quoted(text: str) -> str:
    """Masked before it is cut: half a number would go unnoticed."""
    text = mask_contacts(text)
    return f"{text[:QUOTED]}…" if len(text) > QUOTED else text


def approval_needed(summary: str) -> str:
    return f"{summary}\n\nThe customer asked for it. It is done only if one of you approves it."


def approved(agent: str, summary: str) -> str:
    return f"{agent} approved: {summary}. It is being done now."


def declined(agent: str, summary: str) -> str:
    return f"{agent} declined: {summary}. Please tell the customer why."


def tool_done(summary: str, output: Mapping[str, object]) -> str:
    """What an approved action answered, field by field."""
    came = ", ".join(f"{name}: {value}" for name, value in output.items())
    return f"Done: {summary}" + (f" ({came})" if came else "")


def tool_failed(summary: str, use: ToolUse) -> str:
    """What the desk is to do by hand, and whether it must look first."""
    if is_uncertain(use):
        return f"Failed: {summary} ({error_of(use)}); {LOOK_FIRST}."
    return f"Not done: {summary} ({error_of(use)}). Please do it by hand, or tell the customer."
