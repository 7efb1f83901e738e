"""Where a customer can be reached: one address is one counter of sequence numbers."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Channel(StrEnum):
    """How a customer writes."""

    SMS = "sms"
    WEB = "web"
    SLACK = "slack"


_FORMS = {
    Channel.SMS: re.compile(
        r"sms:(?P<their>(whatsapp:)?\+\d{1,15}):(?P<our>(whatsapp:)?\+?\w{3,20})"
    ),
    Channel.WEB: re.compile(r"web:(?P<session>[\w-]{8,64})"),
    Channel.SLACK: re.compile(
        r"slack:(?P<team>\w+):(?P<channel>\w+):((?P<root>[\d.]+):)?(?P<user>\w+)"
    ),
}


@dataclass(frozen=True, slots=True)
class Address:
    """One place that a customer writes from, in the forms that `design.md` names.

    Raises ValueError for any other form, so that no key of another entity can be smuggled in.
    """

    value: str

    def __post_init__(self) -> None:
        if not any(form.fullmatch(self.value) for form in _FORMS.values()):
            raise ValueError("not an address of a customer")

    @property
    def channel(self) -> Channel:
        return Channel(self.value.partition(":")[0])

    @property
    def parts(self) -> dict[str, str]:
        """The named parts of the form: their, our; session; team, channel, root, user."""
        found = _FORMS[self.channel].fullmatch(self.value)
        return {name: part for name, part in (found.groupdict() if found else {}).items() if part}

    @classmethod
    def sms(cls, their: str, our: str) -> Self:
        return cls(f"sms:{their}:{our}")

    @classmethod
    def web(cls, session: str) -> Self:
        return cls(f"web:{session}")

    @classmethod
    def slack(cls, *, team: str, channel: str, user: str, root: str = "") -> Self:
        """A direct message, or with the `ts` of a thread's root a mention."""
        return cls(":".join(part for part in ("slack", team, channel, root, user) if part))
