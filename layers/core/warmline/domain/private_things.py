"""What a case holds of the customer that the desk is not shown: named, so that one can be asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warmline.domain.address import Address, Channel
from warmline.domain.contacts import MASKED_EMAIL, contacts_in
from warmline.domain.entries import Kind, LogEntry, Role

MOST_THINGS = 25


@dataclass(frozen=True, slots=True)
class PrivateThing:
    """One thing; `label` says which it is and nothing of it. `value` is it."""

    id: str
    label: str
    value: str


def private_things(
    address: str, log: Sequence[LogEntry], *, customer: str = ""
) -> list[PrivateThing]:
    """Return how the customer is reached, then what they wrote, the latest first; each once.

    `customer` is who they are to the deployer's own site, if they are signed in there.
    """
    found = [*_address_of(address), *_signed_in_as(customer)]
    said = [one for one in log if one.kind is Kind.MESSAGE and one.role is Role.CUSTOMER]
    found += [thing for entry in reversed(said) for thing in _written(entry)]
    return _each_once(found)[:MOST_THINGS]


def _address_of(address: str) -> list[PrivateThing]:
    known = Address(address)
    match known.channel:
        case Channel.SMS:
            return [PrivateThing("from", "the number they write from", known.parts["their"])]
        case Channel.SLACK:
            return [PrivateThing("from", "who they are in Slack", known.parts["user"])]
        case _:
            return []


def _signed_in_as(customer: str) -> list[PrivateThing]:
    return [PrivateThing("customer", "who they are on your site", customer)] if customer else []


def _written(entry: LogEntry) -> list[PrivateThing]:
    when = f"in their message of {entry.at:%d %b, %H:%M} UTC"
    return [
        PrivateThing(
            f"{entry.sequence}.{place}",
            f"{'the e-mail address' if mask == MASKED_EMAIL else 'the phone number'} {when}",
            value,
        )
        for place, (mask, value) in enumerate(contacts_in(entry.text))
    ]


def _each_once(things: Iterable[PrivateThing]) -> list[PrivateThing]:
    return list({thing.value: thing for thing in reversed(list(things))}.values())[::-1]
