"""What Twilio refuses, with its codes and words.

https://www.twilio.com/docs/api/errors; the shape of an error is shown in
https://www.twilio.com/docs/usage/twilios-response
"""

import re
from dataclasses import dataclass
from http import HTTPStatus

from sandbox.messages import Response

LONGEST_BODY = 1600
E164 = re.compile(r"(whatsapp:)?\+[1-9]\d{6,14}")
MESSAGES = {
    20003: "Authentication Error - invalid username",
    20404: "The requested resource {} was not found",
    20429: "Too Many Requests",
    20500: "An internal server error has occurred",
    21211: "The 'To' number {} is not a valid phone number.",
    21212: "The 'From' number {} is not a valid phone number, shortcode, or alphanumeric sender "
    "ID.",
    21266: "'To' and 'From' number cannot be the same: {}",
    21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' "
    "number: {}.",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The From phone number {} is not a valid, SMS-capable inbound phone number or short "
    "code for your account.",
    21610: "Attempt to send to unsubscribed recipient",
    21611: "The 'From' number {} has exceeded the maximum number of queued messages",
    21614: "'To' number is not a valid mobile number",
    21617: "The concatenated message body exceeds the 1600 character limit.",
    21701: "The Messaging Service {} does not exist",
    21910: "Invalid From and To pair. From and To should be of the same channel",
}
DELIVERY_MESSAGES = {
    30003: "Unreachable destination handset",
    30004: "Message blocked",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    code: int
    about: str = ""
    status: int = HTTPStatus.BAD_REQUEST
    retry_after: int | None = None

    def response(self) -> Response:
        message = MESSAGES.get(self.code, "The message could not be sent").format(self.about)
        body = {
            "code": self.code,
            "message": message,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }
        if self.code == 20003:  # noqa: PLR2004
            body["detail"] = "Your AccountSid or AuthToken was incorrect."
        return Response.json(body, self.status, self._headers())

    def _headers(self) -> dict[str, str]:
        if self.status == HTTPStatus.UNAUTHORIZED:
            return {"WWW-Authenticate": 'Basic realm="Twilio API"'}
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


def length_of(body: str) -> int:
    """Count as UTF-16 does; Twilio names characters, and this is the stricter reading."""
    return len(body.encode("utf-16-le", "surrogatepass")) // 2
