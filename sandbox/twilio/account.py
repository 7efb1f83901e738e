"""The account that the stand-in plays, and its settings in Twilio's console."""

from dataclasses import dataclass


@dataclass(slots=True)
class Account:
    """Credentials and numbers are fixed; the rest may change while the stand-in runs.

    A webhook's fragment holds its connection overrides, as in `.../sms/inbound#rc=3&rp=5xx,ct,rt`.
    """

    sid: str
    auth_token: str
    numbers: tuple[str, ...]
    webhook_url: str | None = None
    fallback_url: str | None = None
    messaging_service: str | None = None
    advanced_opt_out: bool = False
    seconds_to_sent: float = 0.25
    seconds_to_delivered: float = 0.6

    def line_for(self, phone: str) -> str:
        """Return the number that a Messaging Service would use for this phone: ours, always."""
        prefix = "whatsapp:" if phone.startswith("whatsapp:") else ""
        return prefix + self.numbers[0]

    def owns(self, line: str) -> bool:
        return line.removeprefix("whatsapp:") in self.numbers
