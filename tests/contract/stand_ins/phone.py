"""A customer's phone: its texts come to us as Twilio's messaging webhook.

https://www.twilio.com/docs/messaging/guides/webhook-request
"""

import uuid
from dataclasses import dataclass

from tests.contract.calls import Answer
from tests.contract.stand_ins.receipts import post_signed
from tests.contract.stand_ins.twilio import TwilioStandIn

OPT_OUT_WORDS = {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"}
OPT_IN_WORDS = {"START", "YES", "UNSTOP"}

type Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Phone:
    """One customer's number, and the way of its texts through Twilio."""

    number: str
    twilio: TwilioStandIn
    webhook: str

    def text(self, words: str, *, sid: str | None = None, **changed: str) -> Answer:
        """Text our number; Twilio itself keeps the list of who has opted out."""
        self._keep_the_list(words)
        return self.post(self.fields(words, sid=sid, **changed))

    def post(self, fields: Fields) -> Answer:
        """Let Twilio post these fields, signed."""
        token = ("I-Twilio-Idempotency-Token", str(uuid.uuid4()))
        return post_signed(self.twilio.auth_token, self.webhook, fields, headers=(token,))

    def heard(self) -> list[str]:
        """What the phone has been sent."""
        return self.twilio.heard(self.number)

    def fields(self, words: str, *, sid: str | None = None, **changed: str) -> Fields:
        """Give every field that Twilio sends with a text, in its order."""
        sid = sid or new_sid()
        fields = {
            "ToCountry": "US",
            "ToState": "",
            "SmsMessageSid": sid,
            "NumMedia": "0",
            "ToCity": "",
            "FromZip": "94105",
            "SmsSid": sid,
            "FromState": "CA",
            "SmsStatus": "received",
            "FromCity": "SAN FRANCISCO",
            "Body": words,
            "FromCountry": "US",
            "To": self.twilio.phone_number,
            "ToZip": "",
            "NumSegments": "1",
            "MessageSid": sid,
            "AccountSid": self.twilio.account_sid,
            "From": self.number,
            "ApiVersion": "2010-04-01",
        }
        return list((fields | changed).items())

    def _keep_the_list(self, words: str) -> None:
        word = words.strip().upper()
        if word in OPT_OUT_WORDS:
            self.twilio.opted_out.add(self.number)
        if word in OPT_IN_WORDS:
            self.twilio.opted_out.discard(self.number)


def new_sid() -> str:
    """Make a MessageSid as Twilio makes them."""
    return f"SM{uuid.uuid4().hex}"
