"""Whether a request is Slack's, over its raw bytes and before anything is parsed.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hashlib
import hmac
import re

LONGEST_AGE_SECONDS = 300
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)


def is_signed(
    body: bytes, *, timestamp: str, signature: str, signing_secret: str, now: float
) -> bool:
    """Whether the signature is of these bytes at this time, at most five minutes from now."""
    if not _TIMESTAMP.fullmatch(timestamp):
        return False
    if abs(now - int(timestamp)) > LONGEST_AGE_SECONDS:
        return False
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(signing_secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={digest}".encode(), signature.encode("utf-8", "replace"))
