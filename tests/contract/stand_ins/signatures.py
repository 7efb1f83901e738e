"""The vendors' signatures, from their documentation and not from their libraries.

https://www.twilio.com/docs/usage/security#validating-requests
https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable


def twilio_signature(token: str, url: str, fields: Iterable[tuple[str, str]]) -> str:
    """Sign the URL followed by every field, by name; a repeated pair counts once."""
    text = url + "".join(name + value for name, value in sorted(set(fields)))
    # Twilio's scheme is SHA-1.
    digest = hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def slack_signature(secret: str, timestamp: str, body: bytes) -> str:
    """Sign version, timestamp and raw body."""
    text = f"v0:{timestamp}:".encode() + body
    return "v0=" + hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def identity_proof(key: str, customer_id: str, expires: int) -> str:
    """Prove a site's own customer, as the contract's web chat asks."""
    text = f"{customer_id}\n{expires}"
    return f"{expires}." + hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
