"""Whether a request is Twilio's, over its raw form.

https://www.twilio.com/docs/usage/webhooks/webhooks-security
"""

import hmac
from urllib.parse import parse_qsl, urlparse

from twilio.request_validator import RequestValidator, add_port, remove_port

from warmline.domain.errors import AnomalousPayload

MOST_FIELDS = 200
"""Twilio sends about 30; new ones come without notice."""

LONGEST_SIGNATURE = 100


class Form(dict[str, list[str]]):
    """The fields as posted: blank ones too, for they are signed, and repeated ones."""

    def getall(self, name: str) -> list[str]:
        """What `RequestValidator` asks of a form with repeated fields."""
        return self[name]

    def first(self, name: str) -> str:
        return self.get(name, [""])[0]


def parse_form(body: bytes, content_type: str) -> Form:
    """Return the posted fields. Raises AnomalousPayload when this is no form."""
    if content_type.partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise AnomalousPayload("the content type is not a form's")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise AnomalousPayload("the form cannot be read") from error
    form = Form()
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form


def is_signed(url: str, form: Form, signature: str, auth_token: str) -> bool:
    """Whether the signature is of this URL, with or without its port, and all of these fields."""
    given = signature.encode("utf-8", "replace")
    if not given or len(given) > LONGEST_SIGNATURE:
        return False
    validator = RequestValidator(auth_token)
    parsed = urlparse(url)
    urls = {url, add_port(parsed), remove_port(parsed)}
    expected = [validator.compute_signature(one, form).encode() for one in urls]
    return any([hmac.compare_digest(given, one) for one in expected])  # noqa: C419 - all, always
