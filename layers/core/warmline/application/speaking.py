"""Who may speak to a customer now: what every use case of an agent's words begins with."""

from datetime import datetime

from warmline.application.change import Change, House
from warmline.application.holding import check_holder
from warmline.application.ports import ConversationStore
from warmline.domain.agent import authorise
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import AddressRecord, Consent


def open_change(store: ConversationStore, house: House, now: datetime, conversation: str) -> Change:
    """Return a change of this conversation. Raises Refused for one that is not there."""
    head = store.find_head(conversation)
    if head is None:
        raise Refused(Refusal.NO_LONGER_OPEN)
    address = store.find_address(head.address) or AddressRecord(address=head.address)
    return Change(house, now, address, head)


def check_may_speak(store: ConversationStore, change: Change, user: str) -> None:
    """Raise Refused unless this person has the case, is an agent, and the customer may be told."""
    agent = store.find_agent(user)
    if agent is not None:
        authorise(agent)  # who is suspended is not told to claim the case
    check_holder(change.get_head(), user)
    authorise(agent)
    if change.address.consent is Consent.OPTED_OUT:
        raise Refused(Refusal.OPTED_OUT)
