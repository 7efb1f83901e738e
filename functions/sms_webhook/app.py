"""Twilio's webhooks, a text or a receipt: verify, parse, one use case, answer."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.twilio.parse import check_account, parse_message, parse_receipt
from warmline.adapters.twilio.verify import Form, is_signed, parse_form
from warmline.bootstrap import SmsLine
from warmline.domain.errors import SignatureMismatch
from warmline.gateway import Request, Response, answer
from warmline.observability import Metric, get_logger

log = get_logger("sms_webhook")

NO_REPLY_NOW = Response(
    200, '<?xml version="1.0" encoding="UTF-8"?><Response/>', content_type="text/xml"
)
"""Answers go out by the REST API, never in the response."""


def make_handler(
    find_line: Callable[[], SmsLine],
) -> Callable[[Mapping[str, Any], object], dict[str, object]]:
    """Return the handler: 200 for what is stored or means nothing, 403, 400, 413; else 503."""

    def handle(event: Mapping[str, Any], _context: object) -> dict[str, object]:
        return answer(event, lambda one: _receive(one, find_line()), log=log, ignored=NO_REPLY_NOW)

    return handle


def _receive(request: Request, line: SmsLine) -> Response:
    form = _verified(request, line)
    if request.path.endswith("/sms/status"):
        changed = line.record_receipt(parse_receipt(form, request.query))
        log.info(Metric.RECEIPT_RECORDED, changed=changed)
        return NO_REPLY_NOW
    received = line.receive(parse_message(form, line.settings.phone_numbers))
    metric = Metric.MESSAGE_REPEATED if received.repeated else Metric.MESSAGE_RECEIVED
    log.info(metric, channel="sms", conversation=received.conversation, sequence=received.sequence)
    return NO_REPLY_NOW


def _verified(request: Request, line: SmsLine) -> Form:
    signature = request.headers.get("x-twilio-signature", "")
    if not signature:
        raise SignatureMismatch("no signature")
    form = parse_form(request.body, request.headers.get("content-type", ""))
    url = request.url(line.settings.public_base_url)
    if not line.credentials.proven(
        "twilio_auth_token", lambda token: is_signed(url, form, signature, token)
    ):
        raise SignatureMismatch("the signature is not of this request")
    check_account(form, line.credentials.newest("twilio_account_sid"))
    return form


handler = make_handler(bootstrap.sms_line)
