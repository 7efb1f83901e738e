"""Links to agents' files that customers open in a browser: signed, and good for some days.

f1.<place, in base64url>.<when it ends>.<HMAC-SHA256 of all before, in base64url>
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from warmline.domain.entries import LogEntry
from warmline.domain.errors import SignatureMismatch

PATH = "/chat/files/"
_FORM = re.compile(r"(f1\.([A-Za-z0-9_-]{1,200})\.([0-9]{1,12}))\.([A-Za-z0-9_-]{43})", re.ASCII)

type Proven = Callable[[Callable[[str], bool]], bool]
"""Whether the check holds with any of the keys: during a rotation there are several."""


@dataclass(frozen=True, slots=True)
class SignedLinks:
    """Makes the links of an entry's files: always the same ones, which end some time after it."""

    base_url: str
    key: Callable[[], str]
    lasts: timedelta

    def __call__(self, entry: LogEntry) -> Sequence[str]:
        return [self._link(file.place_in(entry.conversation), entry.at) for file in entry.files]

    def _link(self, place: str, at: datetime) -> str:
        ends = int((at + self.lasts).timestamp())
        signed = f"f1.{_encoded(place.encode())}.{ends}"
        token = f"{signed}.{_signature(signed, self.key())}"
        return f"{self.base_url.rstrip('/')}{PATH}{token}"


def place_of(token: str, now: datetime, proven: Proven) -> str:
    """Return the place of the file that the link is of.

    Raises SignatureMismatch for one that is not ours, changed, or too old, always the same.
    """
    found = _FORM.fullmatch(token)
    if found is None:
        raise SignatureMismatch("not a link")
    signed, place, ends, signature = found.groups()
    if not proven(lambda key: hmac.compare_digest(signature, _signature(signed, key))):
        raise SignatureMismatch("not a link of ours")
    if datetime.fromtimestamp(int(ends), UTC) <= now:
        raise SignatureMismatch("the link has ended")
    return base64.urlsafe_b64decode(place + "=" * (-len(place) % 4)).decode()


def _signature(signed: str, key: str) -> str:
    return _encoded(hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest())


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
