r"""Whether the site vouches for its own customer.

`identity_proof` = `<exp>.<hex HMAC-SHA256(identity_key, customer_id + "\n" + exp)>`, exp in Unix
seconds. The digits of `exp` cannot hold the separator, so no two pairs have the same text.
"""

import hashlib
import hmac
import re
from datetime import datetime

from warmline.adapters.web.tokens import Proven
from warmline.domain.errors import NotAllowed

_FORM = re.compile(r"([0-9]{1,12})\.([0-9A-Fa-f]{64})")


def check_identity(customer_id: str, proof: str, now: datetime, proven: Proven) -> None:
    """Raise NotAllowed unless the proof is of this customer and still good."""
    found = _FORM.fullmatch(proof)
    if found is None or not customer_id:
        raise NotAllowed("no proof of identity")
    expires, digest = found[1], found[2].lower()
    text = f"{customer_id}\n{expires}".encode()
    if not proven(lambda key: hmac.compare_digest(digest, _digest(text, key))):
        raise NotAllowed("not a proof of this identity")
    if int(expires) <= now.timestamp():
        raise NotAllowed("the proof of identity is too old")


def _digest(text: bytes, key: str) -> str:
    return hmac.new(key.encode(), text, hashlib.sha256).hexdigest()
