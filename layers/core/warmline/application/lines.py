"""Every sentence that the line itself says in a card's thread, to the people of the desk."""

from warmline.domain.outgoing import Outgoing, Status

SO_FAR = "The conversation so far"
OPTED_OUT = "The customer opted out (STOP). Nothing more can be sent to them."
QUOTED = 60


def still_waiting(alias: str, minutes: int) -> str:
    return f"{alias} is still waiting, {minutes} min by now."


def waiting_for_you(minutes: int) -> str:
    return f"The customer is waiting for you. In {minutes} min the case goes back into the queue."


def back_in_queue(alias: str) -> str:
    return f"No answer in time: {alias} is back in the queue."


def not_delivered(row: Outgoing) -> str:
    """Why words did not reach the customer, or may not have, and which."""
    words = f"{row.text[:QUOTED]}…" if len(row.text) > QUOTED else row.text
    if row.error == "opted_out":
        return f"Not sent, the customer has opted out: “{words}”"
    if row.status is Status.UNKNOWN:
        return f"Perhaps not sent, the provider could not tell ({row.error}): “{words}”"
    return f"Not delivered ({row.error}): “{words}”"
