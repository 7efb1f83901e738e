"""The payloads of `events/`, fresh: signed anew, because Slack's signatures age in five minutes.

The secrets are those that `events/SOURCES.md` names. A changed form, JSON or raw body is signed
again in the vendor's way, so that a test states only what differs from the payload in the file.
"""

import base64
import copy
import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

type Event = dict[str, Any]

EVENTS: Final = Path(__file__).resolve().parents[1] / "events"

HTTP_API: Final = "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com"
PUBLIC_BASE_URL: Final = f"https://{HTTP_API}"
TWILIO_ACCOUNT_SID: Final = "AC5e1a7c0d9b8f4e6a2c3d1f0b7a9e8d6c"
TWILIO_AUTH_TOKEN: Final = "events-twilio-auth-token"
PHONE_NUMBER: Final = "+15550006789"
CUSTOMER_NUMBER: Final = "+14155550132"
SLACK_SIGNING_SECRET: Final = "events-slack-signing-secret"
SLACK_TEAM: Final = "T0EVENTS01"
SLACK_APP: Final = "A0EVENTS01"
SLACK_BOT_USER: Final = "U0WARMLINE"
DESK_CHANNEL: Final = "C0DESK0001"
AGENT: Final = "U0AGENT001"
SLACK_CUSTOMER: Final = "U0CUSTOM01"
CHAT_ORIGIN: Final = "https://shop.example"
IDENTITY_KEY: Final = "events-identity-key"
SESSION_KEY: Final = "events-session-key"
SESSION: Final = "5b2c9d71e04f4a8f9d3c6e1b7a20f4c8"
SESSION_TOKEN: Final = (
    "v1.eyJzZXNzaW9uIjogIjViMmM5ZDcxZTA0ZjRhOGY5ZDNjNmUxYjdhMjBmNGM4IiwgImV4cGlyZXMiO"
    "iAyMzk4Mzc3NjAwLCAib3JpZ2luIjogImh0dHBzOi8vc2hvcC5leGFtcGxlIiwgImxhbmd1YWdlIjogI"
    "mVuIn0.xpq60s_VIzRmMCpikP_GpYyCyx8cebHaHAH2UPrGxDo"
)
CONVERSATION: Final = "7c1e5a90b3d24f6e8a1b2c3d4e5f6071"
CONNECTION: Final = "R1kmxc2VNjMCFIA="

_TWILIO_SIGNATURE = "x-twilio-signature"
_SLACK_TIMESTAMP, _SLACK_SIGNATURE = "x-slack-request-timestamp", "x-slack-signature"


def load_event(function: str, case: str) -> Event:
    """Read one payload; Slack's are signed for this moment, Twilio's are good as they are."""
    event: Event = json.loads((EVENTS / function / f"{case}.json").read_text())
    return with_body(event, body_of(event)) if function == "slack_webhook" else event


def cases(function: str) -> list[str]:
    """Name every payload of a function."""
    return sorted(path.stem for path in (EVENTS / function).glob("*.json"))


def body_of(event: Event) -> bytes:
    """Give the raw body of an HTTP payload."""
    body = str(event.get("body", ""))
    return base64.b64decode(body) if event["isBase64Encoded"] else body.encode()


def form_of(event: Event) -> list[tuple[str, str]]:
    """Give the fields of a form body, blank ones too."""
    return parse_qsl(body_of(event).decode(), keep_blank_values=True)


def with_form(event: Event, /, **fields: str | None) -> Event:
    """Set fields of the form, or leave out those that are None."""
    merged = dict(form_of(event)) | fields
    kept = {name: value for name, value in merged.items() if value is not None}
    return with_body(event, urlencode(kept).encode())


def with_json(event: Event, /, **members: object) -> Event:
    """Set members of the JSON body."""
    document: Event = json.loads(body_of(event))
    return with_body(event, json.dumps(document | members).encode())


def with_slack_event(event: Event, /, **members: object) -> Event:
    """Set members of the Slack event inside the envelope."""
    document: Event = json.loads(body_of(event))
    return with_json(event, event=document["event"] | members)


def with_slack_payload(event: Event, /, **members: object) -> Event:
    """Set members of an interaction's payload."""
    payload: Event = json.loads(dict(form_of(event))["payload"])
    return with_form(event, payload=json.dumps(payload | members))


def with_headers(event: Event, /, **headers: str | None) -> Event:
    """Set headers (`user_agent` is User-Agent), or leave out those that are None."""
    changed = copy.deepcopy(event)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    merged: dict[str, str | None] = changed["headers"] | named
    changed["headers"] = {name: value for name, value in merged.items() if value is not None}
    return changed


def with_body(event: Event, body: bytes) -> Event:
    """Put another body in and sign it, where the payload bears a signature."""
    changed = copy.deepcopy(event)
    encoded = changed["isBase64Encoded"]
    changed["body"] = base64.b64encode(body).decode() if encoded else body.decode()
    changed["headers"]["content-length"] = str(len(body))
    if _SLACK_SIGNATURE in changed["headers"]:
        timestamp = str(int(time.time()))
        changed["headers"][_SLACK_TIMESTAMP] = timestamp
        changed["headers"][_SLACK_SIGNATURE] = slack_signature(timestamp, body)
    if _TWILIO_SIGNATURE in changed["headers"]:
        changed["headers"][_TWILIO_SIGNATURE] = twilio_signature(changed)
    return changed


def slack_signature(timestamp: str, body: bytes) -> str:
    """Sign as Slack does."""
    text = f"v0:{timestamp}:".encode() + body
    digest = hmac.new(SLACK_SIGNING_SECRET.encode(), text, hashlib.sha256)
    return f"v0={digest.hexdigest()}"


def twilio_signature(event: Event) -> str:
    """Sign as Twilio does: the public URL with its query, then every field by name."""
    query = event["rawQueryString"]
    url = PUBLIC_BASE_URL + event["rawPath"] + (f"?{query}" if query else "")
    text = url + "".join(name + value for name, value in sorted(set(form_of(event))))
    digest = hmac.new(TWILIO_AUTH_TOKEN.encode(), text.encode(), hashlib.sha1)
    return base64.b64encode(digest.digest()).decode()
