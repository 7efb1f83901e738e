"""Session tokens: claims that we signed, so that no table need be asked who is calling.

v1.<claims, JSON in base64url>.<HMAC-SHA256 of all before, in base64url>
"""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from warmline.domain.errors import SignatureMismatch

LONGEST_CLAIMS = 3_000
_FORM = re.compile(rf"(v1\.([A-Za-z0-9_-]{{1,{LONGEST_CLAIMS}}}))\.([A-Za-z0-9_-]{{43}})")

type Proven = Callable[[Callable[[str], bool]], bool]
"""Whether the check holds with any of the keys: during a rotation there are several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """For whom a token speaks. `customer` is set only where the site proved who they are."""

    session: str
    expires_at: datetime
    origin: str = ""
    customer: str = ""
    language: str = ""
    time_zone: str = ""


def sign_visit(visit: Visit, key: str) -> str:
    """Return the token of a visit."""
    claims = {
        "session": visit.session,
        "expires": int(visit.expires_at.timestamp()),
        "origin": visit.origin,
        "customer": visit.customer,
        "language": visit.language,
        "zone": visit.time_zone,
    }
    text = json.dumps({n: value for n, value in claims.items() if value}, ensure_ascii=False)
    signed = f"v1.{_encoded(text.encode())}"
    return f"{signed}.{_signature(signed, key)}"


def read_visit(token: str, now: datetime, proven: Proven) -> Visit:
    """Return for whom the token speaks.

    Raises SignatureMismatch for a token that is not ours, changed, or too old, always the same.
    """
    found = _FORM.fullmatch(token)
    if found is None:
        raise SignatureMismatch("not a token")
    signed, claims, signature = found.groups()
    if not proven(lambda key: hmac.compare_digest(signature, _signature(signed, key))):
        raise SignatureMismatch("not a token of ours")
    visit = _visit(claims)
    if visit.expires_at <= now:
        raise SignatureMismatch("the token has expired")
    return visit


def _visit(claims: str) -> Visit:
    """What we signed we wrote; still, a key may have signed other things once."""
    try:
        values = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        return Visit(
            session=str(values["session"]),
            expires_at=datetime.fromtimestamp(values["expires"], UTC),
            origin=str(values.get("origin", "")),
            customer=str(values.get("customer", "")),
            language=str(values.get("language", "")),
            time_zone=str(values.get("zone", "")),
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError) as error:
        raise SignatureMismatch("the token's claims cannot be read") from error


def _signature(signed: str, key: str) -> str:
    return _encoded(hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest())


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
